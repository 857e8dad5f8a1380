"""The hours of a solidarity contract: how much may be cut, on average and for each (D.Lgs. 148/2015, art. 21 c. 5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docservice.law.calculator import arrotonda
from docservice.law.comune.orari import ENTRO, OLTRE, Orario, Somma, di_ciascuna, dove, mostra, somma
from docservice.law.dlgs_148.caso import Caso, decreto
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, plain
from docservice.law.rule import regola

Esiti = Iterator[Rilievo | NonVerificabile]

SOLIDARIETA = decreto("art. 21 c. 5")
TABELLA = ("tabella-solidarieta",)
_IGNOTO = "il limite non è noto alla data del documento"


def limite_medio(caso: Caso) -> Decimal | None:
    """Return the most that the average cut may be, in percent."""
    known = caso.figura("riduzione_media_cds")
    return known.decimale if known else None


def limite_individuale(caso: Caso) -> Decimal | None:
    """Return the most that each worker's cut may be, in percent."""
    known = caso.figura("riduzione_individuale_cds")
    return known.decimale if known else None


def esiti(caso: Caso) -> list[str]:
    """Return the outcome of each row: within the cap of the single worker and the contract's hours, or not."""
    most = limite_individuale(caso)
    return di_ciascuna(
        caso.righe, lambda hours: ENTRO if hours.perse >= 0 and (most is None or hours.taglio <= most) else OLTRE
    )


@regola("CDS-1", SOLIDARIETA, modelli=TABELLA)
def media(caso: Caso) -> Esiti:
    """La riduzione media dell’orario resta entro il limite in vigore alla firma."""
    most, cut = limite_medio(caso), somma(caso.righe).taglio
    if most is None:
        yield NonVerificabile(_IGNOTO)
    elif cut > most:
        yield errore(
            caso.elenco,
            f"La riduzione media dell’orario è {_percento(cut)}: il limite è {_virgola(most)}%.",
            "Vanno aumentate le ore lavorate, finché la media torna entro il limite.",
            valore=plain(arrotonda(cut, 4)),
            limite=most,
            unita="percento",
        )


@regola("CDS-2", SOLIDARIETA, modelli=TABELLA)
def ciascuno(caso: Caso) -> Esiti:
    """La riduzione dell’orario di ciascun lavoratore resta entro il limite in vigore alla firma."""
    most = limite_individuale(caso)
    if most is None:
        yield NonVerificabile(_IGNOTO)
        return

    def detto(hours: Orario) -> Rilievo:
        return errore(
            caso.elenco,
            f"La riduzione dell’orario è {_percento(hours.taglio)}: per ciascuno il limite è {_virgola(most)}%.",
            "Vanno aumentate le ore lavorate di questa riga.",
            valore=plain(arrotonda(hours.taglio, 4)),
            limite=most,
            unita="percento",
        )

    yield from dove(caso.righe, lambda hours: hours.taglio > most, detto)
    yield nota(
        caso.elenco,
        "Il limite di ciascuno vale per l’intero periodo: gli orari settimanali della tabella sono letti come costanti"
        " (lettura del servizio).",
    )


@regola("CDS-5", SOLIDARIETA, modelli=TABELLA)
def somme_dichiarate(caso: Caso) -> Esiti:
    """Le somme dichiarate sono quelle delle righe; la percentuale, con i decimali dichiarati."""
    told = caso.dati.get("tabella", {})
    if not told:
        yield NonVerificabile("somme della tabella non dichiarate")
    for name, (what, found) in _calcolate(somma(caso.righe), told).items():
        if name in told and told[name] != found:
            yield errore(
                f"/tabella/{name}",
                f"Le righe danno {what}: {_virgola(found)}; ne è dichiarato {_virgola(Decimal(told[name]))}.",
                "Va corretta la somma dichiarata, oppure vanno corretti gli orari.",
                valore=told[name],
                limite=found,
            )


def _calcolate(total: Somma, told: Any) -> dict[str, tuple[str, Decimal]]:
    """Return what the rows give, the percentage with as many decimals as were declared."""
    exponent = Decimal(told.get("riduzione_media_percentuale", 0)).as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    rounded = arrotonda(max(total.taglio, Fraction(0)), places)
    return {
        "lavoratori": ("un numero di lavoratori", Decimal(total.teste)),
        "ore_non_lavorate": ("un totale di ore non lavorate", total.perse),
        "ore_lavorabili": ("un totale di ore lavorabili", total.lavorabili),
        "riduzione_media_percentuale": ("una riduzione media, in percento", rounded),
    }


@regola("CDS-6", SOLIDARIETA, modelli=TABELLA)
def esuberi_coperti(caso: Caso) -> Esiti:
    """Le ore non lavorate coprono quelle degli esuberi, con l’orario medio di contratto."""
    heads = caso.dati.get("esuberi")
    if heads is None:
        yield NonVerificabile("esuberi non indicati")
        return
    total = somma(caso.righe)
    needed = heads * Fraction(total.lavorabili) / total.teste
    if total.perse < needed:
        yield avviso(
            "/esuberi",
            f"Le ore non lavorate sono {_virgola(total.perse)} la settimana, meno delle {_mostra(needed)} dei"
            f" {heads} esuberi.",
            "Vanno controllati gli orari; se sono esatti, l’accordo dica come sono gestiti gli altri esuberi.",
            valore=total.perse,
            limite=plain(arrotonda(needed)),
            unita="ore",
        )


@regola("CDS-12", SOLIDARIETA, modelli=TABELLA)
def entro_il_contratto(caso: Caso) -> Esiti:
    """Nessuno lavora più ore di quelle del suo contratto."""

    def detto(hours: Orario) -> Rilievo:
        return errore(
            caso.elenco,
            f"Le ore lavorate ({_virgola(hours.lavorate)}) sono più di quelle di contratto"
            f" ({_virgola(hours.contratto)}).",
            "Va corretto uno dei due orari: la solidarietà riduce l’orario, non lo aumenta.",
            valore=hours.lavorate,
            limite=hours.contratto,
            unita="ore",
        )

    yield from dove(caso.righe, lambda hours: hours.perse < 0, detto)


def _percento(cut: Fraction) -> str:
    return f"{_mostra(cut)}%"


def _mostra(number: Fraction) -> str:
    return mostra(number).replace(".", ",")


def _virgola(number: Decimal) -> str:
    return plain(number).replace(".", ",")
