"""What a document that holds a ranking tells of it: the figures, their working, the words that its text prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final

from docservice.law.finding import NonVerificabile
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.graduatoria import passaggi
from docservice.law.l_223.graduatoria.classifica import NO, SI, Confronto, Profilo
from docservice.law.l_223.graduatoria.limiti import DONNE, RISERVA, della_riserva, per_mansione
from docservice.law.l_223.graduatoria.quote import Donne, Riserva, insieme
from docservice.law.l_223.graduatoria.scelta import CRITERI
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import FINALE, GRADUATORIA
from docservice.law.voce import cifra, parole

_QUOTE: Final = ("percentuale_occupate", "percentuale_licenziate")
_RISERVA: Final = ("quota_riserva", "protetti_rimanenti")


def _confrontati(caso: Documento) -> bool:
    return caso.confronto is not None


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    del cifre
    for one in passaggi.della_graduatoria(caso.confronto) if caso.confronto else ():
        yield Passaggio("graduatoria", *one)


@cifra("graduatoria", fonte=CRITERI, per=FINALE | GRADUATORIA, se=_confrontati, passi=_passi)
def graduatoria(caso: Documento) -> list[dict[str, Any]]:
    """Return the rankings of all the profiles, a row for each worker."""
    profiles = caso.confronto.profili if caso.confronto else []
    return [{"profilo": of.nome, **one.as_dict()} for of in profiles for one in of.graduatoria]


def _donne(caso: Documento) -> Donne | None:
    with suppress(NonVerificabile):
        return insieme(per_mansione(caso).values())
    return None


def _passi_donne(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    del cifre
    found = _donne(caso)
    for name, one in zip(_QUOTE, passaggi.delle_donne(found) if found else (), strict=False):
        yield Passaggio(name, one.descrizione, one.formula)


@cifra(*_QUOTE, fonte=DONNE, per=FINALE | GRADUATORIA, passi=_passi_donne)
def quote_delle_donne(caso: Documento) -> dict[str, str]:
    """Return the share of women among the employed and among the dismissed, where they can be counted."""
    found = _donne(caso)
    told = found.as_dict() if found else {}
    return {name: told[name] for name in _QUOTE if name in told}


def _riserva(caso: Documento) -> tuple[Riserva, int] | None:
    told = caso.dati.get("collocamento_mirato") or (caso.confronto and caso.confronto.dati.get("collocamento_mirato"))
    with suppress(NonVerificabile):
        return (della_riserva(caso), told["base_computo"]) if told else None
    return None


def _passi_riserva(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    del cifre
    found = _riserva(caso)
    for name, one in zip(_RISERVA, passaggi.della_riserva(*found) if found else (), strict=False):
        yield Passaggio(name, *one)


@cifra(*_RISERVA, fonte=RISERVA, per=FINALE | GRADUATORIA, passi=_passi_riserva)
def della_quota_di_riserva(caso: Documento) -> dict[str, str]:
    """Return the reserve of L. 68/1999 and how many are left of it."""
    found = _riserva(caso)
    if found is None:
        return {}
    told = found[0].as_dict()
    return dict(zip(_RISERVA, (str(told["quota_riserva"]), str(told["rimanenti"])), strict=True))


@parole("graduatoria", CRITERI, per=FINALE | GRADUATORIA)
def parole_della_graduatoria(caso: Documento) -> dict[str, Any]:
    """Return the rankings for the text: who is where by the place in the list, and the points of each there.

    Of a notice, which tells what was done, those chosen are those dismissed, where it marks them.
    """
    of = caso.confronto
    done = of is not None and caso.di(FINALE) and bool(of.licenziati)
    profiles = of.profili if of else []
    points: list[dict[str, Any]] = [{} for _ in (of.lavoratori if of else ())]
    for one in (one for profile in profiles for one in profile.graduatoria):
        row = one.riga
        points[row.indice] = {"posizione": one.posizione, "anni": row.anni, "carichi": row.carichi}
        points[row.indice] |= {"anzianita": row.anzianita, "esigenze": row.esigenze, "totale": row.totale}
        points[row.indice]["scelto"] = one.scelto if not done else SI if row.licenziato else NO
    return {
        "profili": [_profilo(one, done=done) for one in profiles],
        "punti": points,
        "motivati": _motivati(of) if of else [],
        # who fills the reserve is counted, never named
        "esclusi": [place for place, one in of.esclusi if not _per_la_riserva(one)] if of else [],
        "esclusi_per_la_riserva": sum(_per_la_riserva(one) for _, one in of.esclusi) if of else 0,
        "senza_posti": [place for place, _ in of.senza_posti] if of else [],
        **(_delle_quote(caso) if caso.di(GRADUATORIA) else {"dal_basso": done and _dal_basso(of)}),
    }


def _per_la_riserva(one: Mapping[str, Any]) -> bool:
    return bool(one["escluso"].get("motivo") == "quota_riserva")


def _delle_quote(caso: Documento) -> dict[str, Any]:
    women, reserve = _donne(caso), _riserva(caso)
    return {
        "quota_donne": _per_il_testo(women) if women else {},
        "riserva": reserve[0].as_dict() if reserve else {},
    }


def _dal_basso(of: Confronto | None) -> bool:
    """Say whether in each profile those dismissed come before those kept, and nobody else is dismissed."""
    if of is None or any(one.get("licenziato") for _, one in (*of.esclusi, *of.senza_posti)):
        return False
    for profile in of.profili:
        rows = [one.riga for one in profile.graduatoria]
        gone = [of.ordine(one) for one in rows if one.licenziato]
        kept = [of.ordine(one) for one in rows if not one.licenziato]
        if gone and kept and max(gone) > min(kept):
            return False
    return True


def _per_il_testo(of: Donne) -> dict[str, Any]:
    """Return the women with their shares as numbers, which a text prints its own way."""
    shares = {name: Decimal(told) for name, told in of.as_dict().items() if isinstance(told, str)}
    return {**of.as_dict(), **shares}


def _motivati(of: Confronto) -> list[int]:
    """Return the places of those compared of whom it is told why the needs weigh."""
    told = ((place, one) for place, one in enumerate(of.lavoratori) if "escluso" not in one)
    return [place for place, one in told if "motivo_esigenze" in one]


def _profilo(of: Profilo, *, done: bool) -> dict[str, Any]:
    even = [] if done else of.in_bilico
    gone = [one.riga.totale for one in of.graduatoria if one.riga.licenziato]
    top = max(gone, default=None) if done else of.soglia
    return {
        "indici": [one.riga.indice for one in of.graduatoria],
        "confrontati": len(of.graduatoria),
        "soglia": "" if top is None else top,
        "parita": bool(even),
        "pari": len(even),
        "da_scegliere": of.posti - len(of.scelti),
    }
