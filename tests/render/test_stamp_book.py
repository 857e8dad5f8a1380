"""A PDF as it is written: the table of its objects, however long."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from docservice.render.stamp import book
from docservice.render.stamp.book import Book, Rows


def test_rows_far_behind_can_still_be_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "_PART", 4)
    rows = Rows(b"0" * 7)
    wanted = [b"0" * 7]
    for number in range(1, 50):
        assert rows.grow(1) == number
        rows.put(number, b"%07d" % number)
        wanted.append(b"%07d" % number)
    assert rows.grow(30) == 50
    rows.put(2, b"altro..")
    wanted[2] = b"altro.."
    assert b"".join(rows.all()) == b"".join(wanted) + bytes(7 * 30)


def test_a_file_of_many_objects_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "_PART", 64)
    out = BytesIO()
    made = Book(out)
    root, pages, info = (made.number() for _ in range(3))
    for count in range(1000):
        made.packed(made.number(), b"<</Count %d>>" % count)
    made.packed(root, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    made.packed(pages, b"<</Type/Pages/Kids[]/Count 0>>")
    made.plain(info, b"<<>>")
    made.close(root, info)
    with pikepdf.open(BytesIO(out.getvalue())) as file:
        found = {int(item.Count) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/Count" in item}
    assert found == set(range(1000))
