"""Rules of the standard agreement A: zero hours for everyone, no rotation (Allegato B, schema A).

Nine workers at zero hours, ten in CIG: AQ-A1 says at /modalita/addetti_zero_ore that the two must be equal.
"""

from __future__ import annotations

from docservice.law.deroga_2009.caso import Accordo, serve_periodo
from docservice.law.deroga_2009.cifre import monte_ore_massimo
from docservice.law.deroga_2009.fonti import quadro
from docservice.law.finding import errore, serve
from docservice.law.generale.elenco import senza
from docservice.law.italiano import numero
from docservice.law.misura import in_ore, in_persone
from docservice.law.tratti import ACCORDO, SCHEMA_A
from docservice.law.voce import Esiti, regola

FONTE = quadro("All. B, schema A")


@regola("AQ-A1", FONTE, per=ACCORDO & SCHEMA_A)
def tutti_a_zero_ore(caso: Accordo) -> Esiti:
    """Nello schema A tutti i dipendenti interessati sono a zero ore."""
    heads = caso.modalita["addetti_zero_ore"]
    if heads != caso.massimo:
        yield errore(
            "/modalita/addetti_zero_ore",
            f"Gli addetti a zero ore sono {heads}, ma i dipendenti in CIG sono {caso.massimo}: nello schema A devono"
            " coincidere.",
            "I due numeri vanno resi uguali; se qualcuno lavora, lo schema adatto è il B o il C.",
            in_persone(heads, caso.massimo),
        )
    silent = 0
    for path, worker in caso.con_percorso():
        hours = worker.get("ore_lavorate_settimanali")
        if worker.get("zero_ore") is False or (hours is not None and hours > 0):
            yield errore(
                path,
                "Il lavoratore non risulta a zero ore, come chiede lo schema A.",
                "Va corretto il dato, o va scelto lo schema B o C.",
            )
        elif "zero_ore" not in worker and hours is None:
            silent += 1
    if silent:
        yield senza("zero ore non indicate", silent)


@regola("AQ-A2", FONTE, per=ACCORDO & SCHEMA_A)
def senza_rotazione(caso: Accordo) -> Esiti:
    """Nello schema A non c’è rotazione del personale in CIG."""
    if caso.modalita.get("rotazione"):
        yield errore(
            "/modalita/rotazione",
            "L’accordo prevede la rotazione, che lo schema A esclude.",
            "La rotazione va tolta; se serve, lo schema adatto è il B o il C.",
        )


@regola("AQ-A4", FONTE, per=ACCORDO & SCHEMA_A, serve=serve_periodo)
def ore_prima_concessione(caso: Accordo) -> Esiti:
    """Le ore indicate per la prima concessione non superano il monte ore massimo."""
    hours: int = serve(caso.modalita.get("ore_prima_concessione"), "ore della prima concessione non indicate")
    cap = monte_ore_massimo(caso)
    if hours > cap:
        yield errore(
            "/modalita/ore_prima_concessione",
            f"Per la prima concessione sono indicate {numero(hours)} ore: al massimo possono essere {numero(cap)}.",
            f"Le ore vanno ridotte a {numero(cap)} o meno.",
            in_ore(hours, cap),
        )
