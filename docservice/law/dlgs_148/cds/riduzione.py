"""The average cut of hours in a solidarity contract, against the caps of its day.

    ten workers from 40 hours to 20 -> {"riduzione_media_percentuale": "50", "entro_limite": True, …}

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w; of hours that change (`orari`) w is
the mean of the days of `periodo`. Limits are compared on the exact ratio; shares are shown half-up with two decimals.
The caps are those of D.Lgs. 148/2015 art. 21 c. 5, or of schema C
of the framework agreement of 2009, which sets none for the single worker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.calendar import Periodo
from docservice.law.deroga_2009.monte_ore import valore_quota
from docservice.law.dlgs_148.cds.orari_variati import giorni_errati, mesi_sopra
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.generale.orari import Ore, Riga, reparti, somma
from docservice.law.generale.orari import righe as leggi_righe
from docservice.law.generale.passaggi_orari import esatte
from docservice.law.italiano import con_articolo, con_punto, giorno, in_formula, numero, percento
from docservice.law.passaggio import somma_di

DEROGA: Final = "deroga-2009"
_LUNGA: Final = 6
"""Rows that are shown one by one."""


@calcolo("riduzione-cds", titolo="Riduzione media dell’orario in un contratto di solidarietà")
def conto(dati: Mapping[str, Any]) -> Conto:
    """La riduzione media dell’orario: ore non lavorate su ore lavorabili, con i limiti in vigore alla data.

    `data` date; `gruppi` or `lavoratori` with `ore_settimanali` and `ore_lavorate_settimanali` Decimal, `orari` and
    then `periodo`; `esuberi` int and `regime` optional.
    """
    periodo = _periodo(dati)
    righe = leggi_righe(dati, periodo)
    _verifica(dati, righe, periodo)
    medio, individuale = _limiti(dati)
    svolto = Conto()
    tutte = somma(righe)
    teste, lavorabili, perse, media = tutte.teste, tutte.lavorabili, tutte.perse, tutte.taglio
    limite = _percento(medio)
    for riga in [riga for riga in righe if riga.cambi][:_LUNGA]:
        what = f"Ore lavorate in media nel periodo, riga {riga.indice + 1}"
        svolto.passo(what, _media(riga), in_formula(riga.orario.lavorate))
    svolto.passo("Ore lavorabili in una settimana", _somma(righe, "{n} × {c}"), numero(lavorabili))
    svolto.passo("Ore non lavorate", _somma(righe, "{n} × ({c} − {w})"), numero(perse))
    svolto.passo(
        "Riduzione media",
        f"{esatte(perse)} / {in_formula(lavorabili)} × 100",
        f"{percento(media)}, limite {percento(limite)}",
    )
    svolto.cita(medio)
    svolto.note.append("La media è calcolata sui soli lavoratori coinvolti nella riduzione, non su tutto l’organico.")
    svolto.note += _interi(righe)
    svolto.risultati.update(
        lavoratori=str(teste),
        ore_lavorabili=con_punto(lavorabili),
        ore_non_lavorate=con_punto(perse),
        riduzione_media_percentuale=con_punto(media),
        limite_medio=con_punto(limite),
        entro_limite=media <= limite,
    )
    if media <= limite and (told := mesi_sopra(righe, periodo, limite)):
        svolto.note.append(told)
    if individuale is not None:
        _singoli(svolto, righe, individuale)
    svolto.risultati["gruppi"] = [own.as_dict() for own in reparti(righe)]
    if "esuberi" in dati:
        _esuberi(svolto, dati["esuberi"], Fraction(lavorabili) / teste, perse)
    return svolto


def _periodo(dati: Mapping[str, Any]) -> Periodo | None:
    told = dati.get("periodo")
    return Periodo(told["dal"], told["al"]) if told and told["dal"] <= told["al"] else None


def _verifica(dati: Mapping[str, Any], righe: Sequence[Riga], periodo: Periodo | None) -> None:
    errori = []
    if bool(dati.get("gruppi")) == bool(dati.get("lavoratori")):
        errori.append(("/gruppi", "Vanno indicati i gruppi oppure i lavoratori: uno dei due, e uno solo."))
    if periodo is None and "periodo" in dati:
        errori.append(
            ("/periodo/al", "Il periodo finisce prima di cominciare: vanno corrette le date, forse sono scambiate.")
        )
    lists = [(name, dati[name]) for name in ("gruppi", "lavoratori") if name in dati]
    if "periodo" not in dati and any(row.get("orari") for _, rows in lists for row in rows):
        errori.append(("/periodo", "Con gli orari che cambiano va indicato il periodo, su cui se ne fa la media."))
    for name, rows in lists:
        errori += giorni_errati(rows, f"/{name}", periodo)
        errori += _oltre_il_contratto(rows, f"/{name}")
    for riga in righe:
        if riga.lavorate > riga.contratto:
            errori.append((f"{riga.percorso}/ore_lavorate_settimanali", _troppe(riga.lavorate, riga.contratto)))
    try:
        _limiti(dati)
    except FiguraIgnota as error:
        which = f"«{DEROGA}» è l’Accordo Quadro del 2009-2010, «dlgs-148» il D.Lgs. 148/2015."
        errori.append(("/data", f"{error} Va corretta la data, oppure il campo Regime: {which}"))
    if errori:
        raise DominioErrato(errori)


def _oltre_il_contratto(rows: Sequence[Mapping[str, Any]], path: str) -> Iterator[tuple[str, str]]:
    for place, row in enumerate(rows):
        for number, hours in enumerate(row.get("orari", ())):
            if hours["ore_lavorate_settimanali"] > row["ore_settimanali"]:
                told = _troppe(hours["ore_lavorate_settimanali"], row["ore_settimanali"])
                yield f"{path}/{place}/orari/{number}/ore_lavorate_settimanali", told


def _troppe(worked: Decimal, due: Decimal) -> str:
    return f"Le ore lavorate ({numero(worked)}) sono più di quelle di contratto ({numero(due)}): va corretto un orario."


def _media(riga: Riga) -> str:
    """Write the mean of the hours that change, by days."""
    terms = [(days.giorni, hours) for days, hours in riga.cambi] + [(riga.giorni_soliti, riga.lavorate)]
    days = sum(count for count, _ in terms)
    return f"({somma_di([f'{count} × {in_formula(hours)}' for count, hours in terms if count])}) / {days} giorni"


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


def _interi(righe: Sequence[Riga]) -> Iterator[str]:
    """Tell the average without those who keep all their hours, if some do and some do not."""
    cut = [riga for riga in righe if riga.perse > 0]
    if 0 < len(cut) < len(righe):
        yield con_articolo(
            "Chi conserva tutto l’orario non è fra i lavoratori coinvolti: senza queste righe la media è"
            f" {percento(somma(cut).taglio)}."
        )


def _esuberi(svolto: Conto, heads: int, average: Fraction, lost: Ore) -> None:
    needed = heads * average
    covered = Fraction(lost) >= needed
    svolto.passo("Ore degli esuberi", f"{heads} × {numero(average)} ore medie di contratto", numero(needed))
    told = "coprono gli esuberi" if covered else "non coprono gli esuberi"
    svolto.passo("Ore non lavorate, per confronto", told, numero(lost))
    svolto.risultati.update(ore_esuberi=con_punto(needed), copertura_esuberi=covered)


def _somma(righe: Sequence[Riga], form: str) -> str:
    """Write a sum row by row; a long one by its number of terms."""
    if len(righe) > _LUNGA:
        return f"somma di {len(righe)} righe: {form.format(n='teste', c='ore di contratto', w='ore lavorate')}"
    return " + ".join(form.format(n=r.teste, c=in_formula(r.contratto), w=esatte(r.orario.lavorate)) for r in righe)
