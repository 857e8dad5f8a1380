"""When L. 223/1991 holds, and for whom: its days (L223-33), what it leaves out (L223-31), groups of firms (L223-29).

L223-33: a paper of 10/08/1991 is told at /data; one of 31/12/2016 has the note on mobility
"""

from __future__ import annotations

from docservice.law.finding import errore, nota
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, annota, regola

_GRADUALE = "fine_lavoro_edile"
_ESCLUSI = {
    "fine_lavoro_edile": "la fine del lavoro nelle costruzioni edili",
    "scadenza_termine": "la scadenza di un termine",
    "attivita_stagionale_saltuaria": "attività stagionali o saltuarie",
}


@regola("L223-33", legge("art. 24"))
def vigore(caso: Documento) -> Esiti:
    """Il documento non precede l’entrata in vigore della L. 223/1991, l’11 agosto 1991."""
    if caso.figura("dipendenti_soglia") is None:
        yield errore(
            "/data",
            "Il documento precede l’entrata in vigore della L. 223/1991 (11/08/1991).",
            "Va corretta la data; prima di quel giorno questa procedura non esisteva.",
        )
    elif caso.figura("mobilita"):
        yield nota(
            "/data",
            "Fino al 31/12/2016 valevano anche le regole sulla mobilità: le liste, l’indennità e l’anticipo versato"
            " all’INPS, con la sua ricevuta (art. 4 c. 3), il servizio non li calcola.",
        )


@regola("L223-31", legge("art. 24 c. 4"), per=APERTURA, se=lambda caso: "esclusione" in caso.dati)
def esclusi(caso: Documento) -> Esiti:
    """Non si fa per la fine del lavoro nell’edilizia, di rapporti a termine, di attività stagionali o saltuarie."""
    told = caso.dati["esclusione"]
    if told["tipo"] == _GRADUALE and told.get("fase_graduale"):
        return
    more = (
        ", salvo che si esaurisca soltanto una fase di lavori che proseguono (Cass. 4349/2015 e 21102/2024)"
        if told["tipo"] == _GRADUALE
        else ""
    )
    yield errore(
        "/esclusione/tipo",
        f"Per {_ESCLUSI[told['tipo']]} la procedura di licenziamento collettivo non è dovuta{more}.",
        "Non va aperta la procedura, oppure va corretto il motivo.",
    )


@annota("L223-29", legge("art. 4 c. 15-bis"), per=APERTURA, se=lambda caso: "gruppo" in caso.datore)
def gruppo(caso: Documento) -> Esiti:
    """Gli obblighi della procedura restano anche se a decidere è l’impresa che controlla il datore."""
    del caso
    yield nota(
        "/datore_lavoro/gruppo",
        "Gli obblighi della procedura gravano sul datore anche se a decidere i licenziamenti è l’impresa che lo"
        " controlla: non può giustificarsi con le informazioni che questa non gli ha dato (da verificare sull’atto).",
    )
