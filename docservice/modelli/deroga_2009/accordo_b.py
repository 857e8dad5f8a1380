"""Accordo standard B: hour budget with partial rotation (Accordo Quadro, Allegato B, schema B)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, SiNo
from docservice.law.tratti import ACCORDO, SCHEMA_B
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import AccordoConCausale
from docservice.modelli.deroga_2009.parole import (
    MODALITA,
    ORE,
    ORE_MENSILI_PARZIALI,
    ORE_PARZIALI,
    ORE_ZERO,
    PARZIALI,
    PERSONE,
    ROTAZIONE,
    ZERO_ORE,
)


class ModalitaB(Blocco):
    """Ways of use of schema B; the estimates are hours of CIG over the whole request, the monthly ones per head."""

    addetti_zero_ore = Intero(required=True, parole=ZERO_ORE, unita=PERSONE)
    ore_stimate_zero_ore = Decimale(required=True, parole=ORE_ZERO, unita=ORE)
    addetti_parziali = Intero(required=True, parole=PARZIALI, unita=PERSONE)
    ore_mensili_parziali = Decimale(massimo="744", required=True, parole=ORE_MENSILI_PARZIALI, unita=ORE)
    ore_stimate_parziali = Decimale(required=True, parole=ORE_PARZIALI, unita=ORE)
    rotazione = SiNo(parole=ROTAZIONE)


class AccordoB(AccordoConCausale):
    """Payload of `accordo-b`."""

    modalita = Gruppo(ModalitaB, required=True, parole=MODALITA)


MODELLO = Modello(
    id="accordo-b",
    titolo="Accordo standard B, CIG in deroga con monte ore a parziale rotazione",
    in_testa="Accordo standard B, CIG in deroga",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoB,
    tratti=frozenset({ACCORDO, SCHEMA_B}),
)
