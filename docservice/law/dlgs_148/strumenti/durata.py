"""How long each instrument may last, in the words of an answer.

cigo(chi, "meteo") -> "13 settimane continuative, prorogabili per trimestri fino a 52 nel biennio mobile"
"""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.generale.causali import SOLIDARIETA
from docservice.law.dlgs_148.strumenti.datore import Datore
from docservice.law.figures import FiguraIgnota
from docservice.law.italiano import giorno

DELLE_CAUSALI: Final = {
    "riorganizzazione": ("durata_riorganizzazione",),
    "transizione": ("durata_transizione",),
    "crisi": ("durata_crisi",),
    "crisi_evento_improvviso": ("durata_crisi",),
    "cessazione": ("durata_cessazione_per_crisi", "durata_cessazione", "durata_cessazione_con_cessione"),
    "transizione_occupazionale": ("durata_transizione_occupazionale",),
    "proroga_22bis": ("proroga_22bis_riorganizzazione",),
    "crisi_complessa": ("durata_crisi_complessa",),
}
"""The figures of each extraordinary cause: the first in force is its length."""
_FUORI_DAI_LIMITI: Final = frozenset(
    {
        "durata_cessazione",
        "durata_cessazione_con_cessione",
        "durata_transizione_occupazionale",
        "proroga_22bis_riorganizzazione",
        "durata_crisi_complessa",
    }
)


def non_prevista(chi: Datore, causale: str) -> str | None:
    """Return why an extraordinary cause gives nothing on the employer's day, None where it does.

    Raises FiguraIgnota where that is not known of the day.
    """
    if _in_vigore(chi, causale):
        return None
    found = [chi.figura(name) for name in DELLE_CAUSALI[causale]]
    return str(found[-1].ignota()).rstrip(".")


def _in_vigore(chi: Datore, causale: str) -> str | None:
    """Return the figure of a cause that is in force, if any."""
    for name in DELLE_CAUSALI[causale]:
        try:
            if chi.figura(name).noto:
                return name
        except FiguraIgnota:
            continue
    return None


def cigo(chi: Datore, causale: str) -> str:
    """Return the length of the CIGO."""
    del causale
    row, most = chi.figura("settimane_cigo_consecutive").decimale, chi.figura("settimane_cigo_biennio").decimale
    return f"{row} settimane continuative, prorogabili per trimestri fino a {most} nel biennio mobile"


def cigs(chi: Datore, causale: str) -> str:
    """Return the length of the CIGS for its cause."""
    if causale == "proroga_22bis":
        more, crisis = (chi.figura(name) for name in ("proroga_22bis_riorganizzazione", "proroga_22bis_crisi"))
        shared = chi.figura("proroga_22bis_cds")
        also = f", {shared.decimale} per solidarietà" if shared.noto else ""
        return f"altri {more.decimale} mesi per riorganizzazione, {crisis.decimale} per crisi{also}"
    name = _in_vigore(chi, causale) or DELLE_CAUSALI[causale][0]
    months = chi.figura(name).decimale
    if name in _FUORI_DAI_LIMITI:
        return f"{months} mesi, fuori dal limite complessivo"
    again = ""
    if causale.startswith("crisi"):
        again = f"; una nuova crisi dopo {chi.figura('intervallo_crisi').testo} della durata della precedente"
    return f"{months} mesi, entro {_complessiva(chi)} nel quinquennio mobile{again}"


def cds(chi: Datore, causale: str) -> str:
    """Return the length of the solidarity contract."""
    del causale
    whole = chi.figura("durata_cds_edile").decimale
    if chi.edile:
        return f"{whole} mesi, computati per intero, entro {_complessiva(chi)} nel quinquennio mobile"
    most = chi.figura("durata_cds").decimale
    return f"{whole} mesi, computati per metà; fino a {most}, entro {_complessiva(chi)} nel quinquennio mobile"


def fis(chi: Datore, causale: str) -> str:
    """Return the length of the FIS."""
    months = chi.figura("mesi_assegno_solidarieta")
    if causale == SOLIDARIETA and months.noto:
        return f"{months.decimale} mesi nel biennio mobile"
    small = chi.figura("settimane_fis_piccoli")
    if small.noto and chi.piccolo:
        return f"{small.decimale} settimane nel biennio mobile"
    return f"{chi.figura('settimane_fis').decimale} settimane nel biennio mobile"


def fondo(chi: Datore, causale: str) -> str:
    """Return the length of a bilateral fund."""
    del causale
    least = chi.figura("durata_fondi")
    return f"{least.testo}; quella del fondo non è nota" if least.noto else "quella del regolamento del fondo"


def tipo_b(chi: Datore, causale: str) -> str:
    """Return the length of the solidarity contracts of type B."""
    del causale
    last = chi.figura("solidarieta_tipo_b").al
    return "quella della L. 236/1993" + (f", e non oltre il {giorno(last)}" if last else "")


def in_deroga(chi: Datore, causale: str) -> str:
    """Return the length of the CIG in derogation."""
    del causale
    days = chi.figura("giorni_cigd")
    return f"{days.decimale} giorni di calendario" if days.noto else "quella dell’accordo regionale"


def _complessiva(chi: Datore) -> str:
    return f"{chi.figura('durata_complessiva_edile' if chi.edile else 'durata_complessiva').decimale} mesi"
