"""How those to be dismissed are chosen: the weights, the workers compared, the posts, the quotas of the law.

{"data": date(2024, 5, 31), "posti": [{"profilo": "operai produzione", "numero": 2}], "lavoratori": […], …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI
from docservice.modelli.l_223.parole import NOMI_ESCLUSIONI

SESSO = ("Sesso", "Serve solo per la quota delle donne; non si stampa.")
PROTETTO = ("Categoria protetta", "Sì se è assunto per il collocamento mirato; non si stampa.")
RISERVATI = ("sesso", "categoria_protetta")
"""What serves the quotas alone: no document that others receive carries it."""
CARICHI = ("Familiari a carico", "Quanti familiari ha a carico.", 2)
ASSUNZIONE = ("Data di assunzione", "Il giorno in cui il rapporto è cominciato.", "2010-03-01")
MANSIONE = ("Mansione", "Quella svolta, con le parole della tabella della manodopera.", "addetto alla tessitura")
PROFILO = ("Profilo professionale", "Il profilo, con le stesse parole dei posti.", "operai produzione")
_ESIGENZE = {
    "raddoppio": "determinanti: tanti punti quanti gli altri due criteri insieme; equivalenti: un punto",
    "punti": "punti dati a ciascun lavoratore",
}
_PESO = {"determinanti": "determinanti", "equivalenti": "equivalenti"}
_SPAREGGI = {
    "data_assunzione_recente": "prima chi è stato assunto dopo",
    "familiari_a_carico": "prima chi ha meno familiari a carico",
}


class CriteriDaPesare(Blocco):
    """The three statutory criteria; the law judges a weight that lacks."""

    carichi_famiglia = Decimale(
        massimo="1000", parole=("Carichi di famiglia", "Punti per ogni familiare a carico.", "1"), unita="punti"
    )
    anzianita = Decimale(
        massimo="1000", parole=("Anzianità", "Punti per ogni anno intero di servizio.", "1"), unita="punti"
    )
    esigenze = Scelta(
        *_ESIGENZE,
        parole=("Esigenze tecnico-produttive", "Come si pesano le esigenze tecniche, produttive e organizzative."),
        nomi=_ESIGENZE,
    )


@esige("carichi_famiglia", "anzianita", "esigenze")
class CriteriPesati(CriteriDaPesare):
    """The three statutory criteria, each with its weight."""


class Posto(Blocco):
    """Posts to be cut in one profile."""

    profilo = Testo(required=True, parole=PROFILO)
    numero = Intero(required=True, parole=("Posti da sopprimere", "Quanti, in quel profilo.", 2), unita="persone")


class Esclusione(Blocco):
    """Why a worker is left out of the comparison; the law judges a reason that lacks."""

    motivo = Scelta(
        *NOMI_ESCLUSIONI, parole=("Motivo", "Perché non è confrontato con gli altri."), nomi=NOMI_ESCLUSIONI
    )
    nota = Testo(massimo=LUNGO, parole=("Nota", "Il motivo, se è un altro.", "unico manutentore abilitato"))


class LavoratoreConfrontato(Blocco):
    """A worker who is compared with those of the same profile."""

    id = Testo(
        massimo=100,
        required=True,
        sinonimi=("matricola", "nominativo", "cognome e nome", "dipendente", "nome e cognome"),
        parole=("Lavoratore", "Il nome, o la matricola: uno per persona.", "A"),
    )
    profilo = Testo(required=True, parole=PROFILO)
    mansione = Testo(parole=MANSIONE)
    data_assunzione = Giorno(
        required=True, sinonimi=("assunzione", "assunto il", "data assunz", "data ass"), parole=ASSUNZIONE
    )
    familiari_a_carico = Intero(
        massimo=50,
        required=True,
        sinonimi=("carico di famiglia", "familiari"),
        parole=CARICHI,
        unita="persone",
    )
    esigenze = Scelta(
        *_PESO,
        required=True,
        parole=("Esigenze", "Se le esigenze dell’impresa pesano per tenere questa persona, o sono equivalenti."),
        nomi=_PESO,
    )
    punti_esigenze = Decimale(
        massimo="100000", parole=("Punti per le esigenze", "Se i criteri li danno a ciascuno.", "0"), unita="punti"
    )
    motivo_esigenze = Testo(
        massimo=LUNGO,
        parole=("Motivo delle esigenze", "Perché pesano per questa persona.", "lavora su tutte le postazioni"),
    )
    escluso = Gruppo(Esclusione, parole=("Fuori dal confronto", "Se non è confrontato, e perché."))
    sesso = Scelta("F", "M", parole=SESSO)
    categoria_protetta = SiNo(parole=PROTETTO)
    licenziato = SiNo(parole=("Licenziato", "Sì se è fra i licenziati: si confronta con la graduatoria."))


class Manodopera(Blocco):
    """Those employed in a task before the dismissals, and how many are women."""

    mansione = Testo(required=True, parole=MANSIONE)
    occupati = Intero(required=True, parole=("Occupati", "Quanti, prima dei licenziamenti.", 40), unita="persone")
    donne = Intero(required=True, parole=("Donne", "Quante sono donne.", 20), unita="persone")


class CollocamentoMirato(Blocco):
    """The reserve of L. 68/1999 on the day of the end."""

    base_computo = Intero(
        required=True,
        parole=("Base di computo", "I dipendenti su cui si conta la quota di riserva.", 60),
        unita="persone",
    )
    occupati_protetti = Intero(
        required=True, parole=("Occupati protetti", "Quanti assunti per il collocamento mirato.", 5), unita="persone"
    )
    quota_riserva = Intero(parole=("Quota di riserva", "Se non è detta si conta dalla base.", 4), unita="persone")


class Graduatoria(Blocco):
    """All who are compared, and by which weights."""

    data = Giorno(required=True, parole=("Data", "Il giorno a cui si contano gli anni di servizio.", "2024-05-31"))
    criteri = Gruppo(CriteriPesati, required=True, parole=("Criteri", "I punti dei tre criteri di legge."))
    posti = Lista(
        Gruppo(Posto), massimo=1000, vuota=False, required=True, parole=("Posti", "Quanti se ne tolgono, per profilo.")
    )
    lavoratori = Lista(
        Gruppo(LavoratoreConfrontato),
        massimo=MOLTI_LAVORATORI,
        vuota=False,
        required=True,
        parole=("Lavoratori", "Tutti quelli che si confrontano, e chi ne resta fuori."),
    )
    spareggio = Lista(
        Scelta(*_SPAREGGI, required=True, parole=("Spareggio", "Chi viene prima a parità di punti."), nomi=_SPAREGGI),
        massimo=2,
        parole=("Spareggio", "Come si decide a parità di punti, nell’ordine."),
    )
    manodopera = Lista(
        Gruppo(Manodopera), massimo=1000, parole=("Manodopera", "Occupati e donne, mansione per mansione.")
    )
    collocamento_mirato = Gruppo(
        CollocamentoMirato, parole=("Collocamento mirato", "La quota di riserva della L. 68/1999.")
    )
