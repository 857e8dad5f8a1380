"""The allowance of one worker for one month (`indennita-cig`): money in euro, hours of that month.

84 hours lost of the 168 of March 2026, 2.500 euro a month -> 711,85 euro, half the ceiling.
"""

from __future__ import annotations

from marshmallow import Schema, validate

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Codice, Decimale, Scelta, SiNo
from docservice.campi.risposte import number, text
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.parole import NOMI_STRUMENTI
from docservice.modelli.calcolatori.settori import NOMI_SETTORI, PAROLE_SETTORE, SETTORI


class IndennitaCig(Blocco):
    """Allowance of one worker for one month; money in euro, hours of that month."""

    mese = Codice(
        "(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])",
        "serve il mese come AAAA-MM",
        7,
        required=True,
        parole=("Mese", "Il mese di paga, scritto AAAA-MM: il massimale è quello in vigore in quel mese.", "2026-03"),
    )
    retribuzione_mensile = Decimale(
        minimo="0.01",
        massimo="999999",
        required=True,
        parole=("Retribuzione mensile", "La retribuzione lorda del mese intero, ratei compresi.", "2500.00"),
        unita="euro",
    )
    ore_perse = Decimale(
        massimo="744",
        required=True,
        parole=("Ore non lavorate", "Le ore del mese coperte dall’integrazione salariale.", "84"),
        unita="ore",
    )
    ore_lavorabili_mese = Decimale(
        minimo="0.01",
        massimo="744",
        required=True,
        parole=("Ore lavorabili del mese", "Le ore che si sarebbero lavorate davvero quel mese: non 173.", "168"),
        unita="ore",
    )
    percentuale_part_time = Decimale(
        minimo="0.01",
        massimo="100",
        parole=("Part-time", "La quota del tempo pieno: fino al 2021 serve a scegliere il massimale.", "50"),
        unita="per cento",
    )
    settore = Scelta(*SETTORI, parole=PAROLE_SETTORE, nomi=NOMI_SETTORI)
    intemperie = SiNo(
        parole=("Intemperie", "Sì se fermi per il maltempo: in edilizia e lapideo il massimale sale del 20%.")
    )
    strumento = Scelta(
        *NOMI_STRUMENTI,
        parole=(
            "Strumento",
            "Il trattamento del mese: fino al 2015 i contratti di solidarietà avevano regole proprie.",
        ),
        nomi=NOMI_STRUMENTI,
    )


class IndennitaCigRisultati(Schema):
    """Allowance of the month."""

    massimale = number("Massimale", "Il massimale del mese, lordo.", "euro")
    massimale_netto = number(
        "Massimale netto", "Il massimale tolta la riduzione contributiva; manca se non è noto.", "euro", required=False
    )
    fascia = text(
        10,
        "Fascia",
        "Quale massimale vale: bassa o alta secondo la retribuzione fino al 2021, unica dal 2022.",
        validate=validate.OneOf(["bassa", "alta", "unica"]),
    )
    retribuzione_riferimento = number(
        "Retribuzione di riferimento",
        "La retribuzione con cui si sceglie la fascia, riportata a tempo pieno per chi è part-time.",
        "euro",
    )
    importo = number("Indennità lorda", "Quanto spetta per le ore non lavorate del mese.", "euro")
    importo_netto = number(
        "Indennità netta", "L’indennità tolta la riduzione contributiva, prima delle imposte.", "euro"
    )
    divisore = number("Divisore", "Le ore lavorabili del mese per cui si divide.", "ore")


CALCOLATORE = Calcolatore(
    id="indennita-cig",
    domanda=IndennitaCig,
    risposta=IndennitaCigRisultati,
    esempio=Esempio(
        dati={
            "mese": "2026-03",
            "retribuzione_mensile": "2500.00",
            "ore_perse": "84",
            "ore_lavorabili_mese": "168",
        },
        fonte="conto nostro sul massimale della circolare INPS n. 4/2026, metà delle ore del mese",
    ),
)
