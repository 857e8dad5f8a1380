"""Hours and first grant of the standard agreements A, B and C (Accordo Quadro, Allegato B).

    monte_ore(10, Fraction(4), Decimal(1)) -> 6920: ten workers, four months of 173 hours, at zero hours

`monte_ore = addetti × mesi × 173 × quota`, rounded down to the whole hour once, at the end. The figures do not change
while the framework lasts: they are read on its first day.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.calendar import mesi
from docservice.law.figures import figura
from docservice.law.italiano import con_punto, giorno, in_formula

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docservice.law.figures import Valore

FIRMA: Final = date(2009, 5, 4)
"""The day on which the figures are read: the signing of the framework agreement."""

_QUOTE: Final = {"A": "deroga_2009.quota_a", "B": "deroga_2009.quota_b", "C": "deroga_2009.quota_c"}
_PRIME_CONCESSIONI: Final = {
    "A": "deroga_2009.prima_concessione_mesi_a",
    "B": "deroga_2009.prima_concessione_mesi_b",
    "C": "deroga_2009.prima_concessione_mesi_c",
}


def valore_ore_mese() -> Valore:
    """Return the hours of one month at zero hours, per head."""
    return figura("deroga_2009.ore_mese", FIRMA)


def valore_quota(schema: str) -> Valore:
    """Return the share of schema "A", "B" or "C" (KeyError for any other)."""
    return figura(_QUOTE[schema], FIRMA)


def valore_prima_concessione(schema: str) -> Valore:
    """Return the longest first grant, in months, of schema "A", "B" or "C" (KeyError for any other)."""
    return figura(_PRIME_CONCESSIONI[schema], FIRMA)


def quota_oraria(schema: str) -> Decimal:
    """Return the share of the hours at zero hours for all that schema "A", "B" or "C" allows: 1, 0.80 or 0.60."""
    return valore_quota(schema).decimale


def prima_concessione(schema: str, richiesti: Fraction) -> Fraction:
    """Return the months of the first grant: those asked for, up to 4 (A), 6 (B) or 12 (C)."""
    return min(richiesti, Fraction(valore_prima_concessione(schema).decimale))


def monte_ore(addetti: int, concessi: Fraction, quota: Decimal | Fraction | int) -> int:
    """Return addetti × mesi concessi × hours of a month × quota, rounded down to the hour once."""
    return floor(addetti * concessi * Fraction(valore_ore_mese().decimale) * Fraction(quota))


@calcolo("monte-ore", titolo="Monte ore della prima concessione")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Il monte ore di un accordo standard: addetti per mesi della prima concessione per ore del mese per quota.

    `accordo` "A", "B" or "C"; `addetti` int; either `mesi_richiesti` Decimal or `periodo` {"dal": date, "al": date}.
    """
    _verifica(dati)
    schema, addetti, svolto = dati["accordo"], dati["addetti"], Conto()
    periodo = dati.get("periodo")
    if periodo is not None:
        richiesti = mesi(periodo["dal"], periodo["al"])
        formula = f"dal {giorno(periodo['dal'])} al {giorno(periodo['al'])}: {in_formula(richiesti)}"
    else:
        richiesti = Fraction(dati["mesi_richiesti"])
        formula = "come indicati"
    massimo, ore, quota = valore_prima_concessione(schema), valore_ore_mese(), valore_quota(schema)
    concessi = prima_concessione(schema, richiesti)
    intere = concessi * addetti * Fraction(ore.decimale)
    totale = monte_ore(addetti, concessi, quota.decimale)
    svolto.passo("Mesi richiesti", formula, con_punto(richiesti))
    svolto.passo(
        f"Mesi della prima concessione, schema {schema}",
        f"il minore fra {in_formula(richiesti)} e {in_formula(massimo.decimale)}",
        con_punto(concessi),
    )
    svolto.passo(
        "Ore a zero ore per tutti",
        f"{addetti} × {fattore(concessi)} × {in_formula(ore.decimale)}",
        con_punto(intere),
    )
    svolto.passo(
        "Monte ore, arrotondato per difetto all’ora",
        f"{addetti} × {fattore(concessi)} × {in_formula(ore.decimale)} × {in_formula(quota.decimale)}",
        str(totale),
    )
    svolto.cita(massimo, ore, quota)
    _annota(svolto, richiesti)
    svolto.risultati.update(
        mesi_richiesti=con_punto(richiesti), mesi_prima_concessione=con_punto(concessi), monte_ore=str(totale)
    )
    return svolto


def _verifica(dati: Mapping[str, Any]) -> None:
    errori: list[tuple[str, str]] = []
    if dati["accordo"] not in _QUOTE:
        errori.append(("/accordo", "Il monte ore si calcola per gli schemi A, B e C: va indicato uno di questi."))
    if dati["addetti"] < 1:
        errori.append(("/addetti", "Va indicato almeno un addetto."))
    mesi_richiesti, periodo = dati.get("mesi_richiesti"), dati.get("periodo")
    if (mesi_richiesti is None) == (periodo is None):
        errori.append(("/mesi_richiesti", "Va indicato uno solo fra i mesi richiesti e il periodo."))
    if mesi_richiesti is not None and mesi_richiesti <= 0:
        errori.append(("/mesi_richiesti", "I mesi richiesti devono essere più di zero: vanno corretti."))
    if periodo is not None and periodo["al"] < periodo["dal"]:
        errori.append(
            ("/periodo/al", "Il periodo finisce prima di cominciare: vanno corrette le date, forse sono scambiate.")
        )
    if errori:
        raise DominioErrato(errori)


def _annota(svolto: Conto, richiesti: Fraction) -> None:
    limite = figura("deroga_2009.durata_massima", FIRMA)
    if richiesti > Fraction(limite.decimale):
        svolto.cita(limite)
        svolto.note.append(
            f"I mesi richiesti superano la durata massima complessiva dei trattamenti ({in_formula(limite.decimale)}):"
            " vanno ridotti."
        )
    if Fraction(con_punto(richiesti)) != richiesti:
        svolto.note.append("I mesi sono mostrati con due decimali; le ore sono calcolate sul loro numero esatto.")
    svolto.note.append(
        "Gli addetti contano per intero anche se a tempo parziale: le fonti non dicono nulla (lettura del servizio)."
    )


def fattore(numero: Fraction) -> str:
    """Write a number that is multiplied: "4", "(1 + 15/31)"."""
    scritto = in_formula(numero)
    return f"({scritto})" if "+" in scritto else scritto
