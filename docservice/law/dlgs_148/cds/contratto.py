"""What a solidarity contract must say, besides its hours (`orari`) and its length (`durata`).

A contract that does not say how many workers are too many: CDS-3 says at /esuberi/numero that it must.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.dlgs_148.cds import passaggi
from docservice.law.dlgs_148.cds.orari import ART_21, esuberi, limite_individuale, limite_medio
from docservice.law.dlgs_148.cds.orari_variati import tagli
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.ipotesi import CON_ACCORDO
from docservice.law.dlgs_148.generale.unita import fasce
from docservice.law.finding import avviso, errore
from docservice.law.generale.orari import per_nome, somma, stampa
from docservice.law.italiano import con_punto
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, ESAME, PROGRAMMA, SOLIDARIETA
from docservice.law.voce import Esiti, cifra, parole, regola

_DATI_ELENCO: Final = {"qualifica": "la qualifica", "livello": "il livello", "data_assunzione": "la data di assunzione"}
_UFFICI: Final = {"ministero": "al Ministero del lavoro", "inps": "all’INPS"}


@regola("CDS-3", ART_21, per=ACCORDO & SOLIDARIETA)
def esubero_motivato(caso: Documento) -> Esiti:
    """L’esubero per cui si stipula il contratto è quantificato, non oltre l’organico, e motivato."""
    path, heads = esuberi(caso)
    if not heads:
        yield errore(
            path,
            "L’accordo non dice quanti sono i lavoratori in esubero."
            if heads is None
            else "L’esubero dichiarato è zero: senza esubero non c’è contratto di solidarietà difensivo.",
            "Va scritto il numero dei lavoratori in esubero.",
            in_persone(heads, 1),
        )
    elif caso.organico is not None and heads > caso.organico:
        yield errore(
            path,
            f"Gli esuberi ({heads}) sono più dell’organico dell’unità ({caso.organico}).",
            "Va corretto il numero degli esuberi, oppure l’organico.",
            in_persone(heads, caso.organico),
        )
    if not caso.dati.get("esuberi", {}).get("motivazione", "").strip():
        yield errore(
            "/esuberi/motivazione",
            "L’accordo non dice le ragioni dell’esubero.",
            "Va scritto perché quei lavoratori sono in esubero.",
        )


@regola("CDS-7", guida("contratto di solidarietà, verbale di accordo"), per=ACCORDO & SOLIDARIETA)
def contenuto(caso: Documento) -> Esiti:
    """L’accordo dice come si riduce l’orario e come aumentarlo, TFR, CCNL, orario di contratto ed elenco dei nomi."""
    dati = caso.dati
    layout, more = dati.get("articolazione", {}), dati.get("deroghe_in_aumento", {})
    parts = {
        "/articolazione/base": (layout.get("base"), "se la riduzione è giornaliera, settimanale o mensile"),
        "/articolazione/modalita": (layout.get("modalita"), "se la riduzione è verticale, orizzontale o mista"),
        "/deroghe_in_aumento/modalita": (more.get("modalita"), "come si può lavorare di più se serve"),
        "/tfr": (dati.get("tfr"), "che il TFR matura come vuole la legge"),
        "/datore_lavoro/ccnl": (caso.datore.get("ccnl"), "quale CCNL si applica"),
        "/ore_settimanali_contratto": (dati.get("ore_settimanali_contratto"), "qual è l’orario di contratto"),
    }
    for path, (value, what) in parts.items():
        if value is None or (isinstance(value, str) and not value.strip()):
            yield errore(path, f"L’accordo non dice {what}.", "La parte va aggiunta prima della firma.")
    yield from _elenco(caso)


def _elenco(caso: Documento) -> Esiti:
    listed = caso.con_percorso()
    if not listed and "elenco_allegato" in caso.dati:
        yield avviso(
            "/elenco_allegato",
            "L’elenco nominativo è su fogli a parte: qualifica, livello e data di assunzione di ciascuno non si possono"
            " verificare.",
            "Va controllato l’elenco allegato; con i lavoratori nei dati lo controlla il servizio.",
        )
        return
    if not listed:
        yield errore(
            "/lavoratori",
            "Manca l’elenco nominativo dei lavoratori, che fa parte dell’accordo.",
            "Vanno elencati i lavoratori, con qualifica, livello e data di assunzione.",
        )
        return
    for path, worker in listed:
        for name, what in _DATI_ELENCO.items():
            value = worker.get(name)
            if value is None or (isinstance(value, str) and not value.strip()):
                yield errore(
                    f"{path}/{name}",
                    f"Nell’elenco manca {what} del lavoratore.",
                    f"Nella riga del lavoratore va aggiunto: {what}.",
                )
    heads = somma(caso.righe).teste
    if caso.percorso_orari == "/gruppi" and heads != len(listed):
        yield errore(
            "/lavoratori",
            f"I lavoratori elencati sono {len(listed)}, quelli dei gruppi {heads}.",
            "Va completato l’elenco, oppure va corretto il numero dei gruppi.",
            in_persone(len(listed), heads),
        )


def _accordo_firmato(caso: Documento) -> bool:
    return caso.di(ACCORDO) or caso.dati.get("esito") in CON_ACCORDO


@regola("CDS-9", decreto("art. 21 c. 5"), per=ACCORDO | ESAME & PROGRAMMA, se=_accordo_firmato)
def firma_sindacale(caso: Documento) -> Esiti:
    """Firma almeno un’organizzazione sindacale dell’art. 51 del D.Lgs. 81/2015, oppure la RSA o la RSU."""
    inside = caso.dati.get("rappresentanza_aziendale", {})
    # a representation of whose members there is none has nobody who signs
    within = inside.get("tipo") in ("RSA", "RSU") and inside.get("firmataria", True) and inside.get("componenti") != []
    if not within and not any(one.get("firmataria", True) for one in caso.dati.get("organizzazioni_sindacali", [])):
        # of a record, the agreement may be signed on a paper of its own
        weighs = errore if caso.di(ACCORDO) else avviso
        yield weighs(
            "/organizzazioni_sindacali",
            "Non firma nessuna organizzazione sindacale, né la RSA o la RSU: non è un contratto collettivo aziendale.",
            "Va indicata l’organizzazione che firma, o la rappresentanza aziendale con i suoi componenti.",
        )


@regola("CDS-10", guida("contratto di solidarietà, lavoro straordinario"), per=ACCORDO & SOLIDARIETA)
def niente_straordinario(caso: Documento) -> Esiti:
    """Durante il contratto non si fa straordinario; di un orario maggiore, nel contratto, sono avvisati gli uffici."""
    banned = caso.dati.get("divieto_straordinario")
    if banned is None:
        yield avviso(
            "/divieto_straordinario",
            "L’accordo non dice che chi è in solidarietà non fa straordinario.",
            "Il divieto va scritto: durante il contratto di solidarietà lo straordinario non si può fare.",
        )
    elif not banned:
        yield errore(
            "/divieto_straordinario",
            "L’accordo ammette lo straordinario, che durante il contratto di solidarietà non si può fare.",
            "Va vietato lo straordinario; per maggiori esigenze si riduce di meno l’orario, come dice l’accordo.",
        )
    told = caso.dati.get("deroghe_in_aumento", {}).get("comunicazione", [])
    left = [where for office, where in _UFFICI.items() if office not in told]
    if left:
        yield avviso(
            "/deroghe_in_aumento/comunicazione",
            f"L’accordo non dice che l’aumento delle ore è comunicato {' e '.join(left)}.",
            "Va previsto che ogni aumento delle ore sia comunicato prima al Ministero del lavoro e all’INPS.",
        )


@cifra(
    *("orario_medio_contratto", "orario_medio_mantenuto", "orario_medio_ridotto"),
    fonte=ART_21,
    per=ACCORDO & SOLIDARIETA,
    passi=passaggi.orario_medio,
)
def orario_medio(caso: Documento) -> dict[str, str]:
    """Return the average week: that of the contract, what is kept of it, what is cut."""
    total = somma(caso.righe)
    contract = con_punto(Fraction(total.lavorabili) / total.teste)
    kept = con_punto(Fraction(total.lavorate) / total.teste)
    return {
        "orario_medio_contratto": contract,
        "orario_medio_mantenuto": kept,
        # what is cut is what is missing, so that the three add up as they are shown
        "orario_medio_ridotto": con_punto(Decimal(contract) - Decimal(kept)),
    }


@cifra("riduzione_nel_periodo", fonte=ART_21, per=ACCORDO & SOLIDARIETA, passi=passaggi.nel_periodo)
def riduzione_nel_periodo(caso: Documento) -> list[dict[str, Any]] | None:
    """Return the cut over the whole period of those whose hours change."""
    changed = tagli(caso)
    return [{"indice": place, "percentuale": con_punto(cut)} for place, cut in changed.items()] or None


@parole("contratto", guida("contratto di solidarietà, verbale di accordo"), per=ACCORDO & SOLIDARIETA)
def parole_del_contratto(caso: Documento) -> dict[str, Any]:
    """Return what only its text prints."""
    lent: dict[str, Any] = {
        **parole_delle_righe(caso),
        "orario_medio": {name.rpartition("_")[2]: Decimal(hours) for name, hours in orario_medio(caso).items()},
        # a year is no number: it has no dot among its thousands
        "anni": [str(one["anno"]) for one in caso.dati.get("premesse", {}).get("vendite", [])],
    }
    rows = caso.dati.get(caso.percorso_orari[1:], ())
    units = per_nome(caso.righe, [row.get("unita") for row in rows])
    if len(units) > 1:
        lent["per_unita"] = [{"nome": own.nome or "", "somma": stampa(own.somma)} for own in units]
    return lent


def parole_delle_righe(caso: Documento) -> dict[str, Any]:
    """Return what the text of hours laid out prints of them, row by row, and whether they do what they are for."""
    rows, in_groups = caso.dati.get(caso.percorso_orari[1:], ()), caso.percorso_orari == "/gruppi"
    listed = {"fasce_elenco": fasce_dei_nomi(caso)} if in_groups else {}
    return {
        "per_gruppi": in_groups,
        "esubero_assorbito": _assorbito(caso),
        "congrua": _congrua(caso),
        "orari_variati": [
            {"indice": one["indice"], "percentuale": Decimal(one["percentuale"])}
            for one in riduzione_nel_periodo(caso) or []
        ],
        "fasce": [
            {"indici": places, "somma": stampa(somma(caso.righe[place] for place in places))} for places in fasce(rows)
        ],
        **listed,
    }


def fasce_dei_nomi(caso: Documento) -> list[dict[str, Any]]:
    """Return the workers listed by unit and department."""
    return [{"indici": places} for places in fasce(caso.dati.get("lavoratori", ()))]


def _assorbito(caso: Documento) -> str:
    """Say how many of the redundancies it takes: `tutto`, `parte`, `eventuale` (all at most), or nothing known."""
    total, (_, heads) = somma(caso.righe), esuberi(caso)
    if not heads:
        return ""
    split = caso.dati["esuberi"].get("ripartizione", {})
    share = split.get("cds", heads - sum(split.values()))
    if share < heads or total.perse * total.teste < heads * total.lavorabili:
        return "parte"
    return "eventuale" if caso.dati.get("riduzione_fino_a") else "tutto"


def _congrua(caso: Documento) -> bool:
    """Say whether the cuts, on average and of each, are within the caps that the text names."""
    average, own = limite_medio(caso), limite_individuale(caso)
    if average is None or own is None:
        return False
    most = caso.dati.get("riduzione_massima_individuale", own)
    return somma(caso.righe).taglio <= average and most <= own and all(row.taglio <= most for row in caso.righe)


@parole("criteri_deroghe", decreto("art. 21 c. 5"), per=ACCORDO & SOLIDARIETA, vige="criteri_deroghe_cds")
def criteri_deroghe(caso: Documento) -> dict[str, Any]:
    """Return the decree with the criteria of extra hours."""
    return {"criteri_deroghe": caso.vigente("criteri_deroghe_cds").testo}
