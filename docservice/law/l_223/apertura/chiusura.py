"""The closure by those with many employees (L. 234/2021, art. 1 c. 224-227), before the procedure opens: L223-28.

notice on 02/01/2024, plan not signed, opened on 29/06/2024: L223-28 says at /data that it is a day too soon
"""

from __future__ import annotations

from typing import Final

from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno, numero
from docservice.law.l_223.apertura.annuncio import (
    FONTE,
    chiusura,
    dovuta,
    dubbia,
    giorni,
    preventiva,
    primo_giorno,
    sottoscritto,
    taciuta,
)
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import chiusure
from docservice.law.misura import in_date
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, regola

AVVISATI: Final = {
    "rsa_rsu": "RSA o RSU",
    "sindacato": "sindacati di categoria",
    "regione": "Regione",
    "ministero_lavoro": "Ministero del lavoro",
    "ministero_imprese": "Ministero delle imprese",
    "anpal": "ANPAL",
}
"""Who receives the notice of the intention to close."""


@regola("L223-28", FONTE, per=APERTURA, se=lambda caso: dovuta(caso) or dubbia(caso) or taciuta(caso))
def chiusura_annunciata(caso: Documento) -> Esiti:
    """Chi chiude, con 250 dipendenti e 50 licenziamenti, lo comunica 90 o 180 giorni prima, salvo piano firmato."""
    if not chiusura(caso):
        raise NonVerificabile("non si sa se si chiude una sede, uno stabilimento, una filiale o un reparto autonomo")
    if dubbia(caso):
        told = chiusura(caso)["licenziamenti"]
        yield nota(
            "/chiusura/licenziamenti",
            f"La chiusura conta {numero(told)} licenziamenti, la comunicazione {numero(caso.dati['esuberi_totale'])}"
            " esuberi: se vengono tutti dalla chiusura, la comunicazione preventiva è dovuta.",
        )
        return
    first, opened = primo_giorno(caso), caso.giorno
    if first is None:
        yield errore(
            "/chiusura/comunicazione_preventiva",
            "Manca la comunicazione preventiva dell’intenzione di chiudere: senza, i licenziamenti sono nulli.",
            "Va mandata, e la procedura va aperta dopo i giorni che la legge fissa, o quando il piano è sottoscritto.",
        )
    elif opened < first:
        yield errore(
            "/data",
            f"La procedura si apre il {giorno(opened)}, ma non può prima del {giorno(first)}:"
            f" {giorni(caso)} giorni dopo la comunicazione preventiva del {giorno(preventiva(caso) or opened)}, o il"
            " giorno in cui il piano è sottoscritto, se viene prima.",
            "Va aperta da quel giorno.",
            in_date(opened, first),
        )
    yield from _letture(caso)
    told = chiusura(caso).get("comunicazione_preventiva", {}).get("destinatari", [])
    missing = [name for kind, name in AVVISATI.items() if kind not in told]
    if first is not None and missing:
        yield avviso(
            "/chiusura/comunicazione_preventiva/destinatari",
            f"La comunicazione preventiva non è andata a tutti: {'manca' if len(missing) == 1 else 'mancano'}"
            f" {', '.join(missing)}.",
            "Va mandata anche a chi manca.",
        )
    signed = sottoscritto(caso)
    if signed is None or signed > opened:
        yield nota(
            "/chiusura/piano",
            "Il piano non è sottoscritto: se non lo sarà, il contributo di recesso di ogni lavoratore è aumentato del"
            " 500 per cento (art. 1 c. 235).",
            fonte=chiusure("art. 1 c. 235"),
        )


def _letture(caso: Documento) -> Esiti:
    """Tell the days in which the dismissals had the longer term already, and the opening had not."""
    opening = caso.figura("giorni_apertura_chiusura", caso.apertura)
    dismissals = caso.figura("giorni_recessi_chiusura", caso.apertura)
    if opening is not None and dismissals is not None and opening.decimale < dismissals.decimale:
        yield nota(
            "/data",
            f"Fra il 24/09/2022 e il 17/11/2022 le letture sono due, {numero(opening.decimale)} e"
            f" {numero(dismissals.decimale)} giorni fra comunicazione e apertura: qui se ne contano"
            f" {numero(opening.decimale)}.",
            fonte=dismissals.fonte,
        )
