"""When dismissals are collective (L. 223/1991, art. 24 c. 1 and art. 4 c. 1): L223-1.

fifteen employees on average -> L223-1 at /organico_medio_semestre: they must be more
"""

from __future__ import annotations

from typing import Any

from docservice.law.finding import NonVerificabile, errore, nota, serve
from docservice.law.italiano import giorno, numero
from docservice.law.l_223.apertura.conto import CIGS, esuberi, minimo, organico, primo_collegato
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_persone
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, parole, regola

_SENZA_SOGLIA = "soglie della legge non note a questa data"


@regola("L223-1", legge("art. 24 c. 1 e art. 4 c. 1"), per=APERTURA)
def soglia(caso: Documento) -> Esiti:
    """Più di quindici dipendenti, e cinque licenziamenti nella provincia in 120 giorni; uno per chi è in CIGS."""
    of_cigs = caso.dati["fattispecie"] == CIGS
    name = "organico_alla_domanda_cigs" if of_cigs else "organico_medio_semestre"
    most, few = caso.figura("dipendenti_soglia"), minimo(caso)
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
    first = primo_collegato(caso)
    for place, one in enumerate(caso.dati.get("licenziamenti_collegati", [])):
        if first is not None and one["data"] < first:
            yield nota(
                f"/licenziamenti_collegati/{place}/data",
                f"Questi licenziamenti, del {giorno(one['data'])}, sono fuori dai 120 giorni prima della comunicazione"
                f" (dal {giorno(first)}): non si contano.",
            )


@parole("soglia", legge("art. 24 c. 1"), per=APERTURA, vige="dirigenti_nella_soglia")
def dirigenti(caso: Documento) -> dict[str, Any]:
    """Say that managers are counted, since they are."""
    del caso
    return {"dirigenti_compresi": True}
