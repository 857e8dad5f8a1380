"""Rules on the Region's decree and its public extract (Accordo Quadro, All. A 4; Vademecum 2.4.8 and 2.4.9).

A refusal whose reasons name a worker of the decree: AQ-DEC2 says at /motivi that the extract would publish the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from docservice.law.deroga_2009.caso import Richiesta
from docservice.law.deroga_2009.fonti import quadro_e_vademecum
from docservice.law.finding import avviso, errore, nota
from docservice.law.tratti import DECRETO
from docservice.law.voce import Esiti, regola

CONTENUTO = {
    "/datore_lavoro/matricola_inps": "la matricola INPS",
    "/datore_lavoro/sede_inps": "la sede INPS",
    "/domanda/id_domanda": "l’ID della domanda",
    "/periodo": "il periodo",
    "/ore": "le ore di riduzione",
    "/importo_massimo": "l’importo massimo impegnato",
    "/decreto_ministeriale/numero": "il decreto ministeriale che assegna le risorse",
    "/lavoratori": "i nominativi dei beneficiari",
}
"""What a grant says, by place (Vademecum 2.4.8)."""

DATORE_PUBBLICO = ("denominazione", "matricola_inps", "sede_inps", "unita_produttiva")
"""What the extract says of the employer."""

_RISERVATI = ("lavoratori", "dirigente", "datore_lavoro")
_DENOMINAZIONE = "/datore_lavoro/denominazione"
_LETTERE = "[0-9LMNPQRSTUV]"
_CODICE = re.compile(
    rf"\b[A-Z]{{6}}{_LETTERE}{{2}}[A-EHLMPRST]{_LETTERE}{{2}}[A-Z]{_LETTERE}{{3}}[A-Z]\b", re.IGNORECASE
)
_PAROLA = re.compile(r"\w+")
_BREVE = 3


@regola("AQ-DEC1", quadro_e_vademecum("All. A 4.2 e 4.4", "2.4.8"), per=DECRETO)
def contenuto(caso: Richiesta) -> Esiti:
    """Il rigetto è motivato; l’autorizzazione contiene i dati che servono all’INPS per pagare."""
    if caso.dati["esito"] == "rigetto":
        if not caso.dati.get("motivi", "").strip():
            yield errore(
                "/motivi",
                "Il decreto rigetta la domanda senza dirne i motivi.",
                "Vanno esposti i motivi, che il diniego porta a conoscenza del datore di lavoro, dell’INPS e della"
                " Provincia.",
            )
        return
    for path, what in CONTENUTO.items():
        if not _dato(caso.dati, path):
            yield errore(
                path, f"Nel decreto di autorizzazione manca un dato: {what}.", f"Nel decreto va aggiunto: {what}."
            )
    for path, worker in caso.elenco.con("did_sottoscritta"):
        if not worker["did_sottoscritta"]:
            yield avviso(
                path,
                "Il beneficiario non ha rilasciato la DID.",
                "Va controllato se il beneficiario può essere ammesso.",
            )
    yield from caso.elenco.taciuto("did_sottoscritta", "DID non indicata", "beneficiari")


def _dato(dati: Mapping[str, Any], path: str) -> bool:
    value: Any = dati
    for step in path.split("/")[1:]:
        value = value.get(step, "")
        if value == "":
            return False
    return bool(value.strip()) if isinstance(value, str) else value not in ([], None)


@regola("AQ-DEC2", quadro_e_vademecum("All. A 4.3", "2.4.8 e 2.4.9"), per=DECRETO)
def estratto(caso: Richiesta) -> Esiti:
    """Nell’estratto che si pubblica non ci sono nominativi né codici fiscali."""
    public = [(path, text, f" {_parole(text)} ") for path, text in _pubblici(caso.dati)]
    names = _nominati(caso.dati, {word for _, _, said in public for word in said.split()})
    surnames = {surname for surname, _ in names if len(surname) > _BREVE}
    remedy = "Il testo finisce nell’estratto pubblico: va riscritto senza dati che identificano una persona."
    for path, text, said in public:
        if _CODICE.search(text):
            yield errore(path, "Il testo contiene un codice fiscale.", remedy)
        elif path == _DENOMINAZIONE:
            continue
        elif any(f" {a} {b} " in said or f" {b} {a} " in said for a, b in names):
            yield errore(path, "Il testo contiene il nome e il cognome di una persona del decreto.", remedy)
        elif any(f" {surname} " in said for surname in surnames):
            yield avviso(
                path, "Il testo contiene una parola che è anche il cognome di una persona del decreto.", remedy
            )
    yield nota(
        "/datore_lavoro",
        "L’estratto lascia fuori l’elenco dei beneficiari, chi firma, chi rappresenta il datore di lavoro e ogni codice"
        " fiscale o partita IVA; la denominazione del datore resta, anche quando è il nome di una persona. I nomi di"
        " chi non è nei dati non si possono riconoscere (lettura del servizio).",
    )


def _pubblici(dati: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _testi({key: value for key, value in dati.items() if key not in _RISERVATI})
    employer = {key: value for key, value in dati["datore_lavoro"].items() if key in DATORE_PUBBLICO}
    yield from _testi(employer, "/datore_lavoro")


def _persone(dati: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from dati.get("lavoratori", [])
    for person in (dati.get("dirigente"), dati["datore_lavoro"].get("rappresentante")):
        if person:
            yield person


def _nominati(dati: Mapping[str, Any], words: AbstractSet[str]) -> list[tuple[str, str]]:
    """Return surname and first name of the people of whom some word of the surname is among these: few of very many."""
    people = list(_persone(dati))
    told = {surname: _parole(surname) for surname in {person["cognome"] for person in people}}
    heard = {surname: said for surname, said in told.items() if not words.isdisjoint(said.split())}
    return [(heard[p["cognome"]], _parole(p["nome"])) for p in people if p["cognome"] in heard]


def _parole(text: str) -> str:
    return " ".join(_PAROLA.findall(text.casefold()))


def _testi(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _testi(inner, f"{path}/{key}")
