"""Which instruments an employer may ask for, for a cause and on a day, and why not the others.

a shop of five, market crisis, 2023 -> CIGO "Il settore non ha la CIGO.", FIS "Spetta al datore per la causale …"
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.dlgs_148.contributi.ordinario import ordinario
from docservice.law.dlgs_148.generale.causali import CIGD, ESCLUSE, EVENTI_NON_EVITABILI, NOMI, in_deroga
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.datore import TUTTI, Datore, del_calcolo
from docservice.law.dlgs_148.strumenti.fondi import FSBA
from docservice.law.dlgs_148.strumenti.ostacoli import MENSA_IN_CIGO, S16, STRUMENTI, Strumento, frase
from docservice.law.dlgs_148.strumenti.ostacolo import SETTORE
from docservice.law.italiano import in_formula


@calcolo("strumento", titolo="Quali strumenti il datore può chiedere")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Gli strumenti che il datore può chiedere quel giorno per quella causale, e perché gli altri no.

    `data` date, `settore` and `causale` str, `dipendenti_medi` Decimal; optional `eone`, `committente_cigo`,
    `committente_cigs`, `strumenti_esauriti` bool, `fondo_bilaterale` str, `norma` with `dal` and `al`.
    """
    chi, causale = del_calcolo(dati), dati["causale"]
    if dati.get("eone") and causale not in EVENTI_NON_EVITABILI:
        why = f"La causale «{NOMI[causale]}» non è un evento non evitabile: va corretta, o va tolta l’indicazione."
        raise DominioErrato([("/eone", why)])
    svolto = Conto()
    with figure_del("/data", "Va indicata una data in cui il D.Lgs. 148/2015 è in vigore."):
        told = [_detto(one, chi, causale, dati.get("norma", {})) for one in STRUMENTI]
    open_to = [one for one in told if one["ammesso"]]
    for one in told:
        outcome = "ammesso" if one["ammesso"] else "incerto" if one["incerto"] else "non ammesso"
        svolto.passo(one["strumento"], one["motivo"], outcome)
    for own in STRUMENTI:
        if any(one["strumento"] == own.nome for one in open_to):
            svolto.cita(own.fonte, *ordinario(own.nome, chi))
    if not open_to:
        told.append(_nessuno(causale, incerti=any(one["incerto"] for one in told)))
        svolto.cita(decreto("artt. 10-30"))
    svolto.risultati["strumenti"] = told
    _annota(svolto, dati, chi, {one["strumento"] for one in open_to})
    _annota_fondo(svolto, chi, {one["strumento"] for one in open_to})
    listed = TUTTI in chi.figura("settori_cigs").elenco
    lacking = None if listed else chi.senza_cigs()
    unsure = any(one["incerto"] and one["strumento"] in ("CIGS", "CDS") for one in told)
    if lacking is not None and lacking.campo == SETTORE and unsure:
        svolto.note.append(
            "Fino al 2021 la CIGS è anche di settori dell’art. 20 che qui non sono distinti; telecomunicazioni e call"
            " center seguono il loro inquadramento INPS (lettura del servizio)."
        )
    return svolto


def _detto(one: Strumento, chi: Datore, causale: str, norma: Mapping[str, Any]) -> dict[str, Any]:
    obstacle = one.ostacolo(chi, causale, norma)
    told: dict[str, Any] = {"strumento": one.nome, "ammesso": obstacle is None, "incerto": False}
    if obstacle is not None:
        return {**told, "incerto": obstacle.incerto, "motivo": frase(obstacle.motivo), "fonte": one.fonte.as_dict()}
    whose = f", dal fondo {FSBA}" if one.nome == "FONDO" and chi.fondo_presunto else ""
    told |= {
        "motivo": frase(f"spetta al datore per la causale «{NOMI[causale]}»{whose}"),
        "durata_massima": one.durata(chi, causale),
    }
    rates = ordinario(one.nome, chi)
    if rates:
        told["aliquota_ordinaria"] = str(sum((rate.decimale for rate in rates), Decimal(0)))
    return {**told, "fonte": one.fonte.as_dict()}


def _nessuno(causale: str, *, incerti: bool) -> dict[str, Any]:
    why = "Nessuno strumento spetta di certo." if incerti else "Nessuno strumento spetta."
    if causale in ESCLUSE:
        why = "La causale non dà diritto a trattamenti."
    told = {"strumento": "NESSUNO", "ammesso": True, "incerto": False, "motivo": why}
    return {**told, "fonte": decreto("artt. 10-30").as_dict()}


def _annota(svolto: Conto, dati: Mapping[str, Any], chi: Datore, open_to: set[str]) -> None:
    days = chi.figura("anzianita_giorni").decimale
    if dati.get("eone"):
        svolto.note.append(
            "Per gli eventi oggettivamente non evitabili non è richiesta un’anzianità e non è dovuto il contributo"
            " addizionale; la procedura di consultazione resta dovuta."
        )
    elif open_to & {"CIGO", "CIGS", "CDS", "FIS"}:
        svolto.note.append(f"Ai lavoratori serve un’anzianità di effettivo lavoro nell’unità di {days} giorni.")
    if "FIS" in open_to and open_to & {"CIGD", "CDS_B"}:
        svolto.note.append(f"Il datore del FIS può scegliere uno degli strumenti ammessi ({S16}).")
    if "CIGD" in open_to:
        svolto.note.append(f"Nell’accordo di CIG in deroga la causale è «{CIGD[in_deroga(dati['causale'])]}».")
    if "FIS" in open_to:
        part = chi.figura("parte_datore_fis")
        svolto.note.append(f"Il contributo ordinario del FIS è a carico del datore per {part.testo}.")
    if chi.mensa_in_cigo and "CIGS" in open_to:
        svolto.note.append(MENSA_IN_CIGO)
    reduced = chi.figura("ordinario_fis_fino_a_5_ridotto")
    if "FIS" in open_to and reduced.noto and chi.piccolo:
        svolto.note.append(
            f"Senza domande al FIS da 24 mesi l’aliquota ordinaria è {in_formula(reduced.decimale)}%"
            " (circolare INPS n. 5/2025)."
        )


def _annota_fondo(svolto: Conto, chi: Datore, open_to: set[str]) -> None:
    size = chi.soglia_fondo
    if chi.ha_fondo and not chi.nel_fondo and "FIS" in open_to:
        svolto.note.append("Il FIS copre i datori sotto la dimensione del fondo, finché il fondo non si adegua.")
    if size is not None and "FONDO" in open_to:
        svolto.cita(size)
    if chi.fondo_ignoto:
        svolto.note.append(
            f"L’artigianato ha di regola il fondo FSBA (art. 27): nei documenti va indicato {FSBA}, o l’altro fondo che"
            " il datore ha."
            if chi.fondo_presunto
            else "La dimensione da cui opera il fondo indicato non è nota: si considera operante."
        )
