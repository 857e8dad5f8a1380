"""The proof that what is stamped is what would be laid out: forms by the thousand, and a table of as many rows.

Words in the order of drawing, tags, pictures of the pages; `script/confronto` runs it.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from stamp_tools import DAY, differences, made, people

from benchmarks.tables import listing
from docservice.render import full, pdf
from docservice.render.stamp import Stamper

PROCESSES, MANY = 2, 3000


def forms(many: int, part: int) -> list[str]:
    """Compare one of `PROCESSES` parts of some forms; return what differs."""
    stamper, wrong = Stamper(), []
    with TemporaryDirectory() as folder:
        for number, (one, data) in enumerate(islice(made("did", people(many)), part, None, PROCESSES)):
            stamped = stamper.write(one, data=data, created=DAY)
            found = differences(stamped, full.write(one, data=data, created=DAY), Path(folder))
            wrong += [f"DID {part + 1 + number * PROCESSES}: {what}" for what in found]
            if number % 100 == 0:
                sys.stderr.write(f"{number * PROCESSES} di {many}, {stamper.laid} impaginazioni\n")
    return wrong


def table(many: int) -> list[str]:
    """Compare a table of so many rows."""
    one = listing(many)
    stamped, whole = (make(one, data=b"{}", created=DAY) for make in (pdf.write, full.write))
    with TemporaryDirectory() as folder:
        return [f"tabella: {what}" for what in differences(stamped, whole, Path(folder))]


def main() -> int:
    """Run the command."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with ProcessPoolExecutor(PROCESSES) as pool:
        wrong = [what for part in pool.map(partial(forms, many), range(PROCESSES)) for what in part]
    wrong += table(many)
    good = f"{many} DID e una tabella di {many} righe: parole, etichette e aspetto come impaginate"
    sys.stdout.write("\n".join(wrong or [good]) + "\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
