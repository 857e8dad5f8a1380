"""The statement of who does not oppose the dismissal: L223-38, and the day by which it is made (S-NONOPP).

Signed on 20/07/2024, to be made by 19/07/2024: L223-38 warns at /data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.citation import Fonte
from docservice.law.finding import avviso, errore, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.misura import in_date
from docservice.law.tratti import NON_OPPOSIZIONE
from docservice.law.voce import Esiti, regola, scadenza

_ACCORDO: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 5 c. 1, accordo sui criteri di scelta")


@regola("L223-38", _ACCORDO, per=NON_OPPOSIZIONE)
def quando_e_che_cosa(caso: Documento) -> Esiti:
    """La dichiarazione segue l’accordo, è fatta entro il giorno fissato, e dice che la persona non si oppone."""
    data = caso.dati
    if not data["non_si_oppone"]:
        yield errore(
            "/non_si_oppone",
            "La persona si oppone al licenziamento: il documento direbbe il contrario del suo titolo.",
            "Chi si oppone non firma questa dichiarazione.",
        )
    if not data["conosce_condizioni"]:
        yield avviso(
            "/conosce_condizioni",
            "La persona non conosce le condizioni dell’accordo.",
            "Vanno fatte conoscere prima della firma.",
        )
    agreed = data["accordo"]["data"]
    if caso.giorno < agreed:
        yield avviso(
            "/data",
            f"La dichiarazione ({giorno(caso.giorno)}) precede l’accordo ({giorno(agreed)}).",
            "Va firmata dopo l’accordo, che ne fissa le condizioni.",
            in_date(caso.giorno, agreed),
        )
    last: date | None = data.get("dichiarazioni_entro")
    yield from _conciliazione(caso, last)
    if last is None:
        return
    for name, what in (("data", "è firmata"), ("ricevuta_il", "è ricevuta")):
        day: date | None = data.get(name)
        if day is not None and day > last:
            yield avviso(
                f"/{name}",
                f"La dichiarazione {what} il {giorno(day)}, dopo il giorno fissato dall’accordo ({giorno(last)}).",
                "Va verificato che l’impresa la accetti.",
                in_date(day, last),
            )
            return


def _conciliazione(caso: Documento, last: date | None) -> Esiti:
    signed: date | None = caso.dati.get("conciliazione", {}).get("data")
    if signed is None:
        return
    if signed <= caso.giorno:
        yield avviso(
            "/conciliazione/data",
            f"La conciliazione ({giorno(signed)}) non segue la dichiarazione ({giorno(caso.giorno)}), e perciò nemmeno"
            " il licenziamento: si rinuncerebbe a un diritto che ancora non c’è.",
            "Va firmata dopo la lettera di licenziamento.",
            in_date(signed, caso.giorno),
        )
    elif last is not None and signed <= last:
        yield nota(
            "/conciliazione/data",
            f"La conciliazione ({giorno(signed)}) cade nei giorni in cui ancora si dichiara ({giorno(last)}): va"
            " verificato che segua la lettera di licenziamento, perché la rinuncia fatta prima non vale.",
        )


@scadenza("S-NONOPP", _ACCORDO, "Ultimo giorno per dichiarare che non ci si oppone", per=NON_OPPOSIZIONE)
def ultimo_giorno(caso: Documento) -> Iterator[date]:
    """Take the day that the agreement fixes."""
    if last := caso.dati.get("dichiarazioni_entro"):
        yield last
