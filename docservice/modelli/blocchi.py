"""The blocks that many documents share: employer, parties, cause, period, workers (spec of the common data model)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale, Provincia
from docservice.campi.esige import esige
from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo

LUNGO = 10_000
"""Longest free text, in characters."""

MOLTI_LAVORATORI = 100_000

QUALIFICA = ("qualifica professionale",)
DATA_DID = ("did del", "did in data")
DATA_SOSPENSIONE = ("sospeso dal", "sospensione")
"""Other names of the columns of fields that several blocks have."""


class Luogo(Blocco):
    """A place: at least its town."""

    indirizzo = Testo()
    civico = Testo(massimo=20)
    cap = Codice("[0-9]{5}", "servono cinque cifre", 5)
    comune = Testo(massimo=100, required=True)
    provincia = Provincia(required=True)


class Recapiti(Blocco):
    """How a place is reached."""

    telefono = Testo(massimo=40)
    fax = Testo(massimo=40)


@esige("indirizzo", "cap")
class Sede(Luogo):
    """A place with its address: a registered office, a home."""


class UnitaProduttiva(Recapiti, Sede):
    """The operating unit that the document is about."""


class AltraUnita(Recapiti, Luogo):
    """Another unit concerned by the same procedure; only its town and province matter."""


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


class Impresa(Blocco):
    """The employer, in every regime: who it is, who signs for it, where it stands. Only its name is always asked."""

    denominazione = Testo(required=True)
    codice_fiscale = CodiceFiscale()
    partita_iva = Testo(massimo=20)
    matricola_inps = Testo(massimo=20)
    sede_inps = Testo(massimo=100)
    rappresentante = Gruppo(Rappresentante)
    sede_legale = Gruppo(Sede)
    unita_produttiva = Gruppo(UnitaProduttiva)


class Attivita(Blocco):
    """What an employer does, and the collective agreement that it applies."""

    attivita = Testo(massimo=500)
    ccnl = Testo()


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


class Lavoratore(Blocco):
    """A worker concerned. Hours are weekly, months of contribution are those before the treatment."""

    cognome = Testo(massimo=100, required=True)
    nome = Testo(massimo=100, required=True)
    codice_fiscale = CodiceFiscale(required=True)
    qualifica = Testo(massimo=100, sinonimi=QUALIFICA)
    livello = Testo(massimo=40, sinonimi=("liv", "livello di inquadramento", "inquadramento"))
    reparto = Testo(massimo=100)
    data_assunzione = Giorno(sinonimi=("assunzione", "assunto il", "assunto dal", "data assunz", "data ass"))
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
    ore_settimanali = Decimale(
        minimo="0.01",
        massimo="168",
        sinonimi=(
            "ore sett",
            "orario settimanale",
            "ore contrattuali",
            "ore settimanali contrattuali",
            "orario contrattuale",
        ),
    )
    ore_lavorate_settimanali = Decimale(
        massimo="168", sinonimi=("ore lavorate", "ore sett lavorate", "ore da lavorare", "orario ridotto")
    )
    zero_ore = SiNo()
    periodi_precedenti = Lista(Gruppo(PeriodoPrecedente))


@esige("ore_settimanali", "ore_lavorate_settimanali")
class LavoratoreConOrari(Lavoratore):
    """A worker whose weekly hours, due and worked, must be given."""


class Riferimento(Blocco):
    """The treatment of the firm's other workers, which the apprentices follow; the law judges what is missing."""

    tipo = Scelta("accordo", "domanda")
    trattamento = Scelta("CIGO", "CIGS", "CIG in deroga")
    data = Giorno()
    dal = Giorno()
    al = Giorno()
