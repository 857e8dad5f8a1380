"""Notes that belong to no single rule: readings, sources that disagree."""

from __future__ import annotations

from dataclasses import replace

from docservice.law.calendar import festivo
from docservice.law.deroga_2009.caso import AUTODICHIARAZIONE, DID, NON_STANDARD, Carta, Caso, data_it
from docservice.law.deroga_2009.cifre import ha_monte_ore, monte_ore_a_tempo_parziale, monte_ore_massimo
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.deroga_2009.scadenze import scadenze
from docservice.law.finding import Rilievo, nota, scrivi


def note(caso: Carta) -> list[Rilievo]:
    """Return the notes on a document, code and source filled in."""
    own = _dell_accordo(caso) if isinstance(caso, Caso) else [*_della_domanda(caso), *_della_did(caso)]
    return [*own, *_dei_termini(caso)]


def _della_domanda(caso: Carta) -> list[Rilievo]:
    if caso.modello != "domanda-deroga":
        return []
    return [
        _nota(
            "COPIA",
            "",
            "Per l’Accordo Quadro (All. A 1.2.1) copia della domanda va alla Provincia e alla sede INPS; per il"
            " Vademecum (2.4.3) l’invio telematico alla Regione basta anche per la Provincia: il documento li indica"
            " tutti.",
            quadro_e_vademecum("All. A 1.2.1", "2.4.3"),
        )
    ]


def _della_did(caso: Carta) -> list[Rilievo]:
    """Return how the paper is handled, which it does not print."""
    if caso.modello == AUTODICHIARAZIONE:
        told = (
            "L’autodichiarazione, con la copia del documento di identità di ogni lavoratore, resta su carta presso il"
            " datore di lavoro, a disposizione per i controlli."
        )
    elif caso.modello != DID:
        return []
    elif "datore_lavoro" in caso.dati:
        told = (
            "Il datore di lavoro raccoglie una DID per ogni lavoratore, firmata di suo pugno e in sua presenza (ne dà"
            " conto l’autodichiarazione), gliene consegna una copia, conserva l’originale su carta e nella domanda"
            " segna che la DID è sottoscritta."
        )
    else:
        told = (
            "Senza datore di lavoro la DID è di chi ha già perso il lavoro: la firma al centro per l’impiego o presso"
            " un operatore accreditato, prima di chiedere all’INPS la mobilità in deroga."
        )
    return [_nota("GESTIONE", "", told, vademecum("2.4.2"))]


def _dell_accordo(caso: Caso) -> list[Rilievo]:
    found = [
        _nota(
            "TESTO",
            "",
            "Il Vademecum chiama «standard» l’accordo redatto sul modulo della Regione; il documento ne segue contenuti"
            " e ordine, con parole proprie.",
            vademecum("2.4.1"),
        )
    ]
    if caso.datore["tipologia"] == 1 and (caso.datore.get("sottotipologia") or caso.datore.get("piano_esuberi")):
        found.append(
            _nota(
                "TIPOLOGIA",
                "/datore_lavoro",
                "Sottotipologia e piano di gestione degli esuberi riguardano la tipologia 2: per un datore della"
                " tipologia 1"
                " il servizio non ne tiene conto.",
                quadro("punti 5 e 9"),
            )
        )
    if caso.modello == NON_STANDARD:
        found.append(
            _nota(
                "MONTEORE",
                "",
                "Per l’accordo non standard le fonti non fissano una quota di ore: il monte ore massimo è quello"
                " di zero ore"
                " per tutti, nei mesi della prima concessione (lettura del servizio).",
                quadro("All. B"),
            )
        )
    if caso.regionale:
        found.append(
            _nota(
                "ITER",
                "/datore_lavoro",
                "Per le domande di competenza regionale l’Allegato A (3.2) chiede l’esame congiunto anche con un"
                " accordo standard, il Vademecum (2.4.1) no: il servizio segue l’Allegato A per gli accordi anteriori"
                " al 16 giugno 2009, il Vademecum per gli altri.",
                quadro_e_vademecum("All. A 3.2", "2.4.1"),
            )
        )
    if caso.periodo and ha_monte_ore(caso) and (scaled := monte_ore_a_tempo_parziale(caso)) is not None:
        found.append(
            _nota(
                "PARTTIME",
                "/lavoratori",
                f"Il monte ore massimo ({scrivi(monte_ore_massimo(caso))} ore) conta ogni addetto per intero,"
                " perché le fonti"
                " non parlano dei tempi parziali; in proporzione all’orario degli elencati sarebbe di"
                f" {scrivi(scaled)} ore"
                " (lettura del servizio).",
                quadro("All. B"),
            )
        )
    return found


def _dei_termini(caso: Carta) -> list[Rilievo]:
    holidays = [s for s in scadenze(caso) if s.data is not None and festivo(s.data)]
    if not holidays:
        return []
    named = ", ".join(sorted({f"{s.codice} {data_it(s.data)}" for s in holidays if s.data}))
    return [
        _nota(
            "FESTIVI",
            "",
            f"I termini sono contati in giorni di calendario; cadono in un giorno festivo: {named} (lettura del"
            " servizio).",
            quadro("All. A"),
        )
    ]


def _nota(word: str, path: str, message: str, source: object) -> Rilievo:
    return replace(nota(path, message, fonte=source), codice=f"AQ-NOTA-{word}")
