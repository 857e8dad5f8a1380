"""What each calculator answers, for the published contract: `<schema of its data>Risultati`."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from docservice.api.schemas import Conto, Fonte, Scadenza, items, text

_NUMERO = r"^-?[0-9]+(\.[0-9]+)?$"


def number(**options: Any) -> fields.String:
    """Return a field that is a number written as text."""
    return text(40, metadata={"pattern": _NUMERO}, **options)


def day(**options: Any) -> fields.String:
    """Return a field that is a day."""
    return text(10, metadata={"format": "date"}, **options)


def yes_or_no(**options: Any) -> fields.Boolean:
    """Return a field that is true or false."""
    return fields.Boolean(required=options.pop("required", True), **options)


def place() -> fields.Integer:
    """Return a field that is a place in a list of the data, from 0."""
    return fields.Integer(required=True, metadata={"format": "int32", "minimum": 0, "maximum": 1_000_000})


class Finestra(Schema):
    """The days counted, the first and the last included."""

    dal = day()
    al = day()


class MonteOreRisultati(Schema):
    """Months asked, months and hours of the first grant."""

    mesi_richiesti = number()
    mesi_prima_concessione = number()
    monte_ore = number()


class ProrogaAccordoBRisultati(Schema):
    """Hours left."""

    ore_residue = number()


class IndennitaCigRisultati(Schema):
    """Allowance of the month."""

    massimale = number()
    massimale_netto = number(required=False)
    fascia = text(10, validate=validate.OneOf(["bassa", "alta", "unica"]))
    retribuzione_riferimento = number()
    importo = number()
    importo_netto = number()
    divisore = number()


class OltreLimite(Schema):
    """A row over the cap of the single worker."""

    indice = place()
    percentuale = number()


class RepartoOrari(Schema):
    """Sums of a department; no name where the rows have none."""

    reparto = text(100, required=False)
    lavoratori = number()
    ore_lavorabili = number()
    ore_non_lavorate = number()
    percentuale = number()


class RiduzioneCdsRisultati(Schema):
    """Cut of hours, against the caps of its day."""

    lavoratori = number()
    ore_lavorabili = number()
    ore_non_lavorate = number()
    riduzione_media_percentuale = number()
    limite_medio = number()
    entro_limite = yes_or_no()
    limite_individuale = number(required=False)
    entro_limite_individuale = yes_or_no(required=False)
    oltre_limite_individuale = fields.List(fields.Nested(OltreLimite), metadata={"maxItems": 1_000_000})
    gruppi = items(RepartoOrari)
    ore_esuberi = number(required=False)
    copertura_esuberi = yes_or_no(required=False)


class SettimanePeriodoRisultati(Schema):
    """Length of a period, and the day after it."""

    giorni = number()
    settimane = number()
    ripresa = day()


class Escluso(Schema):
    """A period left out, and why."""

    indice = place()
    motivo = text(500)


class QuinquennioMobileRisultati(Schema):
    """Months counted and left; the window where some day is known."""

    mesi_computati = number()
    limite_mesi = number()
    mesi_residui = number()
    mesi_residui_cigs = number()
    mesi_residui_cds = number()
    entro_limite = yes_or_no()
    finestra = fields.Nested(Finestra)
    esclusi = items(Escluso)


class SettimaneCigoRisultati(Schema):
    """Weeks used, left, running."""

    giorni_usati = number()
    settimane_usate = number()
    settimane_intere = number()
    giorni_residui = number()
    settimane_residue = number()
    consecutive = number()
    oltre_13 = yes_or_no()
    entro_limite = yes_or_no()
    prima_data_nuova_domanda = day(required=False)
    finestra = fields.Nested(Finestra, required=True)


class OreAutorizzabiliRisultati(Schema):
    """Hours of CIGO that may be authorised."""

    ore_lavorabili_biennio = number()
    tetto_ore = number()
    ore_residue = number()
    entro_limite = yes_or_no()


class OreCigsRisultati(Schema):
    """Hours of CIGS that may be authorised."""

    settimane = number()
    ore_lavorabili = number()
    tetto_ore = number()
    quota_percentuale = number(required=False)
    entro_limite = yes_or_no()
    applicabile = yes_or_no()


class FasciaContributo(Schema):
    """Weeks of a band, and what they pay; the rate in percent."""

    dal_settimana = number()
    al_settimana = number()
    settimane = number()
    aliquota = number()
    imponibile = number()
    importo = number()


class ContributoAddizionaleRisultati(Schema):
    """Additional contribution, in euro."""

    fasce = items(FasciaContributo)
    contributo = number()
    ridotto = yes_or_no()


class ContributoRecessoRisultati(Schema):
    """What is due when a job ends, in euro."""

    massimale = number()
    aliquota = number()
    mesi = number()
    contributo = number()
    contributo_senza_accordo = number(required=False)


class AssuntoContributo(Schema):
    """Months of each rate, and what they give."""

    mesi_15 = number()
    mesi_10 = number()
    mesi_5 = number()
    contributo = number()


class AlternativaGiovani(Schema):
    """Until when the rate of apprentices may be used instead."""

    indice = place()
    fino_al = day()


class SolidarietaEspansivaRisultati(Schema):
    """Contribution for those hired, in euro."""

    assunti = items(AssuntoContributo)
    contributo = number()
    alternativa_giovani = items(AlternativaGiovani)


class StrumentoAmmesso(Schema):
    """An instrument: whether it may be asked for, why or why not; length, rate in percent and model where it may."""

    strumento = text(10, validate=validate.OneOf(["CIGO", "CIGS", "CDS", "FIS", "FONDO", "CDS_B", "CIGD", "NESSUNO"]))
    ammesso = yes_or_no()
    motivo = text(500)
    durata_massima = text(300, required=False)
    aliquota_ordinaria = number(required=False)
    modello = text(60, required=False)
    fonte = fields.Nested(Fonte, required=True)


class StrumentoRisultati(Schema):
    """Every instrument, in order."""

    strumenti = items(StrumentoAmmesso)


class ScadenzarioRisultati(Schema):
    """Deadlines, in order of time."""

    scadenze = items(Scadenza)


def risposta(schema: str) -> type[Schema]:
    """Return the schema of the answer of the calculator whose data have that one."""
    results: type[Schema] = globals()[f"{schema}Risultati"]
    found: type[Schema] = type(f"{schema}Conto", (Conto,), {"risultati": fields.Nested(results, required=True)})
    return found
