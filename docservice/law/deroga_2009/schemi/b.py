"""Rules of the standard agreement B: a budget of hours, zero hours for some, some rotation (Allegato B, schema B).

1000 hours asked for, where all at zero hours would be 1200: AQ-B2 says at /modalita that the ratio is over 0.80.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from docservice.law.deroga_2009.caso import Accordo, serve_periodo
from docservice.law.deroga_2009.fonti import moduli, quadro
from docservice.law.deroga_2009.monte_ore import quota_oraria, valore_ore_mese
from docservice.law.finding import avviso, errore, nota
from docservice.law.italiano import numero
from docservice.law.misura import in_ore, in_persone, in_rapporto
from docservice.law.tratti import ACCORDO, SCHEMA_B
from docservice.law.voce import Esiti, regola

FONTE = quadro("All. B, schema B")
SCARTO_STIME = Fraction(1, 100)
"""How far an estimate may lie from what its workers make; no source gives it: for roundings."""


@regola("AQ-B1", FONTE, per=ACCORDO & SCHEMA_B)
def non_tutti_a_zero_ore(caso: Accordo) -> Esiti:
    """Nello schema B non tutti i dipendenti interessati sono a zero ore."""
    zero, partial = caso.modalita["addetti_zero_ore"], caso.modalita["addetti_parziali"]
    if zero >= caso.massimo or partial < 1:
        yield errore(
            "/modalita/addetti_zero_ore",
            f"A zero ore sono {zero} addetti su {caso.massimo} e a orario ridotto {partial}: nello schema B qualcuno"
            " deve lavorare.",
            "Va indicato almeno un addetto a orario ridotto; se nessuno lavora, lo schema adatto è l’A.",
            in_persone(zero, max(caso.massimo - 1, 0)),
        )


@regola("AQ-B2", FONTE, per=ACCORDO & SCHEMA_B, serve=serve_periodo)
def rapporto_con_zero_ore(caso: Accordo) -> Esiti:
    """Le ore stimate non superano l’80% di quelle che servirebbero a zero ore per tutti."""
    hours = caso.modalita["ore_stimate_zero_ore"] + caso.modalita["ore_stimate_parziali"]
    limit = quota_oraria("B")
    whole = _ore(caso, caso.massimo)
    if hours > whole * Fraction(limit):
        told = f"sono {numero(hours)}, su {numero(whole)} a zero ore per tutti"
        yield errore(
            "/modalita",
            f"Le ore stimate {told}: il rapporto supera {numero(limit)}.",
            f"Le stime vanno ridotte a {numero(floor(whole * Fraction(limit)))} ore in tutto, o meno.",
            in_rapporto(Fraction(hours) / whole if whole else None, limit),
        )
    yield nota(
        "/modalita",
        "Le due stime delle ore sono intese per l’intero periodo richiesto, che il modulo non precisa (lettura del"
        " servizio).",
    )


@regola("AQ-B3", FONTE, per=ACCORDO & SCHEMA_B)
def rotazione_parziale(caso: Accordo) -> Esiti:
    """Nello schema B il personale in CIG ruota, almeno in parte."""
    if not caso.modalita.get("rotazione"):
        yield errore(
            "/modalita/rotazione",
            "L’accordo non prevede la rotazione, che lo schema B chiede almeno in parte.",
            "La rotazione va prevista (Rotazione: sì); se tutti restano a zero ore, lo schema adatto è l’A.",
        )


@regola("AQ-B4", moduli("accordo tipo B"), per=ACCORDO & SCHEMA_B)
def somma_degli_addetti(caso: Accordo) -> Esiti:
    """Gli addetti a zero ore e quelli a orario ridotto sono insieme il numero massimo di dipendenti in CIG."""
    heads = caso.modalita["addetti_zero_ore"] + caso.modalita["addetti_parziali"]
    if heads != caso.massimo:
        yield errore(
            "/modalita",
            f"Gli addetti a zero ore e a orario ridotto sono in tutto {heads}, ma i dipendenti in CIG sono"
            f" {caso.massimo}.",
            "Va corretto uno dei tre numeri.",
            in_persone(heads, caso.massimo),
        )


@regola("AQ-B5", moduli("accordo tipo B"), per=ACCORDO & SCHEMA_B, serve=serve_periodo)
def stime_coerenti(caso: Accordo) -> Esiti:
    """Le ore stimate corrispondono agli addetti e ai mesi, con uno scarto fino all’1%."""
    told = caso.modalita
    most = _ore(caso, told["addetti_zero_ore"])
    if told["ore_stimate_zero_ore"] > most * (1 + SCARTO_STIME):
        yield avviso(
            "/modalita/ore_stimate_zero_ore",
            f"Per {told['addetti_zero_ore']} addetti a zero ore sono stimate {numero(told['ore_stimate_zero_ore'])}"
            f" ore, più di quelle possibili nel periodo ({numero(most)}).",
            "Va controllata la stima, oppure il numero di addetti.",
            in_ore(told["ore_stimate_zero_ore"], most),
        )
    due = told["addetti_parziali"] * Fraction(told["ore_mensili_parziali"]) * caso.mesi
    if abs(Fraction(told["ore_stimate_parziali"]) - due) > due * SCARTO_STIME:
        yield avviso(
            "/modalita/ore_stimate_parziali",
            f"Le ore stimate per la CIG parziale sono {numero(told['ore_stimate_parziali'])}, ma addetti, ore mensili e"
            f" mesi ne danno {numero(due)}.",
            "Va controllata la stima, oppure le ore mensili a testa.",
            in_ore(told["ore_stimate_parziali"], due),
        )


@regola("AQ-B6", FONTE, per=ACCORDO & SCHEMA_B)
def ore_mensili_parziali(caso: Accordo) -> Esiti:
    """Chi è in CIG parziale ne fa meno ore di un mese intero."""
    hours, month = caso.modalita["ore_mensili_parziali"], valore_ore_mese().decimale
    if hours >= month:
        yield errore(
            "/modalita/ore_mensili_parziali",
            f"La CIG parziale è di {numero(hours)} ore al mese a testa: devono essere meno di {month}, che sono un mese"
            " a zero ore.",
            "Vanno indicate le ore di CIG di ciascuno in un mese; chi non lavora affatto va fra gli addetti a zero"
            " ore.",
            in_ore(hours, month),
        )


def _ore(caso: Accordo, heads: int) -> Fraction:
    """Return the hours of so many heads at zero hours for the whole request."""
    return heads * caso.mesi * Fraction(valore_ore_mese().decimale)
