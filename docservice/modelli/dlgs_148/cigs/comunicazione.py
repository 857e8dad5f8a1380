"""Notice to the unions that opens the consultation for an extraordinary treatment (D.Lgs. 148/2015, art. 24)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Lista, Scelta, SiNo
from docservice.law.tratti import CIGS, COMUNICAZIONE, CONSULTAZIONE
from docservice.modelli.blocchi import RappresentanzaAziendale
from docservice.modelli.calcolatori.giorni import RICHIESTA_ESAME
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import ComunicazioneSindacale, Destinatario
from docservice.modelli.dlgs_148.cigs.trattamento import RichiestaCigs
from docservice.modelli.dlgs_148.datore import DatoreDelTrattamento
from docservice.modelli.dlgs_148.intesa import DettaglioNumeri
from docservice.modelli.dlgs_148.parole import DATORE, DETTAGLIO, NOMI_SOSPENSIONE, RAPPRESENTANZA
from docservice.modelli.intesa import IPOTESI, Ipotesi


class Entita(Blocco):
    """How much work is cut; the law judges what is missing."""

    tipo = Scelta(
        "zero_ore",
        "riduzione",
        "mista",
        parole=("Sospensione o riduzione", "Se il lavoro si ferma del tutto, si riduce, o l’una e l’altra cosa."),
        nomi=NOMI_SOSPENSIONE,
    )
    ore_settimanali_medie = Decimale(
        massimo="168",
        parole=("Ore non lavorate", "Quante ore alla settimana non lavora ciascuno, in media.", "16"),
        unita="ore",
    )
    percentuale = Decimale(
        massimo="100",
        parole=("Percentuale di riduzione", "Di quanto si riduce l’orario, in media.", "40"),
        unita="per cento",
    )


class ComunicazioneCigs(RichiestaCigs):
    """Payload of `comunicazione-cigs`: its day is that of the notice."""

    datore_lavoro = Gruppo(DatoreDelTrattamento, required=True, parole=DATORE)
    comunicazione = Gruppo(
        ComunicazioneSindacale,
        required=True,
        parole=("Comunicazione ai sindacati", "La comunicazione che apre la consultazione sindacale."),
    )
    destinatari = Lista(
        Gruppo(Destinatario),
        required=True,
        parole=("Destinatari", "A chi si manda: sindacati, RSA o RSU, la Regione o il Ministero, chi riceve copia."),
    )
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale, parole=RAPPRESENTANZA)
    numero_massimo_dettaglio = Lista(Gruppo(DettaglioNumeri), massimo=1000, parole=DETTAGLIO)
    entita = Gruppo(Entita, parole=("Entità", "Quanto lavoro si sospende o si riduce."))
    gia_convenuto = SiNo(
        parole=("Già convenuto", "Sì se i sindacati hanno già convenuto sul programma, con un’ipotesi di accordo.")
    )
    ipotesi = Gruppo(Ipotesi, parole=IPOTESI)
    richiedente = Scelta(
        *("datore", "sindacati"),
        parole=("Chi chiede l’esame", "Chi chiede, o chiederà, l’esame congiunto."),
        nomi={"datore": "il datore di lavoro", "sindacati": "i sindacati"},
    )
    richiesta_esame = SiNo(
        required=True,
        parole=("Richiesta di esame", "Sì se questa stessa comunicazione chiede l’esame congiunto all’autorità."),
    )
    data_richiesta_esame = Giorno(parole=RICHIESTA_ESAME)


MODELLO = Modello(
    id="comunicazione-cigs",
    titolo="Comunicazione di ricorso alla CIGS",
    regime="dlgs-148",
    sezione="verbali",
    schema=ComunicazioneCigs,
    tratti=frozenset({COMUNICAZIONE, CIGS, CONSULTAZIONE}),
)
