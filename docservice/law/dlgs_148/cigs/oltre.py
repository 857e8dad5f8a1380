"""What is told of a treatment that, with those before it, is over the limit of the mobile five years (artt. 4 and 22).

oltre_il_quinquennio(caso, 25 months of 24) -> Rilievo(errore, "/periodo/al", "Nel quinquennio mobile si computano …")
"""

from __future__ import annotations

from docservice.law.dlgs_148.cigs.computo import Computo, computi
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.finding import Rilievo, errore, nota
from docservice.law.italiano import arrotonda_oltre, con_virgola
from docservice.law.misura import in_mesi
from docservice.law.voce import Esiti


def dove(caso: Documento, unit: str | None) -> tuple[str, str]:
    """Return the path of what is too long, and whose it is, where there are several units."""
    if unit is None:
        return "/periodo/al", ""
    listed = caso.datore["unita_coinvolte"]
    place = next(place for place, one in enumerate(listed) if one.get("denominazione") == unit)
    return f"/datore_lavoro/unita_coinvolte/{place}", f"dell’unità «{unit}» "


def oltre_il_quinquennio(caso: Documento, counted: Computo) -> Rilievo:
    """Say that a unit has more months than the five years hold."""
    where, whose = dove(caso, counted.unita)
    limit = counted.regole.limite.decimale
    return errore(
        where,
        f"Nel quinquennio mobile {whose}si computano {con_virgola(arrotonda_oltre(counted.computati, limit))} mesi di"
        f" trattamento: il limite è {limit}.",
        "Va accorciato il periodo, oppure vanno corretti i periodi precedenti.",
        in_mesi(counted.computati, limit),
    )


def come_si_conta(caso: Documento) -> Esiti:
    """Say the readings by which the months of the five years were counted."""
    listed = caso.dati.get("periodi_precedenti", [])
    if any(one["tipo"] == "CIGO" and "settimane" in one for one in listed):
        yield nota(
            "/periodi_precedenti",
            "Le settimane di CIGO diventano mesi: 52 sono un anno, cioè 12 (lettura del servizio).",
        )
    if any(one["tipo"] == "FIS" for one in listed):
        yield nota("/periodi_precedenti", "I periodi di FIS non sono computati (lettura del servizio).")
    if any(counted.in_comune for counted in computi(caso)):
        yield nota(
            "/periodi_precedenti",
            "I giorni in cui due trattamenti sono di lavoratori diversi sono computati una volta, per intero (lettura"
            " del servizio).",
        )
