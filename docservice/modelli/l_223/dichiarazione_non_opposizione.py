"""The worker's statement of not opposing the dismissal that the employer will give: it is no resignation."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Scelta, SiNo, Testo
from docservice.campi.numeri import Importo
from docservice.law.tratti import NON_OPPOSIZIONE
from docservice.modelli.blocchi import DENOMINAZIONE, LUNGO
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.licenziati import LavoratoreIdentificato
from docservice.modelli.l_223.parole import DICHIARAZIONI_ENTRO, LUOGO
from docservice.modelli.l_223.procedura import Apertura

_NORME = {"410": "art. 410 c.p.c.", "411": "art. 411 c.p.c."}


class DatoreNominato(Blocco):
    """The employer, by its name."""

    denominazione = Testo(required=True, parole=DENOMINAZIONE)


class AccordoSuiLicenziamenti(Blocco):
    """The agreement that fixes what the statement is for."""

    data = Giorno(required=True, parole=("Data", "Il giorno dell’accordo sindacale.", "2024-06-20"))
    ordine_se_eccedono = Testo(
        massimo=LUNGO,
        parole=(
            "Ordine se eccedono",
            "L’ordine fissato dall’accordo, se chi non si oppone è più degli esuberi.",
            "prima chi è più vicino alla pensione",
        ),
    )


class IncentivoPersonale(Blocco):
    """What the agreement gives to who does not oppose."""

    descrizione = Testo(massimo=LUNGO, required=True, parole=("Descrizione", "Che cosa spetta.", "incentivo all’esodo"))
    importo = Importo(parole=("Importo", "La somma lorda, in euro.", "18000.00"), unita="euro")


class ConciliazioneIndividuale(Blocco):
    """The individual settlement on which the incentive depends."""

    norma = Scelta(*_NORME, required=True, parole=("Norma", "In quale sede si concilia."), nomi=_NORME)
    data = Giorno(parole=("Data", "Il giorno della firma, se è noto: dopo la lettera di licenziamento.", "2024-07-29"))
    luogo = Testo(parole=("Luogo", "Dove si firma, se è noto.", "Ispettorato del lavoro di Bergamo"))
    rinuncia_impugnazione = SiNo(
        parole=("Rinuncia all’impugnazione", "Sì se chi concilia rinuncia a impugnare il licenziamento e transige.")
    )


class DichiarazioneNonOpposizione(ConIntestazione):
    """Payload of `dichiarazione-non-opposizione`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(
        required=True,
        sinonimi=("data dichiarazione", "dichiarazione del", "dichiarato il"),
        parole=("Data", "Il giorno in cui la persona firma.", "2024-06-28"),
    )
    datore_lavoro = Gruppo(DatoreNominato, required=True, parole=("Datore di lavoro", "L’impresa che licenzierà."))
    procedura = Gruppo(Apertura, required=True, parole=("Procedura", "La procedura, per il giorno in cui si è aperta."))
    accordo = Gruppo(
        AccordoSuiLicenziamenti, required=True, parole=("Accordo", "L’accordo sindacale che fissa le condizioni.")
    )
    dichiarazioni_entro = Giorno(parole=DICHIARAZIONI_ENTRO)
    lavoratore = Gruppo(
        LavoratoreIdentificato, required=True, parole=("Lavoratore", "La persona che dichiara e firma.")
    )
    non_si_oppone = SiNo(
        required=True,
        sinonimi=("non opposizione",),
        parole=("Non si oppone", "Sì: è ciò che il documento dichiara."),
    )
    conosce_condizioni = SiNo(
        required=True, parole=("Conosce le condizioni", "Sì se la persona conosce le condizioni dell’accordo.")
    )
    incentivo = Gruppo(IncentivoPersonale, parole=("Incentivo", "Ciò che spetta a chi non si oppone, se è fissato."))
    conciliazione = Gruppo(
        ConciliazioneIndividuale, parole=("Conciliazione", "Quella a cui l’incentivo è subordinato.")
    )
    assistito_da = Testo(parole=("Con l’assistenza di", "Chi assiste la persona, se c’è.", "Pia Neri, FILCTEM-CGIL"))
    ricevuta_il = Giorno(parole=("Ricevuta il", "Il giorno in cui l’impresa la riceve.", "2024-06-28"))


MODELLO = Modello(
    id="dichiarazione-non-opposizione",
    titolo="Dichiarazione di non opposizione al licenziamento",
    regime="l-223",
    sezione="verbali",
    schema=DichiarazioneNonOpposizione,
    tratti=frozenset({NON_OPPOSIZIONE}),
)
