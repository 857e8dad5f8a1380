"""What goes with a document of D.Lgs. 148/2015: of each document, its kind, what it is, who issued it and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.allegati.controllo import controlla
from docservice.allegati.file import INSIEME, FileAllegato, da_controllare
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, Testo
from docservice.law.dlgs_148.generale.causali import ALLEGATI, NOMI_ALLEGATI


class Allegato(Blocco):
    """A document annexed; `ente` is the body or firm that issued it."""

    tipo = Scelta(
        *ALLEGATI,
        required=True,
        parole=("Tipo", "Che documento è: alcune causali ne vogliono uno."),
        nomi=NOMI_ALLEGATI,
    )
    descrizione = Testo(parole=("Descrizione", "Che cosa contiene il documento.", "bollettini dal 2 al 6 marzo 2026"))
    ente = Testo(parole=("Ente", "Chi lo ha rilasciato: ufficio, impresa, professionista.", "ARPA Campania"))
    data = Giorno(parole=("Data", "Il giorno del documento.", "2026-03-09"))
    file = Gruppo(FileAllegato, parole=("File", "Il documento stesso, da unire al PDF: PDF, PNG o JPEG."))


class ConAllegati(Blocco):
    """A document with others annexed, whose files together have a limit, and are kept only if they do no harm."""

    allegati = Lista(
        Gruppo(Allegato),
        required=True,
        parole=("Allegati", "I documenti che accompagnano la relazione; può essere una lista vuota."),
    )

    @validates_schema(skip_on_field_errors=False)
    def _not_too_much(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        # the list may be missing; of what was refused, there is what was read
        contents = [one.get("file", {}).get("contenuto") for one in data.get("allegati", ())]
        if sum(len(content) for content in contents if isinstance(content, bytes)) > INSIEME:
            most = f"{INSIEME // 1024 // 1024} MB"
            raise ValidationError(
                f"I file allegati insieme possono arrivare a {most}: ne va ridotto o tolto qualcuno.", "allegati"
            )

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _harmless(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del kwargs
        annexed = data.get("allegati", ())
        sent = original_data.get("allegati", ()) if annexed else ()
        # what was read leaves out what is null
        places = [place for place, one in enumerate(sent) if one is not None]
        if len(places) != len(annexed):
            return
        found = [(place, da_controllare(one.get("file", {}))) for place, one in zip(places, annexed, strict=True)]
        files = {place: file for place, file in found if file is not None}
        # all together: one process reads them
        told = zip(files, controlla(list(files.values())), strict=True)
        faults = {place: {"file": {"contenuto": messages}} for place, messages in told if messages}
        if faults:
            raise ValidationError({"allegati": faults})
