"""Tables as people make them: each kind of slip is read right or told with its remedy, never put on a paper."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from stadi import un_terzo
from tabelle import in_csv, saved, xlsx

from benchmarks.people import worker
from docservice import service
from docservice.lotti.esame import TabellaErrata, verificata
from docservice.modelli.persone import ELENCO, SOGGETTO
from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Verifica

DID, LIST, SHARED_HOURS = "did", "elenco-lavoratori", "accordo-c"
CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "tabelle"
HEAD = ("Cognome", "Nome", "CF")
HOURS = (*HEAD, "Ore settimanali", "Ore lavorate settimanali")
FIRM = "Datore lavoro: unità produttiva: "


def ada(number: int = 0) -> list[Any]:
    person = worker(number, {})
    return [person["cognome"], person["nome"], person["codice_fiscale"]]


def comune(slug: str) -> dict[str, Any]:
    data = service.esempio(slug)
    for name in (SOGGETTO, ELENCO):
        data.pop(name, None)
    return data


def letta(slug: str, content: bytes, nascoste: str | None = None) -> Verifica:
    return verificata(slug, content, comune(slug), nascoste)


def persone(found: Verifica) -> list[dict[str, Any]]:
    documents = found.documenti.values()
    return [person for one in documents for person in (one[ELENCO] if ELENCO in one else [one[SOGGETTO]])]


def detto(slug: str, content: bytes) -> str:
    """Return all that is told of a table, or fail: it makes no document."""
    try:
        found = letta(slug, content)
    except TabellaIllegibile as error:
        return str(error)
    except TabellaErrata as error:
        return " ".join(fault.messaggio for fault in error.difetti)
    assert found.difetti, f"non è detto nulla: {persone(found)}"
    return " ".join(f"{fault.as_dict().get('cella', '')} {fault.messaggio}" for fault in found.difetti)


FORMATI = {"csv": in_csv, "xlsx": xlsx}


@pytest.mark.parametrize("slug", [DID, LIST, SHARED_HOURS])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_delimiter_is_judged_by_its_header(slug: str, delimiter: str) -> None:
    lines = [HOURS, *([*ada(n), "40", "20"] for n in range(2))]
    found = letta(slug, in_csv(lines, delimiter))
    assert [person["cognome"] for person in persone(found)] == [ada(0)[0], ada(1)[0]]
    assert any("separate da" in note for note in found.note) == (delimiter != ";")


def test_a_failed_guess_says_what_was_tried() -> None:
    for content in (b"Nome di battesimo/Famiglia\nAda/Neri\n", b"x,y\n1,2\n"):
        assert "provati" in detto(LIST, content)
    assert "ogni foglio" in detto(LIST, xlsx([["x"], ["y"]]))


WORDS = ("#N/D", "#VALORE!", "#NOME?", "#RIF!", "#DIV/0!", "#NUM!", "#NULLO!", "#N/A", "#VALUE!", "#REF!", "#SPILL!")
MORE = ("#ESPANSIONE!", "#CALC!", "Err:502", "#ERRORE!", "#n/d", " #N/D ", "########")


@pytest.mark.parametrize("word", un_terzo([*WORDS, *MORE]))
def test_a_word_of_error_is_told_in_any_column_and_format(word: str) -> None:
    for slug, head in ((DID, HEAD), (LIST, (*HEAD, "Data assunzione")), (SHARED_HOURS, HOURS)):
        for place in range(len(head)):
            line = [*ada(), *[40, 20][: len(head) - 3]]
            line[place] = word
            for write in FORMATI.values():
                told = detto(slug, write([head, line]))
                assert f"{'ABCDE'[place]}2" in told
                assert "cancelletti" in told or "errore" in told
    person = dict(zip(("cognome", "nome", "codice_fiscale"), ada(), strict=True)) | {"qualifica": word}
    found = letta(LIST, json.dumps(person).encode())
    assert [(fault.codice, fault.percorso) for fault in found.difetti] == [("TAB-CELLA", "/qualifica")]


def made(value: Any, form: str = "General", column: str = f"{FIRM}civico") -> bytes:
    book = Workbook()
    book.active.append([*HEAD, column])
    book.active.append([*ada(), value])
    book.active["D2"].number_format = form
    return saved(book)


@pytest.mark.parametrize(
    ("value", "form", "word"),
    [
        (date(2026, 2, 10), "dd-mmm", "una data (10/02/2026)"),
        (datetime(2026, 2, 10, 8, 30), "dd/mm/yyyy hh:mm", "una data"),  # noqa: DTZ001
        (True, "General", "VERO"),
        (1.23456789012346e19, "General", "arrotondato"),
        ("1,23457E+15", "General", "arrotondato"),
        ("10-feb", "General", "è una data"),
        ("10/02/2026", "General", "è una data"),
        ("Nicol&ograve;", "General", "pagine web"),
    ],
)
def test_what_a_sheet_made_of_a_text_is_told(value: Any, form: str, word: str) -> None:
    told = detto(DID, made(value, form))
    assert "D2" in told
    assert word in told
    assert word in detto(LIST, made(value, form, "Livello"))
    assert word in detto(LIST, made(value, form, "Reparto"))


@pytest.mark.parametrize(("word", "name"), [("lettera persa", "Nicol?"), ("cifre", "Ada2")])
def test_a_name_holds_letters(word: str, name: str) -> None:
    for write in FORMATI.values():
        assert word in detto(DID, write([HEAD, [ada()[0], name, ada()[2]]]))


VAT = "01234560165"


@pytest.mark.parametrize("write", FORMATI.values(), ids=FORMATI)
def test_zeros_come_back_where_the_check_digit_proves_them(write: Callable[[Sequence[Sequence[Any]]], bytes]) -> None:
    columns = ("Datore lavoro: codice fiscale", "Datore lavoro: partita IVA")
    for lost in (1234560165, "1234560165", VAT):
        found = letta(DID, write([(*HEAD, *columns), [*ada(), lost, lost]]))
        firm = found.documenti[2]["datore_lavoro"]
        assert (firm["codice_fiscale"], firm["partita_iva"]) == (VAT, VAT)
    for column, lost in (
        ("CAP", 6100),
        ("CAP", "6100"),
        ("telefono", 35123456),
        ("telefono", "35123456"),
        ("matricola INPS", 204567890),
        ("partita IVA", 1234560166),
    ):
        name = f"{FIRM}{column}" if column in ("CAP", "telefono") else f"Datore lavoro: {column}"
        told = detto(DID, write([(*HEAD, name), [*ada(), lost]]))
        assert "zero davanti" in told or "zeri davanti" in told
    for phone in ("035123456", "3331234567", "800123456", "+39 35123456"):
        assert letta(DID, write([(*HEAD, f"{FIRM}telefono"), [*ada(), phone]])).difetti == []


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (123, "00000", "00123"),
        (12, '"A-"000', "A-012"),
        (24061, "00000", "24061"),
        (5, "0", "5"),
        (7, "000;-000", "007"),
    ],
)
def test_a_number_format_is_honoured(value: int, form: str, shown: str) -> None:
    found = letta(DID, made(value, form))
    assert found.documenti[2]["datore_lavoro"]["unita_produttiva"]["civico"] == shown
    assert persone(letta(LIST, made(value, form, "Livello")))[0]["livello"] == shown
    assert int(persone(letta(LIST, made(120, "00000", "Giorni lavorati")))[0]["giorni_lavorati"]) == 120


def test_a_text_made_into_a_formula_keeps_its_zeros() -> None:
    for text in ('="02406"', '"=""02406"""'):
        content = f"Cognome;Nome;CF;{FIRM}CAP\n{';'.join(ada())};{text}\n".encode()
        assert letta(DID, content).documenti[2]["datore_lavoro"]["unita_produttiva"]["cap"] == "02406"


@pytest.mark.parametrize("hour", ["00:00:00", "00:00", "0.00"])
def test_midnight_is_no_hour(hour: str) -> None:
    for head, slug, name in (("Sospeso dal", DID, "data_sospensione"), ("Assunto il", LIST, "data_assunzione")):
        for day in (f"2009-07-01 {hour}", f"01/07/2009 {hour}"):
            assert persone(letta(slug, in_csv([(*HEAD, head), [*ada(), day]])))[0][name] == "2009-07-01"
    content = made(datetime(2009, 7, 1), "dd/mm/yyyy hh:mm", "Sospeso dal")  # noqa: DTZ001
    assert persone(letta(DID, content))[0]["data_sospensione"] == "2009-07-01"


@pytest.mark.parametrize("moment", ["2009-06-30 22:00:00", "2009-06-30T22:00:00Z", datetime(2009, 6, 30, 22)])  # noqa: DTZ001
def test_an_hour_beside_a_day_is_told(moment: Any) -> None:
    assert "22:00" in detto(DID, made(moment, "dd/mm/yyyy", "Sospeso dal"))
    assert "22:00" in detto(LIST, made(moment, "dd/mm/yyyy", "Data assunzione"))
    assert "22:00" in detto(LIST, in_csv([(*HEAD, "Data assunzione"), [*ada(), moment]]))


@pytest.mark.parametrize(
    ("value", "form", "told"),
    [("20:30", "General", "20,5"), (time(20, 30), "h:mm", "20,5"), (timedelta(hours=40), "[h]:mm", "cioè 40.")],
)
def test_hours_and_minutes_are_told_with_how_to_write_them(value: Any, form: str, told: str) -> None:
    assert told in detto(LIST, made(value, form, "Ore settimanali"))
    assert told in detto(LIST, made(value, form, "Giorni lavorati"))


def test_whole_numbers_with_decimals_and_days_in_words() -> None:
    head = (*HEAD, "Giorni lavorati", "Assunto il")
    for days in ("120,00", "120.0", "120", 120, "€ 120"):
        for write in FORMATI.values():
            [person] = persone(letta(LIST, write([head, [*ada(), days, "1 marzo 2004"]])))
            assert (int(person["giorni_lavorati"]), person["data_assunzione"]) == (120, "2004-03-01")


def test_days_written_month_first_are_told_for_the_whole_column() -> None:
    lines = [(*HEAD, "Sospeso dal"), [*ada(0), "07/01/2009"], [*ada(1), "07/15/2009"]]
    assert "mese prima del giorno" in detto(DID, in_csv(lines))
    lines[1][3] = "25/06/2009"  # type: ignore[index]
    assert "non esiste" in detto(DID, in_csv(lines))


def hidden(**changed: Any) -> bytes:
    book = Workbook()
    for line in [(*HEAD, "Livello"), *([*ada(n), f"{n}"] for n in range(3))]:
        book.active.append(line)
    if "riga" in changed:
        book.active.row_dimensions[changed["riga"]].hidden = True
    if "colonna" in changed:
        book.active.column_dimensions[changed["colonna"]].hidden = True
    content = saved(book)
    if "altezza" in changed:
        row = f'<row r="{changed["altezza"]}"'.encode()
        content = rezipped(content, edit=lambda xml: xml.replace(row, row + b' ht="0" customHeight="1"'))
    return content


@pytest.mark.parametrize("where", [{"riga": 3}, {"altezza": 3}])
@pytest.mark.parametrize("slug", [DID, LIST])
def test_hidden_rows_are_to_be_confirmed(slug: str, where: dict[str, int]) -> None:
    content = hidden(**where)
    told = detto(slug, content)
    assert "righe 3" in told
    assert "nascoste=leggi" in told
    for choice, names in (("leggi", [0, 1, 2]), ("salta", [0, 2])):
        found = letta(slug, content, choice)
        assert [person["cognome"] for person in persone(found)] == [ada(n)[0] for n in names]
        assert any("righe 3" in note for note in found.note)


def test_what_was_skipped_does_not_go_back() -> None:
    """In the sheet that goes back nothing is hidden: sent again, what was left out would be read."""
    book = load_workbook(BytesIO(hidden(riga=3, colonna="D")))
    book.active["C4"] = "X"
    found = letta(DID, saved(book), "salta")
    assert [fault.riga for fault in found.difetti] == [4]
    back = load_workbook(BytesIO(restituisci(found))).active
    cells = [cell.value for row in back.iter_rows() for cell in row]
    assert ada(1)[0] not in cells
    assert "Livello" not in cells
    assert ada(2)[0] in cells


def test_hidden_columns_are_to_be_confirmed() -> None:
    content = hidden(colonna="D")
    assert "colonne D" in detto(LIST, content)
    assert [person.get("livello") for person in persone(letta(LIST, content, "leggi"))] == ["0", "1", "2"]
    assert [person.get("livello") for person in persone(letta(LIST, content, "salta"))] == [None] * 3
    assert letta(DID, content).difetti == []  # of a column that is not read
    with pytest.raises(TabellaErrata) as refused:
        letta(LIST, hidden(colonna="A"), "salta")
    assert "Manca la colonna «Cognome»: va aggiunta." in refused.value.difetti[0].messaggio


NAMES = "Nicolò;Giosuè;Josè;Forlì;Città;Perù"


ENCODED = [
    pytest.param(encoding, word, id=f"{word}-{encoding}")
    for encoding, without in (("cp850", ""), ("cp437", "ÒÈ"), ("mac_roman", ""))
    for word in (*NAMES.split(";"), "NICOLÒ", "GIOSUÈ")
    if not set(word) & set(without)
]


@pytest.mark.parametrize(("encoding", "word"), ENCODED)
def test_another_encoding_is_told_with_its_line(encoding: str, word: str) -> None:
    content = in_csv([HEAD, ada(), [word, *ada(1)[1:]]], encoding=encoding)
    for slug in (DID, LIST):
        assert "riga 3" in detto(slug, content)


def test_two_encodings_in_a_file_are_told_with_the_line_of_the_second() -> None:
    content = in_csv([HEAD, ["Nicolò", *ada()[1:]]]) + in_csv([["Giosuè", *ada(1)[1:]]], encoding="cp1252")
    assert "riga 3" in detto(LIST, content)


@pytest.mark.parametrize("word", [*NAMES.split(";"), "NICOLÒ", "D’Amico", "Müller", "Žižek", "Nicolò 1° – “A”"])
def test_windows_1252_is_read(word: str) -> None:
    found = letta(LIST, in_csv([(*HEAD, "Reparto"), [*ada(), word]], encoding="cp1252"))
    assert persone(found)[0]["reparto"] == word
    assert "Windows-1252" in found.note[0]


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman", "cp850"])
def test_utf_8_read_as_something_else_is_told(wrong: str) -> None:
    word = "Nicolò".encode().decode(wrong)
    for write in FORMATI.values():
        assert "A2" in detto(DID, write([HEAD, [word, *ada()[1:]]]))
    person = dict(zip(("cognome", "nome", "codice_fiscale"), [word, *ada()[1:]], strict=True))
    assert "codifica" in detto(LIST, json.dumps(person).encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig"])
def test_wide_letters_are_read_with_or_without_their_mark(encoding: str) -> None:
    line = ["Nicolò", *ada()[1:]]
    person = dict(zip(("cognome", "nome", "codice_fiscale"), line, strict=True))
    for content in (in_csv([HEAD, line], encoding=encoding), json.dumps(person, ensure_ascii=False).encode(encoding)):
        found = letta(LIST, content)
        assert persone(found)[0]["cognome"] == "Nicolò"
        assert bool(found.note) == ("8" not in encoding)


@pytest.mark.parametrize(
    "name", ["Qualifica", "Data", "Luogo", "Totale", "Telefono", "CCNL", "Attività", "Partita IVA"]
)
def test_a_name_alone_is_the_persons_or_nothings(name: str) -> None:
    found = letta(DID, in_csv([(*HEAD, name), [*ada(), "15/07/2009"]]))
    assert found.documenti[2] == comune(DID) | {SOGGETTO: persone(found)[0]}
    assert name in found.ignorate
    assert sorted(column.nome for column in found.colonne.values()) == [
        f"{SOGGETTO}.{leaf}" for leaf in ("codice_fiscale", "cognome", "nome")
    ]


def test_what_says_whose_it_is_is_read() -> None:
    names = ("Documento: data", "Luogo *", "Rappresentante: qualifica", f"{FIRM}telefono")
    found = letta(DID, in_csv([(*HEAD, *names), [*ada(), "15/07/2009", "Lodi", "delegato", "035 1"]]))
    document = found.documenti[2]
    assert (document["data"], document["luogo"]) == ("2009-07-15", "Lodi")
    assert document["datore_lavoro"]["rappresentante"]["qualifica"] == "delegato"


@pytest.mark.parametrize(
    "header",
    [
        ("Cognome dipendente", "Nome dipendente", "Codice Fiscale Dipendente"),
        ("COGNOME", "NOME", "C.F. (lavoratore)"),
        ("\u200bCognome", "Nome\xa0", "Cod. fisc. del lavoratore"),
    ],
)
def test_headers_with_whose_they_are(header: tuple[str, ...]) -> None:
    for slug in (DID, LIST):
        assert persone(letta(slug, in_csv([header, ada()])))[0]["codice_fiscale"] == ada()[2]
    found = letta(LIST, in_csv([(*header, "Data ass.", "Matricola"), [*ada(), "1/3/2004", "17"]]))
    assert (persone(found)[0]["data_assunzione"], found.ignorate) == ("2004-03-01", ["Matricola"])


@pytest.mark.parametrize("name", ["Nominativo", "Cognome e nome", "NOME COGNOME", "Dipendente"])
def test_surname_and_name_together_are_to_be_split(name: str) -> None:
    for slug in (DID, LIST):
        told = detto(slug, xlsx([(name, "CF"), [" ".join(ada()[:2]), ada()[2]]]))
        assert f"«{name}»" in told
        assert "Testo in colonne" in told


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    return saved(book)


@pytest.mark.parametrize("slug", [DID, LIST])
def test_the_sheet_is_the_one_whose_header_is_known(slug: str) -> None:
    cover = ("Copertina", [["Elenco lavoratori sospesi"], ["Luogo", "Bergamo"]])
    found = letta(slug, workbook(cover, ("Giugno", [HEAD, ada(0)]), ("Luglio", [HEAD, ada(1)])))
    assert [person["cognome"] for person in persone(found)] == [ada(0)[0]]
    assert "«Giugno»" in found.note[0]
    assert "«Copertina»" in found.note[0]
    assert any("«Luglio»" in one.messaggio for one in found.avvisi)


def test_two_rows_of_header_and_merged_cells_outside_the_data() -> None:
    book = Workbook()
    for line in (["Cognome", "Nome", "CF", "Ore settimanali"], [None, None, None, "contrattuali", "lavorate"]):
        book.active.append(line)
    book.active.append([*ada(), 40, 20])
    book.active.append([])
    book.active.append(["Elenco aggiornato"])
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "A5:D5"):
        book.active.merge_cells(area)
    for slug in (LIST, SHARED_HOURS):
        found = letta(slug, saved(book))
        assert (persone(found)[0]["ore_settimanali"], persone(found)[0]["ore_lavorate_settimanali"]) == (40, 20)
        assert [note for note in found.note if "5" in note and "note" in note]
    assert persone(letta(DID, saved(book)))[0]["cognome"] == ada()[0]
    book.active.append([*ada(1), 40, 20])
    book.active.merge_cells("D3:D6")
    assert "D3:D6" in detto(LIST, saved(book))


@pytest.mark.parametrize("write", FORMATI.values(), ids=FORMATI)
def test_totals_and_notes_below_are_no_rows(write: Callable[[Sequence[Sequence[Any]]], bytes]) -> None:
    lines = [HOURS, [*ada(0), 40, 20], [*ada(1), 40, 20], ["\u200b", "\xa0"], ["TOTALE", "", "", 80, 40]]
    lines += [["Nota: orari dal 1° luglio"], ["Tutti i lavoratori sono stati sospesi a zero ore"]]
    for slug in (DID, LIST, SHARED_HOURS):
        found = letta(slug, write(lines))
        assert len(persone(found)) == 2
        assert [note for note in found.note if "totali" in note and "5" in note]
        assert [note for note in found.note if "note" in note and "6 («Nota: orari dal 1° luglio»), 7" in note]
    # what may be somebody is told
    assert "sola cella" in detto(DID, write([HEAD, ada(0), ["Donati"]]))


def test_accents_in_two_characters_are_the_same_bytes() -> None:
    line = ["Nicolò", *ada()[1:]]
    parted = [unicodedata.normalize("NFD", str(cell)) for cell in line]
    for write in FORMATI.values():
        assert letta(LIST, write([HEAD, parted])).documenti == letta(LIST, write([HEAD, line])).documenti
    names = ("cognome", "nome", "codice_fiscale")
    for escaped in (True, False):
        sent = [json.dumps(dict(zip(names, one, strict=True)), ensure_ascii=escaped).encode() for one in (parted, line)]
        assert letta(LIST, sent[0]).documenti == letta(LIST, sent[1]).documenti


def test_what_cannot_be_seen_around_a_cell_is_taken_off() -> None:
    surname, name, code = ada()
    lines = [HEAD, [f"\ufeff{surname}\u200b", f" {name}\u00ad\xa0", f"\u200b{code[:6]}\u200b{code[6:]}\u200b"]]
    for write in FORMATI.values():
        [person] = persone(letta(DID, write(lines)))
        assert person == {"cognome": surname, "nome": name, "codice_fiscale": code}
    assert len(persone(letta(DID, in_csv([HEAD, ada()]) + b"\x1a"))) == 1
    found = letta(DID, xlsx([HEAD, ["De\nLuca", f"{name}\r\n", code]]))
    assert (persone(found)[0]["cognome"], persone(found)[0]["nome"]) == ("De Luca", name)


def rezipped(content: bytes, slash: str = "/", edit: Callable[[bytes], bytes] = bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as other:
        for name in archive.namelist():
            other.writestr(name.replace("/", slash), edit(archive.read(name)))
    return out.getvalue()


def of_kind(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return out.getvalue()


def test_an_archive_with_backslashes_is_read() -> None:
    assert len(persone(letta(DID, rezipped(xlsx([HEAD, ada()]), "\\")))) == 1


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "Workbook".encode("utf-16-le"), "vecchio Excel"),
        (OLE + "Workbook".encode("utf-16-le") + b"\x09\x08\x10\x00" + b"\0" * 16 + b"\x2f\x00", "password"),
        (of_kind(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
        (of_kind(xl__workbook_DOT_bin=b""), ".xlsb"),
        (of_kind(word__document_DOT_xml=b""), "Word"),
        (of_kind(tabella_DOT_csv=b"Cognome"), "archivio ZIP"),
        (b"<html><table>", "pagina web"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "Excel 2003"),
        (b"%PDF-1.4", "PDF"),
        (b"\xff\xd8\xff\xe0", "immagine"),
        (b"{\\rtf1", "RTF"),
        (b'[{"cognome": "Neri"}]', "lista JSON"),
    ],
)
def test_what_is_no_table_is_said(content: bytes, word: str) -> None:
    assert word in detto(LIST, content)


@pytest.mark.skipif(not CASES.is_dir(), reason="la cartella dei casi non c’è")
@pytest.mark.parametrize("path", sorted(CASES.glob("*.[cxj]*")) if CASES.is_dir() else [], ids=lambda path: path.name)
def test_the_cases_come_out_as_written(path: Path) -> None:
    """What must be told is told, and makes no document; the others are read, and tell nothing."""
    slug = LIST if path.name[:3] in ("17b", "17g", "18d", "20_", "20b", "11c", "12_") else DID
    content = path.read_bytes()
    if path.name[:2] in ("01", "02", "03", "06", "08", "11", "16", "18", "50") or path.name == "21_utc.xlsx":
        assert detto(slug, content)
    else:
        found = letta(slug, content)
        assert found.difetti == []
        assert persone(found)
        assert all(unicodedata.is_normalized("NFC", person["cognome"]) for person in persone(found))


@pytest.mark.parametrize("word", ["nan", "None", "<NA>", "NULL", "«Cognome»", "{{cognome}}", "Dоnati"])
def test_what_programs_leave_is_told(word: str) -> None:
    for write in FORMATI.values():
        assert "A2" in detto(DID, write([HEAD, [word, *ada()[1:]]]))
        assert "D2" in detto(LIST, write([(*HEAD, "Reparto"), [*ada(), word]]))


def test_a_mark_of_a_note_is_no_part_of_a_name() -> None:
    for write in FORMATI.values():
        assert "segno *" in detto(LIST, write([HEAD, ["Donati*", *ada()[1:]]]))


def test_a_row_struck_through_is_told() -> None:
    book = Workbook()
    for line in (HEAD, ada(0), ada(1)):
        book.active.append(list(line))
    for place in "ABC":
        book.active[f"{place}3"].font = Font(strike=True)
        found = letta(DID, saved(book))
        # the cells one by one, until they are all
        places = [(3, n) for n in range("ABC".index(place) + 1)] if place != "C" else [(3, None)]
        assert [(fault.riga, fault.posto) for fault in found.difetti] == places
        assert "barrat" in found.difetti[0].messaggio
        assert "tolta la barratura" not in found.difetti[0].messaggio
    assert [*found.documenti] == [2]


def test_a_text_with_a_delimiter_in_it_shifts_no_row() -> None:
    lines = "Cognome,Nome,CF,Reparto,Livello\n" + "".join(f"{','.join(ada(n))},Stiro,3\n" for n in range(3))
    told = detto(LIST, (lines + f"{','.join(ada(3))},Taglio, cucito,3\n").encode())
    assert "fra virgolette" in told
