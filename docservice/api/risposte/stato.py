"""What `/status` answers."""

from __future__ import annotations

from marshmallow import Schema

from docservice.api.risposte.parti import MESSAGGIO, uno_di
from docservice.campi.risposte import items, text
from docservice.store.guasti import Guasto


class GuastoStato(Schema):
    """A part that does not work: which, how, what to do."""

    parte = uno_di(("archivio", "lotti"), "Parte", "La parte che non va.")
    tipo = uno_di((*Guasto, "fermo"), "Tipo", "Che guasto è.")
    messaggio = text(4000, *MESSAGGIO)


class Stato(Schema):
    """What `/status` says when it can serve: `attivo`, or `degradato` when `guasti` says what it cannot do."""

    stato = uno_di(("attivo", "degradato"), "Stato", "attivo se tutto va; degradato se una parte non va.")
    versione = text(20, "Versione", "La versione del servizio.")
    guasti = items(GuastoStato, "Guasti", "Ciò che non va, se c’è.", required=False)
