"""The average cut of hours in a solidarity contract, against the caps of its day.

    ten workers from 40 hours to 20 -> {"riduzione_media_percentuale": "50", "entro_limite": True, …}

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w. Limits are compared on the exact
ratio; shares are shown half-up with two decimals. The caps are those of D.Lgs. 148/2015 art. 21 c. 5, or of schema C
of the framework agreement of 2009, which sets none for the single worker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.deroga_2009.monte_ore import valore_quota
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.generale.orari import Riga, reparti, somma
from docservice.law.generale.orari import righe as leggi_righe
from docservice.law.italiano import con_punto, giorno, in_formula, numero, percento

DEROGA: Final = "deroga-2009"


@calcolo("riduzione-cds", titolo="Riduzione media dell’orario in un contratto di solidarietà")
def conto(dati: Mapping[str, Any]) -> Conto:
    """La riduzione media dell’orario: ore non lavorate su ore lavorabili, con i limiti in vigore alla data.

    `data` date; `gruppi` or `lavoratori` with `ore_settimanali` and `ore_lavorate_settimanali` Decimal; `esuberi` int
    and `regime` optional.
    """
    righe = leggi_righe(dati)
    _verifica(dati, righe)
    medio, individuale = _limiti(dati)
    svolto = Conto()
    tutte = somma(righe)
    teste, lavorabili, perse, media = tutte.teste, tutte.lavorabili, tutte.perse, tutte.taglio
    limite = _percento(medio)
    svolto.passo("Ore lavorabili in una settimana", _somma(righe, "{n} × {c}"), numero(lavorabili))
    svolto.passo("Ore non lavorate", _somma(righe, "{n} × ({c} − {w})"), numero(perse))
    svolto.passo(
        "Riduzione media",
        f"{in_formula(perse)} / {in_formula(lavorabili)} × 100",
        f"{percento(media)}, limite {percento(limite)}",
    )
    svolto.cita(medio)
    svolto.note.append("La media è calcolata sui soli lavoratori coinvolti nella riduzione, non su tutto l’organico.")
    svolto.risultati.update(
        lavoratori=str(teste),
        ore_lavorabili=con_punto(lavorabili),
        ore_non_lavorate=con_punto(perse),
        riduzione_media_percentuale=con_punto(media),
        limite_medio=con_punto(limite),
        entro_limite=media <= limite,
    )
    if individuale is not None:
        _singoli(svolto, righe, individuale)
    svolto.risultati["gruppi"] = [own.as_dict() for own in reparti(righe)]
    if "esuberi" in dati:
        _esuberi(svolto, dati["esuberi"], Fraction(lavorabili) / teste, perse)
    return svolto


def _verifica(dati: Mapping[str, Any], righe: Sequence[Riga]) -> None:
    errori = []
    if bool(dati.get("gruppi")) == bool(dati.get("lavoratori")):
        errori.append(("/gruppi", "Vanno indicati i gruppi oppure i lavoratori: uno dei due, e uno solo."))
    for riga in righe:
        if riga.lavorate > riga.contratto:
            worked, due = numero(riga.lavorate), numero(riga.contratto)
            told = f"Le ore lavorate ({worked}) sono più di quelle di contratto ({due}): vanno corrette."
            errori.append((f"{riga.percorso}/ore_lavorate_settimanali", told))
    try:
        _limiti(dati)
    except FiguraIgnota as error:
        errori.append(("/data", f"{error} Per un accordo del 2009-2010, e solo per quello, il regime è {DEROGA}."))
    if errori:
        raise DominioErrato(errori)


def _limiti(dati: Mapping[str, Any]) -> tuple[Valore, Valore | None]:
    """Return the cap of the average and, where there is one, that of the single worker."""
    day: date = dati["data"]
    if dati.get("regime") == DEROGA:
        last = figura("deroga_2009.validita_al", day)
        if day > last.giorno:
            raise FiguraIgnota(f"L’Accordo Quadro vale fino al {giorno(last.giorno)}.")
        return valore_quota("C"), None
    return figura("dlgs_148.riduzione_media_cds", day), figura("dlgs_148.riduzione_individuale_cds", day)


def _percento(limite: Valore) -> Decimal:
    # the framework of 2009 writes it as a ratio, 0,60
    return limite.decimale if limite.decimale > 1 else limite.decimale * 100


def _singoli(svolto: Conto, righe: Sequence[Riga], limite: Valore) -> None:
    over = [(index, riga.taglio) for index, riga in enumerate(righe) if riga.taglio > limite.decimale]
    svolto.cita(limite)
    svolto.passo("Riduzione di ciascuno oltre il limite", f"più di {in_formula(limite.decimale)}%", str(len(over)))
    svolto.risultati.update(
        limite_individuale=con_punto(limite.decimale),
        entro_limite_individuale=not over,
        oltre_limite_individuale=[{"indice": index, "percentuale": con_punto(cut)} for index, cut in over],
    )


def _esuberi(svolto: Conto, heads: int, average: Fraction, lost: Decimal) -> None:
    needed = heads * average
    covered = Fraction(lost) >= needed
    svolto.passo("Ore degli esuberi", f"{heads} × {numero(average)} ore medie di contratto", numero(needed))
    told = "coprono gli esuberi" if covered else "non coprono gli esuberi"
    svolto.passo("Ore non lavorate, per confronto", told, numero(lost))
    svolto.risultati.update(ore_esuberi=con_punto(needed), copertura_esuberi=covered)


def _somma(righe: Sequence[Riga], form: str) -> str:
    """Write a sum row by row; a long one by its number of terms."""
    longest = 6
    if len(righe) > longest:
        return f"somma di {len(righe)} righe: {form.format(n='teste', c='ore di contratto', w='ore lavorate')}"
    return " + ".join(form.format(n=r.teste, c=in_formula(r.contratto), w=in_formula(r.lavorate)) for r in righe)
