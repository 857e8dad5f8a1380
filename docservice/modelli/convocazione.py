"""The call of the parties to a meeting, by the authority before which they meet, under one of three regimes.

{"regime": "dlgs-148", "oggetto": "esame_congiunto", "incontro": {"data": date(2024, 5, 28), "ora": "10:30", …}, …}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Codice, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import NOMI, STRAORDINARIE
from docservice.law.generale.regioni import AUTORITA
from docservice.law.tratti import CONVOCAZIONE
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import DIPENDENTI_AZIENDA, NOMI_REGIMI
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.datore import ImpresaDiPiuUnita
from docservice.modelli.intestazione import ConIntestazione

_REGIMI = ("dlgs-148", "l-223", "deroga-2009")
NOMI_OGGETTI = {
    "esame_congiunto": "l’esame congiunto",
    "fase_amministrativa": "la fase amministrativa di un licenziamento collettivo",
    "rinvio": "il rinvio di un incontro",
    "incontro": "un incontro",
}
NOMI_CONVOCATI = {
    "datore": "datore di lavoro",
    "associazione": "associazione del datore di lavoro",
    "os": "organizzazione sindacale",
    "rsu": "rappresentanza sindacale unitaria",
    "rsa": "rappresentanza sindacale aziendale",
    "consulente": "consulente del datore di lavoro",
}
NOMI_MOTIVI = {
    "non_standard": "l’accordo non è standard",
    "mancato_accordo": "le parti non si sono accordate",
    "mancata_presentazione": "le parti non si sono presentate",
}
_SOLO_DI_UNA_LEGGE = "La fase amministrativa è della L. 223/1991: va corretto l’oggetto, oppure il regime."
_ORA = Codice(
    "([01][0-9]|2[0-3])[:.][0-5][0-9]",
    "l’ora va scritta come 10:30",
    5,
    required=True,
    parole=("Ora", "L’ora in cui l’incontro comincia.", "10:30"),
)


class AutoritaConvocante(Blocco):
    """The authority that calls."""

    tipo = Scelta(*AUTORITA, required=True, parole=("Autorità", "Chi convoca le parti."), nomi=AUTORITA)
    denominazione = Testo(required=True, parole=("Denominazione", "Il nome dell’autorità.", "Regione Lombardia"))
    ufficio = Testo(parole=("Ufficio", "L’ufficio che tiene l’incontro.", "Struttura crisi aziendali"))
    indirizzo = Testo(parole=("Indirizzo", "Dove ha sede l’ufficio, con il comune.", "Piazza Esempio 1, 20124 Milano"))
    funzionario = Testo(parole=("Funzionario", "Chi firma la lettera.", "Irma Gatti"))


class Protocollo(Blocco):
    """The protocol of the letter."""

    numero = Testo(massimo=40, parole=("Numero di protocollo", "Quello della lettera.", "4411"))
    data = Giorno(parole=("Data di protocollo", "Il giorno in cui è stata protocollata.", "2024-05-14"))


class Convocato(Blocco):
    """Who is called."""

    tipo = Scelta(*NOMI_CONVOCATI, required=True, parole=("Destinatario", "Chi è convocato."), nomi=NOMI_CONVOCATI)
    denominazione = Testo(
        required=True, parole=("Denominazione", "Il nome, come va scritto sulla lettera.", "FIM CISL Bergamo")
    )
    indirizzo = Testo(parole=("Indirizzo", "Dove la lettera è mandata, se è carta.", "Via dei Mille 10, 24122 Bergamo"))
    pec = Testo(massimo=200, parole=("PEC", "L’indirizzo di posta certificata.", "sindacato@pec.esempio.it"))


class DatoreConvocato(ImpresaDiPiuUnita):
    """The employer concerned: only its name must be told."""

    dipendenti_azienda = Intero(minimo=1, parole=DIPENDENTI_AZIENDA, unita="persone")


class CausaleConvocata(Blocco):
    """The cause of the treatment, of the decree."""

    tipo = Scelta(*STRAORDINARIE, required=True, parole=("Causale", "Perché si chiede la CIGS."), nomi=NOMI)
    descrizione = Testo(massimo=LUNGO, parole=("Ragioni", "In breve, se la lettera le deve dire.", "una nuova linea."))


class RichiestaRicevuta(Blocco):
    """The request that the authority answers."""

    da = Scelta(
        *("datore", "associazione", "sindacati"),
        parole=("Chi l’ha chiesto", "Da chi viene la richiesta."),
        nomi={"datore": "il datore di lavoro", "associazione": "la sua associazione", "sindacati": "i sindacati"},
    )
    data = Giorno(parole=("Data della richiesta", "Il giorno della richiesta: da qui corre il termine.", "2024-05-09"))
    protocollo = Testo(massimo=40, parole=("Protocollo", "Il numero della richiesta.", "118"))


class DomandaDaEsaminare(Blocco):
    """The application of 2009 that is to be examined."""

    identificativo = Testo(massimo=60, parole=("Identificativo", "L’ID della domanda in GEFO.", "1234567"))
    protocollo = Testo(massimo=60, parole=("Protocollo", "Il protocollo della domanda.", "T1.2009.0012345"))


class IncontroConvocato(Blocco):
    """When and where, or how, the parties meet."""

    data = Giorno(required=True, parole=("Giorno", "Il giorno dell’incontro.", "2024-05-28"))
    ora = _ORA
    modalita = Scelta(
        *("presenza", "telematica"),
        required=True,
        parole=("Modalità", "Se ci si incontra di persona o a distanza."),
        nomi={"presenza": "di persona", "telematica": "a distanza"},
    )
    luogo = Testo(parole=("Luogo dell’incontro", "Palazzo, piano, sala.", "Palazzo della Regione, sala 4"))
    collegamento = Testo(
        massimo=500, parole=("Collegamento", "L’indirizzo a cui ci si collega.", "https://incontri.esempio.it/4411")
    )


class IncontroPrecedente(Blocco):
    """The meeting that is adjourned."""

    data = Giorno(required=True, parole=("Giorno", "Il giorno dell’incontro rinviato.", "2024-05-21"))


class Referente(Blocco):
    """Who answers for the authority."""

    nome = Testo(required=True, parole=("Nome", "Chi si può chiamare.", "Rita Sala"))
    telefono = Testo(massimo=40, parole=("Telefono", "Con il prefisso.", "02 000000"))
    email = Testo(massimo=200, parole=("Posta elettronica", "A chi scrivere.", "crisi@esempio.it"))


class LetteraDiConvocazione(ConIntestazione):
    """Payload of `convocazione`."""

    regime = Scelta(
        *_REGIMI,
        required=True,
        parole=("Regime", "La legge della procedura: decide l’autorità e il termine."),
        nomi=NOMI_REGIMI | {"l-223": "L. 223/1991"},
    )
    autorita = Gruppo(AutoritaConvocante, required=True, parole=("Autorità", "Chi convoca le parti."))
    protocollo = Gruppo(Protocollo, parole=("Protocollo", "Il protocollo della lettera."))
    luogo = Testo(massimo=100, required=True, parole=("Luogo", "Da dove parte la lettera.", "Milano"))
    data = Giorno(required=True, parole=("Data", "Il giorno della lettera.", "2024-05-14"))
    destinatari = Lista(
        Gruppo(Convocato),
        vuota=False,
        required=True,
        parole=("Destinatari", "Chi è convocato: il datore o la sua associazione, i sindacati, la RSU o la RSA."),
    )
    datore_lavoro = Gruppo(
        DatoreConvocato, required=True, parole=("Datore di lavoro", "L’impresa di cui si esamina la situazione.")
    )
    oggetto = Scelta(*NOMI_OGGETTI, required=True, parole=("Oggetto", "A che cosa si convoca."), nomi=NOMI_OGGETTI)
    causale = Gruppo(CausaleConvocata, parole=("Causale", "La causa della CIGS, per l’esame congiunto."))
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    motivo_esame = Scelta(
        *NOMI_MOTIVI,
        parole=("Motivo dell’esame", "Perché la domanda del 2009 va esaminata con le parti."),
        nomi=NOMI_MOTIVI,
    )
    richiesta = Gruppo(RichiestaRicevuta, parole=("Richiesta", "La richiesta a cui la lettera risponde."))
    domanda = Gruppo(DomandaDaEsaminare, parole=("Domanda", "La domanda di CIG in deroga, nel 2009."))
    data_domanda = Giorno(
        parole=(
            "Data della domanda",
            "Il giorno della domanda del 2009: da qui corre il termine.",
            "2009-07-01",
        )
    )
    data_ricezione = Giorno(
        parole=(
            "Data di ricezione",
            "Il giorno in cui l’autorità ha ricevuto l’esito della fase sindacale: da qui corre il termine.",
            "2024-05-02",
        )
    )
    lavoratori_interessati = Intero(
        minimo=1,
        parole=("Lavoratori interessati", "Quanti: sotto i dieci la fase amministrativa è dimezzata.", 12),
        unita="persone",
    )
    incontro = Gruppo(IncontroConvocato, required=True, parole=("Incontro", "Quando e dove ci si incontra."))
    documenti_richiesti = Lista(
        Testo(required=True, massimo=500, parole=("Documento", "Un documento da portare.", "elenco dei reparti")),
        massimo=50,
        parole=("Documenti richiesti", "Che cosa portare, o mandare prima."),
    )
    delega_ammessa = SiNo(parole=("Delega ammessa", "Sì se chi non può venire può delegare per iscritto."))
    incontro_precedente = Gruppo(
        IncontroPrecedente, parole=("Incontro precedente", "Quello che si rinvia, se la lettera lo rinvia.")
    )
    referente = Gruppo(Referente, parole=("Referente", "Chi si può chiamare per la pratica."))
    annotazioni = Testo(
        massimo=LUNGO, parole=("Annotazioni", "Altro che le parti devono sapere.", "parcheggio interno.")
    )

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _della_sua_legge(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        """Refuse the administrative phase outside the law that has it."""
        del data, kwargs
        told = original_data if isinstance(original_data, Mapping) else {}
        if told.get("oggetto") == "fase_amministrativa" and told.get("regime") in ("dlgs-148", "deroga-2009"):
            raise ValidationError({"oggetto": [_SOLO_DI_UNA_LEGGE]})


MODELLO = Modello(
    id="convocazione",
    titolo="Convocazione",
    regime=_REGIMI[0],
    altri_regimi=_REGIMI[1:],
    sezione="verbali",
    schema=LetteraDiConvocazione,
    tratti=frozenset({CONVOCAZIONE}),
)
