"""What the opening notice must hold (L. 223/1991, art. 4 c. 3): its parts (L223-2), and its tables (L223-3).

no word on social measures -> L223-2 at /misure_sociali; «none are planned» is a word on them
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from docservice.law.finding import avviso, errore, serve
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.nomi import chiave
from docservice.law.misura import in_persone
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, regola

_PARTI: Final = {
    "motivi_eccedenza": "i motivi dell’eccedenza",
    "motivi_senza_alternative": "i motivi per cui nessun’altra misura evita i licenziamenti",
    "tabella_organico": "numero, collocazione e profili del personale abituale",
    "tabella_esuberi": "numero, collocazione e profili del personale eccedente",
    "tempi_attuazione": "i tempi di attuazione",
    "misure_sociali": "le misure per le conseguenze sul piano sociale, o che non ce ne sono",
    "attribuzioni_patrimoniali": "come si calcolano le attribuzioni patrimoniali in più, o che non ce ne sono",
}
"""What the notice must tell; the third of its six parts has two tables."""
_PREVISTE: Final = {"misure_sociali": "descrizione", "attribuzioni_patrimoniali": "metodo_calcolo"}
"""What is said of the two that may be none, where they are some."""
_VIZIO: Final = (
    "Una comunicazione incompleta vizia la procedura se ha limitato il controllo del sindacato, e la limitazione viene"
    " da ciò che manca."
)
_TABELLE: Final = {"tabella_organico": "organico_totale", "tabella_esuberi": "esuberi_totale"}


@regola("L223-2", legge("art. 4 c. 3"), per=APERTURA)
def sei_parti(caso: Documento) -> Esiti:
    """La comunicazione contiene le sei parti dell’art. 4 c. 3; di misure e attribuzioni può dire che non ce ne sono."""
    for name, what in _PARTI.items():
        if not caso.dati.get(name):
            yield errore(f"/{name}", f"La comunicazione non dice {what}. {_VIZIO}", "Va scritto prima di mandarla.")
    for name, how in _PREVISTE.items():
        told = caso.dati.get(name, {})
        if told.get("previste") and not told.get(how):
            what = "quali misure" if name == "misure_sociali" else "come si calcolano le attribuzioni patrimoniali"
            yield errore(
                f"/{name}/{how}", f"Sono previste, ma la comunicazione non dice {what}. {_VIZIO}", "Va scritto."
            )
    for name in _TABELLE:
        without = [place for place, row in enumerate(caso.dati.get(name, [])) if not row.get("profilo")]
        if without:
            yield avviso(
                f"/{name}/{without[0]}/profilo",
                f"In {len(without)} {'riga' if len(without) == 1 else 'righe'} della tabella non c’è il profilo"
                " professionale: la legge lo vuole, e la sola categoria può non bastare.",
                "Va indicato il profilo di ogni riga.",
            )


def _celle(righe: list[Mapping[str, Any]]) -> Counter[tuple[str, str, str]]:
    """Add up the heads of each cell: unit, department however its letters are written, qualification."""
    found: Counter[tuple[str, str, str]] = Counter()
    for row in righe:
        found[row["unita"], chiave(row["reparto"]), row["qualifica"]] += row["numero"]
    return found


def _unita(caso: Documento) -> Esiti:
    """Tell a unit that is listed twice, and the rows of one that is not."""
    listed: set[str] = set()
    for place, one in enumerate(caso.dati["unita"]):
        if one["id"] in listed:
            yield errore(
                f"/unita/{place}/id",
                "Un’altra unità dell’elenco ha lo stesso nome breve: le righe delle tabelle non dicono di quale sono.",
                "Va cambiato il nome breve, oppure va tolta l’unità ripetuta.",
            )
        listed.add(one["id"])
    for name in _TABELLE:
        for place, row in enumerate(caso.dati.get(name, [])):
            if row["unita"] not in listed:
                yield errore(
                    f"/{name}/{place}/unita",
                    "La riga è di un’unità che non è nell’elenco delle unità.",
                    "Va corretto il nome breve, oppure va aggiunta l’unità.",
                )


@regola("L223-3", legge("art. 4 c. 3"), per=APERTURA)
def tabelle(caso: Documento) -> Esiti:
    """In ogni reparto e qualifica gli esuberi non superano il personale, e le somme sono i totali dichiarati."""
    yield from _unita(caso)
    for name, total in _TABELLE.items():
        rows = caso.dati.get(name)
        added = sum(row["numero"] for row in rows or ())
        if rows and added != caso.dati[total]:
            yield errore(
                f"/{total}",
                f"Il totale dichiarato è {numero(caso.dati[total])}, ma le righe della tabella danno {numero(added)}.",
                "Va corretto il totale, oppure una riga.",
                in_persone(caso.dati[total], added),
            )
    staff = _celle(serve(caso.dati.get("tabella_organico") or None, "tabella del personale non indicata"))
    rows = serve(caso.dati.get("tabella_esuberi") or None, "tabella degli esuberi non indicata")
    excess = _celle(rows)
    for place, row in enumerate(rows):
        [cell] = _celle([row])
        if excess.get(cell, 0) > staff[cell]:
            yield errore(
                f"/tabella_esuberi/{place}/numero",
                f"In questo reparto e qualifica gli esuberi sono {excess.pop(cell)}, il personale {staff[cell]}.",
                "Va corretta la riga, o quella del personale; unità, reparto e qualifica vanno scritti uguali nelle due"
                " tabelle.",
                in_persone(row["numero"], staff[cell]),
            )
