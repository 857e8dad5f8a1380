"""The rules on women and on protected workers among the dismissed: L223-6 and L223-7.

Nine employed, three of them women; three dismissed, two of them women: L223-6 says so at /manodopera.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, avviso, errore, serve
from docservice.law.italiano import percento
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.graduatoria.difetti import della_manodopera
from docservice.law.l_223.graduatoria.quote import Donne, Riserva, donne, insieme, quota, riserva
from docservice.law.l_223.nomi import chiave
from docservice.law.misura import in_percento, in_persone
from docservice.law.tratti import FINALE, GRADUATORIA
from docservice.law.voce import Esiti, regola

DONNE: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 5 c. 2")
RISERVA: Final = Fonte("L. 12 marzo 1999, n. 68", "art. 10 c. 4")


def _dato(caso: Documento, nome: str) -> tuple[str, Any]:
    """Return where a datum is, that the notice may tell by itself or with the ranking, and what it is."""
    if caso.dati.get(nome) or caso.confronto is None:
        return f"/{nome}", caso.dati.get(nome) or None
    return f"{caso.confronto.percorso}/{nome}", caso.confronto.dati.get(nome) or None


def licenziati(caso: Documento) -> Sequence[Mapping[str, Any]]:
    """Return those dismissed, or else those on whom the posts fall; raise `NonVerificabile` where a tie is left."""
    if caso.di(FINALE):
        return [one.lavoratore for one in caso.recessi]
    of = serve(caso.confronto, "graduatoria dei lavoratori confrontati non indicata")
    if of.licenziati:
        return [one for _, one in of.licenziati]
    if any(profile.in_bilico for profile in of.profili):
        raise NonVerificabile("a parità di punti resta da decidere chi è scelto")
    return [of.lavoratori[one.indice] for profile in of.profili for one in profile.scelti]


def per_mansione(caso: Documento) -> dict[str, Donne]:
    """Return the women of each task considered; raise `NonVerificabile` where they cannot be counted."""
    _, told = _dato(caso, "manodopera")
    found = donne(serve(told, "occupati e donne di ciascuna mansione non indicati"), licenziati(caso))
    if not insieme(found.values()).occupati:
        raise NonVerificabile("nelle mansioni considerate non è indicato nessun occupato")
    return found


def della_riserva(caso: Documento) -> Riserva:
    """Return the reserve and who is left of it; raise `NonVerificabile` where they cannot be counted."""
    gone = sum(one.get("categoria_protetta", False) for one in licenziati(caso))
    _, told = _dato(caso, "collocamento_mirato")
    if told is None and not gone:
        return Riserva(0, 0, 0)
    return riserva(serve(told, "base di computo e occupati del collocamento mirato non indicati"), gone, caso.giorno)


@regola("L223-6", DONNE, per=FINALE | GRADUATORIA)
def quota_femminile(caso: Documento) -> Esiti:
    """Fra i licenziati le donne non sono, in proporzione, più che fra gli occupati nelle mansioni considerate."""
    path, rows = _dato(caso, "manodopera")
    yield from (errore(*one) for one in della_manodopera(rows or (), path))
    tasks = per_mansione(caso)
    whole = insieme(tasks.values())
    if whole.licenziati > whole.occupati or whole.donne_licenziate > whole.donne:
        yield errore(
            path,
            f"I licenziati delle mansioni sono {whole.licenziati}, di cui {whole.donne_licenziate} donne; gli occupati,"
            f" {whole.occupati}, di cui {whole.donne} donne: dei primi ce n’è di più.",
            "Gli occupati e le donne di ciascuna mansione vanno contati prima dei licenziamenti.",
        )
    elif not whole.entro_limite:
        yield errore(
            path,
            f"Fra i licenziati le donne sono {_su(whole.donne_licenziate, whole.licenziati)}, fra gli occupati"
            f" {_su(whole.donne, whole.occupati)}.",
            f"Vanno controllati di nuovo i numeri e come i criteri sono stati applicati: {_al_massimo(whole)}.",
            in_percento(*_quote(whole)),
        )
    for place, row in enumerate(rows if len(tasks) > 1 else ()):
        one = tasks.pop(chiave(row["mansione"]), None)
        if one is not None and not one.entro_limite:
            yield avviso(
                f"{path}/{place}",
                f"Nella sola mansione le donne licenziate sono {_su(one.donne_licenziate, one.licenziati)}, le occupate"
                f" {_su(one.donne, one.occupati)}.",
                "La quota si conta su tutte le mansioni considerate insieme: va detto perché si guardano insieme.",
                in_percento(*_quote(one)),
            )


@regola("L223-7", RISERVA, per=FINALE | GRADUATORIA)
def quota_di_riserva(caso: Documento) -> Esiti:
    """Se è licenziato chi è in collocamento mirato, quelli che rimangono coprono la quota di riserva."""
    if caso.di(FINALE) and caso.tutti(len(caso.recessi)):
        return  # nobody is left of whom to count a reserve
    path, _ = _dato(caso, "collocamento_mirato")
    found = della_riserva(caso)
    if not found.entro_limite:
        yield errore(
            path,
            f"Con i licenziamenti gli occupati del collocamento mirato scendono a {max(0, found.rimanenti)}, e"
            f" la quota di riserva è {found.quota}.",
            "Il licenziamento di chi è nella quota può essere annullato: va rivista la graduatoria, lasciandone fuori"
            " chi serve a coprirla e dicendone il motivo; oppure vanno corretti i numeri del collocamento mirato.",
            in_persone(max(0, found.rimanenti), found.quota),
        )


def _quote(of: Donne) -> tuple[Decimal, Decimal]:
    """Return the share of women among the dismissed, and that among the employed, which is the limit."""
    return quota(of.donne_licenziate, of.licenziati), quota(of.donne, of.occupati)


def _al_massimo(of: Donne) -> str:
    """Say how many women may be among those dismissed: "su 3 licenziati la quota ammette al massimo una donna"."""
    women = {0: "non ammette donne", 1: "ammette al massimo una donna"}
    told = women.get(of.al_massimo, f"ammette al massimo {of.al_massimo} donne")
    whole = "se il licenziato è uno solo" if of.licenziati == 1 else f"su {of.licenziati} licenziati"
    return f"{whole} la quota {told}"


def _su(parte: int, tutto: int) -> str:
    """Write a part of a whole: "2 su 3 (66,67%)"."""
    return f"{parte} su {tutto} ({percento(quota(parte, tutto))})"
