"""The blocks of a crisis: what is out of balance, the plan that puts it right, the staff, the sudden event.

{"interventi": [{"area": "finanza", "descrizione": "…"}], "esuberi_strutturali": 0} -> Risanamento
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Testo
from docservice.modelli.blocchi import LUNGO


class Squilibri(Blocco):
    """What is out of balance, by kind."""

    produttivi = Testo(
        massimo=LUNGO, parole=("Produttivi", "Gli squilibri della produzione.", "impianti usati a metà.")
    )
    finanziari = Testo(
        massimo=LUNGO, parole=("Finanziari", "Gli squilibri finanziari.", "debito bancario in crescita.")
    )
    gestionali = Testo(
        massimo=LUNGO, parole=("Gestionali", "Gli squilibri della gestione.", "costi fissi troppo alti.")
    )
    condizionamenti_esterni = Testo(
        massimo=LUNGO,
        parole=("Condizionamenti esterni", "Ciò che viene da fuori: mercato, leggi, clienti.", "dazi sull’acciaio."),
    )


class Intervento(Blocco):
    """A measure of the plan."""

    area = Testo(parole=("Area", "L’area dell’impresa in cui si interviene.", "produzione"))
    descrizione = Testo(massimo=LUNGO, parole=("Intervento", "Che cosa si fa.", "accorpamento di due reparti"))
    entro = Giorno(parole=("Entro", "Il giorno entro cui l’intervento è compiuto.", "2026-09-30"))


class Risanamento(Blocco):
    """The plan against the crisis; the law judges what is missing."""

    squilibri = Gruppo(Squilibri, parole=("Squilibri", "Gli squilibri che il piano affronta: almeno uno."))
    interventi = Lista(Gruppo(Intervento), parole=("Interventi", "Ciò che si fa per rimediare, area per area."))
    obiettivi = Testo(
        massimo=LUNGO,
        parole=(
            "Obiettivi",
            "A che cosa mira il piano: continuità della produzione, salvaguardia dei posti.",
            "pareggio in dodici mesi.",
        ),
    )
    esuberi_strutturali = Intero(
        parole=("Esuberi strutturali", "Quanti lavoratori restano di troppo anche dopo: zero, se nessuno.", 0),
        unita="persone",
    )
    piano_esuberi = Testo(
        massimo=LUNGO,
        parole=(
            "Piano degli esuberi",
            "Come sono gestiti gli esuberi strutturali, se ce ne sono.",
            "uscite volontarie incentivate.",
        ),
    )


class OrganicoAnno(Blocco):
    """The staff of a year, on average."""

    anno = Intero(minimo=1900, massimo=2100, required=True, parole=("Anno", "L’anno dell’organico.", 2025))
    media = Decimale(
        massimo="999999",
        required=True,
        parole=("Organico medio", "Quanti dipendenti, in media nell’anno: anche con decimali.", "60.5"),
        unita="persone",
    )


class AssunzioniDurante(Blocco):
    """Hiring in the course of the programme."""

    motivazione = Testo(
        massimo=LUNGO,
        parole=(
            "Motivazione",
            "Perché si assume durante il programma, e perché è compatibile.",
            "serve un manutentore elettrico, che manca fra i sospesi.",
        ),
    )


class EventoImprovviso(Blocco):
    """The sudden event that the crisis comes from."""

    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Evento",
            "Che cosa è accaduto, di improvviso e imprevisto, fuori dalla gestione dell’impresa.",
            "un embargo ha fermato il solo cliente estero.",
        ),
    )
    data = Giorno(parole=("Data dell’evento", "Il giorno in cui è accaduto.", "2026-01-19"))
