"""Rules on the consultation: its notice, and its end without agreement (Accordo Quadro, All. A 1.1).

A notice that goes to the unions only, of a firm that has a RSU: AQ-COM1 says that it must go to the RSU first.
"""

from __future__ import annotations

from docservice.law.deroga_2009.caso import Richiesta
from docservice.law.deroga_2009.fonti import quadro_e_vademecum
from docservice.law.deroga_2009.parti import firma_qualcuno
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import COMUNICAZIONE, MANCATO_ACCORDO
from docservice.law.voce import Esiti, regola

CHI_COME_QUANDO = {"destinatario": "chi è stato convocato", "modo": "in che modo", "data": "quando"}


def _scritto(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())


@regola("AQ-COM1", quadro_e_vademecum("All. A 1.1.1", "2.4.1"), per=COMUNICAZIONE)
def comunicazione(caso: Richiesta) -> Esiti:
    """La comunicazione dice chi la manda, a chi nell’ordine di legge, per quali ragioni e per quale causale."""
    if not _scritto(caso.dati.get("motivazioni")):
        yield errore(
            "/motivazioni",
            "La comunicazione non espone le ragioni per cui serve la CIG in deroga.",
            "Vanno esposte le ragioni: che cosa è accaduto, da quando, con quali effetti sull’attività.",
        )
    if "causale" not in caso.dati:
        yield errore(
            "/causale",
            "La comunicazione non dichiara la causale.",
            "Va detto se la causale è la cessazione totale o parziale dell’attività, la procedura concorsuale o altro.",
        )
    yield from _mittente(caso)
    yield from _destinatari(caso)


def _mittente(caso: Richiesta) -> Esiti:
    sender = caso.dati.get("mittente")
    if sender is None:
        yield errore(
            "/mittente",
            "Non è detto chi manda la comunicazione.",
            "Va indicato il mittente: il datore di lavoro, la sua associazione o l’organo della procedura concorsuale.",
        )
    if sender != "associazione_datoriale":
        return
    if "associazione_datoriale" not in caso.dati:
        yield errore(
            "/associazione_datoriale",
            "La comunicazione è mandata da un’associazione di datori di lavoro che non è indicata.",
            "Va indicata l’associazione, con chi la rappresenta.",
        )
    if "titolo_associazione" not in caso.dati:
        yield errore(
            "/titolo_associazione",
            "Non è detto a quale titolo l’associazione manda la comunicazione.",
            "Va indicato se il datore di lavoro aderisce all’associazione o le ha conferito mandato.",
        )


def _destinatari(caso: Richiesta) -> Esiti:
    staff = "rappresentanza_aziendale" in caso.dati
    unions = bool(caso.dati.get("organizzazioni_sindacali"))
    absent = caso.dati.get("rappresentanza_assente")
    if not staff and not unions:
        yield errore(
            "/organizzazioni_sindacali",
            "La comunicazione non ha destinatari.",
            "Va indirizzata alle RSA o alla RSU, alla RSB dove è prevista, o se mancano alle organizzazioni sindacali"
            " più rappresentative in Lombardia.",
        )
    elif not staff and absent is None:
        yield NonVerificabile("non è detto se in azienda mancano RSA e RSU")
    elif not staff and not absent:
        yield errore(
            "/rappresentanza_aziendale",
            "La comunicazione va alle sole organizzazioni sindacali, ma una rappresentanza dei lavoratori esiste.",
            "Va indirizzata prima di tutto alla rappresentanza dei lavoratori.",
        )
    elif staff and absent and caso.dati["rappresentanza_aziendale"]["tipo"] != "RSB":
        yield errore(
            "/rappresentanza_assente",
            "La comunicazione va a una RSA o a una RSU che è detta mancante.",
            "Va tolto il destinatario, oppure va corretta la risposta (Senza rappresentanza aziendale: no).",
        )
    yield nota(
        "",
        "Per i destinatari il Vademecum (2.4.1) rinvia all’art. 5 della legge 164/1975, che in mancanza di"
        " rappresentanze aziendali guarda ai sindacati più rappresentativi della provincia; il servizio segue l’ordine"
        " dell’Accordo Quadro (All. A 1.1.1), che aggiunge le RSB e guarda alla Regione.",
    )


@regola("AQ-MAN1", quadro_e_vademecum("All. A 1.1.2-3 e 2.1.4", "2.4.3"), per=MANCATO_ACCORDO)
def senza_accordo(caso: Richiesta) -> Esiti:
    """Il documento è un verbale firmato con le posizioni delle parti, o dice chi è stato convocato, come e quando."""
    if caso.dati["variante"] == "mancato_accordo":
        yield from _verbale(caso)
    else:
        yield from _dichiarazione(caso)


def _verbale(caso: Richiesta) -> Esiti:
    if not firma_qualcuno(caso):
        yield errore(
            "/organizzazioni_sindacali",
            "Nessuno firma per i lavoratori: un verbale di mancato accordo è sottoscritto dalle due parti.",
            "Va indicato chi era presente e firma per i lavoratori; se nessuno si è presentato, serve la dichiarazione"
            " di mancata presentazione.",
        )
    positions = caso.dati.get("posizioni", {})
    for side, who in (("datore_lavoro", "del datore di lavoro"), ("lavoratori", "di chi rappresenta i lavoratori")):
        if not _scritto(positions.get(side)):
            yield errore(
                f"/posizioni/{side}",
                f"Il verbale non riporta la posizione {who}.",
                "Vanno riportate le posizioni delle due parti, che l’esame congiunto dovrà conoscere.",
            )


def _dichiarazione(caso: Richiesta) -> Esiti:
    calls = caso.dati.get("convocazioni", [])
    if not calls:
        yield errore(
            "/convocazioni",
            "Non è detto chi è stato convocato.",
            "Va elencata ogni parte convocata, con il modo e il giorno della convocazione.",
        )
    for index, call in enumerate(calls):
        for name, what in CHI_COME_QUANDO.items():
            if name not in call or not (name == "data" or _scritto(call[name])):
                yield errore(
                    f"/convocazioni/{index}/{name}",
                    f"Della convocazione non è detto {what}.",
                    "Ogni convocazione va descritta con destinatario, modo e giorno.",
                )
        if "data" in call and call["data"] > caso.giorno:
            yield avviso(
                f"/convocazioni/{index}/data",
                f"La convocazione è del {giorno(call['data'])}, dopo la dichiarazione ({giorno(caso.giorno)}).",
                "Vanno controllate le due date.",
                in_date(call["data"], caso.giorno),
            )
    yield nota(
        "/variante",
        "Per la metà del periodo l’Allegato A (2.1.4) parla del verbale che non riporta un accordo; il servizio tratta"
        " allo stesso modo la mancata presentazione, che il Vademecum (2.4.6) manda anch’essa all’esame (lettura del"
        " servizio).",
    )
    if caso.dati.get("organizzazioni_sindacali") or "rappresentanza_aziendale" in caso.dati:
        yield avviso(
            "/variante",
            "Nella dichiarazione di mancata presentazione è indicato chi era presente per i lavoratori.",
            "Se qualcuno si è presentato serve il verbale di mancato accordo; altrimenti vanno tolti i presenti.",
        )
