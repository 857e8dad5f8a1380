"""The blocks that many documents share: employer, parties, cause, period (spec of the common data model).

`Luogo().load({"comune": "Lodi", "provincia": "LO"})`; each field has its words beside it, which the forms print and
the messages say. The workers are in `lavoratore`.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale, Provincia
from docservice.campi.esige import esige
from docservice.campi.fields import Codice, Giorno, Gruppo, Lista, Scelta, SiNo, Testo

LUNGO = 10_000
"""Longest free text, in characters."""

MOLTI_LAVORATORI = 100_000

QUALIFICA = ("qualifica professionale",)
DATA_DID = ("did del", "did in data")
DATA_SOSPENSIONE = ("sospeso dal", "sospensione")
"""Other names of the columns of fields that several blocks have."""

NOME = ("Nome", "Come sul documento d’identità, con il secondo nome se c’è.", "Carla")
COGNOME = ("Cognome", "Come sul documento d’identità; per una donna sposata, quello di nascita.", "Binti")
IN_QUALITA_DI = ("In qualità di", "A che titolo firma: titolare, legale rappresentante o curatore.", "direttrice")
LUOGO = ("Luogo", "Il comune in cui il documento si firma.", "Bergamo")
DATA = ("Data", "Il giorno della firma: decide quali regole e quali valori di legge si applicano.", "2009-06-22")
DENOMINAZIONE = ("Denominazione", "La ragione sociale per intero, come in visura camerale.", "Alfa S.p.A.")
MATRICOLA_INPS = ("Matricola INPS", "Le dieci cifre della posizione aziendale, come sull’UniEmens.", "1201234567")
SEDE_INPS = ("Sede INPS", "La sede in cui è aperta la posizione aziendale.", "Bergamo")
UNITA_PRODUTTIVA = ("Unità produttiva", "Il luogo in cui lavorano le persone di cui si tratta.")
ALTRE_UNITA = (
    "Altre unità interessate",
    "Le altre unità della stessa procedura: più province fanno competente la Regione.",
)
INTERESSE_REGIONALE = ("Interesse regionale", "Sì se la crisi interessa tutta la regione: allora esamina la Regione.")
DATORE = ("Datore di lavoro", "L’impresa che chiede la cassa integrazione, chi firma per lei e dove lavora.")
RICEVIMENTO = (
    "Data di ricevimento della comunicazione",
    "Il giorno in cui sindacati e rappresentanti l’hanno ricevuta: da qui corrono i dieci giorni per l’accordo.",
    "2009-06-15",
)
NOMI_MEZZI = {
    "pec": "posta elettronica certificata",
    "raccomandata": "raccomandata con avviso di ricevimento",
    "fax": "fax",
    "mano": "consegna a mano",
    "portale": "portale telematico",
}
"""The words that several blocks share."""


class Luogo(Blocco):
    """A place: at least its town."""

    indirizzo = Testo(parole=("Indirizzo", "Via o piazza, senza il numero civico.", "Via Borgo Palazzo"))
    civico = Testo(massimo=20, parole=("Numero civico", "Con la lettera o l’interno, se ci sono.", "12/A"))
    cap = Codice(
        "[0-9]{5}", "servono cinque cifre", 5, parole=("CAP", "Il codice postale del comune, o della zona.", "24122")
    )
    comune = Testo(massimo=100, required=True, parole=("Comune", "Il nome per intero, senza la provincia.", "Bergamo"))
    provincia = Provincia(required=True)


class Recapiti(Blocco):
    """How a place is reached."""

    telefono = Testo(massimo=40, parole=("Telefono", "Con il prefisso.", "035 000000"))
    fax = Testo(
        massimo=40, parole=("Fax", "Con il prefisso; se non c’è, sul documento resta un trattino.", "035 000001")
    )


@esige("indirizzo", "cap")
class Sede(Luogo):
    """A place with its address: a registered office, a home."""


class UnitaProduttiva(Recapiti, Sede):
    """The operating unit that the document is about."""


class AltraUnita(Recapiti, Luogo):
    """Another unit concerned by the same procedure; only its town and province matter."""


class Persona(Blocco):
    """A person by name."""

    nome = Testo(massimo=100, required=True, parole=NOME)
    cognome = Testo(massimo=100, required=True, parole=COGNOME)


class DocumentoIdentita(Blocco):
    """An identity document; the law judges what is missing."""

    tipo = Testo(
        massimo=100, parole=("Tipo di documento", "Carta d’identità, passaporto o patente.", "carta d’identità")
    )
    numero = Testo(massimo=40, parole=("Numero del documento", "Lettere e cifre, come stampate sopra.", "AA0000000"))
    rilasciato_da = Testo(parole=("Rilasciato da", "L’autorità che lo ha rilasciato.", "Comune di Bergamo"))
    rilasciato_il = Giorno(parole=("Rilasciato il", "Il giorno del rilascio, stampato sul documento.", "2007-03-12"))


class Rappresentante(Persona):
    """Who signs for the employer, and in which quality."""

    qualifica = Testo(sinonimi=QUALIFICA, parole=IN_QUALITA_DI)


class Anagrafica(Blocco):
    """Who the employer is, in every regime. Only its name is always asked."""

    denominazione = Testo(required=True, parole=DENOMINAZIONE)
    codice_fiscale = CodiceFiscale(
        parole=("Codice fiscale", "Undici cifre; sedici caratteri per una ditta individuale.", "01234567897")
    )
    partita_iva = Testo(massimo=20, parole=("Partita IVA", "Undici cifre, senza IT davanti.", "01234567897"))
    matricola_inps = Testo(massimo=20, parole=MATRICOLA_INPS)


class Impresa(Anagrafica):
    """The employer of a treatment: who signs for it, where it stands."""

    sede_inps = Testo(massimo=100, parole=SEDE_INPS)
    rappresentante = Gruppo(Rappresentante, parole=("Rappresentante", "Chi firma per l’impresa, e a che titolo."))
    sede_legale = Gruppo(Sede, parole=("Sede legale", "L’indirizzo della sede scritto nella visura camerale."))
    unita_produttiva = Gruppo(UnitaProduttiva, parole=UNITA_PRODUTTIVA)


class Attivita(Blocco):
    """What an employer does, and the collective agreement that it applies."""

    attivita = Testo(
        massimo=500, parole=("Attività svolta", "Che cosa produce o fa l’unità.", "lavorazioni meccaniche")
    )
    ccnl = Testo(
        parole=(
            "CCNL applicato",
            "Il contratto collettivo nazionale scritto in busta paga.",
            "Metalmeccanici industria",
        )
    )


class AssociazioneDatoriale(Blocco):
    """The employers' association present, if any."""

    denominazione = Testo(
        required=True,
        parole=("Denominazione", "L’associazione a cui l’impresa aderisce o dà mandato.", "Associazione Alfa"),
    )
    rappresentante = Gruppo(Persona, parole=("Rappresentante", "Chi firma per l’associazione."))


class OrganizzazioneSindacale(Blocco):
    """A trade union that signs."""

    sigla = Testo(
        massimo=100,
        required=True,
        parole=("Sigla", "Della categoria che firma, non solo la confederazione.", "FIM-CISL"),
    )
    rappresentante = Testo(parole=("Rappresentante", "Nome e cognome di chi firma per il sindacato.", "Pia Neri"))


class RappresentanzaAziendale(Blocco):
    """Workers' representatives in the firm or in the artisans' district."""

    tipo = Scelta(
        "RSU",
        "RSA",
        "RSB",
        required=True,
        sinonimi=("rsa o rsu", "rsa o rsu tipo"),
        parole=("Tipo", "RSU o RSA se elette in azienda; RSB solo fra gli artigiani."),
    )
    componenti = Lista(
        Testo(required=True),
        parole=("Componenti", "Nome e cognome di chi firma: ognuno ha la sua riga.", ["Ugo Galli"]),
    )


class EnteBilaterale(Blocco):
    """The artisans' bilateral body whose procedure is used."""

    denominazione = Testo(
        required=True, parole=("Denominazione", "L’ente degli artigiani di cui si segue la procedura.", "Ente Beta")
    )
    presenti = Lista(
        Testo(required=True), parole=("Presenti", "Nome e cognome di chi è presente per l’ente.", ["Rita Sala"])
    )


class SospensioniEnteBilaterale(Blocco):
    """Suspensions of art. 19 c. 1 a-b with the bilateral body's share: their end, and whether the body pays."""

    fino_al = Giorno(parole=("Fino al", "L’ultimo giorno di sospensione: la CIG comincia dopo.", "2009-06-30"))
    interviene = SiNo(parole=("L’ente interviene", "Sì se l’ente paga la sua quota d’indennità; no se non ne ha più."))


class Causale(Blocco):
    """The one cause of the request."""

    tipo = Scelta(
        *("cessazione_totale", "cessazione_parziale", "procedura_concorsuale", "altro"),
        required=True,
        parole=("Tipo", "Una sola: quella per cui l’orario va ridotto."),
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=("Descrizione", "I fatti: obbligatori per una procedura concorsuale e per altro.", "calo degli ordini"),
    )


class Periodo(Blocco):
    """First and last day; the law judges a period that runs backwards."""

    dal = Giorno(required=True, parole=("Dal", "Il primo giorno, compreso.", "2009-07-01"))
    al = Giorno(required=True, parole=("Al", "L’ultimo giorno, compreso.", "2009-10-31"))


class PeriodoPrecedente(Periodo):
    """An earlier period of treatment; `istituto` absent means CIG."""

    istituto = Scelta(
        *("CIG", "mobilita", "equivalente"),
        parole=("Istituto", "Il trattamento già avuto; se non è detto, è CIG. Si somma alla durata chiesta."),
    )


class Riferimento(Blocco):
    """The treatment of the firm's other workers, which the apprentices follow; the law judges what is missing."""

    tipo = Scelta("accordo", "domanda", parole=("Tipo", "Il documento che ha aperto il trattamento degli altri."))
    trattamento = Scelta(
        *("CIGO", "CIGS", "CIG in deroga"),
        parole=("Trattamento", "Quello degli altri lavoratori; una domanda può essere solo di CIGO o CIGS."),
    )
    data = Giorno(parole=("Data", "Il giorno dell’accordo o della domanda, scritto sopra.", "2009-06-10"))
    dal = Giorno(parole=("Dal", "Il primo giorno del trattamento degli altri lavoratori.", "2009-07-01"))
    al = Giorno(parole=("Al", "L’ultimo giorno: quello degli apprendisti non va oltre.", "2009-10-31"))
