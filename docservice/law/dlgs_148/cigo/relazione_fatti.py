"""Rules on the facts that the technical report must document for its cause (RT-5): those of the table of `prove`.

A report for bad weather without the weather bulletin: RT-5 says at /allegati that it is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigo.prove import BOLLETTINO, DELEGA, PROVE, Fatti, Prova, Serve, dm, evento_di
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import ESCLUSE, NOMI_ALLEGATI, NORMA_SPECIALE
from docservice.law.dlgs_148.generale.eone import ENERGIA
from docservice.law.finding import Rilievo, avviso, errore, nota
from docservice.law.misura import in_persone
from docservice.law.tratti import TECNICA
from docservice.law.voce import Esiti, regola

_SENZA_PROVA: Final = frozenset({*ESCLUSE, NORMA_SPECIALE})
"""The causes whose facts nobody asks for: those that give nothing, and that of which only its own law speaks."""


def allegati_mancanti(caso: Documento) -> list[Serve]:
    """Return the documents that the cause and the declarant need, and the report does not carry."""
    given = {one["tipo"] for one in caso.dati["allegati"]}
    needed = [one for one in _prova(caso).allegati if one.se(caso.fatti)]
    if caso.figura("bollettino_facoltativo", caso.dal) is not None:
        needed = [one for one in needed if one is not BOLLETTINO]
    if caso.dati["dichiarante"]["capacita"] == "delegato":
        needed.append(DELEGA)
    return [one for one in needed if not given & {one.nome, *one.oppure}]


@regola("RT-5", dm("artt. 3-9"), per=TECNICA, se=lambda caso: caso.causale not in _SENZA_PROVA)
def fatti_della_causale(caso: Documento) -> Esiti:
    """La relazione documenta i fatti che la causale richiede, con gli allegati che li provano."""
    proof = _prova(caso)
    for one in proof.fatti:
        if one.se(caso.fatti) and not _dato(caso.fatti, one.nome):
            yield _manca(one.nome, one.che, proof.fonte)
    for one in allegati_mancanti(caso):
        yield errore(
            "/allegati",
            f"Manca un allegato: {one.che}.",
            f"Va allegato il documento, di tipo «{NOMI_ALLEGATI[one.nome]}».",
            fonte=proof.fonte if one is not DELEGA else None,
        )
    yield from _estranei(caso, proof)
    yield from _PROPRI.get(caso.causale or "", _nulla)(caso, caso.fatti, proof.fonte)


@regola(
    "RT-10",
    Fonte("Messaggio INPS n. 2130/2025", "integrazione salariale per il caldo"),
    per=TECNICA,
    se=lambda caso: caso.causale == "meteo",
    vige="bollettino_facoltativo",
    il=lambda caso: caso.dal,
)
def bollettino_acquisito(caso: Documento) -> Esiti:
    """Per i periodi dal 2025 l’INPS acquisisce da sé il bollettino meteorologico: allegarlo non è obbligatorio."""
    if not any(one["tipo"] == BOLLETTINO.nome for one in caso.dati["allegati"]):
        yield avviso(
            "/allegati",
            "Non è allegato il bollettino meteorologico: l’INPS lo acquisisce da sé.",
            "Non è obbligatorio; allegarlo può rendere più rapido l’esame.",
        )
    degrees = [
        caso.fatti[name].strip().casefold() for name in ("temperatura", "temperatura_percepita") if name in caso.fatti
    ]
    # of frost nothing is to be told of heat
    if any(not one.startswith(("-", "−", "meno", "sotto")) for one in degrees):
        yield nota(
            "/fatti",
            "Il caldo giustifica di regola la sospensione oltre i 35 gradi, reali o percepiti.",
        )
    if "ordinanza" in caso.fatti:
        yield nota(
            "/fatti/ordinanza",
            "L’ordinanza si cita, non si allega; per lo stesso periodo si presenta una domanda sola, con una sola"
            " causale.",
        )


def _prova(caso: Documento) -> Prova:
    return PROVE.get(caso.causale or "", Prova(dm("art. 1"), ()))


def _dato(fatti: Fatti, nome: str) -> bool:
    """Say whether a fact is given: false and zero are facts too."""
    group, _, inner = nome.rpartition("/")
    found = (fatti.get(group, {}) if group else fatti).get(inner)
    return bool(found.strip()) if isinstance(found, str) else found is not None and found != []


def _manca(name: str, what: str, fonte: Fonte) -> Rilievo:
    return errore(
        f"/fatti/{name}",
        f"Non è indicato: {what}.",
        f"La causale lo richiede; fra i fatti va scritto: {what}.",
        fonte=fonte,
    )


def _estranei(caso: Documento, proof: Prova) -> Esiti:
    own = {one.nome.partition("/")[0] for one in proof.fatti} | set(proof.altri)
    for name in caso.fatti:
        if name not in own:
            yield avviso(
                f"/fatti/{name}",
                "Il dato riguarda un’altra causale: nella relazione non è stampato.",
                "Va tolto, oppure va corretta la causale.",
            )


def _nulla(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del caso, fatti, fonte
    yield from ()


def _crisi(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    if not fatti.get("crisi_ucraina"):
        return
    last = caso.periodo.al if caso.periodo else caso.dal
    if caso.figura("causale_crisi_ucraina", caso.dal) is None:
        yield errore(
            "/fatti/crisi_ucraina",
            "La crisi in Ucraina è una crisi di mercato soltanto per i periodi del 2022.",
            "Va tolta l’indicazione, e descritto l’andamento del settore; oppure va corretto il periodo.",
            valore=caso.dal,
            fonte=Fonte("D.M. 31 marzo 2022, n. 67", "art. 1"),
        )
        return
    if not _dato(fatti, "accordi_scambi_impediti"):
        yield _manca("accordi_scambi_impediti", "gli accordi o gli scambi impediti", fonte)
    if caso.figura("causale_crisi_ucraina", last) is None:
        yield avviso(
            "/fatti/crisi_ucraina",
            "Il periodo va oltre il 2022, anno per il quale vale la causa della crisi in Ucraina.",
            "Per i giorni che seguono va descritto l’andamento del settore.",
            valore=last,
            fonte=Fonte("D.M. 31 marzo 2022, n. 67", "art. 1"),
        )


def _fra_due_lavori(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del caso
    begun, done, following = (
        fatti.get(name) for name in ("data_inizio_lavori", "data_fine_lavori", "data_prossimo_lavoro")
    )
    for name, day, before in (("data_fine_lavori", done, begun), ("data_prossimo_lavoro", following, done)):
        if day and before and day < before:
            mend = "Vanno corrette: prima l’inizio dei lavori, poi la fine, poi il lavoro seguente."
            yield errore(f"/fatti/{name}", "Le date dei lavori non sono in ordine.", mend, fonte=fonte)


def _solo_specializzati(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del caso
    some, whole = fatti.get("lavoratori_specializzati"), fatti.get("organico_cantiere")
    if some is not None and whole is not None and some >= whole:
        yield errore(
            "/fatti/lavoratori_specializzati",
            f"I lavoratori sospesi sono {some} su {whole}: la fine di una fase non riguarda tutta la maestranza.",
            "Vanno indicati i soli lavoratori specializzati in quella lavorazione, oppure va cambiata la causale.",
            in_persone(some, whole),
            fonte=fonte,
        )


def _energivora(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del fatti
    if caso.figura("causale_energia", caso.dal) is None:
        yield errore(
            "/causale/tipo",
            "La difficoltà nel reperire l’energia è una causale soltanto per i periodi dal 2022.",
            "Va indicata un’altra causale, oppure va corretto il periodo.",
            valore=caso.dal,
            fonte=fonte,
        )


def _bollettini(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del fatti
    for place, one in enumerate(caso.dati["allegati"]):
        if one["tipo"] == "bollettino_meteo" and not one.get("ente", "").strip():
            yield errore(
                f"/allegati/{place}/ente",
                "Non è detto chi ha rilasciato il bollettino meteorologico.",
                "Va indicato l’organismo accreditato che lo ha rilasciato.",
                fonte=fonte,
            )


def _reparti(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del caso
    on_strike, asking = (
        fatti.get(name, "").strip().casefold() for name in ("reparto_in_sciopero", "reparto_richiedente")
    )
    if fatti.get("ambito") == "reparto" and on_strike and on_strike == asking:
        yield errore(
            "/fatti/reparto_richiedente",
            "Il trattamento è chiesto per lo stesso reparto che è in sciopero.",
            "Va indicato il reparto che non ha scioperato e che lo sciopero dell’altro ha fermato.",
            fonte=fonte,
        )


def _esterni(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    if evento_di(ENERGIA)(fatti) and fatti.get("programmata"):
        yield errore(
            "/fatti/programmata",
            "L’interruzione dell’energia era programmata: non è imprevista né imprevedibile.",
            "Va corretto il dato, oppure va indicata un’altra causale.",
            fonte=fonte,
        )
    if not any(one["tipo"] in ("verbale_autorita", "dichiarazione_autorita") for one in caso.dati["allegati"]):
        yield avviso(
            "/allegati",
            "Non è allegato alcun verbale o attestazione di un’autorità sull’evento.",
            "Se l’autorità ne ha rilasciati, vanno allegati.",
            fonte=fonte,
        )


def _manutenzione(caso: Documento, fatti: Fatti, fonte: Fonte) -> Esiti:
    del caso
    if fatti.get("straordinaria"):
        yield nota(
            "/fatti/straordinaria",
            "Della manutenzione straordinaria non si chiedono l’attestazione della riparazione e l’imprevedibilità, che"
            " sono del guasto: è una lettura del servizio.",
            fonte=fonte,
        )


_PROPRI: Final[Mapping[str, Callable[[Documento, Fatti, Fonte], Esiti]]] = {
    "crisi_mercato": _crisi,
    "fine_cantiere_lavoro": _fra_due_lavori,
    "fine_fase": _solo_specializzati,
    "energia": _energivora,
    "meteo": _bollettini,
    "sciopero": _reparti,
    "eventi_esterni": _esterni,
    "guasto_macchinari": _manutenzione,
}
"""What is judged of a cause, besides the facts that it must give."""
