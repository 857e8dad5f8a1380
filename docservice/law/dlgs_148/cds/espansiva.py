"""What the employer receives for those hired under an expansive solidarity contract (D.Lgs. 148/2015, art. 41).

in 2019, one hired at 2000 euro a month, 12 months -> 2000 × 15% × 12 = {"contributo": "3600.00", …}
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import aggiungi_mesi, fine_mese_n
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import Valore, figura_nota
from docservice.law.italiano import arrotonda, in_formula

ANNI: Final = (
    ("mesi_15", "dlgs_148.espansiva_primo_anno"),
    ("mesi_10", "dlgs_148.espansiva_secondo_anno"),
    ("mesi_5", "dlgs_148.espansiva_terzo_anno"),
)
_MESI_ANNO: Final = 12


@calcolo("solidarieta-espansiva", titolo="Contributo per la solidarietà espansiva")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Il contributo per ogni assunto: una parte della retribuzione lorda, che scende ogni dodici mesi.

    `data_contratto` date, `assunti` with `retribuzione_lorda_mensile` Decimal, `data_assunzione` date and optional
    `data_nascita` date; `mesi` int, 1 to 36.
    """
    errori = [
        (f"/assunti/{place}/data_assunzione", "L’assunzione precede il contratto di solidarietà: va corretta una data.")
        for place, one in enumerate(dati["assunti"])
        if one["data_assunzione"] < dati["data_contratto"]
    ]
    errori += [
        (f"/assunti/{place}/data_nascita", "La nascita non precede l’assunzione: va corretta una data.")
        for place, one in enumerate(dati["assunti"])
        if "data_nascita" in one and one["data_nascita"] >= one["data_assunzione"]
    ]
    if errori:
        raise DominioErrato(errori)
    with figure_del(
        "/data_contratto",
        "Va controllata la data del contratto: il contributo spetta solo per quelli firmati in quei giorni.",
    ):
        rates = [(name, figura_nota(figure, dati["data_contratto"])) for name, figure in ANNI]
    svolto = Conto()
    spans = _mesi(dati["mesi"])
    total = Fraction(0)
    told = []
    for place, one in enumerate(dati["assunti"]):
        due = _contributo(one["retribuzione_lorda_mensile"], spans, [rate for _, rate in rates])
        total += due
        told.append(
            {
                **{name: str(months) for (name, _), months in zip(rates, spans, strict=True)},
                "contributo": str(arrotonda(due)),
            }
        )
        pay = in_formula(one["retribuzione_lorda_mensile"])
        terms = [
            f"{pay} × {rate.decimale}% × {months}" for (_, rate), months in zip(rates, spans, strict=True) if months
        ]
        svolto.passo(f"Assunto {place + 1}", " + ".join(terms), in_formula(arrotonda(due)))
    svolto.passo("Contributo", "somma degli assunti, arrotondata una volta al centesimo", in_formula(arrotonda(total)))
    svolto.cita(*(rate for _, rate in rates))
    young = _giovani(svolto, dati)
    svolto.note.append("La retribuzione è la lorda prevista dal contratto collettivo applicato.")
    svolto.risultati = {"assunti": told, "contributo": str(arrotonda(total)), "alternativa_giovani": young}
    return svolto


def _mesi(mesi: int) -> list[int]:
    """Return how many of the months fall in each year."""
    return [max(min(mesi - year * _MESI_ANNO, _MESI_ANNO), 0) for year in range(len(ANNI))]


def _contributo(pay: Any, spans: list[int], rates: list[Valore]) -> Fraction:
    return sum(
        (Fraction(pay) * Fraction(rate.decimale) / 100 * months for rate, months in zip(rates, spans, strict=True)),
        Fraction(0),
    )


def _giovani(svolto: Conto, dati: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return until when the rate of apprentices may be used instead, for those young enough when hired."""
    least, most = (
        int(figura_nota(name, dati["data_contratto"]).decimale) * _MESI_ANNO
        for name in ("dlgs_148.espansiva_eta_minima", "dlgs_148.espansiva_eta_massima")
    )
    found = []
    for place, one in enumerate(dati["assunti"]):
        born, hired = one.get("data_nascita"), one["data_assunzione"]
        if born is None or not aggiungi_mesi(born, least) <= hired < aggiungi_mesi(born, most):
            continue
        last = min(fine_mese_n(hired, len(ANNI) * _MESI_ANNO), aggiungi_mesi(born, most))
        found.append({"indice": place, "fino_al": last.isoformat()})
    if found:
        svolto.cita(decreto("art. 41 c. 3"))
        svolto.note.append(
            "Per gli assunti fra i 15 e i 29 anni, in luogo del contributo, la contribuzione del datore è quella degli"
            " apprendisti per tre anni, e non oltre i 29 anni compiuti: per chi la sceglie il contributo indicato non"
            " spetta, perché le due agevolazioni non si sommano."
        )
    return found
