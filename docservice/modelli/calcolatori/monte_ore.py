"""The hours of the first grant of a standard agreement of the derogation of 2009-2010 (`monte-ore`).

Agreement B, ten workers, twelve months -> six months and 8.304 hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, Scelta
from docservice.campi.risposte import number
from docservice.modelli.blocchi import Periodo
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class PeriodoInAvanti(Periodo):
    """A period that must run forwards: no rule would say that it does not."""

    @validates_schema
    def _forwards(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        if data["al"] < data["dal"]:
            raise ValidationError("L’ultimo giorno precede il primo: vanno corrette le date.", "al")


class MonteOre(Blocco):
    """Hours of the first grant of a standard agreement; the months as a number, or the period that holds them."""

    accordo = Scelta(
        "A",
        "B",
        "C",
        required=True,
        parole=(
            "Accordo",
            "Quale accordo standard dell’Accordo Quadro del 4 maggio 2009: A, B o C, ciascuno con le sue ore.",
        ),
    )
    addetti = Intero(
        minimo=1,
        required=True,
        parole=("Lavoratori", "Quanti lavoratori sono sospesi o riducono l’orario.", 10),
        unita="persone",
    )
    mesi_richiesti = Decimale(
        minimo="0.01",
        massimo="999",
        parole=("Mesi richiesti", "Quanti mesi di trattamento si chiedono; oppure si indica il periodo.", "12"),
        unita="mesi",
    )
    periodo = Gruppo(
        PeriodoInAvanti, parole=("Periodo", "Il primo e l’ultimo giorno del trattamento, al posto dei mesi.")
    )

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_of_the_two(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = {"mesi_richiesti", "periodo"} & set(original_data if isinstance(original_data, Mapping) else ())
        if not given:
            raise ValidationError("Vanno indicati i mesi richiesti oppure il periodo.", "mesi_richiesti")
        if len(given) > 1:
            raise ValidationError("Va indicato uno solo fra i mesi richiesti e il periodo.", "mesi_richiesti")


class MonteOreRisultati(Schema):
    """Months asked, months and hours of the first grant."""

    mesi_richiesti = number("Mesi richiesti", "I mesi chiesti, o quelli del periodo indicato.", "mesi")
    mesi_prima_concessione = number(
        "Mesi della prima concessione", "Quanti dei mesi chiesti sono concessi subito.", "mesi"
    )
    monte_ore = number("Monte ore", "Le ore della prima concessione, per tutti i lavoratori insieme.", "ore")


CALCOLATORE = Calcolatore(
    id="monte-ore",
    domanda=MonteOre,
    risposta=MonteOreRisultati,
    esempio=Esempio(
        dati={"accordo": "B", "addetti": 10, "mesi_richiesti": "12"},
        fonte="Accordo Quadro del 4 maggio 2009, Allegato B, dieci lavoratori e dodici mesi",
    ),
)
