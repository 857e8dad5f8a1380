"""The hours left for the extension of an agreement B of the derogation of 2009-2010 (`proroga-accordo-b`).

8.304 hours granted and 5.000 used -> 3.304 left.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale
from docservice.campi.risposte import number
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class ProrogaAccordoB(Blocco):
    """Hours granted to an agreement B, and hours used."""

    monte_ore_concesso = Decimale(
        required=True,
        parole=("Monte ore concesso", "Le ore della prima concessione: le dice il decreto.", "8304"),
        unita="ore",
    )
    ore_consumate = Decimale(
        required=True, parole=("Ore consumate", "Le ore di sospensione già fatte.", "5000"), unita="ore"
    )


class ProrogaAccordoBRisultati(Schema):
    """Hours left."""

    ore_residue = number("Ore residue", "Le ore concesse e non ancora usate, che la proroga può prendere.", "ore")


CALCOLATORE = Calcolatore(
    id="proroga-accordo-b",
    domanda=ProrogaAccordoB,
    risposta=ProrogaAccordoBRisultati,
    esempio=Esempio(
        dati={"monte_ore_concesso": "8304", "ore_consumate": "5000"},
        fonte="conto nostro sul monte ore di dieci lavoratori dell’Accordo Quadro",
    ),
)
