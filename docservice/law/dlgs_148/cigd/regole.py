"""The agreement that opens the way to the CIG in deroga of 2016: for whom, how long, what it says (S16).

Ninety-two calendar days: CIGD-2 says at /periodo/al that they are one too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any, Final

from docservice.law.calendar import Periodo, aggiungi_giorni, giorno_utile
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, CIGD
from docservice.law.dlgs_148.generale.unita import fasce
from docservice.law.figures import figura
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import giorno, numero
from docservice.law.misura import in_date, in_giorni, in_mesi
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import ACCORDO
from docservice.law.tratti import CIGD as IN_DEROGA
from docservice.law.voce import Esiti, annota, cifra, parole, regola

_ACCORDO: Final = ACCORDO & IN_DEROGA
_GIORNI: Final = "giorni_cigd"
_IN_LISTA: Final = {"apprendistato": "apprendisti", "somministrazione": "lavoratori in somministrazione"}


def _fonte(punto: str) -> Fonte:
    return Fonte("Slide sul D.Lgs. 148/2015 del 2016", f"cassa integrazione in deroga, {punto}")


@regola("CIGD-1", _fonte("campo di applicazione"), per=_ACCORDO)
def per_chi_non_ha_altro(caso: Documento) -> Esiti:
    """La CIG in deroga comincia entro il 2016, e spetta a chi non ha altri strumenti o li ha esauriti."""
    known = figura(f"dlgs_148.{_GIORNI}", caso.dal)
    if known.stato == "cessato":
        last = aggiungi_giorni(known.dal, -1)
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.dal)}: la CIG in deroga si poteva chiedere fino al {giorno(last)}.",
            "Va corretto il periodo, oppure va chiesto un altro strumento.",
            in_date(caso.dal, last),
        )
    elif not known.noto:
        yield NonVerificabile("regole della CIG in deroga di prima del 2016 non note")
    told = caso.dati.get("altri_strumenti")
    if told is None:
        yield NonVerificabile("altri strumenti del datore non indicati")
    elif not told.get("nessuno") and not told.get("esauriti"):
        yield errore(
            "/altri_strumenti",
            "Il datore ha altri strumenti, e non è detto che li abbia esauriti: la CIG in deroga non spetta.",
            "Vanno usati prima quelli; se sono esauriti, o se non ce ne sono, va indicato.",
        )
    elif told.get("nessuno"):
        yield from _nessuno(caso, told)


def _nessuno(caso: Documento, told: Mapping[str, Any]) -> Esiti:
    """Warn of an employer that says it has no other instrument, and has one."""
    if told.get("esauriti"):
        yield avviso(
            "/altri_strumenti",
            "È detto che il datore non ha altri strumenti, e anche che li ha esauriti.",
            "Va indicata una sola delle due cose.",
        )
    chi = caso.chi
    sized = chi.media is not None
    own = {"la CIGO": chi.ha_cigo, "la CIGS": sized and chi.ha_cigs(), "un fondo bilaterale": _nel_fondo(caso)}
    if has := " e ".join(name for name, there in own.items() if there):
        yield avviso(
            "/altri_strumenti/nessuno",
            f"È detto che il datore non ha altri strumenti: per settore, dipendenti e fondo ha {has}.",
            "Va indicato se sono esauriti, oppure va corretto il settore, la media dei dipendenti o il fondo.",
        )


def _nel_fondo(caso: Documento) -> bool:
    return caso.chi.fondo is not None and caso.chi.media is not None and caso.chi.nel_fondo


def _giorni_avuti(caso: Documento, first: date) -> int:
    """Return the days of CIG in deroga had before, from the first day for which its length is known."""
    listed = caso.dati.get("periodi_precedenti", [])
    had = [period for place, period in caso.precedenti.items() if listed[place]["tipo"] == "CIGD"]
    return sum(Periodo(max(one.dal, first), one.al).giorni for one in had if one.al >= first)


@regola("CIGD-2", _fonte("durata"), per=_ACCORDO)
def durata(caso: Documento) -> Esiti:
    """In tutto, con i periodi già avuti, la CIG in deroga non supera i giorni di calendario che spettano."""
    most = caso.serve_figura(_GIORNI)
    asked = serve(caso.periodo, "periodo da correggere").giorni
    had = _giorni_avuti(caso, most.dal)
    if asked + had > most.decimale:
        before = f", oltre {'al giorno già avuto' if had == 1 else f'ai {had} già avuti'}" if had else ""
        yield errore(
            "/periodo/al",
            f"I giorni chiesti sono {asked}{before}; ne spettano {most.decimale} in tutto, comunque usati.",
            "Va accorciato il periodo.",
            in_giorni(asked + had, most.decimale),
        )


@regola("CIGD-3", _fonte("campo di applicazione"), per=_ACCORDO)
def anzianita(caso: Documento) -> Esiti:
    """Ogni lavoratore ha i mesi di anzianità chiesti; fra gli apprendisti, soltanto i professionalizzanti."""
    least = caso.serve_figura("mesi_anzianita_cigd")
    if not caso.con_percorso():
        yield NonVerificabile("lavoratori non indicati")
    yield from caso.elenco.taciuto("mesi_anzianita", "mesi di anzianità non indicati")
    for path, worker in caso.con_percorso():
        months = worker.get("mesi_anzianita")
        if months is not None and months < least.decimale:
            yield errore(
                f"{path}/mesi_anzianita",
                f"L’anzianità è di {numero(months)} mesi: per la CIG in deroga ne servono {least.decimale}.",
                "Va tolto il lavoratore, oppure va corretto il numero.",
                in_mesi(Fraction(months), least.decimale),
            )
        yield from _oltre_l_assunzione(caso, path, worker)
        if worker.get("apprendistato") == "altro":
            yield errore(
                f"{path}/apprendistato",
                "Fra gli apprendisti la CIG in deroga spetta soltanto a chi ha un contratto professionalizzante.",
                "Va tolto il lavoratore, oppure va corretto il tipo di apprendistato.",
            )


def _oltre_l_assunzione(caso: Documento, path: str, worker: Mapping[str, Any]) -> Esiti:
    """Warn of more months of seniority than there are from the hiring to the suspension."""
    hired, told = worker.get("data_assunzione"), worker.get("mesi_anzianita")
    if hired is None or told is None or hired >= caso.dal:
        return
    # a part of a month may have been told as a whole one
    most = ceil(Periodo(hired, aggiungi_giorni(caso.dal, -1)).mesi)
    if told > most:
        yield avviso(
            f"{path}/mesi_anzianita",
            f"I mesi di anzianità ({numero(told)}) sono più di quelli passati dall’assunzione ({most}).",
            "Va corretto il numero dei mesi, oppure la data di assunzione.",
            in_mesi(Fraction(told), most),
        )


@regola("CIGD-4", _fonte("causali di intervento"), per=_ACCORDO)
def causale(caso: Documento) -> Esiti:
    """La causale è fra le quattro della CIG in deroga: mai la cessazione dell’attività, o di una sua parte."""
    if caso.causale == CESSAZIONE:
        yield errore(
            "/causale/tipo",
            "La CIG in deroga non spetta per la cessazione dell’attività, o di una sua parte.",
            f"Va indicata la vera causale, se è fra queste: {', '.join(CIGD.values())}.",
            valore=caso.causale,
        )


@regola("CIGD-5", _fonte("presentazione della domanda"), per=_ACCORDO)
def che_cosa_dice(caso: Documento) -> Esiti:
    """L’accordo precede la sospensione, e dice le ore richieste e le politiche attive; il TFR resta al datore."""
    if caso.giorno > caso.dal:
        yield errore(
            "/data",
            f"L’accordo è del {giorno(caso.giorno)}, dopo l’inizio della sospensione ({giorno(caso.dal)}).",
            "L’accordo precede la sospensione: vanno corrette le date.",
            in_date(caso.giorno, caso.dal),
        )
    if not caso.dati.get("ore_richieste"):
        yield errore("/ore_richieste", "L’accordo non dice quante ore si chiedono.", "Vanno indicate le ore.")
    if not caso.dati["causale"].get("descrizione", "").strip():
        yield avviso(
            "/causale/descrizione",
            "L’accordo non dice che cosa è accaduto.",
            "Vanno aggiunti i fatti: l’accordo dice le ragioni della sospensione.",
        )
    yield from _domanda(caso)
    told: dict[str, Any] | None = caso.dati.get("politiche_attive")
    if told is None:
        yield errore(
            "/politiche_attive",
            "L’accordo non dà l’informativa sulle politiche attive.",
            "Vanno indicate le misure offerte ai lavoratori.",
        )
    elif told.get("previste") is False:
        yield avviso(
            "/politiche_attive/previste",
            "L’accordo dice che non ci sono politiche attive: la domanda ne chiede l’informativa.",
            "Va detto quali misure la Regione offre ai lavoratori.",
        )
    elif not told.get("descrizione", "").strip():
        yield errore(
            "/politiche_attive/descrizione",
            "L’accordo non dice quali politiche attive sono offerte.",
            "Vanno indicate le misure offerte ai lavoratori.",
        )
    yield nota(
        "/periodo",
        "Se dopo la sospensione il rapporto si risolve, il TFR maturato in quel periodo è a carico del datore"
        " (circolare del Ministero del lavoro n. 4/2016).",
    )


def _domanda(caso: Documento) -> Esiti:
    """Warn of an application after its term, which is peremptory."""
    term, applied = caso.figura("giorni_domanda_cigd", caso.dal), caso.dati.get("data_domanda")
    if term is None or applied is None:
        return
    last = giorno_utile(aggiungi_giorni(caso.dal, int(term.decimale)))
    if applied > last:
        yield avviso(
            "/data_domanda",
            f"La domanda è del {giorno(applied)}: il termine, perentorio, è di {term.decimale} giorni dall’inizio della"
            f" sospensione, e scade il {giorno(last)}.",
            "Va controllata la data: una domanda tardiva non è accolta.",
            in_date(applied, last),
        )


def _con_categorie(caso: Documento) -> bool:
    return any(worker.get("contratto") in _IN_LISTA for worker in caso.lavoratori)


@annota("CIGD-6", _fonte("accordo quadro regionale"), per=_ACCORDO, se=_con_categorie)
def accordo_quadro(caso: Documento) -> Iterator[Rilievo]:
    """Say that the Region's framework agreement may leave out some of those listed."""
    found = {worker.get("contratto") for worker in caso.lavoratori}
    listed = " e ".join(name for kind, name in _IN_LISTA.items() if kind in found)
    yield nota(
        "/lavoratori",
        f"Nell’elenco ci sono {listed}: l’accordo quadro di una Regione può escluderli (quello delle Marche del 2016"
        " esclude gli apprendisti). Va verificato.",
    )


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    """Tell the calendar days had before, those asked, and what is left."""
    most = caso.figura(_GIORNI, caso.dal)
    if most is not None and caso.periodo is not None:
        yield Passaggio("giorni_usati", "Giorni di CIG in deroga già avuti", "somma dei giorni di calendario")
        less = f"{most.decimale} − {cifre['giorni_usati']} − {caso.periodo.giorni}"
        yield Passaggio("giorni_residui", "Giorni che restano", f"{less}, e mai meno di zero")


@cifra("giorni_usati", "giorni_residui", fonte=_fonte("durata"), per=_ACCORDO, passi=_passi)
def giorni(caso: Documento) -> dict[str, str]:
    """Return the calendar days of CIG in deroga had before, and those left after this agreement."""
    most = caso.figura(_GIORNI, caso.dal)
    if most is None or caso.periodo is None:
        return {}
    had = _giorni_avuti(caso, most.dal)
    return {
        "giorni_usati": str(had),
        "giorni_residui": str(max(int(most.decimale) - had - caso.periodo.giorni, 0)),
    }


@parole("cigd", _fonte("durata e domanda"), per=_ACCORDO)
def parole_della_cigd(caso: Documento) -> dict[str, Any]:
    """Return what only its text prints: the cause, the calendar days, the terms of the law where they are known."""
    most, term = caso.figura(_GIORNI, caso.dal), caso.figura("giorni_domanda_cigd", caso.dal)
    months = caso.figura("mesi_anzianita_cigd", caso.dal)
    return {
        "giorni": caso.periodo.giorni if caso.periodo else "",
        "giorni_al_massimo": most.decimale if most else "",
        "giorni_domanda": term.decimale if term else "",
        "mesi_anzianita": months.decimale if months else "",
        "fasce": [{"indici": places} for places in fasce(caso.lavoratori)],
    }
