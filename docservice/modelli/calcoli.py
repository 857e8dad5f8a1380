"""What each calculator asks; the rules of their domain (a year with no figure, too many hours) are the law's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, validates_schema

from docservice.modelli.blocchi import Blocco, Periodo
from docservice.modelli.fields import Codice, Decimale, Gruppo, Intero, Scelta, SiNo

SETTORI = (
    "industria",
    "edilizia",
    "lapideo",
    "artigianato",
    "commercio",
    "viaggi_turismo",
    "mensa_ristorazione",
    "pulizia",
    "vigilanza",
    "servizi",
    "pubblici_esercizi",
    "alberghi",
    "trasporto_aereo",
    "partiti",
    "altro",
)


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

    @validates_schema(skip_on_field_errors=False)
    def _one_of_the_two(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        original = kwargs.get("original_data") or data
        if ("mesi_richiesti" in original) == ("periodo" in original):
            raise ValidationError("Va indicato uno solo fra mesi_richiesti e periodo.", "mesi_richiesti")


class IndennitaCig(Blocco):
    """Allowance of one worker for one month; money in euro, hours of that month."""

    mese = Codice("(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])", "serve il mese come AAAA-MM", 7, required=True)
    retribuzione_mensile = Decimale(minimo="0.01", massimo="999999", required=True)
    ore_perse = Decimale(massimo="744", required=True)
    ore_lavorabili_mese = Decimale(minimo="0.01", massimo="744", required=True)
    percentuale_part_time = Decimale(minimo="0.01", massimo="100")
    settore = Scelta(*SETTORI)
    intemperie = SiNo()


SCHEMI: dict[str, type[Schema]] = {"monte-ore": MonteOre, "indennita-cig": IndennitaCig}
"""Schema of the data of each calculator, by its id."""
