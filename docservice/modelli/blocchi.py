"""The blocks that many documents share: employer, parties, cause, period, workers (spec of the common data model)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale, Provincia
from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo

LUNGO = 10_000
"""Longest free text, in characters."""

MOLTI_LAVORATORI = 100_000

QUALIFICA = ("qualifica professionale",)
DATA_DID = ("did del", "did in data")
DATA_SOSPENSIONE = ("sospeso dal", "sospensione")
"""Other names of the columns of fields that several blocks have."""

TIPOLOGIA_2 = 2
SENZA_SOTTOTIPOLOGIA = "Per un datore della tipologia 2 va indicata la sottotipologia: 2.1, 2.2 o 2.3."


class Sede(Blocco):
    """A place: registered office or other unit."""

    indirizzo = Testo(required=True)
    civico = Testo(massimo=20)
    cap = Codice("[0-9]{5}", "servono cinque cifre", 5, required=True)
    comune = Testo(massimo=100, required=True)
    provincia = Provincia(required=True)


class UnitaProduttiva(Sede):
    """The operating unit the document is about."""

    telefono = Testo(massimo=40)
    fax = Testo(massimo=40)


class AltraUnita(Blocco):
    """Another unit concerned by the same procedure; only where it stands matters."""

    indirizzo = Testo()
    civico = Testo(massimo=20)
    cap = Codice("[0-9]{5}", "servono cinque cifre", 5)
    comune = Testo(massimo=100, required=True)
    provincia = Provincia(required=True)
    telefono = Testo(massimo=40)
    fax = Testo(massimo=40)


class Persona(Blocco):
    """A person by name."""

    nome = Testo(massimo=100, required=True)
    cognome = Testo(massimo=100, required=True)


class DocumentoIdentita(Blocco):
    """An identity document; the law judges what is missing."""

    tipo = Testo(massimo=100)
    numero = Testo(massimo=40)
    rilasciato_da = Testo()
    rilasciato_il = Giorno()


class Rappresentante(Persona):
    """Who signs for the employer, and in which quality."""

    qualifica = Testo(sinonimi=QUALIFICA)


class Organico(Blocco):
    """Headcount of the unit by category; managers (dirigenti) have no blank."""

    quadri = Intero(required=True)
    impiegati = Intero(required=True)
    operai = Intero(required=True)
    apprendisti = Intero(required=True)
    lavoratori_domicilio = Intero(required=True)
    totale = Intero(required=True)


class StrumentoOrdinario(Blocco):
    """An ordinary instrument used up before the derogation, and until when."""

    strumento = Testo(massimo=100, required=True)
    fino_al = Giorno()


class DatoreLavoro(Blocco):
    """The employer (Accordo Quadro, punto 5)."""

    denominazione = Testo(required=True)
    codice_fiscale = CodiceFiscale()
    partita_iva = Testo(massimo=20)
    matricola_inps = Testo(massimo=20)
    sede_inps = Testo(massimo=100)
    rappresentante = Gruppo(Rappresentante, required=True)
    sede_legale = Gruppo(Sede, required=True)
    unita_produttiva = Gruppo(UnitaProduttiva, required=True)
    attivita = Testo(massimo=500, required=True)
    ccnl = Testo(required=True)
    artigiana = SiNo()
    tipologia = Intero(minimo=1, massimo=2, required=True)
    sottotipologia = Scelta("2.1", "2.2", "2.3")
    piano_esuberi = SiNo()
    strumenti_ordinari = Lista(Gruppo(StrumentoOrdinario))
    organico = Gruppo(Organico, required=True)


class DatoreTipizzato(DatoreLavoro):
    """An employer that must say its sub-type when it is of tipologia 2."""

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _sottotipologia(self, data: Mapping[str, Any], original_data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        if data.get("tipologia") == TIPOLOGIA_2 and "sottotipologia" not in original_data:
            raise ValidationError(SENZA_SOTTOTIPOLOGIA, "sottotipologia")


class AssociazioneDatoriale(Blocco):
    """The employers' association present, if any."""

    denominazione = Testo(required=True)
    rappresentante = Gruppo(Persona)


class OrganizzazioneSindacale(Blocco):
    """A trade union that signs."""

    sigla = Testo(massimo=100, required=True)
    rappresentante = Testo()


class RappresentanzaAziendale(Blocco):
    """Workers' representatives in the firm or in the artisans' district."""

    tipo = Scelta("RSU", "RSA", "RSB", required=True)
    componenti = Lista(Testo(required=True))


class EnteBilaterale(Blocco):
    """The artisans' bilateral body whose procedure is used."""

    denominazione = Testo(required=True)
    presenti = Lista(Testo(required=True))


class SospensioniEnteBilaterale(Blocco):
    """Suspensions of art. 19 c. 1 a-b with the bilateral body's share: their end, and whether the body pays."""

    fino_al = Giorno()
    interviene = SiNo()


class Causale(Blocco):
    """The one cause of the request."""

    tipo = Scelta("cessazione_totale", "cessazione_parziale", "procedura_concorsuale", "altro", required=True)
    descrizione = Testo(massimo=LUNGO)


class Periodo(Blocco):
    """First and last day; the law judges a period that runs backwards."""

    dal = Giorno(required=True)
    al = Giorno(required=True)


class PeriodoPrecedente(Periodo):
    """An earlier period of treatment; `istituto` absent means CIG."""

    istituto = Scelta("CIG", "mobilita", "equivalente")


def ore_settimanali(**options: Any) -> Decimale:
    """Return the field of the hours that a contract asks for in a week."""
    names = ("ore sett", "orario settimanale", "ore contrattuali", "orario contrattuale")
    return Decimale(minimo="0.01", massimo="168", sinonimi=names, **options)


def ore_lavorate_settimanali(**options: Any) -> Decimale:
    """Return the field of the hours that are left of them."""
    names = ("ore lavorate", "ore sett lavorate", "ore da lavorare", "orario ridotto")
    return Decimale(massimo="168", sinonimi=names, **options)


class Lavoratore(Blocco):
    """A worker concerned. Hours are weekly, months of contribution are those before the treatment."""

    cognome = Testo(massimo=100, required=True)
    nome = Testo(massimo=100, required=True)
    codice_fiscale = CodiceFiscale(required=True)
    qualifica = Testo(massimo=100, sinonimi=QUALIFICA)
    livello = Testo(massimo=40, sinonimi=("liv", "livello di inquadramento", "inquadramento"))
    reparto = Testo(massimo=100)
    data_assunzione = Giorno(sinonimi=("assunzione", "assunto il", "data assunz"))
    contratto = Scelta(
        "indeterminato",
        "determinato",
        "apprendistato",
        "somministrazione",
        "domicilio",
        "socio_cooperativa",
        sinonimi=("tipo contratto", "tipologia contratto", "rapporto di lavoro"),
    )
    giorni_lavorati = Intero(massimo=99_999, sinonimi=("giornate lavorate", "gg lavorati", "giorni di lavoro"))
    mesi_contribuzione_precedenti = Decimale(massimo="999", sinonimi=("mesi contribuzione", "mesi di contribuzione"))
    did_sottoscritta = SiNo(sinonimi=("did", "did firmata", "did sottoscritta"))
    data_did = Giorno(sinonimi=DATA_DID)
    data_sospensione = Giorno(sinonimi=DATA_SOSPENSIONE)
    data_cessazione = Giorno()
    fine_indennita_preavviso = Giorno()
    ore_settimanali = ore_settimanali()
    ore_lavorate_settimanali = ore_lavorate_settimanali()
    zero_ore = SiNo()
    periodi_precedenti = Lista(Gruppo(PeriodoPrecedente))


class LavoratoreConOrari(Lavoratore):
    """A worker whose weekly hours, due and worked, must be told."""

    ore_settimanali = ore_settimanali(required=True)
    ore_lavorate_settimanali = ore_lavorate_settimanali(required=True)


class Riferimento(Blocco):
    """The treatment of the firm's other workers, which the apprentices follow; the law judges what is missing."""

    tipo = Scelta("accordo", "domanda")
    trattamento = Scelta("CIGO", "CIGS", "CIG in deroga")
    data = Giorno()
    dal = Giorno()
    al = Giorno()
