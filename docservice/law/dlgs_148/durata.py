"""How long each instrument may last, in the words of an answer."""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.causali import SOLIDARIETA
from docservice.law.dlgs_148.datore import Datore
from docservice.law.figures import FiguraIgnota

_DELLE_CAUSALI: Final = {
    "riorganizzazione": ("durata_riorganizzazione",),
    "transizione": ("durata_transizione",),
    "crisi": ("durata_crisi",),
    "crisi_evento_improvviso": ("durata_crisi",),
    "cessazione": ("durata_cessazione", "durata_cessazione_con_cessione"),
    "transizione_occupazionale": ("durata_transizione_occupazionale",),
    "proroga_22bis": ("proroga_22bis_riorganizzazione",),
}
"""The figures of each extraordinary cause: the first in force is its length."""
_FUORI_DAI_LIMITI: Final = frozenset({"cessazione", "transizione_occupazionale", "proroga_22bis"})


def non_prevista(chi: Datore, causale: str) -> str | None:
    """Return why an extraordinary cause gives nothing on the employer's day, None where it does."""
    why = None
    for name in _DELLE_CAUSALI[causale]:
        try:
            if (known := chi.figura(name)).noto:
                return None
            unknown = known.ignota()
        except FiguraIgnota as error:
            unknown = error
        why = why or str(unknown).rstrip(".")
    return why


def cigo(chi: Datore, causale: str) -> str:
    """Return that of the CIGO."""
    del causale
    row, most = chi.figura("settimane_cigo_consecutive").decimale, chi.figura("settimane_cigo_biennio").decimale
    return f"{row} settimane continuative, prorogabili per trimestri fino a {most} nel biennio mobile"


def cigs(chi: Datore, causale: str) -> str:
    """Return that of the CIGS for its cause."""
    if causale == "proroga_22bis":
        names = ("proroga_22bis_riorganizzazione", "proroga_22bis_crisi", "proroga_22bis_cds")
        more = [chi.figura(name).decimale for name in names]
        return f"altri {more[0]} mesi per riorganizzazione, {more[1]} per crisi, {more[2]} per solidarietà"
    [months, *_] = [known.decimale for name in _DELLE_CAUSALI[causale] if (known := chi.figura(name)).noto]
    if causale in _FUORI_DAI_LIMITI:
        return f"{months} mesi, fuori dal limite complessivo"
    again = ""
    if causale.startswith("crisi"):
        again = f"; una nuova crisi dopo {chi.figura('intervallo_crisi').testo} della durata della precedente"
    return f"{months} mesi, entro {_complessiva(chi)} nel quinquennio mobile{again}"


def cds(chi: Datore, causale: str) -> str:
    """Return that of the solidarity contract."""
    del causale
    whole = chi.figura("durata_cds_edile").decimale
    if chi.edile:
        return f"{whole} mesi, computati per intero, entro {_complessiva(chi)} nel quinquennio mobile"
    most = chi.figura("durata_cds").decimale
    return f"{whole} mesi, computati per metà; fino a {most}, entro {_complessiva(chi)} nel quinquennio mobile"


def fis(chi: Datore, causale: str) -> str:
    """Return that of the FIS."""
    months = chi.figura("mesi_assegno_solidarieta")
    if causale == SOLIDARIETA and months.noto:
        return f"{months.decimale} mesi nel biennio mobile"
    small = chi.figura("settimane_fis_piccoli")
    if small.noto and chi.dipendenti <= chi.figura("dipendenti_fis_piccoli").decimale:
        return f"{small.decimale} settimane nel biennio mobile"
    return f"{chi.figura('settimane_fis').decimale} settimane nel biennio mobile"


def fondo(chi: Datore, causale: str) -> str:
    """Return that of a bilateral fund."""
    del chi, causale
    return "quella del regolamento del fondo"


def tipo_b(chi: Datore, causale: str) -> str:
    """Return that of the solidarity contracts of type B."""
    del chi, causale
    return "quella della L. 236/1993, e non oltre il 30 giugno 2016"


def in_deroga(chi: Datore, causale: str) -> str:
    """Return that of the CIG in derogation."""
    del causale
    days = chi.figura("giorni_cigd")
    return f"{days.decimale} giorni di calendario" if days.noto else "quella dell’accordo regionale"


def _complessiva(chi: Datore) -> str:
    return f"{chi.figura('durata_complessiva_edile' if chi.edile else 'durata_complessiva').decimale} mesi"
