"""How many are dismissed, as agreement and notice of the outcome tell it: L223-4.

Ten opened, six confirmed and five put off: L223-4 says so at /numero_residuo/numero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.finding import Rilievo, avviso, errore, nota
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.tavolo.accordo import licenzia
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, ESITO
from docservice.law.voce import Esiti, regola

_FONTE: Final = legge("art. 4 c. 3 e 5")
_DI_CHI_ESCE: Final = {
    "criterio": "il criterio di scelta",
    "dichiarazioni_entro": "il giorno delle dichiarazioni",
    "termine_licenziamenti": "il termine dei licenziamenti",
    "finestra": "la finestra dei licenziamenti",
    "preavviso_sostitutivo": "il preavviso",
    "incentivi": "gli incentivi",
    "misure_sociali": "le misure sociali per i licenziati",
    "ricollocazione": "gli aiuti a trovare un altro lavoro",
    "priorita_riassunzione": "la precedenza nelle assunzioni",
    "sanatoria": "la sanatoria",
}
"""What an agreement tells of those who leave, and of the lawfulness of their dismissal."""


@regola("L223-4", _FONTE, per=ACCORDO)
def non_piu_degli_aperti(caso: Documento) -> Esiti:
    """Gli esuberi confermati, con quelli rinviati, non sono più di quelli della comunicazione di apertura."""
    opened, confirmed = caso.procedura["numero_esuberi"], caso.dati["numero_confermato"]
    rest = caso.dati.get("numero_residuo", {})
    total = confirmed + rest.get("numero", 0)
    told = f"Esuberi confermati {confirmed}, residui {rest['numero']}" if rest else f"Esuberi confermati {confirmed}"
    if total > opened:
        yield errore(
            "/numero_confermato" if confirmed > opened else "/numero_residuo/numero",
            f"{told}: la comunicazione di apertura ne dice {opened}.",
            "Va corretto uno dei numeri: per più esuberi di quelli aperti serve una nuova procedura.",
            in_persone(total, opened),
        )
    elif total < opened and (confirmed or rest):
        yield nota(
            "/numero_confermato",
            f"{told}, aperti {opened}: per gli altri il verbale scrive che la procedura si chiude senza licenziamenti.",
        )
    if rest.get("seguito") == "nuova_procedura":
        yield nota(
            "/numero_residuo/seguito",
            "Per gli esuberi che restano serve una nuova comunicazione di apertura: questa procedura non li comprende.",
        )
    if not licenzia(caso):
        yield from _senza_oggetto(caso)


def _senza_oggetto(caso: Documento) -> Iterator[Rilievo]:
    """Tell, in one finding, what an agreement that dismisses nobody says of those dismissed."""
    idle = [what for name, what in _DI_CHI_ESCE.items() if _c_e(caso.dati.get(name))]
    if idle:
        yield avviso(
            "/numero_confermato",
            f"Nessun esubero è confermato: senza licenziamenti non hanno oggetto, e il verbale non stampa,"
            f" {', '.join(idle)}.",
            "Va tolto ciò che riguarda chi è licenziato, oppure va corretto il numero degli esuberi confermati.",
        )


def _c_e(valore: Any) -> bool:
    if isinstance(valore, Mapping):
        return valore.get("previsti", valore.get("previste")) is not False
    return bool(valore)


@regola("L223-4", _FONTE, per=ESITO, se=lambda caso: "numero" in caso.dati)
def convenuti(caso: Documento) -> Esiti:
    """I licenziamenti convenuti, che solo un accordo può dire, non sono più degli esuberi aperti."""
    opened, agreed = caso.procedura["numero_esuberi"], caso.dati["numero"]
    if caso.dati["esito"] != "accordo":
        yield avviso(
            "/numero",
            "Sono indicati licenziamenti convenuti, e la procedura non si è conclusa con un accordo.",
            "Va tolto il numero, oppure va corretto l’esito.",
        )
    elif agreed > opened:
        yield avviso(
            "/numero",
            f"Licenziamenti convenuti {agreed}: la comunicazione di apertura dice esuberi {opened}.",
            "Va corretto uno dei numeri: per più esuberi di quelli aperti serve una nuova procedura.",
            in_persone(agreed, opened),
        )
