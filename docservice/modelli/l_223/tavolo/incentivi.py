"""What the agreement gives to those who leave, and what helps them to find other work.

{"previsti": true, "righe": [{"qualifica": "operaio", "uscita_entro": date(2024, 12, 31), "importo": …}], …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.l_223.parole import NOMI_QUALIFICHE

_BENEFICIARI = {"lavoratore": "il lavoratore", "nuovo_datore": "chi lo assume"}
_NORME = {"410": "art. 410 c.p.c.", "411": "art. 411 c.p.c."}
_RICOLLOCAZIONE = {
    "outplacement": "servizi di ricollocazione (outplacement)",
    "formazione": "formazione e riqualificazione",
    "transizione_di_carriera": "accompagnamento alla transizione di carriera",
    "nuovo_datore": "assunzione presso un altro datore di lavoro",
}


class RigaIncentivo(Blocco):
    """What one group has, for leaving on some day; the law judges a row without an amount."""

    gruppo = Testo(parole=("Gruppo", "A chi spetta la riga.", "addetti alla tessitura"))
    qualifica = Scelta(*NOMI_QUALIFICHE, parole=("Qualifica", "La categoria a cui spetta."), nomi=NOMI_QUALIFICHE)
    uscita_dal = Giorno(parole=("Uscita dal", "Il primo giorno di uscita a cui la riga si applica.", "2024-09-01"))
    uscita_entro = Giorno(parole=("Uscita entro", "L’ultimo giorno di uscita a cui la riga si applica.", "2024-12-31"))
    importo = Importo(massimo="9999999", parole=("Importo", "Quanto, a testa.", "18000.00"), unita="euro")
    mensilita = Decimale(massimo="120", parole=("Mensilità", "Quante mensilità, a testa.", "12"), unita="mensilità")
    minimo = Decimale(
        massimo="120", parole=("Minimo", "Le mensilità sotto le quali non si scende.", "6"), unita="mensilità"
    )
    beneficiario = Scelta(
        *_BENEFICIARI, parole=("Beneficiario", "A chi va la somma; se non è detto, al lavoratore."), nomi=_BENEFICIARI
    )


class IntesaSeparata(Blocco):
    """The understanding that holds the terms, apart from this agreement."""

    data = Giorno(required=True, parole=("Data", "Il giorno dell’intesa separata.", "2024-06-20"))


class IntegrazioneNaspi(Blocco):
    """What is added to the benefit of who is out of work."""

    descrizione = Testo(
        massimo=LUNGO, required=True, parole=("Descrizione", "Che cosa si aggiunge, e a chi.", "300 euro al mese")
    )
    fino_a = Testo(parole=("Fino a", "Per quanto tempo, o fino a quando.", "dodici mesi"))


class Isopensione(Blocco):
    """The early exit paid by the employer (L. 92/2012, art. 4), by an agreement of its own."""

    lavoratori = Intero(parole=("Lavoratori", "Quanti possono avvalersene.", 3), unita="persone")
    accordo_del = Giorno(parole=("Accordo del", "Il giorno dell’accordo che la prevede.", "2024-06-20"))


class Misure(Blocco):
    """What is given, and to whom."""

    previsti = SiNo(required=True, parole=("Previsti", "No se l’accordo non ne prevede."))
    descrizione = Testo(
        massimo=LUNGO, parole=("Descrizione", "Le condizioni, se una tabella non basta.", "pagati con l’ultima paga.")
    )
    intesa_separata = Gruppo(
        IntesaSeparata, parole=("Intesa separata", "L’intesa a parte che fissa misura e condizioni, se c’è.")
    )
    righe = Lista(
        Gruppo(RigaIncentivo),
        massimo=200,
        parole=("Misura", "Quanto spetta: una riga per gruppo o qualifica, e giorno di uscita."),
    )
    integrazione_naspi = Gruppo(
        IntegrazioneNaspi, parole=("Integrazione della NASpI", "Ciò che si aggiunge alla NASpI, se c’è.")
    )
    isopensione = Gruppo(Isopensione, parole=("Isopensione", "L’esodo dei lavoratori vicini alla pensione, se c’è."))


class DopoConciliazione(Blocco):
    """The individual settlement on which what is given depends."""

    subordinati_a_conciliazione = SiNo(
        parole=("Subordinati alla conciliazione", "Sì se spettano a chi sottoscrive una conciliazione individuale.")
    )
    norma_conciliazione = Lista(
        Scelta(*_NORME, required=True, parole=("Norma", "L’articolo del codice di procedura civile."), nomi=_NORME),
        massimo=2,
        parole=("Norma della conciliazione", "Quali articoli del codice di procedura civile la regolano."),
    )
    rinuncia_impugnazione = SiNo(
        parole=("Rinuncia all’impugnazione", "Sì se chi concilia rinuncia a impugnare il licenziamento.")
    )


class Incentivi(DopoConciliazione, Misure):
    """The support of those who leave: none is an answer too."""


class Ricollocazione(Blocco):
    """One kind of help to find other work."""

    tipo = Scelta(*_RICOLLOCAZIONE, required=True, parole=("Aiuto", "Che genere di aiuto è."), nomi=_RICOLLOCAZIONE)
    operatore = Testo(parole=("Operatore", "Chi lo dà.", "Agenzia Esempio S.r.l."))
    valore_per_lavoratore = Importo(
        massimo="9999999", parole=("Valore per lavoratore", "Quanto vale, a testa.", "2500.00"), unita="euro"
    )
