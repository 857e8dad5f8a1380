"""The words at the foot of every page, wherever they are written: `footer(1, 3)` is "pagina 1 di 3".

The style sheet of the pages (`templates/carta.css`) has the same, under test; `script/carta` writes them in the DOCX.
"""

from __future__ import annotations

from typing import Final

PAGE, OF = "pagina ", " di "
FINGERPRINT, INITIALS = "impronta dei dati ", "sigle ________________________"
DRAFT = "BOZZA"
"""What every page of a draft says."""
GLYPHS: Final = f"{PAGE}0123456789{OF}"
"""Every character that a footer may need."""


def footer(number: int, total: int) -> str:
    """Return the foot of a page."""
    return f"{PAGE}{number}{OF}{total}"
