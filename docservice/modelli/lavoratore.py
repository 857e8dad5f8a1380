"""The worker whom a document is about, with the words that forms, tables and messages have for each datum.

`Lavoratore().load({"cognome": "Binti", "nome": "Carla", "codice_fiscale": "BNTCRL71C54A794Q"})`
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import COGNOME, DATA_DID, DATA_SOSPENSIONE, NOME, QUALIFICA, PeriodoPrecedente

DID_DEL = ("Data della DID", "Il giorno in cui la persona ha firmato la DID.", "2009-06-23")
SOSPENSIONE = (
    "Data di sospensione",
    "Il primo giorno di CIG della persona: da qui corrono i 45 giorni per il PIP.",
    "2009-07-01",
)
"""The words that several blocks share."""


class Lavoratore(Blocco):
    """A worker concerned. Hours are weekly, months of contribution are those before the treatment."""

    cognome = Testo(massimo=100, required=True, parole=COGNOME)
    nome = Testo(massimo=100, required=True, parole=NOME)
    codice_fiscale = CodiceFiscale(required=True)
    qualifica = Testo(
        massimo=100, sinonimi=QUALIFICA, parole=("Qualifica", "Come in busta paga: per esempio impiegato.", "operaio")
    )
    livello = Testo(
        massimo=40,
        sinonimi=("liv", "livello di inquadramento", "inquadramento"),
        parole=("Livello", "Quello del contratto collettivo, come in busta paga.", "3"),
    )
    reparto = Testo(massimo=100, parole=("Reparto", "Il reparto o l’ufficio in cui lavora.", "montaggio"))
    data_assunzione = Giorno(
        sinonimi=("assunzione", "assunto il", "assunto dal", "data assunz", "data ass", "dt assunzione"),
        parole=("Data di assunzione", "Il giorno in cui il rapporto è cominciato.", "2004-09-01"),
    )
    contratto = Scelta(
        *("indeterminato", "determinato", "apprendistato", "somministrazione", "domicilio", "socio_cooperativa"),
        altri={
            "indeterminato": (
                *("tempo indeterminato", "a tempo indeterminato", "T.I.", "TI", "T. ind."),
                *("indet.", "tempo indet.", "a tempo indet."),
            ),
            "determinato": (
                *("tempo determinato", "a tempo determinato", "a termine", "T.D.", "TD", "T. det."),
                *("det.", "tempo det.", "a tempo det."),
            ),
            "apprendistato": ("apprendista", "in apprendistato", "contratto di apprendistato", "appr."),
            "somministrazione": ("in somministrazione", "somministrato", "somministrata", "somm.", "interinale"),
            "domicilio": ("a domicilio", "lavoro a domicilio", "lavorante a domicilio"),
            "socio_cooperativa": ("socio di cooperativa", "socio lavoratore", "socia lavoratrice", "socio coop."),
        },
        sinonimi=("tipo contratto", "tipologia contratto", "rapporto di lavoro"),
        parole=("Contratto", "Il tipo di rapporto: da questo dipende chi può avere il trattamento."),
    )
    giorni_lavorati = Intero(
        massimo=99_999,
        sinonimi=("giornate lavorate", "gg lavorati", "giorni di lavoro"),
        parole=("Giorni lavorati", "L’anzianità presso l’impresa: almeno 90, 40 se in somministrazione.", 250),
        unita="giorni",
    )
    mesi_contribuzione_precedenti = Decimale(
        massimo="999",
        sinonimi=("mesi contribuzione", "mesi di contribuzione"),
        parole=("Mesi di contribuzione precedenti", "Prima del trattamento, che non può durare di più.", "57"),
        unita="mesi",
    )
    did_sottoscritta = SiNo(
        sinonimi=("did", "did firmata", "did sottoscritta"),
        parole=("DID sottoscritta", "Sì se la persona ha firmato la DID: senza, non ha l’indennità."),
    )
    data_did = Giorno(sinonimi=DATA_DID, parole=DID_DEL)
    data_sospensione = Giorno(sinonimi=DATA_SOSPENSIONE, parole=SOSPENSIONE)
    data_cessazione = Giorno(
        parole=("Data di cessazione", "Il giorno del licenziamento: da qui 68 giorni per la mobilità.", "2009-12-31")
    )
    fine_indennita_preavviso = Giorno(
        parole=(
            "Fine dell’indennità di preavviso",
            "Se pagata, i 68 giorni per la mobilità corrono da qui.",
            "2010-02-28",
        )
    )
    ore_settimanali = Decimale(
        minimo="0.01",
        massimo="168",
        sinonimi=(
            *("ore sett", "orario settimanale", "ore contrattuali"),
            *("ore settimanali contrattuali", "orario contrattuale"),
        ),
        parole=("Ore settimanali", "L’orario scritto nel contratto della persona.", "40"),
        unita="ore",
    )
    ore_lavorate_settimanali = Decimale(
        massimo="168",
        sinonimi=("ore lavorate", "ore sett lavorate", "ore da lavorare", "orario ridotto", "ore lav"),
        parole=("Ore lavorate settimanali", "Quelle che restano da lavorare, tolta la riduzione.", "24"),
        unita="ore",
    )
    zero_ore = SiNo(parole=("A zero ore", "Sì se la persona è sospesa del tutto e non lavora affatto."))
    periodi_precedenti = Lista(
        Gruppo(PeriodoPrecedente),
        parole=("Periodi precedenti", "Quelli già avuti dalla persona: contano nella durata massima."),
    )


@esige("ore_settimanali", "ore_lavorate_settimanali")
class LavoratoreConOrari(Lavoratore):
    """A worker whose weekly hours, due and worked, must be given."""
