"""Faults of the codes of people and firms, check character included; a code altered for homonyms (omocodia) is good.

difetti({"partita_iva": "12345678901"}, []) -> [Rilievo(errore, "/datore_lavoro/partita_iva", …)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from stdnum.it import iva

from docservice.law.citation import Fonte
from docservice.law.finding import Rilievo, avviso, errore
from docservice.law.generale.codice_fiscale import compatto, esatto, valido

FONTE = Fonte("DPR 605/1973 e DM 23/12/1976; DPR 633/1972", "codice fiscale; art. 35 (partita IVA)")

_COMPATTO = "Va scritta la sola sequenza di cifre e lettere maiuscole, senza spazi né altri segni."


def difetti(datore: Mapping[str, Any], persone: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Rilievo]:
    """Yield what is wrong with the codes of an employer and of people, each with its JSON pointer."""
    remedy = "Il codice va ricopiato dal documento che lo attesta."
    firm = {compatto(datore.get("codice_fiscale") or ""), str(iva.compact(datore.get("partita_iva") or ""))}
    owners = [("/datore_lavoro", datore.get("codice_fiscale") or "")]
    owners += [(path, person.get("codice_fiscale", "")) for path, person in persone]
    for owner, code in owners:
        if esatto(code) or not code.strip():
            continue
        path = f"{owner}/codice_fiscale"
        if not valido(code):
            yield errore(path, "Il codice fiscale non è ben formato o il carattere di controllo non torna.", remedy)
        elif code != compatto(code):
            yield avviso(path, "Il codice fiscale contiene spazi, segni o minuscole.", _COMPATTO)
        elif owner != "/datore_lavoro" and code in firm:
            yield errore(
                path,
                "Il codice fiscale è quello del datore di lavoro, non della persona.",
                "Va scritto il codice di sedici caratteri della persona.",
            )
        elif path.startswith("/lavoratori") and code.isdigit():
            yield avviso(
                path,
                "Il codice fiscale è di undici cifre, come quello di un’impresa o uno provvisorio.",
                "Per una persona va indicato il codice di sedici caratteri, se le è stato attribuito.",
            )
    path, vat = "/datore_lavoro/partita_iva", datore.get("partita_iva", "")
    if vat.strip() and not iva.is_valid(vat):
        yield errore(path, "La partita IVA non è ben formata o la cifra di controllo non torna.", remedy)
    elif vat.strip() and vat != iva.compact(vat):
        yield avviso(path, "La partita IVA contiene spazi, segni o il prefisso IT.", _COMPATTO)


def ripetuti(
    persone: Iterable[tuple[str, Mapping[str, Any]]], rilievo: Callable[[str, str, str], Rilievo] = errore
) -> Iterator[Rilievo]:
    """Yield a `rilievo` for each person listed again: who has the code of one before."""
    seen: dict[str, int] = {}
    for number, (path, person) in enumerate(persone, 1):
        code = compatto(person.get("codice_fiscale", ""))
        first = seen.setdefault(code, number)
        if code and first != number:
            yield rilievo(
                path,
                f"Il lavoratore della riga {number} ha lo stesso codice fiscale di quello della riga {first}.",
                "La riga ripetuta va tolta, oppure va corretto il codice fiscale.",
            )
