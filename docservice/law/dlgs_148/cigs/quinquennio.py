"""The months of treatment of a unit in the mobile five years (D.Lgs. 148/2015, artt. 4 and 22 c. 5-6).

    12 months of CIGS, 12 of solidarity -> 12 + 12 / 2 = {"mesi_computati": "18", "mesi_residui": "6", …}

Solidarity contracts count for half within their first 24 months, whole beyond; whole always in building and stone.
Months are exact, as the civil code counts them; 52 weeks of CIGO are 12 months.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, calcolo, figure_del
from docservice.law.calendar import Periodo, fine_mese_n
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.periodi import conta, leggi
from docservice.law.dlgs_148.computo.insieme import CDS, STRAORDINARI
from docservice.law.dlgs_148.generale.finestra import finestra, mostra_finestra
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import Valore, figura, ultimo
from docservice.law.generale.settori import EDILI
from docservice.law.italiano import con_punto, con_virgola

_FINE_MESE: Final = Fonte("Circolare del Ministero del lavoro n. 17/2017", "quinquennio mobile")


@dataclass(frozen=True, slots=True)
class Regole:
    """The figures of the count, for a sector and a day: limit, months counted at half, most months of solidarity."""

    limite: Valore
    a_meta: Valore | None
    massimo_cds: Valore

    def costo(self, mesi_cds: Fraction) -> Fraction:
        """Return the months that months of solidarity count for."""
        halved = min(mesi_cds, Fraction(self.a_meta.decimale)) if self.a_meta else Fraction(0)
        return mesi_cds - halved / 2

    def residui_cds(
        self, residui: Fraction, mesi_cds: Fraction, avuti: Fraction | None = None
    ) -> tuple[Fraction, Fraction]:
        """Return how many months of solidarity fit in those left, after those already had: at half, and whole.

        `avuti` are those had in all, where not all of them are counted.
        """
        cheap = max(Fraction(self.a_meta.decimale) - mesi_cds, Fraction(0)) if self.a_meta else Fraction(0)
        most = max(Fraction(self.massimo_cds.decimale) - (mesi_cds if avuti is None else avuti), Fraction(0))
        # each of the months still at half takes half a month of those left
        halved = min(cheap, residui * 2, most)
        return halved, min(residui - halved / 2, most - halved)


def regole(settore: str, giorno: date | None) -> Regole:
    """Return the figures for a sector on a day, the latest where there is none. Raises FiguraIgnota."""

    def letta(nome: str) -> Valore:
        return ultimo(f"dlgs_148.{nome}") if giorno is None else figura(f"dlgs_148.{nome}", giorno)

    if settore in EDILI:
        return Regole(letta("durata_complessiva_edile"), None, letta("durata_cds_edile"))
    return Regole(letta("durata_complessiva"), letta("mesi_cds_alla_meta"), letta("durata_cds"))


@calcolo("quinquennio-mobile", titolo="Durata complessiva nel quinquennio mobile")
def conto(dati: Mapping[str, Any]) -> Conto:
    """I mesi di trattamento dell’unità nel quinquennio mobile, quelli che restano, e la finestra in cui si contano.

    `settore` str; `periodi` with `tipo` and `mesi`, or `settimane` (CIGO, FIS), or `dal` and `al`, and optional
    `fuori_computo`, `in_deroga`, `lavoratori_distinti`; optional `ultimo_giorno`.
    """
    periodi = leggi(dati["periodi"])
    last = dati.get("ultimo_giorno") or _ultimo_giorno(dati["periodi"], periodi)
    svolto = Conto()
    where = "/ultimo_giorno" if "ultimo_giorno" in dati or not periodi else _percorso(periodi)
    with figure_del(where, "Va indicato un ultimo giorno in cui il D.Lgs. 148/2015 è in vigore."):
        how = regole(dati["settore"], last)
        anni = ultimo("dlgs_148.anni_quinquennio") if last is None else figura("dlgs_148.anni_quinquennio", last)
    window = finestra(last, anni) if last else None
    if window:
        svolto.risultati["finestra"] = mostra_finestra(svolto, window, anni)
        if "ultimo_giorno" not in dati and last not in {own.al for own in periodi.values()}:
            svolto.cita(_FINE_MESE)
    sums, out = conta(svolto, dati, periodi, window)
    counted = sums["altri"] + how.costo(sums[CDS])
    limit = Fraction(how.limite.decimale)
    left = max(limit - counted, Fraction(0))
    halved, whole = how.residui_cds(left, sums[CDS], sums["avuti"])
    _spiega(svolto, how, sums, counted)
    svolto.passo("Mesi residui", f"{how.limite.decimale} − {con_virgola(counted)}", con_virgola(left))
    svolto.passo(
        f"Mesi residui, se di contratto di solidarietà ({how.massimo_cds.decimale} in tutto)",
        f"{con_virgola(halved)} computati per metà + {con_virgola(whole)} per intero" if how.a_meta else "per intero",
        con_virgola(halved + whole),
    )
    svolto.cita(how.limite, decreto("art. 22 c. 5") if how.a_meta else decreto("art. 22 c. 6"))
    _annota(svolto, dati, how, sums["avuti"])
    svolto.risultati = {
        "mesi_computati": con_punto(counted),
        "limite_mesi": str(how.limite.decimale),
        "mesi_residui": con_punto(left),
        "mesi_residui_cigs": con_punto(left),
        "mesi_residui_cds": con_punto(halved + whole),
        "entro_limite": counted <= limit,
        **svolto.risultati,
        "esclusi": out,
    }
    return svolto


def _ultimo_giorno(righe: list[Mapping[str, Any]], periodi: Mapping[int, Periodo]) -> date | None:
    """Return the latest day of the dated periods; of an extraordinary treatment, which runs by months, its month's."""
    if not periodi:
        return None
    place, last = max(periodi.items(), key=lambda item: item[1].al)
    return fine_mese_n(last.al.replace(day=1), 1) if righe[place]["tipo"] in STRAORDINARI else last.al


def _percorso(periodi: Mapping[int, Periodo]) -> str:
    """Return where the last day of all is written."""
    return f"/periodi/{max(periodi, key=lambda place: periodi[place].al)}/al"


def _spiega(svolto: Conto, how: Regole, sums: Mapping[str, Fraction], counted: Fraction) -> None:
    months = sums[CDS]
    if months:
        if how.a_meta is None:
            formula = "per intero"
        else:
            half = min(months, Fraction(how.a_meta.decimale))
            formula = f"{con_virgola(half)} / 2" + (f" + {con_virgola(months - half)}" if months > half else "")
        svolto.passo("Mesi di contratto di solidarietà computati", formula, con_virgola(how.costo(months)))
    svolto.passo(
        "Mesi computati", f"{con_virgola(sums['altri'])} + {con_virgola(how.costo(months))}", con_virgola(counted)
    )


def _annota(svolto: Conto, dati: Mapping[str, Any], how: Regole, mesi_cds: Fraction) -> None:
    if any("dal" not in riga for riga in dati["periodi"]):
        svolto.note.append("I periodi senza date sono computati per intero, come se cadessero tutti nel quinquennio.")
    if any(riga["tipo"] == "FIS" for riga in dati["periodi"]):
        svolto.note.append(
            "I periodi di FIS si computano per intero: dal 2016 al 2021 gli assegni ordinari e di solidarietà di chi ha"
            " più di 15 dipendenti stanno in 24 mesi del quinquennio mobile."
        )
    if dati["settore"] == "lapideo" and mesi_cds:
        svolto.note.append(
            "Per il lapideo il computo per intero della solidarietà è quello della dottrina: l’art. 22 c. 6 nomina"
            " l’edilizia (lettura del servizio)."
        )
    if mesi_cds > how.massimo_cds.decimale:
        svolto.note.append(
            f"I mesi di contratto di solidarietà sono {con_virgola(mesi_cds)}: il massimo è {how.massimo_cds.decimale}."
        )
    svolto.note.append(
        "I mesi residui sono quelli dell’art. 4: la durata di ciascuna causale ha anche un limite proprio (art. 22)."
    )
