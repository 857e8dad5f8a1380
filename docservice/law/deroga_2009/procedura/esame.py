"""Rules on the joint examination: who holds it, with whom, on which period (Accordo Quadro, All. A 2.1.2-4 and 3.2-3).

An application for the Region examined by a Province: AQ-ESA1 says at /autorita/tipo that the ARIFL must do it.
"""

from __future__ import annotations

from docservice.law.calendar import Periodo
from docservice.law.deroga_2009.caso import Richiesta
from docservice.law.deroga_2009.fonti import quadro_e_vademecum
from docservice.law.deroga_2009.parti import firma_qualcuno
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import arrotonda_oltre, con_punto, giorno
from docservice.law.misura import in_mesi
from docservice.law.tratti import ESAME
from docservice.law.voce import Esiti, regola

AUTORITA = {"provinciale": ("provincia", "la Provincia"), "regionale": ("arifl", "l’ARIFL, per conto della Regione")}


@regola("AQ-ESA1", quadro_e_vademecum("All. A 2.1.2-4 e 3.2-3", "2.4.6 e 2.4.7"), per=ESAME)
def esame_congiunto(caso: Richiesta) -> Esiti:
    """L’esame è tenuto dall’autorità competente con le parti, sulla metà del periodo; chi modifica ripresenta."""
    yield from _autorita(caso)
    yield from _parti(caso)
    yield from _periodo(caso)
    changes = caso.dati.get("modifiche", "").strip()
    if changes and not caso.dati.get("nuova_domanda"):
        yield errore(
            "/nuova_domanda",
            "L’esame ha modificato la domanda, ma non è previsto che il datore di lavoro ne presenti una nuova.",
            "Va prevista una nuova domanda con le modifiche, e l’annullamento della precedente (Nuova domanda: sì).",
        )


def _autorita(caso: Richiesta) -> Esiti:
    body = caso.dati.get("autorita")
    if body is None:
        yield errore(
            "/autorita",
            "Non è detto quale autorità ha tenuto l’esame.",
            "Va indicata la Provincia, o l’ARIFL per le domande di competenza regionale.",
        )
        return
    if caso.competenza is None:
        yield NonVerificabile("tipologia del datore di lavoro non indicata")
        return
    kind, name = AUTORITA[caso.competenza]
    if body["tipo"] != kind:
        yield errore(
            "/autorita/tipo",
            f"La domanda è di competenza {caso.competenza}: l’esame spetta a un’altra autorità ({name}).",
            "Va corretta l’autorità, oppure i dati da cui la competenza dipende.",
            valore=body["tipo"],
            limite=kind,
        )
    unit = caso.datore["unita_produttiva"]["provincia"]
    if body["tipo"] == "provincia" and body.get("provincia", unit) != unit:
        yield errore(
            "/autorita/provincia",
            f"L’unità produttiva è in provincia di {unit}, ma l’esame è di un’altra Provincia.",
            "Spetta alla Provincia in cui si trova l’unità produttiva.",
            valore=body["provincia"],
            limite=unit,
        )


def _parti(caso: Richiesta) -> Esiti:
    if not caso.dati.get("parti_convocate"):
        yield errore(
            "/parti_convocate",
            "Non è detto quali parti sono state convocate.",
            "Vanno elencate le parti dell’accordo o, se l’accordo manca, della consultazione sindacale.",
        )
    if caso.dati.get("esito") == "accordo" and not firma_qualcuno(caso):
        yield errore(
            "/organizzazioni_sindacali",
            "L’esame risulta chiuso con un accordo, ma per i lavoratori nessuno era presente, o firma.",
            "Vanno indicate le parti presenti, che firmano il verbale con l’autorità; oppure va corretto l’esito.",
        )


def _periodo(caso: Richiesta) -> Esiti:
    told = caso.dati.get("periodo_esaminato")
    if told is None or told["al"] < told["dal"]:
        return  # the text states what the law gives; AQ-G15 speaks of the one upside down
    if caso.periodo is None:
        yield NonVerificabile("il periodo richiesto finisce prima di cominciare")
        return
    examined = Periodo(told["dal"], told["al"])
    if not caso.chiesto.contiene(examined):
        yield errore(
            "/periodo_esaminato",
            f"Il periodo esaminato esce da quello richiesto (dal {giorno(caso.chiesto.dal)} al"
            f" {giorno(caso.chiesto.al)}).",
            "L’esame riguarda una parte del periodo richiesto: vanno corrette le date.",
        )
        return
    last = caso.ultimo_giorno(caso.mesi_dell_esame)
    if examined.mesi > caso.mesi_dell_esame:
        yield errore(
            "/periodo_esaminato",
            f"L’esame riguarda {con_punto(arrotonda_oltre(examined.mesi, caso.mesi_dell_esame))} mesi: su"
            f" {con_punto(caso.mesi)} richiesti può riguardarne {con_punto(caso.mesi_dell_esame)}.",
            f"Il periodo esaminato va chiuso il {giorno(last)}; per il resto serve una nuova domanda.",
            in_mesi(examined.mesi, caso.mesi_dell_esame),
        )
    elif examined != Periodo(caso.chiesto.dal, last):
        yield avviso(
            "/periodo_esaminato",
            f"Il periodo esaminato non è quello che l’Allegato A assegna all’esame: dal {giorno(caso.chiesto.dal)} al"
            f" {giorno(last)}.",
            "Va controllato se la differenza è voluta; in questo caso conviene darne la ragione nel verbale.",
        )
    if caso.mesi_dell_esame < caso.mesi:
        yield nota(
            "/periodo_esaminato",
            "La metà del periodo è contata in mesi e parti di mese dal primo giorno richiesto, come la prima"
            " concessione (lettura del servizio): le fonti dicono soltanto «la metà».",
        )
