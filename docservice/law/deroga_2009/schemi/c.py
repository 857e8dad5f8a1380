"""Rules of the standard agreement C, solidarity: nobody at zero hours, all rotate, no dismissals (All. B, schema C).

An average cut of 65%: AQ-C2 says at /modalita/riduzione_media_percentuale that it may be 60% at most.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from docservice.law.calendar import Periodo, aggiungi_mesi, fine_mese_n, unisci
from docservice.law.deroga_2009.caso import Accordo, Documento, Tabella, orario, serve_orari, serve_periodo
from docservice.law.deroga_2009.fonti import quadro
from docservice.law.deroga_2009.monte_ore import quota_oraria
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.generale.elenco import senza
from docservice.law.generale.orari import ENTRO, FUORI, di_ciascuna, somma
from docservice.law.italiano import arrotonda, giorno, numero, percento
from docservice.law.misura import in_date, in_percento
from docservice.law.tratti import ACCORDO, SCHEMA_C, TABELLA
from docservice.law.voce import Esiti, regola

FONTE = quadro("All. B, schema C")
SCARTO_MEDIE = Decimal("0.5")
"""Points that may lie between the average declared and that of the hours; no source gives them: for roundings."""


def fine_divieto(caso: Accordo) -> date:
    """Return the last day of the ban on dismissals: the end of the CIG and three months more, month ends clamped."""
    return aggiungi_mesi(caso.chiesto.al, int(caso.figura("mesi_divieto_licenziamenti").decimale))


def limite_percentuale() -> Decimal:
    """Return the most that the average cut may be, in percent."""
    return quota_oraria("C") * 100


@regola("AQ-C1", FONTE, per=SCHEMA_C | TABELLA, serve=serve_orari)
def nessuno_a_zero_ore(caso: Documento) -> Esiti:
    """Nello schema C nessuno è a zero ore."""
    for path, worker in caso.con_orari():
        if worker.get("zero_ore") or worker.get("ore_lavorate_settimanali") == 0:
            yield errore(
                path,
                f"{_chi(path)} risulta a zero ore, che lo schema C esclude.",
                "Va corretto il dato, o va scelto lo schema A o B.",
            )


@regola("AQ-C2", FONTE, per=ACCORDO & SCHEMA_C)
def riduzione_dichiarata(caso: Accordo) -> Esiti:
    """La riduzione media dichiarata non supera il 60% dell’orario."""
    told: Decimal = serve(caso.modalita.get("riduzione_media_percentuale"), "riduzione media non indicata")
    if told > limite_percentuale():
        yield errore(
            "/modalita/riduzione_media_percentuale",
            f"Riduzione media dichiarata: {percento(told)}; al massimo può essere del"
            f" {percento(limite_percentuale())}.",
            "La riduzione va contenuta entro il limite; se serve di più, lo schema adatto è il B.",
            in_percento(told, limite_percentuale()),
        )


@regola("AQ-C3", FONTE, per=ACCORDO & SCHEMA_C)
def rotazione_di_tutti(caso: Accordo) -> Esiti:
    """Nello schema C ruota tutto il personale interessato."""
    if not caso.modalita.get("rotazione"):
        yield errore(
            "/modalita/rotazione",
            "L’accordo non prevede la rotazione di tutto il personale, che lo schema C chiede.",
            "La rotazione va prevista (Rotazione: sì).",
        )


@regola("AQ-C4", FONTE, per=SCHEMA_C | TABELLA, serve=serve_orari)
def banda_degli_orari(caso: Documento) -> Esiti:
    """Le ore lavorate da ciascuno si scostano dalla media al massimo del 20%."""
    average = _media_lavorata(caso)
    least, most = banda(caso, average)
    shares = {hours: _quota_lavorata(*hours) for hours in caso.teste_per_orario}
    outside = {
        hours: _fuori_banda(caso, share, average, least if share < least else most)
        for hours, share in shares.items()
        if not least <= share <= most
    }
    for path, worker in caso.con_orari():
        if (hours := orario(worker)) in outside:
            yield outside[hours].presso(path)
    yield nota(
        caso.percorso_orari,
        "Lo scarto del 20% è misurato sul rapporto fra ore lavorate e ore di contratto, in proporzione alla media di"
        " tutti gli elencati, estremi compresi (lettura del servizio).",
    )


def _fuori_banda(caso: Documento, share: Fraction, average: Fraction, passed: Fraction) -> Rilievo:
    least, most = banda(caso, average)
    # two decimals, or four where two do not tell the share from the limit it passes
    decimals = 2 if percento(share * 100) != percento(passed * 100) else 4
    own, mean, low, high = (percento(arrotonda(one * 100, decimals)) for one in (share, average, least, most))
    return errore(
        caso.percorso_orari,
        f"Parte dell’orario svolta ({_chi(caso.percorso_orari).lower()}): {own}; media di tutti:"
        f" {mean}; scarto ammesso: fra {low} e {high}.",
        "Le ore del lavoratore vanno riportate dentro lo scarto, o va rivista la distribuzione degli orari.",
        in_percento(share * 100, passed * 100),
    )


@regola("AQ-C5", FONTE, per=ACCORDO & SCHEMA_C)
def divieto_di_licenziamento(caso: Accordo) -> Esiti:
    """L’accordo esclude licenziamenti per motivo oggettivo durante la CIG e nei tre mesi successivi."""
    if not caso.modalita.get("divieto_licenziamenti"):
        yield errore(
            "/modalita/divieto_licenziamenti",
            "Manca l’impegno a non licenziare per giustificato motivo oggettivo durante la CIG e nei tre mesi"
            " successivi.",
            "L’impegno va preso (Divieto di licenziamenti: sì); resta salva la non opposizione del lavoratore.",
        )


@regola("AQ-C6", FONTE, per=ACCORDO & SCHEMA_C, serve=serve_periodo)
def durata_piena(caso: Accordo) -> Esiti:
    """Nello schema C si chiedono dodici mesi, o tutta la durata che resta se è minore."""
    due = _ultimo_giorno_utile(caso)
    if caso.chiesto.al < due:
        yield errore(
            "/periodo/al",
            f"Lo schema C si chiede per tutta la durata ammessa, fino al {giorno(due)}: la richiesta è di"
            f" {numero(caso.mesi)} mesi.",
            f"Il periodo va portato al {giorno(due)}; per una durata minore lo schema adatto è un altro.",
            in_date(caso.chiesto.al, due),
        )
    yield nota(
        "/periodo",
        "L’Allegato B chiede dodici mesi; il modulo del Vademecum dice soltanto che l’autorizzazione non li supera. Il"
        " servizio segue l’Allegato B.",
    )


def _ultimo_giorno_utile(caso: Accordo) -> date:
    """Return the last day that AQ-G5, G6, G7 and G20 leave to a request which starts on its first day."""
    months = caso.durata_massima.decimale
    last = fine_mese_n(caso.chiesto.dal, int(months))
    window = int(caso.figura("durata_massima").decimale)
    for owner in (caso.dati, *(worker for _, worker in caso.elenco.con_periodi)):
        raw = owner.get("periodi_precedenti", [])
        if first := caso.primo_giorno_di_cig(raw):
            last = min(last, fine_mese_n(first, window))
        earlier = caso.periodi_precedenti(raw)
        while earlier and last >= caso.chiesto.dal and _mesi(earlier, caso.chiesto.dal, last) > months:
            last -= timedelta(days=1)
    return last


def _mesi(earlier: list[Periodo], first: date, last: date) -> Fraction:
    return sum((p.mesi for p in unisci([*earlier, Periodo(first, last)])), Fraction(0))


@regola("AQ-C7", FONTE, per=SCHEMA_C | TABELLA)
def riduzione_calcolata(caso: Documento) -> Esiti:
    """La riduzione media calcolata sugli orari di tutti non supera il 60%."""
    if partial := _non_tutti(caso):
        raise NonVerificabile(partial)
    cut = _riduzione(caso)
    if cut > limite_percentuale():
        yield errore(
            caso.percorso_orari,
            f"Riduzione media che risulta dagli orari elencati: {percento(cut)}; al massimo può essere del"
            f" {percento(limite_percentuale())}.",
            "Vanno aumentate le ore lavorate, finché la media torna entro il limite.",
            in_percento(cut, limite_percentuale()),
        )


@regola("AQ-C8", FONTE, per=SCHEMA_C | TABELLA)
def medie_concordi(caso: Documento) -> Esiti:
    """La riduzione media dichiarata e quella calcolata differiscono al massimo di mezzo punto."""
    path, declared = caso.media_dichiarata
    told = serve(declared, "riduzione media non indicata")
    cut, partial = _riduzione(caso), _non_tutti(caso)
    if abs(Fraction(told) - cut) > Fraction(SCARTO_MEDIE):
        yield avviso(
            path,
            f"Riduzione media dichiarata: {percento(told)}; quella che risulta dagli orari elencati: {percento(cut)}"
            f"{f' ({partial})' if partial else ''}.",
            f"Va corretta la percentuale, o vanno corretti gli orari{', o va completato l’elenco' if partial else ''}.",
            in_percento(told, cut),
        )
    if partial:
        yield NonVerificabile(partial)


def banda(caso: Documento, average: Fraction) -> tuple[Fraction, Fraction]:
    """Return the least and the most that a worker's share of hours may be; nobody works more than the contract."""
    band = Fraction(caso.figura("banda_orario").decimale)
    return average * (1 - band), min(average * (1 + band), Fraction(1))


def esiti(caso: Tabella) -> list[str]:
    """Return the outcome of each row of a table: inside the band of AQ-C4, or out of it."""
    least, most = banda(caso, 1 - somma(caso.righe).taglio / 100)
    return di_ciascuna(caso.righe, lambda hours: ENTRO if least <= 1 - hours.taglio / 100 <= most else FUORI)


def _non_tutti(caso: Documento) -> str | None:
    """Say how many workers an agreement lists, when they are not all those concerned."""
    if isinstance(caso, Accordo) and len(caso.lavoratori) != caso.massimo:
        return f"sono elencati {len(caso.lavoratori)} lavoratori su {caso.massimo}"
    return None


def _riduzione(caso: Documento) -> Fraction:
    """Return the average cut in percent of those listed. Raises NonVerificabile."""
    return (1 - _media_lavorata(caso)) * 100


def _chi(path: str) -> str:
    return "Il gruppo" if path.startswith("/gruppi") else "Il lavoratore"


def _media_lavorata(caso: Documento) -> Fraction:
    """Return the hours worked by all over their contractual ones, a group by its heads. Raises NonVerificabile."""
    heads = caso.teste_per_orario
    silent = sum(count for hours, count in heads.items() if None in hours)
    if silent or not heads:
        raise senza("orari non indicati", silent)
    return _quota_lavorata(*(sum(count * hours[place] for hours, count in heads.items()) for place in (0, 1)))


def _quota_lavorata(worked: Decimal, due: Decimal) -> Fraction:
    return Fraction(worked) / Fraction(due)
