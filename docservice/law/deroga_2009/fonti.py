"""The sources of the regime, cited by point.

quadro("punto 9") -> Fonte("Accordo Quadro 4 maggio 2009", "punto 9")
"""

from __future__ import annotations

from docservice.law.citation import Fonte


def quadro(punto: str) -> Fonte:
    """Cite a point of the framework agreement or of its annexes."""
    return Fonte("Accordo Quadro 4 maggio 2009", punto)


def vademecum(punto: str) -> Fonte:
    """Cite a paragraph of the Vademecum as updated to 30 June 2009."""
    return Fonte("Vademecum ammortizzatori in deroga, aggiornamento 30 giugno 2009", punto)


def quadro_e_vademecum(punto: str, paragrafo: str) -> Fonte:
    """Cite the two where both speak."""
    return Fonte("Accordo Quadro 4 maggio 2009", f"{punto}; Vademecum 30 giugno 2009, {paragrafo}")


def moduli(schema: str = "moduli degli accordi standard") -> Fonte:
    """Cite the standard forms of the Vademecum."""
    return vademecum(f"cap. 3, {schema}")
