"""How the figures of a verdict are found (`cifre`), step by step.

monte_ore(an agreement A of four months for ten workers) -> 10 × 4 × 173 × 1, rounded down: 6920
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from docservice.law.deroga_2009.caso import STANDARD, Accordo, Richiesta, Tabella
from docservice.law.deroga_2009.monte_ore import (
    fattore,
    prima_concessione,
    valore_ore_mese,
    valore_prima_concessione,
    valore_quota,
)
from docservice.law.generale import passaggi_orari
from docservice.law.italiano import giorno, in_formula, numero
from docservice.law.passaggio import Passaggio, letto, mesi_di
from docservice.law.tratti import NON_STANDARD

Cifre = Mapping[str, Any]


def ore(caso: Tabella, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the steps of a table of hours."""
    quota, band = valore_quota("C").decimale, caso.figura("banda_orario").decimale
    return passaggi_orari.passi(
        caso.righe,
        cifre,
        f"{in_formula(quota)} × 100, la quota dello schema C",
        f"entro il limite se le ore lavorate si scostano dalla media al massimo del {numero(band * 100)}%",
    )


def mesi(caso: Richiesta, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the months of the period, which are asked for or, in a decree, granted."""
    asked = "mesi_richiesti" in cifre
    name, what = ("mesi_richiesti", "Mesi richiesti") if asked else ("mesi", "Mesi autorizzati")
    yield Passaggio(name, what, mesi_di(caso.chiesto))


def durata_massima(caso: Accordo, _: Cifre) -> Iterator[Passaggio]:
    """Tell which longest duration is that of the employer."""
    what = f"Durata massima in mesi, tipologia {caso.tipologia}"
    yield Passaggio("durata_massima_mesi", what, letto(caso.durata_massima))


def concessi(caso: Richiesta, _: Cifre) -> Iterator[Passaggio]:
    """Tell the months first granted and their last day."""
    granted, how = _mesi_concessi(caso)
    yield Passaggio("mesi_prima_concessione", "Mesi della prima concessione", how)
    yield Passaggio(
        "scadenza_prima_concessione",
        "Ultimo giorno della prima concessione",
        f"{in_formula(granted)} mesi dal {giorno(caso.chiesto.dal)}, compreso",
    )


def _mesi_concessi(caso: Richiesta) -> tuple[Fraction, str]:
    schema: str = (caso.schema if isinstance(caso, Accordo) else caso.dati.get("accordo")) or ""
    if schema in STANDARD.values():
        most = valore_prima_concessione(schema).decimale
        how = f"il minore fra {in_formula(caso.mesi)} e {in_formula(most)}, il massimo dello schema {schema}"
        return prima_concessione(schema, caso.mesi), how
    if schema == "D" or (isinstance(caso, Accordo) and not caso.di(NON_STANDARD)):
        return caso.mesi, "i mesi richiesti, come per gli altri lavoratori"
    whole = caso.figura("mesi_concessi_per_intero").decimale
    if caso.mesi <= whole:
        return caso.mesi, f"i mesi richiesti, tutti fino a {numero(whole)}"
    share = caso.figura("quota_non_standard").decimale
    return caso.mesi_dell_esame, f"{fattore(caso.mesi)} × {in_formula(share)}, oltre i {numero(whole)} mesi"


def sospesi(*_: Any) -> Iterator[Passaggio]:
    """Tell the most workers in CIG."""
    what = "Numero massimo di dipendenti in CIG"
    yield Passaggio("numero_massimo_sospesi", what, "quello che indica l’accordo")


def monte_ore(caso: Accordo, _: Cifre) -> Iterator[Passaggio]:
    """Tell the most hours of the first grant."""
    hours = in_formula(valore_ore_mese().decimale)
    quota = in_formula(valore_quota(caso.schema).decimale) if caso.schema else "1"
    yield Passaggio(
        "monte_ore_massimo",
        "Ore della prima concessione, arrotondate per difetto: lavoratori × mesi × ore del mese × quota dello schema",
        f"{caso.massimo} × {fattore(caso.mesi_prima_concessione)} × {hours} × {quota}",
    )


def divieto(caso: Accordo, _: Cifre) -> Iterator[Passaggio]:
    """Tell the last day of the ban on dismissals."""
    months = caso.figura("mesi_divieto_licenziamenti").decimale
    what = "Ultimo giorno del divieto di licenziamento"
    yield Passaggio("divieto_licenziamenti_fino_al", what, f"{giorno(caso.chiesto.al)} + {numero(months)} mesi")


def competenza(caso: Richiesta, _: Cifre) -> Iterator[Passaggio]:
    """Tell why the Region deals with the application, or the province."""
    yield Passaggio("competenza", "Chi tratta la domanda", _perche(caso))


def _perche(caso: Richiesta) -> str:
    provincia = caso.datore["unita_produttiva"]["provincia"]
    if any(unit["provincia"] != provincia for unit in caso.dati.get("altre_unita", [])):
        return "unità in più province"
    if caso.dati.get("causale", {}).get("tipo") == "procedura_concorsuale":
        return "procedura concorsuale"
    if caso.dati.get("interesse_regionale"):
        return "interesse regionale dichiarato"
    return f"datore di tipologia {caso.tipologia}, con unità in una sola provincia"


def iter_seguito(caso: Richiesta, _: Cifre) -> Iterator[Passaggio]:
    """Tell which procedure follows, and why."""
    if caso.di(NON_STANDARD) or caso.dati.get("accordo") == "non_standard":
        why = "accordo non standard"
    elif isinstance(caso, Accordo) or caso.dati.get("accordo") in (*STANDARD.values(), "D"):
        why = (
            f"accordo standard di competenza regionale: {letto(caso.figura('iter_regionale'))}"
            if caso.regionale
            else "accordo standard di competenza provinciale"
        )
    else:
        why = "consultazione finita senza accordo"
    yield Passaggio("iter", "Procedimento che segue", why)


def standard(caso: Accordo, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell for each standard why the data would satisfy it, or not."""
    del caso
    for letter, row in zip("ABCD", cifre["standard_soddisfatti"], strict=True):
        parts = {"dati mancanti": row["dati_mancanti"], "regole violate": row["regole_violate"]}
        why = "; ".join(f"{what}: {', '.join(found)}" for what, found in parts.items() if found)
        yield Passaggio(
            "standard_soddisfatti",
            f"I dati soddisferebbero lo schema {letter}",
            why or "nessuna regola dello schema è violata",
            "sì" if row["soddisfatto"] else "no",
        )
