"""The ordinary contributions that employers and workers pay for the treatments (D.Lgs. 148/2015, artt. 13, 23, 29).

ordinario("CIGO", an industry of thirty) -> its one rate; ordinario("CIGS", …) -> employer's and worker's shares
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.dlgs_148.strumenti.datore import COMMERCIO, Datore
from docservice.law.figures import Valore

_EDILI: Final = {"edilizia": "ordinario_cigo_edilizia", "lapideo": "ordinario_cigo_lapideo"}


def ordinario(strumento: str, chi: Datore) -> tuple[Valore, ...]:
    """Return the rates, in percent of the pay, that add up to an instrument's ordinary contribution, if it has one."""
    if strumento == "CIGO":
        return (_cigo(chi),)
    if strumento in ("CIGS", "CDS"):
        return _cigs(chi)
    return (_fis(chi),) if strumento == "FIS" else ()


def _cigo(chi: Datore) -> Valore:
    if chi.edile:
        return chi.figura(_EDILI[chi.settore])
    few = chi.dipendenti <= chi.figura("dipendenti_contributo_cigo").decimale
    return chi.figura("ordinario_cigo_piccoli" if few else "ordinario_cigo")


def _cigs(chi: Datore) -> tuple[Valore, ...]:
    """Employer's and worker's shares; less in the first year for those whom the reform brought in."""
    less = chi.figura("ordinario_cigs_fis")
    if less.noto and not chi.ha_cigs(aggiungi_giorni(less.dal, -1)):
        return (less,)
    return chi.figura("ordinario_cigs_datore"), chi.figura("ordinario_cigs_lavoratore")


def _fis(chi: Datore) -> Valore:
    shops = chi.figura("ordinario_fis_commercio")
    small = chi.figura("ordinario_fis_fino_a_5")
    if shops.noto and chi.settore in COMMERCIO and chi.dipendenti > _oltre_50(chi):
        return shops
    if small.noto and chi.dipendenti <= chi.figura("dipendenti_fis_piccoli").decimale:
        return small
    few = chi.dipendenti <= chi.figura("dipendenti_cigs").decimale
    return chi.figura("ordinario_fis_fino_a_15" if few else "ordinario_fis_oltre_15")


def _oltre_50(chi: Datore) -> Decimal:
    """Return the size that a shop had to pass for the CIGS before the reform."""
    reform = chi.figura("settori_cigs").dal
    return chi.figura("dipendenti_cigs_commercio", aggiungi_giorni(reform, -1)).decimale
