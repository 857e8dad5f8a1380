"""The average cut of hours in a solidarity contract, against the caps of its day.

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w. Limits are compared on the exact
ratio; shares are shown half-up with two decimals. The caps are those of D.Lgs. 148/2015 art. 21 c. 5, or of schema C
of the framework agreement of 2009, which sets none for the single worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, arrotonda, calcolo, in_formula
from docservice.law.deroga_2009.monte_ore import valore_quota
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import plain

DEROGA: Final = "deroga-2009"


@dataclass(frozen=True, slots=True)
class _Riga:
    """Heads with the same hours: weekly, contractual and worked; `percorso` is their JSON pointer."""

    percorso: str
    reparto: str | None
    teste: int
    contratto: Decimal
    lavorate: Decimal

    @property
    def taglio(self) -> Fraction:
        """The cut, in percent of the contractual hours."""
        return Fraction(self.contratto - self.lavorate) / Fraction(self.contratto) * 100


@calcolo("riduzione-cds", titolo="Riduzione media dell’orario in un contratto di solidarietà", schema="RiduzioneCds")
def conto(dati: Mapping[str, Any]) -> Conto:
    """La riduzione media dell’orario: ore non lavorate su ore lavorabili, con i limiti in vigore alla data.

    `data` date; `gruppi` or `lavoratori` with `ore_settimanali` and `ore_lavorate_settimanali` Decimal; `esuberi` int
    and `regime` optional.
    """
    righe = list(_righe(dati))
    _verifica(dati, righe)
    medio, individuale = _limiti(dati)
    svolto = Conto()
    teste = sum(r.teste for r in righe)
    lavorabili = sum((r.teste * r.contratto for r in righe), Decimal(0))
    perse = sum((r.teste * (r.contratto - r.lavorate) for r in righe), Decimal(0))
    media = Fraction(perse) / Fraction(lavorabili) * 100
    limite = _percento(medio)
    svolto.passo("Ore lavorabili in una settimana", _somma(righe, "{n} × {c}"), plain(lavorabili))
    svolto.passo("Ore non lavorate", _somma(righe, "{n} × ({c} − {w})"), plain(perse))
    svolto.passo(
        "Riduzione media", f"{in_formula(perse)} / {in_formula(lavorabili)} × 100", f"{_mostra(media)}, limite {limite}"
    )
    svolto.cita(medio)
    svolto.note.append("La media è calcolata sui soli lavoratori coinvolti nella riduzione, non su tutto l’organico.")
    svolto.risultati.update(
        lavoratori=str(teste),
        ore_lavorabili=plain(lavorabili),
        ore_non_lavorate=plain(perse),
        riduzione_media_percentuale=_mostra(media),
        limite_medio=plain(limite),
        entro_limite=media <= limite,
    )
    if individuale is not None:
        _singoli(svolto, righe, individuale)
    svolto.risultati["gruppi"] = _gruppi(righe)
    if "esuberi" in dati:
        _esuberi(svolto, dati["esuberi"], Fraction(lavorabili) / teste, perse)
    return svolto


def _righe(dati: Mapping[str, Any]) -> Iterable[_Riga]:
    for name in ("gruppi", "lavoratori"):
        for index, raw in enumerate(dati.get(name, [])):
            hours = raw["ore_settimanali"], raw["ore_lavorate_settimanali"]
            yield _Riga(f"/{name}/{index}", raw.get("reparto"), raw.get("lavoratori", 1), *hours)


def _verifica(dati: Mapping[str, Any], righe: Sequence[_Riga]) -> None:
    errori = []
    if bool(dati.get("gruppi")) == bool(dati.get("lavoratori")):
        errori.append(("/gruppi", "Vanno indicati i gruppi oppure i lavoratori: uno dei due, e uno solo."))
    errori += [
        (
            f"{riga.percorso}/ore_lavorate_settimanali",
            f"Le ore lavorate ({riga.lavorate}) sono più di quelle di contratto ({riga.contratto}): vanno corrette.",
        )
        for riga in righe
        if riga.lavorate > riga.contratto
    ]
    try:
        _limiti(dati)
    except FiguraIgnota as error:
        errori.append(("/data", f"{error} Per un accordo del 2009-2010 va indicato regime: {DEROGA}."))
    if errori:
        raise DominioErrato(errori)


def _limiti(dati: Mapping[str, Any]) -> tuple[Valore, Valore | None]:
    """Return the cap of the average and, where there is one, that of the single worker."""
    if dati.get("regime") == DEROGA:
        return valore_quota("C"), None
    day: date = dati["data"]
    return figura("dlgs_148.riduzione_media_cds", day), figura("dlgs_148.riduzione_individuale_cds", day)


def _percento(limite: Valore) -> Decimal:
    # the framework of 2009 writes it as a ratio, 0,60
    return limite.decimale if limite.decimale > 1 else limite.decimale * 100


def _singoli(svolto: Conto, righe: Sequence[_Riga], limite: Valore) -> None:
    over = [(index, riga.taglio) for index, riga in enumerate(righe) if riga.taglio > limite.decimale]
    svolto.cita(limite)
    svolto.passo("Riduzione di ciascuno oltre il limite", f"più di {in_formula(limite.decimale)}%", str(len(over)))
    svolto.risultati.update(
        limite_individuale=plain(limite.decimale),
        entro_limite_individuale=not over,
        oltre_limite_individuale=[{"indice": index, "percentuale": _mostra(cut)} for index, cut in over],
    )


def _gruppi(righe: Sequence[_Riga]) -> list[dict[str, str]]:
    """Return the rows summed by department, in order of appearance."""
    found: dict[str | None, list[_Riga]] = {}
    for riga in righe:
        found.setdefault(riga.reparto, []).append(riga)
    told = []
    for reparto, own in found.items():
        due = sum((r.teste * r.contratto for r in own), Decimal(0))
        lost = sum((r.teste * (r.contratto - r.lavorate) for r in own), Decimal(0))
        share = _mostra(Fraction(lost) / Fraction(due) * 100)
        sums = {"ore_lavorabili": plain(due), "ore_non_lavorate": plain(lost), "percentuale": share}
        named = {} if reparto is None else {"reparto": reparto}
        told.append({**named, "lavoratori": str(sum(r.teste for r in own)), **sums})
    return told


def _esuberi(svolto: Conto, heads: int, average: Fraction, lost: Decimal) -> None:
    needed = heads * average
    covered = Fraction(lost) >= needed
    svolto.passo(
        "Ore degli esuberi", f"{heads} × {in_formula(arrotonda(average))} ore medie di contratto", _mostra(needed)
    )
    svolto.risultati.update(ore_esuberi=_mostra(needed), copertura_esuberi=covered)


def _somma(righe: Sequence[_Riga], form: str) -> str:
    """Write a sum row by row; a long one by its number of terms."""
    longest = 6
    if len(righe) > longest:
        return f"somma di {len(righe)} righe: {form.format(n='teste', c='ore di contratto', w='ore lavorate')}"
    return " + ".join(form.format(n=r.teste, c=in_formula(r.contratto), w=in_formula(r.lavorate)) for r in righe)


def _mostra(number: Fraction) -> str:
    return plain(arrotonda(number))
