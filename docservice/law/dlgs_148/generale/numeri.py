"""The numbers of the workers concerned: those by category and by unit add up, averages and parts are within the whole.

310 + 640 + 70 workers by category, of 1.021: D148-13 says at /numero_massimo_dettaglio that they are 1.020.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import Rilievo, avviso, errore
from docservice.law.generale.orari import somma
from docservice.law.italiano import arrotonda, con_punto, importo, numero, percento
from docservice.law.misura import Misura, in_percento, in_persone
from docservice.law.tratti import ACCORDO, CONSULTAZIONE
from docservice.law.voce import Esiti, parole, regola

_NUMERI: Final = ("numero_massimo_dettaglio", "numero_medio", "numero_zero_ore")
_RIPARTI: Final = {
    (True, False): "per categoria",
    (False, True): "per unità",
    (True, True): "per categoria e unità",
    (False, False): "senza categoria né unità",
}
_COLONNE: Final = {"medie": "medio", "zero_ore": "zero_ore"}
_INTERO: Final = Decimal(100)
_FONTE: Final = guida("verbali di accordo e di esame congiunto")


def _con_numeri(caso: Documento) -> bool:
    return (
        _quota(caso) is not None
        or bool(_per_unita(caso))
        or any(name in caso.dati for name in _NUMERI)
        or not {"investimenti", "recupero"}.isdisjoint(_programma(caso))
    )


def _programma(caso: Documento) -> Mapping[str, Any]:
    told: Mapping[str, Any] = caso.dati.get("programma", {})
    return told


@regola("D148-13", _FONTE, per=CONSULTAZIONE | ACCORDO, se=_con_numeri)
def numeri_che_tornano(caso: Documento) -> Esiti:
    """I numeri per categoria e per unità danno il massimo; medie, zero ore e quote non superano il loro intero."""
    most = caso.dati.get("numero_massimo_dipendenti") or somma(caso.righe).teste
    rows = caso.dati.get("numero_massimo_dettaglio", [])
    yield from _somme(rows, most)
    units = _per_unita(caso)
    if sum(units) != most and units:
        yield _non_torna("/datore_lavoro/unita_coinvolte", "delle unità", sum(units), most)
    for name in ("numero_medio", "numero_zero_ore"):
        yield from _entro(f"/{name}", caso.dati.get(name), most)
    yield from _medie(rows, caso.dati.get("numero_medio"))
    for place, row in enumerate(rows):
        for name in ("medio", "zero_ore"):
            yield from _entro(f"/numero_massimo_dettaglio/{place}/{name}", row.get(name), row["numero"])
    share = _quota(caso)
    if share is not None and share > _INTERO:
        yield errore(
            "/formazione/quota_ore_percentuale",
            f"La quota delle ore per la formazione è {percento(share)}, più di tutte le ore.",
            "Va corretta la quota.",
            in_percento(share, _INTERO),
        )
    yield from _del_programma(caso, most)


def _del_programma(caso: Documento, most: int) -> Iterator[Rilievo]:
    """Compare the investments with their total, and the workers that the programme concerns with the maximum."""
    told = _programma(caso).get("investimenti", {})
    listed, total = voci_degli_investimenti(told), told.get("importo_totale")
    if listed is not None and total is not None and listed != total:
        yield avviso(
            "/programma/investimenti/voci",
            f"Le voci degli investimenti danno {importo(listed)} euro, il totale è {importo(total)} euro.",
            "Va corretto uno degli importi, oppure vanno aggiunte le voci che mancano.",
            Misura(con_punto(listed), con_punto(total), "euro"),
        )
    concerned = _programma(caso).get("recupero", {}).get("coinvolti")
    if concerned is not None and concerned > most:
        yield avviso(
            "/programma/recupero/coinvolti",
            f"I lavoratori coinvolti dal programma sono {concerned}, il massimo di quelli interessati è {most}.",
            "Va controllato uno dei due numeri.",
            in_persone(concerned, most),
        )


def voci_degli_investimenti(investimenti: Mapping[str, Any]) -> Decimal | None:
    """Return the sum of the investments listed; None where there are none, or one has no amount."""
    found = [one.get("importo") for one in investimenti.get("voci", ())]
    return None if not found or None in found else sum(found, Decimal(0))


def _somme(rows: Sequence[Mapping[str, Any]], most: int) -> Iterator[Rilievo]:
    """Compare with the maximum each breakdown: rows of a category, of a unit, of a category in a unit."""
    for of, what in _RIPARTI.items():
        own = [row["numero"] for row in rows if _ripartita(row) == of]
        if own and sum(own) != most:
            yield _non_torna("/numero_massimo_dettaglio", what, sum(own), most)


def _medie(rows: Sequence[Mapping[str, Any]], mean: Decimal | None) -> Iterator[Rilievo]:
    """Compare the mean with those of each breakdown, with as many decimals as it has: parts may have more."""
    exponent = Decimal(mean or 0).as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    for of, what in _RIPARTI.items():
        own = [row for row in rows if _ripartita(row) == of]
        if mean is None or not own or any("medio" not in row for row in own):
            continue
        total = sum((row["medio"] for row in own), Decimal(0))
        if arrotonda(total, places) != mean:
            yield avviso(
                "/numero_medio",
                f"Il numero medio è {numero(mean)}, le medie {what} danno {numero(total)}.",
                "Va corretto il numero medio, oppure una delle medie.",
                valore=mean,
                limite=total,
            )


def _ripartita(row: Mapping[str, Any]) -> tuple[bool, bool]:
    return "categoria" in row, "unita" in row


def _non_torna(path: str, what: str, total: int, most: int) -> Rilievo:
    return errore(
        path,
        f"I numeri {what} danno {total}, il massimo dei lavoratori interessati è {most}.",
        "Va corretto uno dei numeri, oppure il massimo.",
        in_persone(total, most),
    )


def _entro(path: str, told: int | Decimal | None, whole: int) -> Iterator[Rilievo]:
    if told is not None and told > whole:
        yield errore(
            path,
            f"Il numero è {numero(told)}, più del massimo di cui fa parte ({whole}).",
            "Va corretto uno dei due.",
            valore=told,
            limite=whole,
        )


def _per_unita(caso: Documento) -> list[int]:
    """Return the maximum of each unit concerned, if all have one."""
    found = [one.get("numero_massimo") for one in caso.datore.get("unita_coinvolte", [])]
    return [] if None in found else found


def _quota(caso: Documento) -> Decimal | None:
    told: Decimal | None = caso.dati.get("formazione", {}).get("quota_ore_percentuale")
    return told


def _dettagliato(caso: Documento) -> bool:
    return bool(caso.dati.get("numero_massimo_dettaglio"))


@parole("dettaglio_numeri", _FONTE, per=CONSULTAZIONE | ACCORDO, se=_dettagliato)
def dettaglio_numeri(caso: Documento) -> dict[str, Any]:
    """Return each breakdown of the workers concerned: its rows by place, which columns it has, its total."""
    rows = caso.dati["numero_massimo_dettaglio"]
    found = []
    for per_categoria, per_unita in _RIPARTI:
        places = [place for place, row in enumerate(rows) if _ripartita(row) == (per_categoria, per_unita)]
        own = [rows[place] for place in places]
        # a column that some rows leave blank has no total
        sums = {
            name: sum(row[name] for row in own) if all(name in row for row in own) else ""
            for name in ("numero", *_COLONNE.values())
        }
        told = {f"con_{name}": any(column in row for row in own) for name, column in _COLONNE.items()}
        named = {"per_categoria": per_categoria, "per_unita": per_unita}
        found += [{"indici": places, "totale": sums, **named, **told}] if own else []
    return {"dettaglio_numeri": found}
