"""What the law says to people names data by their labels: no name of the machinery in a sentence.

"Va previsto il pagamento diretto (pagamento_diretto_inps: true)." is nothing to who fills in a form on paper.
One is named beside its label, as a published case wants: aliquota_ridotta_dal.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import docservice

HERE = Path(docservice.__file__).parent
INNER = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|: (true|false)\b|(?<!«)\b(deroga-2009|dlgs-148)\b")


def sentences(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that are not about its code."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_sentence_of_the_law_names_the_machinery() -> None:
    found = {
        (str(path.relative_to(HERE)), said)
        for path in HERE.glob("law/**/*.py")
        for said in sentences(ast.parse(path.read_text(encoding="utf-8")))
        if " " in said and INNER.search(said.replace("(aliquota_ridotta_dal)", ""))
    }
    assert not found
