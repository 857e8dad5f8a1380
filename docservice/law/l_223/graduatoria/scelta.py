"""The rules on who is chosen under the statutory criteria (L. 223/1991, art. 5 c. 1): L223-8 and L223-18.

C has six points and goes, B has five and stays: L223-8 says so at /lavoratori/2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.graduatoria.classifica import Confronto, Profilo
from docservice.law.l_223.graduatoria.difetti import difetti
from docservice.law.l_223.graduatoria.punteggi import DETERMINANTI, RADDOPPIO
from docservice.law.misura import in_persone
from docservice.law.tratti import FINALE, GRADUATORIA
from docservice.law.voce import Esiti, regola

CRITERI: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 5 c. 1")
_MODALITA: Final = Fonte("L. 23 luglio 1991, n. 223", "artt. 4 c. 9 e 5 c. 1")
_COMUNI: Final = ("data_assunzione", "familiari_a_carico")
_CONCORDATO: Final = "criterio_concordato"
_PESI: Final = {
    "carichi_famiglia": "I punti dei carichi di famiglia",
    "anzianita": "I punti dell’anzianità",
    "esigenze": "Il modo di pesare le esigenze",
}
_RADDOPPIO: Final = (
    "Dove le esigenze determinanti raddoppiano i punti, sono loro a decidere: va detto come i tre criteri pesano"
    " ciascuno sugli altri, senza che uno resti senza effetto (Cass. 14 aprile 2015, n. 7490)."
)
_SENZA_EFFETTO: Final = (
    "I punti delle esigenze sono indicati, ma con questi criteri non contano: le determinanti valgono quanto gli altri"
    " due criteri insieme, le equivalenti un punto."
)
_PRIMA: Final = "Va licenziato prima chi ha il punteggio minore, oppure vanno corretti i dati del punteggio."


def _di_legge(caso: Documento) -> bool:
    """Say whether somebody is chosen by the statutory criteria."""
    return caso.di(GRADUATORIA) or caso.dati.get("forma") != _CONCORDATO


@regola("L223-8", CRITERI, per=FINALE | GRADUATORIA, se=_di_legge)
def punteggi(caso: Documento) -> Esiti:
    """Con i criteri di legge, in ogni profilo è licenziato chi ha meno punti, contati come si è dichiarato."""
    of = serve(caso.confronto, "graduatoria dei lavoratori confrontati non indicata")
    yield from (errore(*one) for one in difetti(of))
    yield from _pesi(caso, of)
    if of.criteri["esigenze"] == RADDOPPIO:
        yield nota(f"{of.percorso}/criteri/esigenze", _RADDOPPIO)
        told = next((place for place, one in enumerate(of.lavoratori) if "punti_esigenze" in one), None)
        if told is not None:
            yield nota(f"{of.lavoratore(told)}/punti_esigenze", _SENZA_EFFETTO)
    if not of.licenziati:
        if caso.di(FINALE):
            raise NonVerificabile("nella graduatoria non è segnato chi è licenziato")
        return
    yield from _quanti(caso, of)
    yield from _gli_stessi(caso, of)
    for profile in of.profili:
        yield from _posti(of, profile)
        yield from _in_ordine(of, profile)
    for place, one in of.esclusi:
        if one.get("licenziato"):
            yield avviso(
                of.lavoratore(place),
                "È licenziato, e insieme è fuori dal confronto con gli altri.",
                "Va confrontato con quelli del suo profilo, oppure va tolto dai licenziati.",
            )


def _pesi(caso: Documento, of: Confronto) -> Iterator[Rilievo]:
    """Compare the weights of the ranking with those that the paper declares."""
    declared: Mapping[str, Any] = caso.criterio.get("legale", {})
    for name, what in _PESI.items():
        if name in declared and declared[name] != of.criteri[name]:
            yield errore(
                f"{of.percorso}/criteri/{name}",
                f"{what} della graduatoria non sono quelli dichiarati fra i criteri."
                if name != "esigenze"
                else f"{what} nella graduatoria non è quello dichiarato fra i criteri.",
                "La graduatoria va rifatta con i punti dichiarati, oppure va corretto il criterio.",
            )


def _quanti(caso: Documento, of: Confronto) -> Iterator[Rilievo]:
    """Compare how many the ranking says dismissed with those whom the list says chosen by it."""
    vie = [one.via for one in caso.recessi]
    if caso.dati.get("forma") == "misto" and None in vie:
        return
    listed = sum(via != "concordato" for via in vie)
    if caso.di(FINALE) and listed != len(of.licenziati):
        yield avviso(
            f"{of.percorso}/lavoratori",
            f"La graduatoria segna {len(of.licenziati)} licenziati, l’elenco ne ha {listed} scelti con questi criteri.",
            "Va corretto l’uno o l’altra.",
            in_persone(len(of.licenziati), listed),
        )


def _gli_stessi(caso: Documento, of: Confronto) -> Iterator[Rilievo]:
    """Compare the dismissed of ranking and list by what both tell: hiring and family load."""
    listed = [one.lavoratore for one in caso.recessi if one.via != "concordato"]
    if not caso.di(FINALE) or len(listed) != len(of.licenziati):
        return
    known = [(one["data_assunzione"], one["familiari_a_carico"]) for one in listed if {*_COMUNI} <= one.keys()]
    ranked = Counter((one["data_assunzione"], one["familiari_a_carico"]) for _, one in of.licenziati)
    strange = (Counter(known) - ranked).total()
    if strange:
        yield avviso(
            f"{of.percorso}/lavoratori",
            f"Licenziati dell’elenco che la graduatoria non ha, per data di assunzione e familiari a carico: {strange}."
            " I punti sono contati su altri dati, o di altre persone.",
            "Vanno corretti gli uni o gli altri.",
        )


def _posti(of: Confronto, profile: Profilo) -> Iterator[Rilievo]:
    gone = sum(one["profilo"] == profile.nome for _, one in of.licenziati)
    if gone != profile.posti:
        yield errore(
            f"{of.percorso}/posti/{profile.indice}",
            f"I licenziati del profilo sono {gone}, i posti da sopprimere {profile.posti}.",
            "Va corretto il numero dei posti, oppure chi è segnato come licenziato.",
            in_persone(gone, profile.posti),
        )


def _in_ordine(of: Confronto, profile: Profilo) -> Iterator[Rilievo]:
    """Compare each one dismissed with the first of those kept; how many have the same points is told once."""
    rows = [one.riga for one in profile.graduatoria]
    first = min((one for one in rows if not one.licenziato), key=of.ordine, default=None)
    if first is None:
        return
    even = 0
    for one in rows:
        if not one.licenziato:
            continue
        if one.totale > first.totale:
            told = f"Ha {numero(one.totale)} punti ed è licenziato, mentre resta chi ne ha {numero(first.totale)}."
            yield errore(
                of.lavoratore(one.indice), told, _PRIMA, valore=numero(one.totale), limite=numero(first.totale)
            )
        elif of.ordine(one) > of.ordine(first):
            yield errore(
                of.lavoratore(one.indice),
                f"A parità di punti ({numero(one.totale)}) è licenziato, mentre resta chi lo spareggio mette prima.",
                "Va seguito lo spareggio dichiarato, oppure va corretto.",
            )
        else:
            even += of.ordine(one) == of.ordine(first)
    if even:
        yield avviso(
            f"{of.percorso}/posti/{profile.indice}",
            f"A parità di punti ({numero(first.totale)}) qualcuno è licenziato e qualcuno resta, senza che sia detto"
            " perché.",
            "Va dichiarato uno spareggio, e seguito.",
        )


@regola("L223-18", _MODALITA, per=FINALE | GRADUATORIA)
def motivi(caso: Documento) -> Esiti:
    """Chi è fuori dal confronto, le esigenze che pesano e un confronto ristretto hanno ciascuno il loro motivo."""
    scope = caso.criterio.get("ambito")
    if scope is not None and "motivo" not in scope:
        yield errore(
            "/criterio/ambito/motivo",
            "Si sceglie soltanto fra alcuni, e non è detto perché.",
            "Va indicato il motivo per cui gli altri non si possono confrontare.",
        )
    for place, sector in enumerate(caso.dati.get("settori", ())):
        for number, one in enumerate(sector.get("esclusi", ())):
            yield from _esclusione(f"/settori/{place}/esclusi/{number}", one)
    of = caso.confronto
    for place, one in enumerate(of.lavoratori if of else ()):
        if "escluso" in one:
            yield from _esclusione(f"{of.lavoratore(place)}/escluso" if of else "", one["escluso"])
        elif "motivo_esigenze" not in one and (one["esigenze"] == DETERMINANTI or one.get("punti_esigenze")):
            yield errore(
                f"{of.lavoratore(place)}/motivo_esigenze" if of else "",
                "Le esigenze dell’impresa pesano per questa persona, e non è detto perché.",
                "Va indicato il motivo, come le mansioni o i turni che solo lei copre.",
            )


def _esclusione(path: str, told: Mapping[str, Any]) -> Iterator[Rilievo]:
    if "motivo" not in told or (told["motivo"] == "altro" and "nota" not in told):
        yield errore(
            path,
            "È fuori dal confronto, e non è detto perché.",
            "Va indicato il motivo; se è un altro, va scritto nella nota.",
        )
