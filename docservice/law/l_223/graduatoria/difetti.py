"""What makes a ranking impossible: its calculator refuses it, and of a document L223-8 tells it.

Six posts, five compared -> ("/posti/0/numero", "I posti sono più dei lavoratori confrontati, che sono 5.", …)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docservice.law.l_223.graduatoria.classifica import Confronto
from docservice.law.l_223.graduatoria.punteggi import PUNTI
from docservice.law.l_223.nomi import chiave


class Difetto(NamedTuple):
    """A fault: where it is, what it is, what is to be done."""

    percorso: str
    messaggio: str
    rimedio: str


def difetti(of: Confronto) -> Iterator[Difetto]:
    """Yield the faults of a ranking: profiles, posts, people twice, points that are not given."""
    yield from _dei_posti(of)
    alike = {chiave(one["profilo"]): one["profilo"] for one in of.dati["posti"]}
    for place, _ in of.senza_posti:
        told = "Va corretto, oppure va aggiunto ai posti, con numero 0 se non se ne tolgono."
        near = alike.get(chiave(of.lavoratori[place]["profilo"]))
        if near is not None:
            told = f"Va scritto con le stesse lettere: «{near}»."
        yield Difetto(f"{of.lavoratore(place)}/profilo", "Il profilo non è fra i posti.", told)
    seen = set[str]()
    for place, one in enumerate(of.lavoratori):
        if (who := chiave(one["id"])) in seen:
            told = "Ne va scritto uno per persona, con la matricola se il nome è lo stesso."
            yield Difetto(f"{of.lavoratore(place)}/id", "È già di un altro lavoratore.", told)
        seen.add(who)
        if of.criteri["esigenze"] == PUNTI and "escluso" not in one and "punti_esigenze" not in one:
            told = "Mancano i punti delle esigenze, che questi criteri danno a ciascuno."
            yield Difetto(f"{of.lavoratore(place)}/punti_esigenze", told, "Vanno scritti, 0 se non ne ha.")


def _dei_posti(of: Confronto) -> Iterator[Difetto]:
    compared = Counter(one["profilo"] for one in of.lavoratori if "escluso" not in one)
    seen = set[str]()
    for place, one in enumerate(of.dati["posti"]):
        name, path = one["profilo"], f"{of.percorso}/posti/{place}"
        heads = compared[name]
        if name in seen:
            yield Difetto(f"{path}/profilo", "Il profilo è già fra i posti.", "Ne va lasciata una riga sola.")
        elif not heads:
            told = "Nessun lavoratore confrontato ha questo profilo."
            yield Difetto(f"{path}/profilo", told, "Va corretto, oppure va tolta la riga.")
        elif one["numero"] > heads:
            told = f"I posti sono più dei lavoratori confrontati, che sono {heads}."
            yield Difetto(f"{path}/numero", told, "Va corretto il numero, o vanno aggiunti i lavoratori.")
        seen.add(name)


def della_manodopera(rows: Sequence[Mapping[str, Any]], path: str) -> Iterator[Difetto]:
    """Yield the tasks that have more women than people, or are there twice."""
    seen = set[str]()
    for place, one in enumerate(rows):
        if (task := chiave(one["mansione"])) in seen:
            told = "La mansione è già in un’altra riga: i suoi occupati sarebbero contati due volte."
            yield Difetto(f"{path}/{place}/mansione", told, "Ne va lasciata una riga sola, con le somme.")
        seen.add(task)
        if one["donne"] > one["occupati"]:
            told = f"Le donne ({one['donne']}) sono più degli occupati ({one['occupati']})."
            yield Difetto(f"{path}/{place}/donne", told, "Va corretto uno dei due numeri.")
