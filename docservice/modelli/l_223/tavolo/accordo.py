"""Agreement that closes the procedure of a collective dismissal, in either phase (L. 223/1991, artt. 4 and 5).

{"fase": "sindacale", "numero_confermato": 6, "criterio": {"tipo": "concordato", …}, "incentivi": {…}, …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.law.tratti import ACCORDO
from docservice.modelli.catalogo import Modello
from docservice.modelli.intesa import ConIter
from docservice.modelli.l_223.blocchi import ContributoDiRecesso, Finestra, MisureSociali
from docservice.modelli.l_223.parole import CRITERIO, DICHIARAZIONI_ENTRO, FINESTRA, PRIORITA, TERMINE_LICENZIAMENTI
from docservice.modelli.l_223.procedura import Criterio
from docservice.modelli.l_223.tavolo.blocchi import TavoloConcluso
from docservice.modelli.l_223.tavolo.incentivi import Incentivi, Ricollocazione

_SEGUITI = {
    "nuova_procedura": "nuova procedura",
    "rinvio": "decisione rinviata",
    "ritiro": "esuberi ritirati",
}


class NumeroResiduo(Blocco):
    """The heads opened that the agreement does not confirm, and what becomes of them."""

    numero = Intero(minimo=1, required=True, parole=("Numero", "Quanti esuberi restano fuori.", 4), unita="persone")
    seguito = Scelta(*_SEGUITI, required=True, parole=("Seguito", "Che cosa ne è."), nomi=_SEGUITI)
    entro = Giorno(parole=("Entro", "Entro quando, se è fissato.", "2025-03-31"))


class AccordoLicenziamento(ConIter, TavoloConcluso):
    """Payload of `accordo-licenziamento`."""

    numero_confermato = Intero(
        required=True,
        parole=("Esuberi confermati", "Quanti licenziamenti l’accordo consente; zero se nessuno.", 6),
        unita="persone",
    )
    numero_residuo = Gruppo(
        NumeroResiduo, parole=("Esuberi residui", "Quelli aperti e non confermati, e che cosa ne è.")
    )
    criterio = Gruppo(Criterio, parole=CRITERIO)
    termine_licenziamenti = Giorno(parole=TERMINE_LICENZIAMENTI)
    finestra = Gruppo(Finestra, parole=FINESTRA)
    dichiarazioni_entro = Giorno(parole=DICHIARAZIONI_ENTRO)
    incentivi = Gruppo(Incentivi, parole=("Incentivi", "Ciò che si aggiunge alle spettanze di fine rapporto."))
    misure_sociali = Gruppo(MisureSociali, parole=("Misure sociali", "Ciò che accompagna i lavoratori licenziati."))
    ricollocazione = Lista(
        Gruppo(Ricollocazione),
        massimo=50,
        parole=("Ricollocazione", "Gli aiuti per trovare un altro lavoro."),
    )
    preavviso_sostitutivo = SiNo(
        parole=("Indennità di preavviso", "Sì se il preavviso non si lavora e se ne paga l’indennità.")
    )
    priorita_riassunzione = SiNo(parole=PRIORITA)
    sanatoria = SiNo(
        required=True,
        parole=("Sanatoria", "Sì se l’accordo sana i vizi della comunicazione di apertura (L. 92/2012, art. 1 c. 45)."),
    )
    contributo = Gruppo(
        ContributoDiRecesso,
        parole=("Contributo di recesso", "Serve a stimare quanto l’impresa deve all’INPS; non si stampa."),
    )


MODELLO = Modello(
    id="accordo-licenziamento",
    titolo="Verbale di accordo per il licenziamento collettivo",
    regime="l-223",
    sezione="accordi",
    schema=AccordoLicenziamento,
    tratti=frozenset({ACCORDO}),
)
