"""List of the workers, annexed to an application, under one of two regimes, which the field `regime` tells.

The framework agreement of 2009 (All. A 1.2.2.2), where the field is absent; else D.Lgs. 148/2015 (art. 25 c. 1), for
the instrument that `strumento` tells. A datum of the other regime is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import POCHI, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, NOMI, ORDINARIE, SOLIDARIETA, STRAORDINARIE
from docservice.law.tratti import CIGO, CIGS, ELENCO, FIS, FONDO
from docservice.modelli.blocchi import DATA, DATORE, LUOGO, MOLTI_LAVORATORI, Periodo
from docservice.modelli.calcolatori.parole import NOMI_REGIMI, NOMI_STRUMENTI, UNITA
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreIndicato, Organico
from docservice.modelli.deroga_2009.parole import DATA_ACCORDO, DATA_DOMANDA, LAVORATORI
from docservice.modelli.dlgs_148.blocchi import APPRENDISTATI, APPRENDISTATO
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import Lavoratore

_DEROGA, _DECRETO = _REGIMI = ("deroga-2009", "dlgs-148")
_STRUMENTI: Final = {
    **{name: NOMI_STRUMENTI[name] for name in ("CIGO", "CIGS", "CDS", "FIS")},
    "fondo": NOMI_STRUMENTI["FONDO"],
}
_SUOI: Final = {
    _DECRETO: ("strumento", "causale", "periodo", "numero_massimo_dipendenti", "informativa_privacy"),
    _DEROGA: (),
}
"""The data that one of the regimes alone has."""
_DEL_DATORE: Final = {
    _DECRETO: Datore148._declared_fields.keys() - DatoreIndicato._declared_fields.keys(),  # noqa: SLF001
    _DEROGA: DatoreIndicato._declared_fields.keys() - Datore148._declared_fields.keys(),  # noqa: SLF001
}
_DELL_ACCORDO: Final = {_DECRETO: ("luogo",), _DEROGA: ("tipo", "identificativo")}
_DEL_LAVORATORE: Final = {_DECRETO: ("apprendistato", "unita"), _DEROGA: ()}
_SERVONO: Final = {_DECRETO: ("strumento", "periodo"), _DEROGA: ()}
"""What one of the regimes alone cannot do without."""
_MANCA: Final = "Dato obbligatorio per un elenco di questo regime, va indicato."


class DatoreInElenco(Datore148, DatoreIndicato):
    """The employer and its unit, with the data of either regime."""


class CausaleDellElenco(Blocco):
    """The cause of the application to which the list is annexed."""

    tipo = Scelta(
        *ORDINARIE,
        *STRAORDINARIE,
        SOLIDARIETA,
        *ESCLUSE,
        required=True,
        parole=("Causale", "Quella della domanda a cui l’elenco si allega."),
        nomi=NOMI,
    )
    descrizione = Testo(parole=("Ragioni", "In breve, se l’elenco le deve dire.", "riorganizzazione della fusione"))


class AccordoRichiamato(Blocco):
    """The agreement, or the document that stands for it, that opened the way to the treatment."""

    tipo = Scelta(
        *("standard", "non_standard", "mancato_accordo", "mancata_presentazione"),
        parole=("Tipo", "Lo schema firmato, o com’è finita la consultazione."),
    )
    identificativo = Testo(
        massimo=60, parole=("Identificativo", "Il numero con cui l’accordo è registrato.", "A-2009-0415")
    )
    data = Giorno(parole=DATA_ACCORDO)
    luogo = Testo(massimo=100, parole=("Luogo", "Dove l’accordo è stato firmato.", "Bergamo"))


class LavoratoreInElenco(Lavoratore):
    """A worker of the list, with the data of either regime."""

    apprendistato = Scelta(*APPRENDISTATI, parole=APPRENDISTATO)
    unita = Testo(parole=UNITA)


class ElencoLavoratori(ConIntestazione):
    """Payload of `elenco-lavoratori`; `data_domanda` absent, the list is judged as of its own day."""

    regime = Scelta(
        *_REGIMI,
        parole=("Regime", "La legge del trattamento: senza, è l’Accordo Quadro del 2009."),
        nomi=NOMI_REGIMI,
    )
    strumento = Scelta(
        *_STRUMENTI,
        parole=("Strumento", "Il trattamento chiesto: serve per gli elenchi del D.Lgs. 148/2015."),
        nomi=_STRUMENTI,
    )
    causale = Gruppo(CausaleDellElenco, parole=("Causale", "Perché si chiede il trattamento, se l’elenco lo dice."))
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    data_domanda = Giorno(parole=DATA_DOMANDA)
    datore_lavoro = Gruppo(DatoreInElenco, required=True, parole=DATORE)
    accordo = Gruppo(
        AccordoRichiamato, parole=("Accordo", "Quello a cui l’elenco si allega, o che cosa ne fa le veci.")
    )
    periodo = Gruppo(Periodo, parole=("Periodo", "Il primo e l’ultimo giorno del trattamento chiesto."))
    numero_massimo_dipendenti = Intero(
        minimo=1,
        parole=("Numero massimo", "Quanti lavoratori sono interessati al massimo, come dice la domanda.", 40),
        unita="persone",
    )
    informativa_privacy = SiNo(
        parole=("Informativa privacy", "Sì per aggiungere all’elenco la pagina con l’informativa ai lavoratori.")
    )
    lavoratori = Lista(Gruppo(LavoratoreInElenco), massimo=MOLTI_LAVORATORI, required=True, parole=LAVORATORI)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _di_un_regime(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        """Refuse what belongs to the other regime, and ask for what this one needs."""
        del data, kwargs
        if not isinstance(original_data, Mapping) or (of := original_data.get("regime", _DEROGA)) not in _REGIMI:
            return
        other = _DEROGA if of == _DECRETO else _DECRETO
        found: dict[str, Any] = {name: [_MANCA] for name in _SERVONO[of] if name not in original_data}
        found |= _estranei(original_data, other, _SUOI)
        for name, own in (("datore_lavoro", _DEL_DATORE), ("accordo", _DELL_ACCORDO)):
            if strangers := _estranei(original_data.get(name), other, own):
                found[name] = strangers
        if of == _DEROGA and (missing := _categorie(original_data.get("datore_lavoro"))):
            found.setdefault("datore_lavoro", {})["organico"] = missing
        rows = original_data.get("lavoratori")
        if of == _DECRETO and rows == []:
            found["lavoratori"] = [POCHI]
        told = ((place, _estranei(row, other, _DEL_LAVORATORE)) for place, row in enumerate(_righe(rows)))
        if workers := {place: strangers for place, strangers in told if strangers}:
            found["lavoratori"] = workers
        if found:
            raise ValidationError(found)


def _righe(rows: Any) -> list[Any]:
    return rows if isinstance(rows, list) else []


def _estranei(told: Any, other: str, own: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the data of the other regime that an object holds, each with what is to be done."""
    if not isinstance(told, Mapping):
        return {}
    why = f"È un dato degli elenchi del regime «{NOMI_REGIMI[other]}»: va tolto, oppure va corretto il regime."
    return {name: [why] for name in own[other] if name in told}


def _categorie(employer: Any) -> dict[str, list[str]]:
    """Return the categories of the staff that the framework's blank has, and which are not given."""
    staff = employer.get("organico") if isinstance(employer, Mapping) else None
    if not isinstance(staff, Mapping):
        return {}
    return {name: [_MANCA] for name in Organico._declared_fields if name not in staff}  # noqa: SLF001


MODELLO = Modello(
    id="elenco-lavoratori",
    titolo="Elenco dei lavoratori",
    regime=_DEROGA,
    altri_regimi=(_DECRETO,),
    sezione="verbali",
    schema=ElencoLavoratori,
    formati_in_piu=("xlsx",),
    tratti=frozenset({ELENCO}),
    per_strumento={
        "CIGO": frozenset({ELENCO, CIGO}),
        "CIGS": frozenset({ELENCO, CIGS}),
        "CDS": frozenset({ELENCO, CIGS}),
        "FIS": frozenset({ELENCO, FIS}),
        "fondo": frozenset({ELENCO, FONDO}),
    },
)
