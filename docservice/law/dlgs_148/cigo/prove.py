"""What each cause of the CIGO must document, in facts and annexes, and the article that asks for it; RT-5 reads it.

PROVE["meteo"].allegati[0].nome -> "bollettino_meteo"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.eone import ENERGIA, ORDINANZA

Fatti = Mapping[str, Any]
Quando = Callable[[Fatti], bool]


def dm(punto: str) -> Fonte:
    """Cite the decree on the causes of the CIGO."""
    return Fonte("D.M. 15 aprile 2016, n. 95442", punto)


@dataclass(frozen=True, slots=True)
class Serve:
    """A fact, or a document, that a cause needs: its name and what it is.

    `se` says whether these facts ask for it; `oppure` are the kinds of document that do as well.
    """

    nome: str
    che: str
    se: Quando = lambda _: True
    oppure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prova:
    """What a cause must document, and the article that asks for it; `altri` are other facts that it may give."""

    fonte: Fonte
    fatti: tuple[Serve, ...]
    allegati: tuple[Serve, ...] = ()
    altri: tuple[str, ...] = ()


def _uguale(nome: str, valore: str) -> Quando:
    return lambda fatti: fatti.get(nome) == valore


def evento_di(*tipi: str) -> Quando:
    """Return whether the event is of some kinds."""
    return lambda fatti: fatti.get("evento", {}).get("tipo") in tipi


def _vero(nome: str) -> Quando:
    return lambda fatti: bool(fatti.get(nome))


def _non(condizione: Quando) -> Quando:
    return lambda fatti: not condizione(fatti)


_GUASTO: Final = _non(_vero("straordinaria"))
_IMPREVEDIBILE: Final = "perché non si poteva prevedere"
_INCOLPEVOLE: Final = "perché non dipende dall’impresa né dai lavoratori"

BOLLETTINO: Final = Serve("bollettino_meteo", "bollettino meteorologico di un organismo accreditato")

PROVE: Final[Mapping[str, Prova]] = {
    "mancanza_lavoro_commesse": Prova(dm("art. 3"), (Serve("andamento_ordini", "l’andamento degli ordini"),)),
    "crisi_mercato": Prova(
        dm("art. 3"),
        (
            Serve("andamento_ordini", "l’andamento degli ordini"),
            Serve("andamento_settore", "l’andamento del mercato o del settore"),
        ),
        altri=("crisi_ucraina", "accordi_scambi_impediti"),
    ),
    "fine_cantiere_lavoro": Prova(
        dm("art. 4"),
        (
            Serve("cantiere", "il cantiere o il lavoro"),
            Serve("data_inizio_lavori", "il giorno di inizio dei lavori"),
            Serve("durata_prevista", "la durata prevista"),
            Serve("data_fine_lavori", "il giorno in cui i lavori sono finiti"),
            Serve("data_prossimo_lavoro", "il giorno in cui comincia il lavoro seguente"),
        ),
    ),
    "fine_fase": Prova(
        dm("art. 4"),
        (
            Serve("lavorazione", "la lavorazione che è terminata"),
            Serve("lavoratori_specializzati", "quanti lavoratori vi sono specializzati"),
            Serve("organico_cantiere", "quanti sono in tutto i lavoratori del cantiere"),
            Serve("reimpiego_previsto", "il nuovo impiego previsto"),
        ),
    ),
    "perizia_variante": Prova(
        dm("art. 4"),
        (
            Serve("variante", "la variante al progetto"),
            Serve("imprevedibilita", _IMPREVEDIBILE),
            Serve("prova", "con quale prova lo si dimostra"),
        ),
        (
            Serve(
                "altro",
                "documentazione che prova la variante imprevedibile",
                _uguale("prova", "documentazione"),
                ("dichiarazione_autorita", "verbale_autorita"),
            ),
            Serve(
                "dichiarazione_autorita",
                "dichiarazione della pubblica autorità sulla variante imprevedibile",
                _uguale("prova", "dichiarazione_autorita"),
            ),
        ),
    ),
    "mancanza_materie_prime": Prova(
        dm("art. 5"),
        (
            Serve("materie", "le materie prime o i componenti mancanti"),
            Serve("modalita_stoccaggio", "il modo in cui si tengono le scorte"),
            Serve("data_ordine", "il giorno dell’ordine"),
            Serve("ricerche_mercato", "le ricerche di mercato"),
            Serve("esito_ricerche", "l’esito delle ricerche"),
        ),
        altri=("inadempienza_o_inerzia",),
    ),
    "energia": Prova(
        Fonte("D.M. 31 marzo 2022, n. 67", "art. 1; circolare INPS n. 97/2022"),
        (
            Serve("energivora", "di quale energia l’impresa è forte consumatrice"),
            Serve("difficolta_economiche", "le difficoltà economiche nel reperire l’energia"),
            Serve("imprevedibilita", _IMPREVEDIBILE),
            Serve("temporaneita", "perché la difficoltà è temporanea"),
            Serve("non_imputabilita", "perché non dipende dall’impresa"),
        ),
    ),
    "meteo": Prova(
        dm("art. 6"),
        (
            Serve("evento/descrizione", "l’evento meteorologico"),
            Serve("date", "i giorni dell’evento"),
            Serve("attivita_in_corso", "l’attività in corso"),
            Serve("fase_lavorativa", "la fase di lavorazione"),
            Serve("conseguenze", "le conseguenze dell’evento"),
        ),
        (BOLLETTINO,),
        altri=("temperatura", "temperatura_percepita", "ordinanza"),
    ),
    "sciopero": Prova(
        dm("art. 7"),
        (
            Serve("ambito", "se lo sciopero è di un reparto o di un’altra impresa"),
            Serve("reparto_in_sciopero", "il reparto in sciopero", _uguale("ambito", "reparto")),
            Serve("reparto_richiedente", "il reparto per cui si chiede il trattamento", _uguale("ambito", "reparto")),
            Serve("ordini_non_evasi", "gli ordini non evasi per lo sciopero", _uguale("ambito", "reparto")),
            Serve("impresa", "l’impresa in sciopero", _uguale("ambito", "altra_impresa")),
            Serve("collegamento_attivita", "il collegamento con quell’impresa", _uguale("ambito", "altra_impresa")),
        ),
    ),
    "eventi_esterni": Prova(
        dm("art. 8"),
        (
            Serve("evento/tipo", "che cosa è accaduto"),
            Serve("data_evento", "il giorno dell’evento"),
            Serve("descrizione", "la descrizione dell’evento"),
            Serve("effetti", "gli effetti sull’attività"),
            Serve("programmata", "se l’interruzione di energia era programmata", evento_di(ENERGIA)),
            Serve("imprevedibilita", _IMPREVEDIBILE, evento_di(ENERGIA)),
            Serve("provvedimento", "il provvedimento dell’autorità", evento_di(ORDINANZA)),
        ),
        altri=("programmata", "imprevedibilita", "provvedimento"),
    ),
    "guasto_macchinari": Prova(
        dm("art. 9"),
        (
            Serve("macchinario", "il macchinario"),
            Serve("data_evento", "il giorno dell’evento"),
            Serve("manutenzione_effettuata", "la manutenzione fatta secondo le norme"),
            Serve("non_imputabilita", _INCOLPEVOLE),
            Serve("tipo_intervento", "il tipo di intervento"),
            Serve("imprevedibilita", _IMPREVEDIBILE, _GUASTO),
        ),
        (Serve("attestazione_riparazione", "attestazione di chi ha fatto la riparazione", _GUASTO),),
        altri=("straordinaria", "imprevedibilita"),
    ),
}
"""By cause. What an excluded one should document is not asked: it is refused."""

DELEGA: Final = Serve("delega", "delega del legale rappresentante a chi dichiara")
