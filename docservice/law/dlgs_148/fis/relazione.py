"""The sworn report on an extraordinary cause of the cheque, of whoever has no CIGS (DM 33/2022, INPS circ. 109/2022).

A report on a crisis without the indicators: RFIS-2 warns at /indicatori.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigo.prove import DELEGA
from docservice.law.dlgs_148.cigo.relazione import solo_impronte
from docservice.law.dlgs_148.fis.accesso import non_spetta
from docservice.law.dlgs_148.fis.procedura import CRITERI
from docservice.law.dlgs_148.fis.solidarieta import solidale
from docservice.law.dlgs_148.generale.caso import FIGURA_IGNOTA, Documento
from docservice.law.dlgs_148.generale.causali import NOMI
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.strumenti.altrove import altrove
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO
from docservice.law.dlgs_148.strumenti.ostacoli import fis_causale, fis_datore, fondo_datore
from docservice.law.figures import figura
from docservice.law.finding import avviso, errore, nota, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import FONDO, STRAORDINARIA
from docservice.law.voce import Esiti, parole, regola

_RELAZIONE: Final = ASSEGNO & STRAORDINARIA
_INTERVENTI: Final = {"/interventi": "gli interventi"}
_RECUPERO: Final = {
    **_INTERVENTI,
    "/recupero/coinvolti": "quanti lavoratori sono coinvolti, e come si recuperano",
}
_RECUPERATI: Final = ("rientro", "altre_unita", "gestione_non_traumatica")
_PARTI: Final[Mapping[str, Mapping[str, str]]] = {
    "riorganizzazione": {"/inefficienze": "le inefficienze a cui l’impresa rimedia", **_RECUPERO},
    "transizione": {
        "/transizione/ambito": "l’ambito della transizione",
        "/transizione/misure": "le misure della transizione",
        **_RECUPERO,
    },
    "crisi": {
        "/indicatori": "gli indicatori economici",
        "/organico_andamento": "come è cambiato l’organico",
        **_INTERVENTI,
    },
    "crisi_evento_improvviso": {
        "/evento/descrizione": "che cosa è accaduto",
        "/evento/data": "in quale giorno è accaduto",
        **_INTERVENTI,
    },
    "solidarieta": {"/accordo/data": "la data dell’accordo di solidarietà"},
}
"""What a report says of each cause, and where."""


@regola("RFIS-1", guida("FIS, prestazioni"), per=_RELAZIONE)
def datore_fino_a_quindici(caso: Documento) -> Esiti:
    """La relazione è di un datore coperto dal FIS, o da un fondo, fino a 15 dipendenti, per periodi dal 2022."""
    serve(caso.figura("settori_cigo", caso.dal), FIGURA_IGNOTA)
    most = figura("dlgs_148.dipendenti_fis_straordinarie", caso.dal)
    if not most.noto:
        first = aggiungi_giorni(most.al or caso.dal, 1)
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.dal)}: la relazione accompagna le domande per periodi dal"
            f" {giorno(first)}.",
            "Va corretto il periodo; prima di quel giorno la relazione non è prevista.",
            in_date(caso.dal, first),
        )
        return
    if caso.chi.dipendenti > most.decimale:
        yield errore(
            "/datore_lavoro/media_dipendenti_semestre",
            f"I dipendenti in media sono più di {most.decimale}: per queste causali hanno la CIGS, e non la relazione.",
            f"{altrove(caso)} Se la media è un’altra, va corretta.",
            in_persone(caso.chi.dipendenti, most.decimale),
        )
        return
    if caso.di(FONDO):
        lacking = fondo_datore(caso.chi) if caso.chi.fondo else None
        what = "Il fondo bilaterale non copre il datore"
    else:
        lacking = fis_datore(caso.chi, caso.causale or "") or fis_causale(caso.chi, caso.causale or "")
        what = "Il FIS non copre il datore"
    if lacking is not None:
        yield non_spetta(caso, lacking, what)


@regola("RFIS-2", CRITERI, per=_RELAZIONE)
def parti_della_causale(caso: Documento) -> Esiti:
    """La relazione dice, della sua causale, ciò che l’INPS valuta."""
    for path, what in _PARTI.get(caso.causale or "", {}).items():
        if not _detta(caso.dati, path):
            yield avviso(path, f"La relazione non dice {what}.", "La parte va aggiunta: l’INPS la valuta.")
    if solidale(caso) and not caso.righe:
        yield avviso(
            "/gruppi",
            "La relazione non dice come si riduce l’orario.",
            "Vanno indicati i lavoratori, o i gruppi, con le ore di contratto e quelle che restano.",
        )
    yield nota(
        "/causale/tipo",
        "La forma della relazione è del servizio: gli allegati della circolare INPS n. 109/2022 non sono stati letti, e"
        " vanno confrontati.",
    )


def _detta(dati: Any, path: str) -> bool:
    for name in path.strip("/").split("/"):
        dati = dati.get(name) if isinstance(dati, Mapping) else None
    return dati not in (None, "", [], {}) and (not isinstance(dati, str) or bool(dati.strip()))


@regola("RFIS-3", decreto("art. 21 c. 5"), per=_RELAZIONE, se=solidale)
def esuberi_quantificati(caso: Documento) -> Esiti:
    """Per la solidarietà la relazione dice quanti sono gli esuberi, e perché."""
    told = caso.dati.get("esuberi", {})
    if not told.get("numero"):
        yield avviso(
            "/esuberi/numero",
            "La relazione non dice quanti sono i lavoratori in esubero.",
            "Va scritto il numero dei lavoratori in esubero.",
        )
    if not told.get("motivazione", "").strip():
        yield avviso(
            "/esuberi/motivazione",
            "La relazione non dice le ragioni dell’esubero.",
            "Va scritto perché quei lavoratori sono in esubero.",
        )


@regola("RFIS-4", Fonte("DPR 28 dicembre 2000, n. 445", "artt. 38 e 47"), per=_RELAZIONE)
def documento_di_identita(caso: Documento) -> Esiti:
    """Alla relazione, che riguarda una sola causale, è allegato un documento di identità di chi dichiara."""
    given = {one["tipo"] for one in caso.dati["allegati"]}
    if "documento_identita" not in given:
        yield avviso(
            "/allegati",
            "Non è allegato il documento di identità di chi dichiara.",
            "Va allegata una copia del documento di identità, non scaduto.",
        )
    if caso.dati["dichiarante"]["capacita"] == "delegato" and DELEGA.nome not in given:
        yield avviso("/allegati", f"Manca un allegato: {DELEGA.che}.", "Va allegata la delega.")
    yield from solo_impronte(caso)


@parole("causale", CRITERI, per=_RELAZIONE)
def causale_in_parole(caso: Documento) -> dict[str, Any]:
    """Return what the cause is called, and how many of those concerned are kept in work."""
    lent: dict[str, Any] = {"causale_in_parole": NOMI[caso.causale or ""]}
    told: Mapping[str, int] = caso.dati.get("recupero", {})
    kept = [told[name] for name in _RECUPERATI if name in told]
    return lent | ({"recuperati": Decimal(sum(kept))} if kept and "coinvolti" in told else {})
