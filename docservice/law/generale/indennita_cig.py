"""The monthly allowance of the wage integration, for every regime.

    pay 1000 euro, half of the hours lost -> 80% × 1000 × 1/2 = {"importo": "400.00", …}

`importo = min(80% × pay × share, ceiling × share)`, share = hours lost / workable hours of the month; rounded half-up
to the cent once, at the end. The figures are those of the first day of the month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.citation import Fonte
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.generale.settori import EDILI
from docservice.law.italiano import arrotonda, in_formula

if TYPE_CHECKING:
    from collections.abc import Mapping

_MASSIMALI: Final = {
    ("bassa", False): ("comune.massimale_cig_basso", "comune.massimale_cig_basso_netto"),
    ("bassa", True): ("comune.massimale_cig_basso_intemperie", "comune.massimale_cig_basso_intemperie_netto"),
    ("alta", False): ("comune.massimale_cig_alto", "comune.massimale_cig_alto_netto"),
    ("alta", True): ("comune.massimale_cig_alto_intemperie", "comune.massimale_cig_alto_intemperie_netto"),
}
_MESE: Final = re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])")
_PART_TIME: Final = Fonte("Messaggio INPS n. 17610/2012", "retribuzione dei lavoratori a tempo parziale")
_UNICO_DAL_2022: Final = Fonte("Messaggio INPS n. 1282/2022", "periodi a cavallo del 1° gennaio 2022")


@dataclass(frozen=True, slots=True)
class Massimale:
    """The ceiling of a month: band ("bassa", "alta", "unica"), gross, and net when it is known."""

    fascia: str
    lordo: Decimal
    netto: Decimal | None
    lette: tuple[Valore, ...]
    note: tuple[str, ...]


def massimale(giorno: date, riferimento: Fraction, *, intemperie: bool) -> Massimale:
    """Return the ceiling in force that day for a full-time monthly pay of `riferimento`.

    Raises FiguraIgnota when nothing is known of that day.
    """
    soglia = figura("comune.soglia_cig", giorno)
    if soglia.stato == "cessato":
        fascia, chiave = "unica", "alta"
    else:
        fascia = chiave = "bassa" if riferimento <= soglia.decimale else "alta"
    lordo, netto = (figura(nome, giorno) for nome in _MASSIMALI[chiave, intemperie])
    note = (
        ()
        if netto.noto
        else (f"Il massimale netto del {giorno.year} non è indicato: l’INPS non risulta averlo pubblicato.",)
    )
    lette = (soglia, lordo)
    if lordo.noto:
        return Massimale(fascia, lordo.decimale, netto.decimale if netto.noto else None, lette, note)
    base = figura(_MASSIMALI[chiave, False][0], giorno)
    maggiorazione = figura("comune.maggiorazione_intemperie", giorno)
    calcolato = arrotonda(base.decimale * (1 + maggiorazione.decimale))
    nota = f"Il massimale per le intemperie del {giorno.year} è calcolato: l’INPS non risulta averlo pubblicato."
    return Massimale(fascia, calcolato, None, (soglia, base, maggiorazione), (nota, *note))


@calcolo("indennita-cig", titolo="Indennità mensile di integrazione salariale")
def conto(dati: Mapping[str, Any]) -> Conto:
    """L’indennità del mese: l’80% della retribuzione persa, entro il massimale in proporzione alle ore perse.

    `mese` "YYYY-MM"; `retribuzione_mensile` (accruals included), `ore_perse`, `ore_lavorabili_mese` Decimal; optional
    `percentuale_part_time` Decimal, `settore` and `strumento` str, `intemperie` bool.
    """
    giorno = _verifica(dati)
    svolto = Conto()
    retribuzione = Fraction(dati["retribuzione_mensile"])
    parziale = dati.get("percentuale_part_time")
    riferimento = retribuzione if parziale is None else retribuzione * 100 / Fraction(parziale)
    aumentato = bool(dati.get("intemperie")) and dati.get("settore") in EDILI
    try:
        tetto = massimale(giorno, riferimento, intemperie=aumentato)
    except FiguraIgnota as ignota:
        raise DominioErrato([("/mese", f"{ignota} Va indicato un mese di cui si conosce il massimale.")]) from ignota
    quota = figura("comune.quota_integrazione_salariale", giorno)
    riduzione = figura("comune.riduzione_integrazione_salariale", giorno)
    perse, lavorabili = dati["ore_perse"], dati["ore_lavorabili_mese"]
    parte = Fraction(perse) / Fraction(lavorabili)
    lordo = retribuzione * Fraction(quota.decimale) * parte
    limite = Fraction(tetto.lordo) * parte
    dovuto = min(lordo, limite)
    netto = dovuto * (1 - Fraction(riduzione.decimale))
    rapporto = f"{in_formula(perse)} / {in_formula(lavorabili)}"
    svolto.passo(
        "Retribuzione di riferimento per la fascia",
        in_formula(dati["retribuzione_mensile"]) + ("" if parziale is None else f" × 100 / {in_formula(parziale)}"),
        in_formula(arrotonda(riferimento)),
    )
    svolto.passo("Massimale del mese", f"fascia {tetto.fascia}", in_formula(tetto.lordo))
    svolto.passo(
        "Integrazione della retribuzione persa",
        f"{in_formula(dati['retribuzione_mensile'])} × {in_formula(quota.decimale)} × {rapporto}",
        in_formula(arrotonda(lordo)),
    )
    svolto.passo("Massimale per le ore perse", f"{in_formula(tetto.lordo)} × {rapporto}", in_formula(arrotonda(limite)))
    svolto.passo("Importo lordo", "il minore dei due, arrotondato al centesimo", in_formula(arrotonda(dovuto)))
    svolto.passo(
        "Importo netto",
        f"importo non arrotondato × {in_formula(1 - riduzione.decimale)}, arrotondato al centesimo",
        in_formula(arrotonda(netto)),
    )
    svolto.cita(*tetto.lette, quota, riduzione)
    svolto.note.extend(tetto.note)
    _annota(svolto, dati, tetto, aumentato=aumentato)
    _del_contratto(svolto, dati, giorno)
    if tetto.netto not in (None, arrotonda(netto)) and perse == lavorabili and arrotonda(dovuto) == tetto.lordo:
        svolto.note.append(
            f"L’importo netto calcolato ({in_formula(arrotonda(netto))}) e il massimale netto pubblicato dall’INPS"
            f" ({in_formula(tetto.netto)}) differiscono per gli arrotondamenti."
        )
    svolto.risultati["massimale"] = str(tetto.lordo)
    if tetto.netto is not None:
        svolto.risultati["massimale_netto"] = str(tetto.netto)
    svolto.risultati |= {
        "fascia": tetto.fascia,
        "retribuzione_riferimento": str(arrotonda(riferimento)),
        "importo": str(arrotonda(dovuto)),
        "importo_netto": str(arrotonda(netto)),
        "divisore": format(lavorabili, "f"),
    }
    return svolto


def _verifica(dati: Mapping[str, Any]) -> date:
    errori: list[tuple[str, str]] = []
    if not _MESE.fullmatch(dati["mese"]):
        errori.append(("/mese", "Il mese va scritto come anno e mese, per esempio 2009-07."))
    if dati["retribuzione_mensile"] <= 0:
        errori.append(("/retribuzione_mensile", "La retribuzione mensile deve essere più di zero: va corretta."))
    if dati["ore_lavorabili_mese"] <= 0:
        errori.append(("/ore_lavorabili_mese", "Le ore lavorabili del mese devono essere più di zero: vanno corrette."))
    if dati["ore_perse"] < 0:
        errori.append(("/ore_perse", "Le ore perse non possono essere meno di zero: vanno corrette."))
    elif dati["ore_perse"] > dati["ore_lavorabili_mese"] > 0:
        errori.append(("/ore_perse", "Le ore perse superano le ore lavorabili del mese: va corretta una delle due."))
    parziale = dati.get("percentuale_part_time")
    if parziale is not None and not 0 < parziale <= 100:  # noqa: PLR2004 - a percentage
        errori.append(
            ("/percentuale_part_time", "La percentuale di part-time è più di 0 e al massimo 100: va corretta.")
        )
    if errori:
        raise DominioErrato(errori)
    return date.fromisoformat(f"{dati['mese']}-01")


def _annota(svolto: Conto, dati: Mapping[str, Any], tetto: Massimale, *, aumentato: bool) -> None:
    svolto.note.append(
        f"Il divisore usato sono le ore lavorabili di questo mese ({in_formula(dati['ore_lavorabili_mese'])}),"
        " non un numero fisso di ore (lettura da una sola fonte)."
    )
    if tetto.fascia == "unica":
        svolto.cita(_UNICO_DAL_2022)
        svolto.note.append("Da gennaio 2022 il massimale è unico, anche per i periodi cominciati prima.")
    if dati.get("percentuale_part_time") is not None:
        svolto.cita(_PART_TIME)
        svolto.note.append(
            "La percentuale di part-time serve soltanto a scegliere la fascia: importo e massimale non ne sono ridotti."
        )
    if dati.get("intemperie") and not aumentato:
        svolto.note.append(
            "Il massimale per le intemperie spetta soltanto in edilizia e lapideo: non è stato applicato."
        )


def _del_contratto(svolto: Conto, dati: Mapping[str, Any], giorno: date) -> None:
    """Say of a solidarity contract of an older law that it had no ceiling."""
    capped = figura("comune.massimale_nei_contratti", giorno)
    if dati.get("strumento") == "CDS" and not capped.noto:
        svolto.cita(capped)
        svolto.note.append(
            "Ai contratti di solidarietà firmati prima del D.Lgs. 148/2015 il massimale non si applicava (una sola"
            " fonte): qui l’importo è calcolato come per la CIG."
        )
