"""Notes that belong to no single rule: how the service reads the law, where two sources disagree.

An application has AQ-NOTA-COPIA, which says to whom copies of it go for the one source, and for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law import voce
from docservice.law.calendar import festivo
from docservice.law.deroga_2009.caso import Accordo, Documento, con_periodo
from docservice.law.deroga_2009.cifre import ha_monte_ore, monte_ore_a_tempo_parziale, monte_ore_massimo
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.finding import Rilievo, nota
from docservice.law.italiano import giorno, numero
from docservice.law.tratti import ACCORDO, AUTODICHIARAZIONE, DID, DOMANDA, NON_STANDARD
from docservice.law.voce import annota


@annota("AQ-NOTA-COPIA", quadro_e_vademecum("All. A 1.2.1", "2.4.3"), per=DOMANDA)
def copie(caso: Documento) -> Iterator[Rilievo]:
    """Say to whom the application goes."""
    del caso
    yield nota(
        "",
        "Per l’Accordo Quadro (All. A 1.2.1) copia della domanda va alla Provincia e alla sede INPS; per il Vademecum"
        " (2.4.3) l’invio telematico alla Regione basta anche per la Provincia: il documento li indica tutti.",
    )


@annota("AQ-NOTA-GESTIONE", vademecum("2.4.2"), per=AUTODICHIARAZIONE)
def dove_resta(caso: Documento) -> Iterator[Rilievo]:
    """Say how the statement is kept, which it does not print."""
    del caso
    yield nota(
        "",
        "L’autodichiarazione, con la copia del documento di identità di ogni lavoratore, resta su carta presso il"
        " datore di lavoro, a disposizione per i controlli.",
    )


@annota("AQ-NOTA-GESTIONE", vademecum("2.4.2"), per=DID)
def chi_la_raccoglie(caso: Documento) -> Iterator[Rilievo]:
    """Say how the DID is handled, which it does not print."""
    yield nota(
        "",
        "Il datore di lavoro raccoglie una DID per ogni lavoratore, firmata di suo pugno e in sua presenza (ne dà conto"
        " l’autodichiarazione), gliene consegna una copia, conserva l’originale su carta e nella domanda segna che la"
        " DID è sottoscritta."
        if "datore_lavoro" in caso.dati
        else "Senza datore di lavoro la DID è di chi ha già perso il lavoro: la firma al centro per l’impiego o presso"
        " un operatore accreditato, prima di chiedere all’INPS la mobilità in deroga.",
    )


@annota("AQ-NOTA-TESTO", vademecum("2.4.1"), per=ACCORDO)
def testo(caso: Accordo) -> Iterator[Rilievo]:
    """Say that the words are ours."""
    del caso
    yield nota(
        "",
        "Il Vademecum chiama «standard» l’accordo redatto sul modulo della Regione; il documento ne segue contenuti e"
        " ordine, con parole proprie.",
    )


@annota("AQ-NOTA-TIPOLOGIA", quadro("punti 5 e 9"), per=ACCORDO, se=lambda c: c.datore["tipologia"] == 1)
def tipologia(caso: Accordo) -> Iterator[Rilievo]:
    """Say what is not looked at."""
    if caso.datore.get("sottotipologia") or caso.datore.get("piano_esuberi"):
        yield nota(
            "/datore_lavoro",
            "Sottotipologia e piano di gestione degli esuberi riguardano la tipologia 2: per un datore della tipologia"
            " 1 il servizio non ne tiene conto.",
        )


@annota("AQ-NOTA-MONTEORE", quadro("All. B"), per=ACCORDO & NON_STANDARD)
def ore_dell_accordo_libero(caso: Accordo) -> Iterator[Rilievo]:
    """Say which share of the hours is taken."""
    del caso
    yield nota(
        "",
        "Per l’accordo non standard le fonti non fissano una quota di ore: il monte ore massimo è quello di zero ore"
        " per tutti, nei mesi della prima concessione (lettura del servizio).",
    )


@annota("AQ-NOTA-ITER", quadro_e_vademecum("All. A 3.2", "2.4.1"), per=ACCORDO, se=lambda c: c.regionale)
def esame_delle_regionali(caso: Accordo) -> Iterator[Rilievo]:
    """Say which source is followed."""
    del caso
    yield nota(
        "/datore_lavoro",
        "Per le domande di competenza regionale l’Allegato A (3.2) chiede l’esame congiunto anche con un accordo"
        " standard, il Vademecum (2.4.1) no: il servizio segue l’Allegato A per gli accordi anteriori al 16 giugno"
        " 2009, il Vademecum per gli altri.",
    )


@annota("AQ-NOTA-PARTTIME", quadro("All. B"), per=ACCORDO, se=lambda c: con_periodo(c) and ha_monte_ore(c))
def tempi_parziali(caso: Accordo) -> Iterator[Rilievo]:
    """Say what the cap would be in proportion."""
    scaled = monte_ore_a_tempo_parziale(caso)
    if scaled is not None:
        yield nota(
            "/lavoratori",
            f"Il monte ore massimo ({numero(monte_ore_massimo(caso))} ore) conta ogni addetto per intero, perché le"
            " fonti non parlano dei tempi parziali; in proporzione all’orario degli elencati sarebbe di"
            f" {numero(scaled)} ore (lettura del servizio).",
        )


@annota("AQ-NOTA-FESTIVI", quadro("All. A"))
def termini_festivi(caso: Documento) -> Iterator[Rilievo]:
    """Say which terms fall on a holiday."""
    holidays = {(due.data, due.descrizione) for due in voce.scadenze(caso) if due.data and festivo(due.data)}
    if holidays:
        yield nota(
            "",
            "I termini sono contati in giorni di calendario; cadono in un giorno festivo:"
            f" {'; '.join(f'{giorno(day)}, «{what}»' for day, what in sorted(holidays))} (lettura del servizio).",
        )
