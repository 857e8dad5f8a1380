"""The DOCX written piece by piece is the one that docxtpl makes of the whole: every part, as canonical XML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from docx_slow import canonical, slow
from docx_tools import CREATED, DATA, rendered, sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stadi import un_terzo
from test_docx import abouts, kinds, marks, one_run, parties, some_runs, texts

from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import catalogo, modello
from docservice.render.docx import write
from docservice.text.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)
from docservice.text.skeleton import Skeleton

# what XML can hold, where it is hard; what cannot be is refused before either way
HARD = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12)
WORDS = st.sampled_from(
    [
        "parola " * 30,
        "12,5",
        "1.200 €",
        "x" * 90,
        "prima\nseconda",
        "fine:",
        "\ue000\ue001\ue007",
        "2001-02-03T04:05:06Z",
        "%s",
    ]
)
hard_runs = st.lists(st.one_of(one_run, st.builds(Run, st.one_of(HARD, WORDS), bold=st.booleans())), max_size=3)
lines = st.one_of(some_runs, hard_runs.map(tuple))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.sampled_from([1, 2, 3, 12]))
    row = st.lists(lines, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(row, max_size=4))
    bands = draw(st.sets(st.integers(0, 4)))
    empty = [()] * (columns - 1)
    told = [(line[0], *empty) if place in bands else line for place, line in enumerate(rows)]
    return Table(draw(row), tuple(told), frozenset(draw(st.sets(st.integers(0, 4))) - bands), frozenset(bands))


hard_blocks = st.lists(
    st.one_of(
        st.builds(Title, lines, st.sampled_from(["over", "title", "sub"])),
        st.builds(Heading, lines, st.booleans()),
        st.builds(Paragraph, lines, kinds),
        st.builds(Item, marks, lines, st.sampled_from([1, 2])),
        tables(),
        st.builds(Signatures, parties.map(tuple)),
    ),
    max_size=7,
).map(tuple)
slow_enough = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
BLOCKS = st.builds(Document, st.one_of(texts, WORDS), hard_blocks, st.booleans(), about=abouts)


@given(document=BLOCKS, bozza=st.booleans())
@settings(slow_enough, max_examples=40)
def test_the_parts_are_those_of_the_slow_way(document: Document, *, bozza: bool) -> None:
    made = rendered(document, bozza=bozza)
    assert canonical(made) == slow(document, data=DATA, created=CREATED, bozza=bozza)


@pytest.mark.lungo
@given(document=BLOCKS, bozza=st.booleans())
@slow_enough
def test_the_parts_of_many_more_are_those_of_the_slow_way(document: Document, *, bozza: bool) -> None:
    made = rendered(document, bozza=bozza)
    assert canonical(made) == slow(document, data=DATA, created=CREATED, bozza=bozza)


@pytest.mark.lungo
@given(st.deferred(lambda: _values(len(example("did").values))))
@slow_enough
def test_hard_values_in_a_skeleton(values: list[Run]) -> None:
    skeleton = example("did").skeleton
    assert skeleton is not None
    document = skeleton.fill([Run(value.text, "/x", blank=value.blank) for value in values])
    made = write(document, data=DATA, created=CREATED)
    assert canonical(made) == slow(document, data=DATA, created=CREATED)
    alone = Document(document.title, document.blocks, about=document.about)
    assert canonical(write(alone, data=DATA, created=CREATED)) == canonical(made)


def _values(many: int) -> st.SearchStrategy[list[Run]]:
    """Return values for as many slots as a form has."""
    hard = hard_runs.map(lambda runs: runs[0] if runs else Run(""))
    return st.lists(st.one_of(one_run, hard), min_size=many, max_size=many)


def example(slug: str) -> Document:
    tipo = modello(slug)
    return service.Atto(tipo, leggi(tipo.schema, service.esempio(slug))).documento()


@pytest.mark.parametrize("slug", un_terzo(catalogo()))
def test_every_document_type(slug: str) -> None:
    document = example(slug)
    if any(isinstance(block, Letterhead | Plot) for block in document.blocks):  # pictures are no part of the sample
        rest = tuple(block for block in document.blocks if not isinstance(block, Letterhead | Plot))
        document = Document(document.title, rest, document.landscape, about=document.about)
    made = write(document, data=DATA, created=CREATED)
    assert canonical(made) == slow(document, data=DATA, created=CREATED)


@pytest.mark.parametrize("count", [1, 13, *(pytest.param(count, marks=pytest.mark.lungo) for count in (14, 40))])
def test_many_signatures(count: int) -> None:
    assert canonical(rendered(sample(count))) == slow(sample(count), data=DATA, created=CREATED)


def test_what_is_known_of_a_skeleton_changes_no_byte() -> None:
    """A value may end a paragraph with a colon, or take the signatures' page: forms of both are kept, apart."""
    ends = Paragraph((Run("Si dà atto di ", None), Run("", slot=0)))
    skeleton = Skeleton("Prova", [ends, *sample().blocks])
    values = ["nulla", "quanto segue:", "nulla", "x" * 7000, "due\nrighe", "", "quanto segue:"]
    first = [write(skeleton.fill([Run(value, "/x")]), data=DATA, created=CREATED) for value in values]
    for value, made in zip(values, first, strict=True):
        fresh = Skeleton("Prova", [ends, *sample().blocks])
        document = fresh.fill([Run(value, "/x")])
        assert write(document, data=DATA, created=CREATED) == made
        assert canonical(made) == slow(document, data=DATA, created=CREATED)


def test_a_value_is_written_alike_however_long() -> None:
    """Places of one width hold short values, and what stays together is known for those about as long."""
    signer = Signature((Run("L’Azienda"),), (Run("", slot=0),), "firm")
    blocks = (Paragraph((Run("Si dà atto di "), Run("", slot=0), Run("."))), Signatures((signer,) * 24))
    skeleton = Skeleton("Prova", blocks)
    for size in (1, 62, 63, 64, 126, 160, 400, 62, 20):
        for letter in ("x", "é"):
            document = skeleton.fill([Run(letter * size, "/x")])
            assert canonical(write(document, data=DATA, created=CREATED)) == slow(document, data=DATA, created=CREATED)


def test_a_form_is_light() -> None:
    """Controls and styles are told once: a form with its data weighs what a page of text does."""
    assert len(write(example("did"), data=b"{}" + b" " * 1000, created=CREATED)) < 15 * 1024


def test_rows_of_many_batches_and_a_long_value() -> None:
    rows = tuple(((Run(f"r{n} & <{n}>"),), (Run(str(n)),)) for n in range(600))
    table = Table(((Run("Nome"),), (Run("Ore"),)), rows, frozenset({255, 256, 599}))
    blocks: tuple[Block, ...] = (Paragraph((Run("x" * 70_000, "/x"),)), table)
    document = Document("Tabella", (*blocks, *sample().blocks[-3:]))
    assert canonical(rendered(document)) == slow(document, data=DATA, created=CREATED)


class Lazy(Sequence[tuple[Runs, ...]]):
    """Rows made when asked for, counting how often they are."""

    times = 0

    def __len__(self) -> int:
        return 300

    def __getitem__(self, place: Any) -> Any:
        return ((Run(f"Nome {range(300)[place]}"),), (Run("8,5"),))

    def __iter__(self) -> Iterator[tuple[Runs, ...]]:
        self.times += 1
        return map(self.__getitem__, range(300))


def test_rows_are_made_once() -> None:
    rows = Lazy()
    header = ((Run("Nome"),), (Run("Ore"),))
    made = rendered(Document("t", (Table(header, rows), sample().blocks[-1])))  # type: ignore[arg-type]
    assert rows.times == 1
    assert made == rendered(Document("t", (Table(header, tuple(rows)), sample().blocks[-1])))


@pytest.mark.parametrize("text", ["\0", "\1", "\x0e", "\ud800", "\ufffe"])
def test_characters_xml_cannot_hold_are_refused_everywhere(text: str) -> None:
    bad = (Run(f"a{text}", "/x"),)
    skeleton = Skeleton("t", [Paragraph((Run("", slot=0),))])
    for document in (
        Document(text, ()),
        skeleton.fill(bad),
        Document("t", (Table((bad,), ()),)),
        Document("t", (Table(((),), ((bad,),)),)),
        Document("t", (Signatures((Signature((), bad),)),)),
    ):
        with pytest.raises(ValueError, match="Carattere non ammesso"):
            rendered(document)
    with pytest.raises(ValueError, match=r"Carattere non ammesso|surrogates|decode"):
        write(sample(), data=text.encode(errors="surrogatepass"), created=CREATED)


def test_rows_are_as_long_as_the_header() -> None:
    for header, rows in (((Run("a"),),), (((Run("b"),), (Run("c"),)),)), ((), ()):
        with pytest.raises(ValueError, match="celle"):
            rendered(Document("t", (Table(header, rows),)))
