"""Solidarity table: the hours of all who share the cut, alone or annexed to an agreement, under one of two regimes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.law.tratti import SOLIDARIETA, TABELLA
from docservice.modelli.blocchi import MOLTI_LAVORATORI, Periodo
from docservice.modelli.calcolatori.blocchi import GruppoOrari
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreConUnita
from docservice.modelli.lavoratore import LavoratoreConOrari

_REGIMI = ("dlgs-148", "deroga-2009")


class TabellaDichiarata(Blocco):
    """The sums as the agreement declares them."""

    lavoratori = Intero()
    ore_non_lavorate = Decimale()
    ore_lavorabili = Decimale()
    riduzione_media_percentuale = Decimale(massimo="100")


class TabellaSolidarieta(Blocco):
    """Payload of `tabella-solidarieta`: workers one by one, or groups with the same hours."""

    regime = Scelta(*_REGIMI, required=True)
    luogo = Testo(massimo=100)
    data = Giorno(required=True)
    datore_lavoro = Gruppo(DatoreConUnita, required=True)
    periodo = Gruppo(Periodo, required=True)
    lavoratori = Lista(Gruppo(LavoratoreConOrari), massimo=MOLTI_LAVORATORI, vuota=False)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000, vuota=False)
    esuberi = Intero()
    tabella = Gruppo(TabellaDichiarata)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_of_the_two(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = {"lavoratori", "gruppi"} & set(original_data if isinstance(original_data, Mapping) else ())
        if len(given) != 1:
            raise ValidationError("Vanno indicati i lavoratori oppure i gruppi: uno dei due, e uno solo.", "gruppi")


MODELLO = Modello(
    id="tabella-solidarieta",
    titolo="Tabella di solidarietà",
    regime=_REGIMI[0],
    altri_regimi=_REGIMI[1:],
    sezione="accordi",
    schema=TabellaSolidarieta,
    tratti=frozenset({TABELLA, SOLIDARIETA}),
)
