"""Who pays the additional contribution at the reduced rates, since 2025 (D.Lgs. 148/2015, art. 5 c. 1-ter).

    ridotta({"data_domanda": date(2025, 9, 1), "aliquota_ridotta_dal": date(2025, 2, 3), …}) -> "diritto_in_corso"

Once begun, the reduced rates stay for the next treatments too (INPS, Direzione centrale entrate, 4 November 2025).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calculator import DominioErrato
from docservice.law.calendar import aggiungi_giorni, aggiungi_mesi
from docservice.law.figures import figura
from docservice.law.italiano import giorno

MAI_USATO, VENTIQUATTRO_MESI, DIRITTO_IN_CORSO = MOTIVI = ("mai_usato", "ventiquattro_mesi", "diritto_in_corso")
"""Why the rates are reduced."""
_CAMPO: Final = "/aliquota_ridotta_dal"


def ridotta(dati: Mapping[str, Any], *, a_fasce: bool) -> str | None:
    """Return why the rates are reduced, None where they are not; raise DominioErrato, or FiguraIgnota.

    `a_fasce` says whether the instrument's rates go by bands of weeks: the others are never reduced.
    """
    applied: date = dati["data_domanda"]
    months = figura("dlgs_148.mesi_senza_trattamenti", applied)
    begun, last = dati.get("aliquota_ridotta_dal"), dati.get("ultimo_periodo_al")
    if begun is not None:
        _verifica(dati, begun, months.dal if months.noto else None, a_fasce=a_fasce)
    if not months.noto or not a_fasce:
        return None
    if last is not None and aggiungi_mesi(aggiungi_giorni(last, 1), int(months.decimale)) <= applied:
        return VENTIQUATTRO_MESI
    if begun is not None:
        return DIRITTO_IN_CORSO
    if last is None and dati["settimane_precedenti"]:
        told = (
            "Vi sono settimane precedenti: va indicato l’ultimo giorno dell’ultimo trattamento, che decide l’aliquota."
        )
        raise DominioErrato([("/ultimo_periodo_al", told)])
    return MAI_USATO if last is None else None


def _verifica(dati: Mapping[str, Any], begun: date, first: date | None, *, a_fasce: bool) -> None:
    if not a_fasce:
        told = "Questo strumento ha una sola aliquota, che non si riduce: va tolta la data."
    elif first is None or begun < first:
        told = f"Le aliquote ridotte {f'cominciano il {giorno(first)}' if first else 'quel giorno non ci sono ancora'}"
        told += ": va corretta la data, o va tolta."
    elif begun > dati["data_domanda"]:
        told = "L’aliquota ridotta comincia dopo la domanda: va corretta una delle due date."
    elif not dati["settimane_precedenti"]:
        told = "Se un trattamento ha già avuto l’aliquota ridotta, vanno indicate le sue settimane fra le precedenti."
    else:
        return
    raise DominioErrato([(_CAMPO, told)])


def note(dati: Mapping[str, Any], motivo: str | None, *, a_fasce: bool) -> Iterator[str]:
    """Tell why the rates are reduced, or which datum would reduce them."""
    last: date | None = dati.get("ultimo_periodo_al")
    if motivo == MAI_USATO:
        yield (
            "L’ultimo giorno dell’ultimo trattamento non è indicato: si considera che il datore non ne abbia mai avuti,"
            " e l’aliquota è ridotta (lettura del servizio). Se ne ha avuti, va indicato"
            " l’ultimo giorno dell’ultimo, nel campo «Fine dell’ultimo trattamento»."
        )
    elif motivo == DIRITTO_IN_CORSO:
        begun = giorno(dati["aliquota_ridotta_dal"])
        yield (
            f"Aliquota ridotta: è cominciata con il trattamento del {begun}, e resta per quelli che seguono, nelle"
            " prime due fasce di settimane (INPS, Direzione centrale entrate, 4 novembre 2025)."
        )
    elif last is not None and a_fasce:
        months = figura("dlgs_148.mesi_senza_trattamenti", dati["data_domanda"])
        if motivo == VENTIQUATTRO_MESI:
            yield f"Aliquota ridotta: l’ultimo trattamento è finito il {giorno(last)}."
        elif months.noto and last >= months.dal:
            yield (
                f"L’ultimo trattamento è finito il {giorno(last)}, da meno di {months.decimale} mesi, e l’aliquota è"
                " intera. Se quel trattamento, o uno prima, aveva già l’aliquota ridotta, la riduzione resta: va"
                " indicato da quando, nel campo «Aliquota ridotta dal» (aliquota_ridotta_dal)."
            )
