"""What a solidarity contract agrees besides its hours: redundancies split, pay items, figures that are a most.

Redundancies of 5, 4 for the contract and 2 that leave: CDS-13 says at /esuberi/ripartizione that they add up to 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law.dlgs_148.cds.orari import ART_21
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import Rilievo, avviso, errore, nota
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, SOLIDARIETA
from docservice.law.voce import Esiti, annota, regola


def _ripartiti(caso: Documento) -> bool:
    told = caso.dati.get("esuberi", {})
    return "numero" in told and bool({"ripartizione", "numero_apertura"} & told.keys())


def _della_procedura(caso: Documento) -> int | None:
    """Return how many the notice of the collective dismissal was for, as the premises tell it."""
    heads: int | None = caso.dati.get("premesse", {}).get("licenziamento_collettivo", {}).get("numero")
    return heads


def _ratei_interi(caso: Documento) -> bool:
    return caso.dati.get("maturazione_ratei") == "intera"


def _fino_a(caso: Documento) -> bool:
    return bool(caso.dati.get("riduzione_fino_a"))


@regola("CDS-13", ART_21, per=ACCORDO & SOLIDARIETA, se=_ripartiti)
def esuberi_ripartiti(caso: Documento) -> Esiti:
    """Le parti degli esuberi ne danno il numero, che non supera quello dell’apertura, detto uguale nelle premesse."""
    told = caso.dati["esuberi"]
    heads, parts, first = told["numero"], told.get("ripartizione", {}), told.get("numero_apertura")
    total = sum(parts.values())
    if parts and total != heads:
        yield errore(
            "/esuberi/ripartizione",
            f"Le parti in cui gli esuberi sono ripartiti danno {total}, gli esuberi sono {heads}.",
            "Va corretta una delle parti, oppure il numero degli esuberi.",
            in_persone(total, heads),
        )
    if first is not None and heads > first:
        yield errore(
            "/esuberi/numero",
            f"Gli esuberi sono {heads}, più di quelli dell’apertura della procedura ({first}).",
            "Va corretto uno dei due numeri.",
            in_persone(heads, first),
        )
    opened = _della_procedura(caso)
    if opened is not None and first is not None and first != opened:
        yield avviso(
            "/premesse/licenziamento_collettivo/numero",
            f"Le premesse dicono che la procedura è stata aperta per {opened} persone, gli esuberi all’apertura sono"
            f" {first}.",
            "Vanno controllati i due numeri: chi legge l’accordo li confronta.",
            in_persone(opened, first),
        )


@annota("CDS-11", guida("contratto di solidarietà, istituti retributivi"), per=ACCORDO & SOLIDARIETA, se=_ratei_interi)
def ratei_per_intero(caso: Documento) -> Iterator[Rilievo]:
    """Say that the agreement gives more than the law."""
    del caso
    yield nota(
        "/maturazione_ratei",
        "Di regola gli istituti retributivi maturano in proporzione all’orario ridotto: maturarli per intero è un patto"
        " più favorevole ai lavoratori, a carico dell’impresa.",
    )


@annota("CDS-12", ART_21, per=ACCORDO & SOLIDARIETA, vige="giorni_tfr_cds")
def tfr_delle_ore_ridotte(caso: Documento) -> Iterator[Rilievo]:
    """Say who bears the TFR of the hours not worked."""
    days = caso.vigente("giorni_tfr_cds").decimale
    yield nota(
        "/tfr" if "tfr" in caso.dati else "/pagamento_diretto_inps",
        "Il TFR che matura sulle ore non lavorate è a carico dell’INPS; resta al datore di lavoro per chi è licenziato"
        f" per motivo oggettivo, o in un licenziamento collettivo, entro {days} giorni dalla fine del trattamento"
        " (messaggio INPS n. 1348/2025).",
    )


@annota("CDS-15", ART_21, per=ACCORDO & SOLIDARIETA, se=_fino_a)
def riduzione_come_massimo(caso: Documento) -> Iterator[Rilievo]:
    """Say how figures that are a most were read."""
    yield nota(
        caso.percorso_orari,
        "Ore e percentuali sono un massimo («fino a»): i limiti sono verificati su queste, e la riduzione effettiva può"
        " essere minore (lettura del servizio).",
    )
