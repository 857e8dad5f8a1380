"""Rules on the application: annexes, signature, days (Accordo Quadro, All. A 1.2 and All. C; Vademecum 2.4.3-2.4.4).

An application without the list of the workers: AQ-DOM1 says at /allegati/elenco_lavoratori that it must be annexed.
"""

from __future__ import annotations

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import Richiesta
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.deroga_2009.lavoratori import did_attesa
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import DECRETO, DOMANDA
from docservice.law.voce import Esiti, regola

SENZA_ACCORDO = {
    "mancato_accordo": ("verbale_mancato_accordo", "il verbale di mancato accordo"),
    "mancata_presentazione": (
        "dichiarazione_mancata_presentazione",
        "la dichiarazione di mancata presentazione delle parti sociali",
    ),
}
"""What goes with an application that has no agreement."""

_ACCORDO = ("accordo", "l’accordo sindacale")
_VANNO = "Il documento va allegato alla domanda."


@regola("AQ-G4", quadro("punto 5.3 e All. A 1.1.1"), per=DOMANDA)
def causale_dichiarata(caso: Richiesta) -> Esiti:
    """La domanda dichiara la causale, salvo che segua un accordo di tipo D, che non ne ha."""
    if "causale" not in caso.dati and caso.dati.get("accordo") != "D":
        yield errore(
            "/causale",
            "La domanda non dichiara la causale.",
            "Va ripetuta la causale della comunicazione e dell’accordo: cessazione totale o parziale, procedura"
            " concorsuale, o altro.",
        )


@regola("AQ-DOM1", quadro_e_vademecum("All. A 1.2.2", "2.4.3"), per=DOMANDA)
def allegati(caso: Richiesta) -> Esiti:
    """La domanda ha tutti i suoi allegati: esito della consultazione, elenco con DID, atto della procedura."""
    given = caso.dati.get("allegati", {})
    kind = caso.dati.get("accordo")
    if kind is not None:
        name, what = SENZA_ACCORDO.get(kind, _ACCORDO)
        if not given.get(name):
            yield errore(f"/allegati/{name}", f"Manca un allegato: {what}.", _VANNO)
    elif not any(given.get(name) for name, _ in (_ACCORDO, *SENZA_ACCORDO.values())):
        yield errore(
            "/allegati",
            "Manca l’esito della consultazione: né accordo, né verbale, né dichiarazione.",
            "Va allegato l’accordo sindacale o, se manca, il verbale di mancato accordo o la dichiarazione di mancata"
            " presentazione.",
        )
    if not given.get("elenco_lavoratori"):
        yield errore("/allegati/elenco_lavoratori", "Manca un allegato: l’elenco dei lavoratori.", _VANNO)
    if not given.get("dichiarazione_did"):
        early = caso.giorno < caso.figura("termine_did").giorno
        yield (avviso if early else errore)(
            "/allegati/dichiarazione_did",
            "Manca la dichiarazione che ciascun lavoratore dell’elenco ha rilasciato la DID.",
            "La dichiarazione va unita all’elenco dei lavoratori.",
        )
        if early:
            yield did_attesa(caso, "/allegati/dichiarazione_did")
    insolvent = caso.dati.get("causale", {}).get("tipo") == "procedura_concorsuale"
    if insolvent and not given.get("decreto_concordato") and not given.get("sentenza_fallimento"):
        yield errore(
            "/allegati",
            "Manca l’atto che apre la procedura concorsuale.",
            "Va allegato il decreto di ammissione al concordato preventivo o la sentenza di fallimento.",
        )


@regola("AQ-DOM2", vademecum("2.4.3 e 2.4.4"), per=DOMANDA)
def firma_della_domanda(caso: Richiesta) -> Esiti:
    """La domanda riguarda una sola unità produttiva ed è firmata da chi ne ha titolo, nei modi ammessi."""
    signer, signed = caso.dati.get("firmatario", {}), caso.dati.get("firma", {})
    if "titolo" not in signer:
        yield errore(
            "/firmatario/titolo",
            "Non è detto a quale titolo firma chi firma la domanda.",
            "Firma il datore di lavoro, il legale rappresentante, l’associazione o il consulente con mandato.",
        )
    elif signer["titolo"] == "consulente_lavoro" and not signer.get("mandato"):
        yield errore(
            "/firmatario/mandato",
            "Il consulente del lavoro che firma la domanda non risulta avere un mandato.",
            "Il mandato va conferito e indicato (Mandato: sì); altrimenti firma il datore di lavoro.",
        )
    if "tipo" not in signed:
        yield NonVerificabile("modo della firma non indicato")
    elif signed["tipo"] == "cartacea":
        document = signed.get("documento_identita", {})
        if not document.get("tipo", "").strip() or not document.get("numero", "").strip():
            yield errore(
                "/firma/documento_identita",
                "Con la firma su carta non è indicato il documento di identità di chi firma.",
                "Vanno indicati tipo e numero del documento, la cui copia accompagna la dichiarazione firmata.",
            )
        if "invio" not in signed:
            yield errore(
                "/firma/invio",
                "Con la firma su carta non è detto come la dichiarazione arriva alla Regione.",
                "Va scelto fra la raccomandata con ricevuta di ritorno e la consegna a mano, anche con delega.",
            )
    if caso.dati.get("altre_unita"):
        yield nota(
            "/altre_unita",
            "La domanda riguarda la sola unità produttiva del datore di lavoro: per ciascuna delle altre unità serve"
            " una domanda propria (Vademecum 2.4.3), e la loro sede conta solo per la competenza (All. A 3.1).",
        )


@regola(
    "AQ-DOM4",
    vademecum("2.3 e 2.4.6"),
    per=DOMANDA,
    se=lambda caso: "sostituisce" in caso.dati or "rinnova" in caso.dati,
)
def domanda_precedente(caso: Richiesta) -> Esiti:
    """La domanda ne sostituisce o ne rinnova una precedente: non le due cose insieme, e non se stessa."""
    named = {name: caso.dati[name].strip() for name in ("sostituisce", "rinnova") if caso.dati.get(name, "").strip()}
    if len(named) > 1:
        yield errore(
            "/rinnova",
            "La domanda è detta insieme sostituzione di una precedente e rinnovo.",
            "Va lasciata una sola indicazione: sostituisce dopo le modifiche dell’esame, rinnova alla fine della prima"
            " concessione.",
        )
    for name, earlier in named.items():
        if earlier == caso.dati.get("id_domanda", "").strip():
            yield errore(
                f"/{name}",
                "La domanda richiama il suo stesso ID.",
                "Va indicato l’ID della domanda precedente dello stesso datore e della stessa unità.",
                valore=earlier,
            )


@regola("AQ-DOM3", quadro("punto 2 e All. C 1"), per=DOMANDA | DECRETO)
def fase_transitoria(caso: Richiesta) -> Esiti:
    """La domanda è presentata dal 1° marzo 2009; con la procedura del 2008 entro il 3 giugno, fino al 30."""
    where = caso.dati if caso.di(DOMANDA) else caso.dati["domanda"]
    path = "" if caso.di(DOMANDA) else "/domanda"
    first = caso.figura("inizio_domande").giorno
    if where["data"] < first:
        yield avviso(
            f"{path}/data",
            f"La domanda è del {giorno(where['data'])}: le risorse coprono quelle presentate dal {giorno(first)}.",
            "Va controllata la data; se è esatta, va sentita la Regione.",
            in_date(where["data"], first),
        )
    if where.get("procedura") != "accordo_2008":
        return
    signing = caso.figura("validita_dal").giorno
    last = aggiungi_giorni(signing, int(caso.figura("giorni_procedura_2008").decimale))
    if where["data"] > last:
        yield avviso(
            f"{path}/data",
            f"La domanda è del {giorno(where['data'])}: con la procedura del 2008 era ammessa fino al {giorno(last)}.",
            "La domanda va presentata secondo la procedura dell’Accordo Quadro del 2009.",
            in_date(where["data"], last),
        )
    end = caso.figura("fine_concessioni_2008").giorno
    if caso.periodo and caso.periodo.al > end:
        yield avviso(
            "/periodo/al",
            f"Il periodo arriva al {giorno(caso.periodo.al)}: per una domanda con la procedura del 2008 la concessione"
            f" finisce il {giorno(end)}.",
            f"Per i giorni dopo il {giorno(end)} serve una nuova domanda.",
            in_date(caso.periodo.al, end),
        )
