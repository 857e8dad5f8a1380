"""What each calculator asks; the rules of their domain (a year with no figure, too many hours) are the law's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, validates_schema

from docservice.modelli.blocchi import MOLTI_LAVORATORI, Blocco, Periodo
from docservice.modelli.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo

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

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_of_the_two(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = {"mesi_richiesti", "periodo"} & set(original_data if isinstance(original_data, Mapping) else ())
        if not given:
            raise ValidationError("Vanno indicati i mesi richiesti oppure il periodo.", "mesi_richiesti")
        if len(given) > 1:
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


class ProrogaAccordoB(Blocco):
    """Hours granted to an agreement B, and hours used."""

    monte_ore_concesso = Decimale(required=True)
    ore_consumate = Decimale(required=True)


class Orari(Blocco):
    """Weekly hours, by contract and worked, of a department or of a worker."""

    reparto = Testo(massimo=100)
    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True)
    ore_lavorate_settimanali = Decimale(massimo="168", required=True)


class GruppoOrari(Orari):
    """Heads that share the same hours."""

    lavoratori = Intero(minimo=1, required=True)


class LavoratoreOrari(Orari):
    """One worker."""

    cognome = Testo(massimo=100, required=True)
    nome = Testo(massimo=100, required=True)
    codice_fiscale = Testo(massimo=20, required=True)


class RiduzioneCds(Blocco):
    """Cut of hours in a solidarity contract: groups, or workers one by one."""

    data = Giorno(required=True)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000)
    lavoratori = Lista(Gruppo(LavoratoreOrari), massimo=MOLTI_LAVORATORI)
    esuberi = Intero()
    regime = Scelta("dlgs-148", "deroga-2009")


SCHEMI: dict[str, type[Schema]] = {
    "indennita-cig": IndennitaCig,
    "monte-ore": MonteOre,
    "proroga-accordo-b": ProrogaAccordoB,
    "riduzione-cds": RiduzioneCds,
}
"""Schema of the data of each calculator, by its id."""
