"""The hours of a solidarity contract: how much may be cut, on average and for each (D.Lgs. 148/2015, art. 21 c. 5).

Ten workers who all go from 40 hours to 6, in 2023: CDS-1 says at /lavoratori that the cut is 85%, over the 80% of the
average; CDS-2 judges each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final

from docservice.law.dlgs_148.cds import passaggi
from docservice.law.dlgs_148.cds.orari_variati import difetti, mesi_sopra, oltre_il_contratto, taciuti
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.generale import orari
from docservice.law.generale.orari import ENTRO, OLTRE, Orario, Somma, di_ciascuna, dove, righe, somma
from docservice.law.italiano import arrotonda, con_punto, numero, percento
from docservice.law.misura import in_ore, in_percento
from docservice.law.tratti import ACCORDO, SOLIDARIETA, STRAORDINARIA, TABELLA
from docservice.law.voce import Esiti, cifra, parole, regola

ART_21 = decreto("art. 21 c. 5")
SOLIDALI: Final = ASSEGNO & (ACCORDO | STRAORDINARIA)
"""The papers of the cheque that may lay out the hours of a solidarity agreement: those of that cause."""
_IGNOTO = "il limite non è noto alla data del documento"


def con_righe(caso: Documento) -> bool:
    """Say whether the hours are laid out."""
    return bool(caso.righe)


def dei_limiti(caso: Documento) -> date | None:
    """Return the day whose caps hold, where it is not that of the signature: of the cheque, the first of the period."""
    return caso.dal if caso.di(ASSEGNO) else None


def limite_medio(caso: Documento) -> Decimal | None:
    """Return the most that the average cut may be, in percent; None where it is not known, or an act lifts it."""
    known = None if caso.derogata("CDS-1") else caso.figura("riduzione_media_cds", dei_limiti(caso))
    return known.decimale if known else None


def limite_individuale(caso: Documento) -> Decimal | None:
    """Return the most that each worker's cut may be, in percent; None where it is not known, or an act lifts it."""
    known = None if caso.derogata("CDS-2") else caso.figura("riduzione_individuale_cds", dei_limiti(caso))
    return known.decimale if known else None


def esiti(caso: Documento) -> list[str]:
    """Return the outcome of each row: within the cap of the single worker and the contract's hours, or not."""
    most = limite_individuale(caso)
    found = di_ciascuna(
        caso.righe, lambda hours: ENTRO if hours.perse >= 0 and (most is None or hours.taglio <= most) else OLTRE
    )
    changed = {row.indice for row in caso.righe if row.cambi and row.lavorate > row.contratto}
    for place in changed | {place for place, *_ in oltre_il_contratto(caso)}:
        found[place] = OLTRE
    return found


@cifra(*orari.CIFRE, fonte=ART_21, per=SOLIDARIETA | SOLIDALI, se=con_righe, passi=passaggi.ore)
def ore(caso: Documento) -> dict[str, Any]:
    """Return the sums of the hours, of each department too, and the outcome of each row."""
    return orari.cifre(caso.righe, esiti(caso), limite_medio(caso))


def _con_limite(caso: Documento) -> bool:
    return con_righe(caso) and not caso.derogata("CDS-2")


@cifra(
    "limite_individuale",
    fonte=ART_21,
    per=SOLIDARIETA | SOLIDALI,
    vige="riduzione_individuale_cds",
    il=dei_limiti,
    se=_con_limite,
    passi=passaggi.limite_individuale,
)
def limite_di_ciascuno(caso: Documento) -> str:
    """Return the most that each worker's cut may be, in percent."""
    return con_punto(caso.vigente("riduzione_individuale_cds", dei_limiti(caso)).decimale)


@parole("ore", ART_21, per=SOLIDARIETA | SOLIDALI, se=con_righe)
def parole_delle_ore(caso: Documento) -> dict[str, Any]:
    """Return what a table of hours prints besides its data."""
    return orari.per_il_testo(caso.righe, esiti(caso), limite_medio(caso))


@parole(
    "limite_individuale",
    ART_21,
    per=SOLIDARIETA | SOLIDALI,
    vige="riduzione_individuale_cds",
    il=dei_limiti,
    se=_con_limite,
)
def parola_del_limite(caso: Documento) -> dict[str, Decimal]:
    """Return the most that each worker's cut may be, in percent."""
    return {"limite_individuale": Decimal(limite_di_ciascuno(caso))}


def esuberi(caso: Documento) -> tuple[str, int | None]:
    """Return the redundancies declared, and their path: an agreement says why, too."""
    told = caso.dati.get("esuberi")
    if caso.di(TABELLA):
        return "/esuberi", told
    return "/esuberi/numero", told.get("numero") if told else None


@regola("CDS-1", ART_21, per=SOLIDARIETA)
def media(caso: Documento) -> Esiti:
    """L’orario è ridotto, e la riduzione media resta entro il limite in vigore alla firma."""
    if caso.di(ACCORDO) and not any(row.perse > 0 for row in caso.righe):
        yield errore(
            caso.percorso_orari,
            "Nessuno riduce l’orario: il contratto di solidarietà consiste in una riduzione.",
            "Va indicato chi riduce l’orario, e a quante ore.",
        )
    most, cut = serve(limite_medio(caso), _IGNOTO), somma(caso.righe).taglio
    if cut > most:
        yield errore(
            caso.percorso_orari,
            f"La riduzione media dell’orario è {percento(cut)}: il limite è {percento(most)}.",
            "Vanno aumentate le ore lavorate, finché la media torna entro il limite.",
            in_percento(cut, most),
        )
    elif (cut := _media_dei_ridotti(caso)) > most:
        yield avviso(
            caso.percorso_orari,
            f"Senza chi non ha alcuna riduzione la media è {percento(cut)}: il limite, {percento(most)}, è quello dei"
            " lavoratori interessati al contratto.",
            "Va tolto chi non riduce l’orario, e vanno aumentate le ore lavorate degli altri.",
            in_percento(cut, most),
        )
    if cut <= most and (told := mesi_sopra(caso.righe, caso.periodo, most)):
        yield nota(caso.percorso_orari, told)


def _media_dei_ridotti(caso: Documento) -> Fraction:
    """Return the average cut of the rows that have one, if some have none; else no other average than that of all."""
    cut = [row for row in caso.righe if row.perse > 0]
    return somma(cut).taglio if 0 < len(cut) < len(caso.righe) else Fraction(0)


@regola("CDS-2", ART_21, per=SOLIDARIETA)
def ciascuno(caso: Documento) -> Esiti:
    """La riduzione dell’orario di ciascun lavoratore, nel periodo, resta entro il limite in vigore alla firma."""
    yield from difetti(caso)
    yield from taciuti(caso)
    most = serve(limite_individuale(caso), _IGNOTO)
    steady = [row for row in caso.righe if not row.cambi]
    changed = [row for row in caso.righe if row.cambi]
    for rows, what in ((steady, "La riduzione dell’orario"), (changed, "La riduzione dell’orario nell’intero periodo")):
        yield from dove(rows, lambda hours: hours.taglio > most, partial(_oltre, caso.percorso_orari, what, most))
    yield from _massimo_dichiarato(caso, most, [row.taglio for row in caso.righe])
    if steady:
        yield nota(
            caso.percorso_orari,
            "Il limite di ciascuno vale per l’intero periodo: gli orari settimanali della tabella sono letti come"
            " costanti (lettura del servizio).",
        )


def _oltre(path: str, what: str, most: Decimal, hours: Orario) -> Rilievo:
    return errore(
        path,
        f"{what} è {percento(hours.taglio)}: per ciascuno il limite è {percento(most)}.",
        "Vanno aumentate le ore lavorate di questa riga, o va corretto l’orario, se è del mese o del giorno.",
        in_percento(hours.taglio, most),
    )


def _massimo_dichiarato(caso: Documento, most: Decimal, cuts: Sequence[Fraction]) -> Esiti:
    """Judge the cap that an agreement sets for each worker, if it does."""
    own: Decimal | None = caso.dati.get("riduzione_massima_individuale")
    path = "/riduzione_massima_individuale"
    if own is not None and own > most:
        yield errore(
            path,
            f"La riduzione massima di ciascuno è indicata in {percento(own)}: il limite è {percento(most)}.",
            "Va indicato un massimo entro il limite, oppure nessuno.",
            in_percento(own, most),
        )
    elif own is not None and max(cuts) > own:
        yield avviso(
            path,
            f"La riduzione di qualcuno è {percento(max(cuts))}, più del massimo che l’accordo si dà ({percento(own)}).",
            "Va alzato il massimo indicato, oppure vanno aumentate le ore lavorate.",
            in_percento(max(cuts), own),
        )


@regola("CDS-5", ART_21, per=SOLIDARIETA | SOLIDALI, se=con_righe)
def somme_dichiarate(caso: Documento) -> Esiti:
    """Le somme dichiarate sono quelle delle righe; la percentuale, con i decimali dichiarati."""
    if caso.percorso_orari == "/lavoratori" and "gruppi" in caso.dati:
        yield from _gruppi_e_lavoratori(somma(righe({"gruppi": caso.dati["gruppi"]}, caso.periodo)), somma(caso.righe))
    told = caso.dati.get("tabella", {})
    if not told:
        yield NonVerificabile("somme della tabella non dichiarate")
    for name, (what, found) in _calcolate(somma(caso.righe), told).items():
        if name in told and told[name] != found:
            yield errore(
                f"/tabella/{name}",
                f"Le righe danno {what}: {numero(found)}; ne è dichiarato {numero(Decimal(told[name]))}.",
                "Va corretta la somma dichiarata, oppure vanno corretti gli orari.",
                valore=told[name],
                limite=found,
            )


def _gruppi_e_lavoratori(groups: Somma, workers: Somma) -> Esiti:
    if groups != workers:
        yield errore(
            "/gruppi",
            f"I gruppi danno {groups.teste} lavoratori e {numero(groups.perse)} ore non lavorate su"
            f" {numero(groups.lavorabili)}; i lavoratori elencati sono {workers.teste}, con"
            f" {numero(workers.perse)} ore su {numero(workers.lavorabili)}.",
            "Vanno corretti gli uni o gli altri: devono dare le stesse somme.",
        )


def _calcolate(total: Somma, told: Any) -> dict[str, tuple[str, Decimal]]:
    """Return what the rows give, the percentage with as many decimals as were declared."""
    # 49.50 is 49.5, as a JSON number and the data inside the document have it
    exponent = Decimal(told.get("riduzione_media_percentuale", 0)).normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    rounded = arrotonda(max(total.taglio, Fraction(0)), places)
    return {
        "lavoratori": ("un numero di lavoratori", Decimal(total.teste)),
        # hours that change have a mean, which is declared rounded
        "ore_non_lavorate": (
            "un totale di ore non lavorate",
            arrotonda(total.perse) if isinstance(total.perse, Fraction) else total.perse,
        ),
        "ore_lavorabili": ("un totale di ore lavorabili", total.lavorabili),
        "riduzione_media_percentuale": ("una riduzione media, in percento", rounded),
    }


@regola("CDS-6", ART_21, per=SOLIDARIETA | SOLIDALI, se=con_righe)
def esuberi_coperti(caso: Documento) -> Esiti:
    """Le ore non lavorate coprono quelle degli esuberi affidati al contratto, con l’orario medio di contratto."""
    path, told = affidati(caso)
    heads = serve(told, "esuberi non indicati")
    total = somma(caso.righe)
    needed = heads * Fraction(total.lavorabili) / total.teste
    if total.perse >= needed:
        return
    told_hours = (
        f"Le ore non lavorate sono {numero(total.perse)} la settimana, meno delle {numero(needed)} che"
        f" farebbero gli esuberi ({heads})"
    )
    if caso.dati.get("riduzione_fino_a"):
        yield nota(path, f"{told_hours}: sono il massimo che l’accordo ammette, non quelle di ogni settimana.")
        return
    yield avviso(
        path,
        f"{told_hours}.",
        "Vanno controllati gli orari; se sono esatti, l’accordo dica come sono gestiti gli altri esuberi.",
        in_ore(total.perse, needed),
    )


def affidati(caso: Documento) -> tuple[str, int | None]:
    """Return the redundancies left to the contract's hours: its share, if they are split, else all."""
    told = caso.dati.get("esuberi")
    if not caso.di(TABELLA) and told and "cds" in told.get("ripartizione", {}):
        return "/esuberi/ripartizione/cds", told["ripartizione"]["cds"]
    return esuberi(caso)


@regola("CDS-16", ART_21, per=SOLIDARIETA | SOLIDALI, se=con_righe)
def entro_il_contratto(caso: Documento) -> Esiti:
    """Nessuno lavora più ore di quelle del suo contratto."""

    def detto(hours: Orario) -> Rilievo:
        return errore(
            caso.percorso_orari,
            f"Le ore lavorate ({numero(hours.lavorate)}) sono più di quelle di contratto ({numero(hours.contratto)}).",
            "Va corretto uno dei due orari: la solidarietà riduce l’orario, non lo aumenta.",
            in_ore(hours.lavorate, hours.contratto),
        )

    usual = [row._replace(orario=Orario(row.contratto, row.lavorate)) if row.cambi else row for row in caso.righe]
    yield from dove(usual, lambda hours: hours.perse < 0, detto)
    for _, path, worked, due in oltre_il_contratto(caso):
        yield detto(Orario(due, worked)).presso(path)
