"""Who may ask for a treatment: the sector of the CIGO, the size of the CIGS (D.Lgs. 148/2015, artt. 10 and 20).

A shop that asks for the CIGO: CIGO-15 says at /datore_lavoro/settore that it may ask for the FIS.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from docservice.law.dlgs_148.generale.caso import FIGURA_IGNOTA, Documento
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, CRISI_COMPLESSA, NORMA_SPECIALE
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.altrove import altrove
from docservice.law.dlgs_148.strumenti.ostacoli import MENSA_IN_CIGO, frase
from docservice.law.dlgs_148.strumenti.ostacolo import COMMITTENTE, FONDO, MEDIA, SETTORE
from docservice.law.finding import NonVerificabile, avviso, errore, nota, serve
from docservice.law.generale.settori import NOMI_SETTORI
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, CIGO, CIGS, CONSULTAZIONE, TABELLA
from docservice.law.tratti import SOLIDARIETA as CDS
from docservice.law.voce import Esiti, regola

_CORREZIONI: Final = {
    SETTORE: "Se il settore è un altro, va corretto.",
    MEDIA: "Se la media dei dipendenti è un’altra, va corretta.",
    FONDO: "Se il fondo è un altro, va corretto.",
    COMMITTENTE: "Se il committente usa il trattamento, va indicato.",
}
_DEGLI_STRAORDINARI: Final = ("CIGS", "CDS")
_IN_DUBBIO: Final = frozenset({CESSAZIONE, CRISI_COMPLESSA})


def _senza_norma(caso: Documento) -> bool:
    return caso.causale != NORMA_SPECIALE


@regola("CIGO-15", decreto("art. 10"), per=CIGO)
def settore_della_cigo(caso: Documento) -> Esiti:
    """Il datore è di un settore che ha la CIGO."""
    serve(caso.figura("settori_cigo"), FIGURA_IGNOTA)
    lacking = replace(caso.chi, giorno=caso.giorno).senza_cigo()
    if lacking is None:
        return
    if lacking.incerto:
        raise NonVerificabile(lacking.motivo)
    yield errore(
        f"/datore_lavoro/{lacking.campo}",
        f"{frase(lacking.motivo)} È indicato «{NOMI_SETTORI[caso.chi.settore]}».",
        f"{altrove(caso)} {_CORREZIONI[lacking.campo]}",
        valore=caso.chi.settore,
    )


@regola("CIGS-6", decreto("art. 20"), per=CIGS & (ACCORDO | CONSULTAZIONE) | TABELLA & CDS, se=_senza_norma)
def dimensione_della_cigs(caso: Documento) -> Esiti:
    """Il datore, per settore, dipendenti in media e fondo, ha la CIGS, e con essa il contratto di solidarietà."""
    serve(caso.figura("settori_cigs", caso.dal), FIGURA_IGNOTA)
    lacking = caso.chi.senza_cigs()
    if lacking is None:
        if caso.chi.mensa_in_cigo:
            yield nota(f"/datore_lavoro/{COMMITTENTE}", MENSA_IN_CIGO)
        return
    if lacking.incerto:
        raise NonVerificabile(lacking.motivo)
    unread = lacking.campo == FONDO and caso.chi.fondo_non_letto
    if lacking.campo == FONDO and caso.chi.fondo_ignoto:
        yield nota(
            f"/datore_lavoro/{FONDO}", "La dimensione da cui opera il fondo indicato non è nota: si considera operante."
        )
    # of the few employees of a firm that closes, or of an area in crisis, sources do not speak with one voice
    weighs = avviso if unread or caso.causale in _IN_DUBBIO else errore
    yield weighs(
        f"/datore_lavoro/{lacking.campo}",
        f"Il datore non ha la CIGS, né il contratto di solidarietà: {lacking.motivo}."
        + (" Per questa causale le fonti non sono concordi." if caso.causale in _IN_DUBBIO else ""),
        f"{altrove(caso, _DEGLI_STRAORDINARI)} {_CORREZIONI[lacking.campo]}",
        in_persone(caso.chi.dipendenti, lacking.limite) if lacking.limite is not None else None,
    )
