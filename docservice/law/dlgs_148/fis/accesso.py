"""Who may ask for the cheque of the FIS, or of a bilateral fund, and for what (D.Lgs. 148/2015, artt. 26-30).

A firm of industry that asks for the FIS: FIS-1 says at /datore_lavoro/settore that it has the CIGO.
"""

from __future__ import annotations

from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.caso import FIGURA_IGNOTA, Documento
from docservice.law.dlgs_148.generale.causali import NOMI, NORMA_SPECIALE, SOLIDARIETA
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.strumenti.altrove import altrove
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO, RICHIESTA
from docservice.law.dlgs_148.strumenti.fondi import FSBA
from docservice.law.dlgs_148.strumenti.fondi import per_esteso as fondo_per_esteso
from docservice.law.dlgs_148.strumenti.ostacoli import fis_causale, fis_datore, fondo_causale, fondo_datore
from docservice.law.dlgs_148.strumenti.ostacolo import FONDO, Ostacolo
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.misura import in_persone
from docservice.law.tratti import CIGO, ELENCO, FIS
from docservice.law.tratti import FONDO as DEL_FONDO
from docservice.law.voce import Esiti, parole, regola

FONDI: Final = decreto("artt. 26 e 27")
_IGNOTO: Final = "La dimensione da cui opera il fondo indicato non è nota quel giorno: si considera operante."


def senza_norma(caso: Documento) -> bool:
    """Say whether the treatment is that of the decree: a special act says by itself to whom it gives it."""
    return caso.causale != NORMA_SPECIALE


def _nella_legge(caso: Documento) -> None:
    serve(caso.figura("settori_cigo", caso.dal), FIGURA_IGNOTA)


@regola("FIS-1", decreto("artt. 26 e 29"), per=FIS & (RICHIESTA | ELENCO), se=senza_norma)
def datore_del_fis(caso: Documento) -> Esiti:
    """Il datore non ha la CIGO né un fondo bilaterale operante, e ha i dipendenti da cui il FIS lo copre."""
    _nella_legge(caso)
    lacking = fis_datore(caso.chi, caso.causale or "")
    if lacking is not None:
        yield from _ignoto(caso, lacking)
        yield non_spetta(caso, lacking, "Il FIS non copre il datore")
    elif (doubt := caso.chi.senza_cigo()) and doubt.incerto:
        raise NonVerificabile(doubt.motivo)


def _ignoto(caso: Documento, lacking: Ostacolo) -> Esiti:
    if lacking.campo == FONDO and not lacking.incerto and caso.chi.fondo_non_letto:
        yield nota(f"/datore_lavoro/{FONDO}", _IGNOTO)


def non_spetta(caso: Documento, lacking: Ostacolo, what: str) -> Rilievo:
    """Return what is in the way as a finding: a warning, where the law may well give it."""
    unread = lacking.campo == FONDO and caso.chi.fondo_non_letto
    told = avviso if lacking.incerto or unread else errore
    return told(
        f"/datore_lavoro/{lacking.campo}" if lacking.campo else "/periodo/dal",
        f"{what}: {lacking.motivo}.",
        f"{altrove(caso)} Se il dato è un altro, va corretto.",
        in_persone(caso.chi.media, lacking.limite) if lacking.limite is not None else None,
    )


@regola("FIS-2", guida("FIS, causali"), per=ASSEGNO & (RICHIESTA | ELENCO), se=senza_norma)
def causale_dell_assegno(caso: Documento) -> Esiti:
    """La causale è fra quelle per cui il FIS, o il fondo bilaterale, dà l’assegno a quel datore, in quel periodo."""
    _nella_legge(caso)
    cause = serve(caso.causale, "causale non indicata")
    lacking = fondo_causale(cause) if caso.di(DEL_FONDO) else fis_causale(caso.chi, cause)
    if lacking is not None:
        yield errore(
            "/causale/tipo",
            f"La causale «{NOMI[cause]}» non dà l’assegno: {lacking.motivo}.",
            f"{altrove(caso)} Se la causale è un’altra, va corretta.",
            in_persone(caso.chi.media, lacking.limite) if lacking.limite is not None else None,
        )


@regola("FIS-9", FONDI, per=DEL_FONDO & (RICHIESTA | ELENCO), se=senza_norma)
def fondo_operante(caso: Documento) -> Esiti:
    """Il fondo bilaterale opera, il primo giorno del periodo, per un datore di quella dimensione."""
    _nella_legge(caso)
    serve(caso.chi.fondo, "fondo bilaterale non indicato")
    lacking = fondo_datore(caso.chi)
    if lacking is None and caso.chi.inquadramento is not None and caso.chi.ha_cigo:
        yield nota(
            "/datore_lavoro/settore",
            "Il settore ha la CIGO: i fondi bilaterali coprono di regola chi non ce l’ha. Va verificato che il fondo"
            " indicato sia quello del datore.",
        )
    if lacking is not None:
        yield non_spetta(caso, lacking, "Il fondo bilaterale non copre il datore")
    elif caso.chi.fondo_ignoto:
        yield nota(f"/datore_lavoro/{FONDO}", _IGNOTO)


def _con_fondo(caso: Documento) -> bool:
    return caso.di(DEL_FONDO) or caso.chi.fondo is not None


@regola("D148-11", FONDI, per=CIGO | DEL_FONDO, se=_con_fondo)
def fondo_indicato(caso: Documento) -> Esiti:
    """Chi chiede l’assegno di un fondo bilaterale dice quale; chi chiede la CIGO non indica un fondo che lo copre."""
    if caso.di(DEL_FONDO):
        if caso.chi.fondo is None:
            yield errore(
                f"/datore_lavoro/{FONDO}",
                "Si chiede l’assegno di un fondo bilaterale, e non è indicato quale.",
                f"Va indicato il fondo: per l’artigianato, di regola, {FSBA}."
                if caso.chi.fondo_presunto
                else "Va indicato il fondo, con il suo codice INPS; se il datore non ne ha uno, si chiede il FIS.",
            )
        return
    doubt = caso.chi.senza_cigo()
    # of a sector that has no CIGO another rule speaks
    if doubt and doubt.incerto and caso.chi.nel_fondo:
        yield avviso(
            f"/datore_lavoro/{FONDO}",
            "Il fondo bilaterale indicato copre il datore, e si chiede la CIGO: i fondi coprono chi non ha la CIGO.",
            f"Va corretto il fondo, oppure il settore. {altrove(caso)}",
        )


@parole("strumento", Fonte("D.Lgs. 14 settembre 2015, n. 148", "artt. 26-31"), per=ASSEGNO)
def parole_dell_assegno(caso: Documento) -> dict[str, Any]:
    """Return what the cheque is called on the first day of the period, and the fund that pays it."""
    name = caso.figura("nome_assegno_solidarieta" if caso.causale == SOLIDARIETA else "nome_assegno", caso.dal)
    return {"assegno": name.testo if name else "", "nome_fondo": fondo_per_esteso(caso.chi.fondo)}
