"""When dismissals are collective (L. 223/1991, art. 24 c. 1 and art. 4 c. 1): L223-1, and its figures.

    three to dismiss in Bergamo and three in Milano -> {"esuberi_provincia": "3", "licenziamento_collettivo": False, …}

Of a reduction: more than fifteen employees on average in the last six months, and at least five dismissals in one
province, with those made for the same reduction in the 120 days before the notice, the first of which is the 120th
before its day (reading). Of a firm admitted to CIGS: more than fifteen on the day of its application, one dismissal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import NonVerificabile, errore, nota, serve
from docservice.law.italiano import giorno, numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_persone
from docservice.law.passaggio import Passaggio, somma_di
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, cifra, parole, regola

_CIGS = "cigs"
_SENZA_SOGLIA = "soglie della legge non note a questa data"


@dataclass(frozen=True, slots=True)
class Esuberi:
    """Heads in excess of a province, and those dismissed there before for the same reduction."""

    provincia: str
    aperti: tuple[int, ...]
    collegati: tuple[int, ...]

    @property
    def somma(self) -> int:
        """All of them."""
        return sum(self.aperti) + sum(self.collegati)


def organico(caso: Documento) -> Decimal | None:
    """Return the employees that decide: on average, or on the day of the application for CIGS."""
    name = "organico_alla_domanda_cigs" if caso.dati["fattispecie"] == _CIGS else "organico_medio_semestre"
    told = caso.dati.get(name)
    return None if told is None else Decimal(told)


def _primo_collegato(caso: Documento) -> date | None:
    """Return the first day on which a dismissal made before is counted."""
    days = caso.figura("giorni_soglia")
    return aggiungi_giorni(caso.giorno, -int(days.decimale)) if days else None


def _collegati(caso: Documento) -> Iterator[Mapping[str, Any]]:
    first = _primo_collegato(caso)
    for one in caso.dati.get("licenziamenti_collegati", []):
        if first is not None and first <= one["data"] <= caso.giorno:
            yield one


def esuberi(caso: Documento) -> Esuberi | None:
    """Return those of the province with most, the first of the list among equals.

    None without their table, or with rows of units that are not listed.
    """
    where = {one["id"]: one["provincia"] for one in caso.dati["unita"]}
    rows = caso.dati.get("tabella_esuberi", [])
    if not {row["unita"] for row in rows} <= where.keys():
        return None
    opened: dict[str, list[int]] = {}
    for row in rows:
        opened.setdefault(where[row["unita"]], []).append(row["numero"])
    made: dict[str, list[int]] = {}
    for one in _collegati(caso):
        made.setdefault(one["provincia"], []).append(one["numero"])
    every = (Esuberi(name, tuple(rows), tuple(made.get(name, ()))) for name, rows in opened.items())
    return max(every, key=lambda one: one.somma, default=None)


def _minimo(caso: Documento) -> Decimal | None:
    few = caso.figura("licenziamenti_soglia_cigs" if caso.dati["fattispecie"] == _CIGS else "licenziamenti_soglia")
    return few.decimale if few else None


@regola("L223-1", legge("art. 24 c. 1 e art. 4 c. 1"), per=APERTURA)
def soglia(caso: Documento) -> Esiti:
    """Più di quindici dipendenti, e cinque licenziamenti nella provincia in 120 giorni; uno per chi è in CIGS."""
    of_cigs = caso.dati["fattispecie"] == _CIGS
    name = "organico_alla_domanda_cigs" if of_cigs else "organico_medio_semestre"
    most, few = caso.figura("dipendenti_soglia"), _minimo(caso)
    if most is None or few is None:
        raise NonVerificabile(_SENZA_SOGLIA)
    if not of_cigs and caso.figura("dirigenti_nella_soglia") is None:
        yield nota(
            f"/{name}",
            "Prima del 25/11/2014 i dirigenti non si contavano fra i dipendenti (da verificare sull’atto): va indicata"
            " la media senza di loro.",
        )
    heads = organico(caso)
    when = "nel giorno della domanda di CIGS" if of_cigs else "in media negli ultimi sei mesi"
    if heads is None:
        yield NonVerificabile(f"dipendenti {when} non indicati")
    elif heads <= most.decimale:
        yield errore(
            f"/{name}",
            f"I dipendenti {when} sono {numero(heads)}: la procedura si apre con più di {numero(most.decimale)}.",
            "Va corretto il numero; se è giusto, si applicano le regole dei licenziamenti individuali.",
            in_persone(heads, most.decimale),
        )
    yield from _fuori_dai_giorni(caso)
    found = serve(esuberi(caso), "tabella degli esuberi non indicata, o con righe di unità che non sono nell’elenco")
    if found.somma < few:
        where = "" if of_cigs else f" nella provincia che ne ha di più ({found.provincia})"
        with_those = ", con quelli già fatti per la stessa riduzione" if found.collegati else ""
        yield errore(
            "/tabella_esuberi",
            f"I licenziamenti{where} sono {found.somma}{with_those}: la procedura si apre da {numero(few)}, "
            + ("" if of_cigs else "nell’arco di 120 giorni e nella stessa provincia, ")
            + "contando gli esuberi della tabella.",
            "Vanno corretti gli esuberi; se sono giusti, si applicano le regole dei licenziamenti individuali.",
            in_persone(found.somma, few),
        )


def _fuori_dai_giorni(caso: Documento) -> Esiti:
    first = _primo_collegato(caso)
    for place, one in enumerate(caso.dati.get("licenziamenti_collegati", [])):
        if first is not None and one["data"] < first:
            yield nota(
                f"/licenziamenti_collegati/{place}/data",
                f"Questi licenziamenti, del {giorno(one['data'])}, sono fuori dai 120 giorni prima della comunicazione"
                f" (dal {giorno(first)}): non si contano.",
            )


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    heads, found = organico(caso), esuberi(caso)
    if heads is not None:
        which = (
            "nel giorno della domanda di CIGS" if caso.dati["fattispecie"] == _CIGS else "media degli ultimi sei mesi"
        )
        yield Passaggio("organico_rilevante", "Dipendenti che decidono", f"{which}: {numero(heads)}")
    if found is not None:
        made = f" + {somma_di([str(one) for one in found.collegati])} già fatti" if found.collegati else ""
        opened = somma_di([str(one) for one in found.aperti])
        yield Passaggio("esuberi_provincia", f"Esuberi della provincia {found.provincia}", f"{opened}{made}")
    most, few = caso.figura("dipendenti_soglia"), _minimo(caso)
    if heads is not None and found is not None and most is not None and few is not None:
        told = f"{numero(heads)} > {numero(most.decimale)}; {found.somma} ≥ {numero(few)}"
        yield Passaggio("licenziamento_collettivo", "Licenziamento collettivo", told)


@cifra(
    *("organico_rilevante", "provincia_rilevante", "esuberi_provincia", "licenziamento_collettivo"),
    fonte=legge("art. 24 c. 1"),
    per=APERTURA,
    passi=_passi,
)
def cifre_della_soglia(caso: Documento) -> dict[str, Any]:
    """Return what decides whether the dismissals are collective, and whether they are, where it is known."""
    heads, found = organico(caso), esuberi(caso)
    most, few = caso.figura("dipendenti_soglia"), _minimo(caso)
    told: dict[str, Any] = {}
    if heads is not None:
        told["organico_rilevante"] = str(heads)
    if found is not None:
        told |= {"provincia_rilevante": found.provincia, "esuberi_provincia": str(found.somma)}
    if most is None or few is None:
        return told
    enough = [None if heads is None else heads > most.decimale, None if found is None else found.somma >= few]
    if False in enough or None not in enough:
        told["licenziamento_collettivo"] = all(enough)
    return told


@parole("soglia", legge("art. 24 c. 1"), per=APERTURA, vige="dirigenti_nella_soglia")
def dirigenti(caso: Documento) -> dict[str, Any]:
    """Say that managers are counted, since they are."""
    del caso
    return {"dirigenti_compresi": True}
