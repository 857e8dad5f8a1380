"""What the calculators of the derogation of 2009-2010 ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, Scelta
from docservice.modelli.blocchi import Periodo


class PeriodoInAvanti(Periodo):
    """A period that must run forwards: no rule would say that it does not."""

    @validates_schema
    def _forwards(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        if data["al"] < data["dal"]:
            raise ValidationError("L’ultimo giorno precede il primo: vanno corrette le date.", "al")


class MonteOre(Blocco):
    """Hours of the first grant of a standard agreement; the months as a number, or the period that holds them."""

    accordo = Scelta("A", "B", "C", required=True)
    addetti = Intero(minimo=1, required=True)
    mesi_richiesti = Decimale(minimo="0.01", massimo="999")
    periodo = Gruppo(PeriodoInAvanti)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_of_the_two(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = {"mesi_richiesti", "periodo"} & set(original_data if isinstance(original_data, Mapping) else ())
        if not given:
            raise ValidationError("Vanno indicati i mesi richiesti oppure il periodo.", "mesi_richiesti")
        if len(given) > 1:
            raise ValidationError("Va indicato uno solo fra mesi_richiesti e periodo.", "mesi_richiesti")


class ProrogaAccordoB(Blocco):
    """Hours granted to an agreement B, and hours used."""

    monte_ore_concesso = Decimale(required=True)
    ore_consumate = Decimale(required=True)
