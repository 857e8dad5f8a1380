"""The rule on what earlier periods are left out of: said once, and doubted where the facts are not the table's.

A CIGO of 2019 flagged "covid": D148-10 warns that its days are not those of the COVID, and that it counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law.dlgs_148.computo.fuori import Parte, parti
from docservice.law.dlgs_148.computo.motivi import EONE_EDILE, MOTIVI, RICHIESTA_EDILE, contrari
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import NonVerificabile, Rilievo, avviso, nota
from docservice.law.italiano import giorni
from docservice.law.tratti import CIGO, CONSULTAZIONE
from docservice.law.voce import Esiti, regola


def _detto(caso: Documento) -> bool:
    return any("fuori_computo" in one or "in_deroga" in one for one in caso.dati.get("periodi_precedenti", []))


def _parti(caso: Documento) -> dict[int, list[Parte]]:
    listed = caso.dati.get("periodi_precedenti", [])
    told = {place: period for place, period in caso.precedenti.items() if "fuori_computo" in listed[place]}
    return {place: parti(listed[place], period, caso.settore) for place, period in told.items()}


@regola("D148-10", decreto("artt. 4, 12 e 22"), se=_detto)
def fuori_dal_computo(caso: Documento) -> Esiti:
    """Un periodo lasciato fuori dai limiti di durata ha i fatti per cui la legge lo esclude; se no, conta."""
    listed = caso.dati["periodi_precedenti"]
    out: list[str] = []
    for place, one in enumerate(listed):
        path = f"/periodi_precedenti/{place}"
        for name, wrong in contrari(one, caso.settore):
            yield avviso(
                f"{path}/{name}",
                f"Il periodo precedente n. {place + 1} conta nei limiti di durata: {wrong}.",
                "Va corretto il dato, oppure va tolta l’indicazione che il periodo è fuori dal computo.",
            )
        if one.get("fuori_computo") == EONE_EDILE and caso.settore is None:
            yield NonVerificabile("settore non indicato: l’esclusione vale per edilizia e lapideo")
    for place, found in _parti(caso).items():
        why = MOTIVI[listed[place]["fuori_computo"]]
        # days of no act are those of a period whose facts are wrong: said above
        yield from (_conta(place, one) for one in found if one.esclusa_da == frozenset() and one.fonte)
        out += [f"n. {place + 1} ({why.nome}), {_articoli(one)}" for one in found if one.esclusa_da]
    if out:
        yield nota(
            "/periodi_precedenti",
            f"Periodi lasciati fuori dai limiti di durata: {'; '.join(out)}. Ciò che è concesso fuori da un limite non"
            " vi conta neppure dopo (lettura del servizio).",
        )


def _articoli(part: Parte) -> str:
    named = sorted(part.esclusa_da or ())
    when = giorni(part.giorni.dal, part.giorni.al)
    return f"{when}: {'art.' if len(named) == 1 else 'artt.'} {', '.join(map(str, named))}"


def _conta(place: int, part: Parte) -> Rilievo:
    return avviso(
        f"/periodi_precedenti/{place}",
        f"Il periodo precedente n. {place + 1} conta nei limiti di durata {giorni(part.giorni.dal, part.giorni.al)}:"
        " sono giorni in cui la legge non lo lascia fuori.",
        "Vanno corrette le date; un periodo che ne è fuori in parte va scritto come due periodi.",
        fonte=part.fonte,
    )


def giorni_ignoti(caso: Documento) -> Iterator[Rilievo]:
    """Yield a doubt for the days of which it is not known whether they are left out: D148-1 tells it."""
    if caso.di(CIGO & CONSULTAZIONE) and caso.periodo and caso.edile and caso.eone:
        # D148-1 tells what was asked of the law, and is not known of the days asked for
        for one in parti(RICHIESTA_EDILE, caso.periodo, caso.settore):
            caso.figura(MOTIVI[EONE_EDILE].figura or "", one.giorni.dal)
    for place, found in _parti(caso).items():
        for one in found:
            if one.esclusa_da is None:
                yield avviso(
                    f"/periodi_precedenti/{place}/fuori_computo",
                    f"Non è noto se la legge lasci fuori dai limiti di durata il periodo precedente n. {place + 1}"
                    f" {giorni(one.giorni.dal, one.giorni.al)}.",
                    "Va controllata la legge in vigore in quei giorni; le regole che ne dipendono non sono verificate.",
                    fonte=one.fonte,
                )
