"""Accordo standard B: hour budget with partial rotation (Accordo Quadro, Allegato B, schema B)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, SiNo
from docservice.law.tratti import ACCORDO, SCHEMA_B
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import AccordoConCausale


class ModalitaB(Blocco):
    """Ways of use of schema B; the estimates are hours of CIG over the whole request, the monthly ones per head."""

    addetti_zero_ore = Intero(required=True)
    ore_stimate_zero_ore = Decimale(required=True)
    addetti_parziali = Intero(required=True)
    ore_mensili_parziali = Decimale(massimo="744", required=True)
    ore_stimate_parziali = Decimale(required=True)
    rotazione = SiNo()


class AccordoB(AccordoConCausale):
    """Payload of `accordo-b`."""

    modalita = Gruppo(ModalitaB, required=True)


MODELLO = Modello(
    id="accordo-b",
    titolo="Accordo standard B, CIG in deroga con monte ore a parziale rotazione",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoB,
    tratti=frozenset({ACCORDO, SCHEMA_B}),
)
