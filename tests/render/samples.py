"""Documents built by hand, for the tests of the writers."""

from __future__ import annotations

from datetime import UTC, datetime

from docservice.text.blocks import (
    EMPTY,
    TICKED,
    Document,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)

CREATED = datetime(2009, 6, 22, tzinfo=UTC)
DATA = '{"dati":{"denominazione":"A*B* & Figli <S.r.l.>","nome":"Łukasz"}}'.encode()
HOSTILE = (
    "A*B* & Figli <S.r.l.>",
    "{{ 7*7 }} {% raw %}",
    "# t",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#65;",
    "</title></style><!-- -->",
    'Łukasz D’Amico "l\'altro" \\n \\(x\\)',
    "prima\nseconda\r\nterza",
    "a  b\tc",
    "https://example.org/a?b=c",
    "x" * 300,
    "ﬁnale ufficio affitto",
)
CLAUSE = "Ultima clausola: letto, confermato e sottoscritto."


def runs(text: str, **kind: bool) -> Runs:
    return (Run(text, **kind),)


def document(parties: int = 1, paragraphs: int = 1, rows: int = 0, values: tuple[str, ...] = HOSTILE[:3]) -> Document:
    """Return a document with every kind of block; `rows` of a table, none by default."""
    filler = "Gli ordini dei due clienti principali sono calati di oltre il 40%; restano quattro mesi di consegne. " * 3
    table = [Table((runs("Numero"), runs("Nome")), tuple((runs(f"r{n}"), runs(f"Łukasz {n}")) for n in range(rows)))]
    return Document(
        "Accordo sindacale di prova",
        (
            Title(runs("Cassa integrazione in deroga"), "over"),
            Title(runs("Accordo di tipo A"), "title"),
            Title(runs("quadro del 4 maggio 2009"), "sub"),
            Paragraph((Run("Addì "), Run("", blank=True), Run(" a "), Run("Bergamo", "/luogo", bold=True), Run("."))),
            Heading(runs("Si premette")),
            *(Paragraph(runs(f"{n}: {filler}")) for n in range(paragraphs)),
            Item("1.", runs("La causa è una sola:"), 1),
            Item(EMPTY, runs("cessazione"), 2),
            Item(TICKED, runs("altro", bold=True), 2),
            *(Item("–", runs(value), 2) for value in values),
            Item("2.", runs("Il massimo è 28."), 1),
            *(table if rows else ()),
            Paragraph(runs(CLAUSE)),
            Signatures(
                tuple(
                    Signature(runs(f"Per la parte P{n}."), runs(f"Nome{n} Primo.") if n % 3 else ())
                    for n in range(parties)
                )
            ),
        ),
    )
