"""The procedure of the cheque of the FIS and of the funds: the notice, the programme, the cap on what is paid.

A crisis of a shop of twelve, in 2024: FIS-10 asks that the agreement say the programme, and reminds of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigo.consultazione import nei_termini, ordinaria, tipi_destinatari
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA, STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO, PROCEDURA
from docservice.law.finding import Rilievo, avviso, nota
from docservice.law.tratti import ACCORDO, COMUNICAZIONE, FIS
from docservice.law.voce import Esiti, annota, parole, regola

CRITERI: Final = Fonte("D.M. 25 febbraio 2022, n. 33", "circolare INPS n. 109/2022")
"""The criteria of the extraordinary causes of the FIS."""
_CON_PROGRAMMA: Final = frozenset({"riorganizzazione", "transizione", "crisi"})


@regola("FIS-5", decreto("art. 14"), per=ASSEGNO & PROCEDURA, se=ordinaria)
def consultazione(caso: Documento) -> Esiti:
    """La comunicazione va a RSA o RSU o, se mancano, ai sindacati; dice l’entità; e si chiude nei termini."""
    if caso.di(COMUNICAZIONE):
        yield from _a_chi(caso)
        if caso.dati["sospensione"] != "zero_ore" and "ore_settimanali_ridotte" not in caso.dati:
            yield avviso(
                "/ore_settimanali_ridotte",
                "La comunicazione non dice di quante ore si riduce l’orario.",
                "Vanno indicate le ore settimanali: la comunicazione dice anche l’entità della riduzione.",
            )
    yield from nei_termini(caso)


def _a_chi(caso: Documento) -> Iterator[Rilievo]:
    kinds, own = tipi_destinatari(caso), caso.dati.get("rappresentanza_aziendale", {}).get("tipo")
    if own in ("RSA", "RSU") and own.lower() not in kinds:
        yield avviso("/destinatari", f"L’unità ha una {own}, che non è fra i destinatari.", f"Va aggiunta la {own}.")
    elif not kinds & {"os", "rsa", "rsu"}:
        yield avviso(
            "/destinatari",
            "Fra i destinatari non ci sono né la RSA o la RSU, né un’organizzazione sindacale territoriale.",
            "Va aggiunta la RSA o la RSU; se manca, le organizzazioni sindacali territoriali.",
        )


def _straordinaria(caso: Documento) -> bool:
    return caso.causale in STRAORDINARIE_FIS


def primo_giorno(caso: Documento) -> date:
    """Return the day whose law a treatment follows."""
    return caso.dal


def con_relazione(caso: Documento) -> bool:
    """Say whether a sworn report goes with the application, as far as the size of the firm is known."""
    most = caso.figura("dipendenti_fis_straordinarie", caso.dal)
    few = most is not None and (caso.chi.media is None or caso.chi.media <= most.decimale)
    return few and _straordinaria(caso)


@regola(
    "FIS-10",
    CRITERI,
    per=ASSEGNO & PROCEDURA,
    se=_straordinaria,
    vige="dipendenti_fis_straordinarie",
    il=primo_giorno,
)
def programma(caso: Documento) -> Esiti:
    """Per le causali straordinarie dal 2022 si dice il programma, e la domanda ha una relazione giurata."""
    told = caso.dati.get("programma", {}).get("descrizione", "").strip()
    if caso.di(ACCORDO) and caso.causale in _CON_PROGRAMMA and not told:
        yield avviso(
            "/programma/descrizione",
            "L’accordo non dice il programma che l’impresa realizza.",
            "Va descritto in breve: che cosa si fa, e come si recuperano i lavoratori.",
        )
    if con_relazione(caso):
        yield nota(
            "/causale/tipo",
            "Con la domanda va la relazione sulla causale, una per ciascuna: è una dichiarazione sostitutiva di atto di"
            " notorietà (art. 47 del DPR 445/2000).",
        )


@annota(
    "FIS-8",
    Fonte("D.Lgs. 14 settembre 2015, n. 148", "artt. 29 c. 4 e 44 c. 5"),
    per=FIS & PROCEDURA,
    vige="tetto_contributi_fis",
    il=primo_giorno,
)
def tetto_dei_contributi(caso: Documento) -> Iterator[Rilievo]:
    """Say how much the FIS pays at most to a firm, while it has such a cap."""
    times = caso.vigente("tetto_contributi_fis", caso.dal)
    yield nota(
        "/periodo/dal",
        f"Per i periodi cominciati quell’anno il FIS paga al massimo {times.decimale} volte i contributi ordinari"
        " dovuti dall’impresa, tolto ciò che le ha già concesso: il servizio non può verificarlo.",
        fonte=times.fonte,
    )


@parole("domanda", decreto("art. 30 c. 2"), per=ASSEGNO & ACCORDO)
def parole_della_domanda(caso: Documento) -> dict[str, Any]:
    """Return the days of the application, where they are known, and whether the report goes with it."""
    lent: dict[str, Any] = {"con_relazione": con_relazione(caso)}
    signed = caso.figura("giorni_domanda_assegno_solidarieta") if caso.causale == SOLIDARIETA else None
    before, after = (caso.figura(name, caso.dal) for name in ("giorni_anticipo_fis", "giorni_domanda_fis"))
    if signed:
        lent["domanda_al"] = aggiungi_giorni(caso.giorno, int(signed.decimale))
    elif before and after:
        first = aggiungi_giorni(caso.dal, -int(before.decimale))
        # of a first day that is past when they sign there is nothing to say
        lent |= {"domanda_dal": first} if first > caso.giorno else {}
        lent["domanda_al"] = aggiungi_giorni(caso.dal, int(after.decimale))
    return lent
