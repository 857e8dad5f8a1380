"""Count the faults that the tests of the law see. `script/mutanti` runs it; nothing else does.

script/mutanti                                   # the whole law: takes long
script/mutanti deroga_2009/schemi calendar.py    # some of it
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from script.mutazione import innesti, prove
from script.mutazione.guasti import Guasto, guasti

ROOT: Final = Path(__file__).resolve().parents[2]
TOOL: Final = ROOT / "build" / "mutanti"
LAW: Final = ROOT / "docservice" / "law"
PROVE: Final = ("tests/law",)
_PESANTI: Final = ("yaml", "marshmallow", "holidays", "dateutil.relativedelta", "stdnum")
"""Libraries that every fork needs: imported once."""


REGOLE: Final = "moduli di regole"
IN_TUTTO: Final = "in tutto"


def main() -> int:
    """Run, print, and say whether nothing survives."""
    parser = argparse.ArgumentParser(prog="script/mutanti", description=__doc__.splitlines()[0])
    parser.add_argument("dove", nargs="*", help="file o cartelle di docservice/law (tutto, se non detto)")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, metavar="N", help="prove insieme")
    parser.add_argument("--prove", action="append", help="dove stanno le prove (tests/law)")
    parser.add_argument("--lenti", action="store_true", help="anche ciò che gira all’importazione")
    parser.add_argument("--riprendi", action="store_true", help="senza i guasti già visti, se la legge non cambia")
    parser.add_argument("--esce", type=Path, help="scrive gli esiti, uno a riga")
    asked = parser.parse_args()
    files = sorted({file for one in asked.dove or ["."] for file in _file(LAW / one)})
    listed = [one for file in files for one in guasti(file)]
    print(f"{len(listed)} guasti in {len(files)} moduli", file=sys.stderr, flush=True)
    for name in _PESANTI:
        importlib.import_module(name)
    where = [str(ROOT / one) for one in asked.prove or PROVE]
    kept = TOOL / f"{_impronta(LAW.rglob('*.py'))}.visti"
    known = _noti(kept, listed) if asked.riprendi else {}
    at_import = prove.attendi(lambda: innesti.all_import(LAW))
    todo = [one for one in listed if one not in known]
    answer = prove.attendi(lambda: _svelti(where, todo, asked.j, at_import, kept))
    if not isinstance(answer, tuple):
        print(answer, file=sys.stderr)
        return 2
    reached, seen = answer
    seen |= known
    for why, names in (("fallisce da sé", reached.fallite), ("troppo lunga", reached.lunghe)):
        for name in names:
            print(f"non conta, {why}: {name}", file=sys.stderr)
    slow = [one for one in listed if one not in seen]
    if slow and asked.lenti:
        seen |= _insieme(slow, asked.j, lambda one: _lento(where, one, reached.per_modulo(one)), _segna(kept))
    _stampa(listed, seen, asked.esce)
    return 0


def _file(path: Path) -> Iterable[Path]:
    return path.rglob("*.py") if path.is_dir() else [path]


def _svelti(
    where: list[str], listed: list[Guasto], at_once: int, at_import: set[innesti.Posto], kept: Path
) -> tuple[prove.Raggiunte, dict[Guasto, str]]:
    """Try the faults that need no import."""
    answer: list[tuple[prove.Raggiunte, dict[Guasto, str]]] = []

    def use(items: list[pytest.Item]) -> None:
        innesti.prepara()
        innesti.riscalda(ROOT / "tests" / "law" / "casi")
        reached: prove.Raggiunte = _misurate(lambda: prove.attendi(lambda: prove.misura(items, LAW)))
        by_name = {item.nodeid: item for item in items}
        alive = innesti.funzioni(LAW)
        innesti.condividi()
        quick = [one for one in listed if one.dentro and (str(one.file), one.dentro) not in at_import]

        seers: dict[tuple[Path, str], list[str]] = {}

        def run(one: Guasto) -> str:
            tests = reached.per(one)
            if not tests:
                return ""
            innesti.innesta(one, alive)
            lately = seers.get((one.file, one.dentro), [])
            first = [name for name in reversed(lately) if name in set(tests)]
            usual = sum(reached.tempi[name] for name in tests)
            return prove.vista((by_name[name] for name in dict.fromkeys([*first, *tests])), usual)

        note = _segna(kept)

        def learn(one: Guasto, seer: str) -> None:
            note(one, seer)
            # what saw a fault of a function probably sees the next
            if seer in by_name:
                known = seers.setdefault((one.file, one.dentro), [])
                known[:] = [*(name for name in known if name != seer), seer]

        answer.append((reached, _insieme(quick, at_once, run, learn)))

    said = prove.raccogli(where, use)
    if not answer:
        raise RuntimeError(f"pytest: {said}")
    return answer[0]


def _misurate(misura: Callable[[], prove.Raggiunte]) -> prove.Raggiunte:
    """Return what the tests run, measured again only when something has changed."""
    content = [*LAW.parent.rglob("*.py"), *LAW.rglob("*.yaml"), *(ROOT / "tests" / "law").rglob("*")]
    kept = TOOL / f"{_impronta(path for path in content if path.is_file() and path.suffix != '.pyc')}.raggiunte"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # noqa: S301 - our own
    found = misura()
    kept.write_bytes(pickle.dumps(found))
    return found


def _impronta(files: Iterable[Path]) -> str:
    made = hashlib.sha256()
    for path in sorted(files):
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def _segna(kept: Path) -> Callable[[Guasto, str], None]:
    """Return what writes down each fault that is seen."""

    def write(one: Guasto, seer: str) -> None:
        if seer:
            with kept.open("a", encoding="utf-8") as out:
                out.write(json.dumps([str(one.file), one.operatore, one.volta, seer]) + "\n")

    return write


def _noti(kept: Path, listed: list[Guasto]) -> dict[Guasto, str]:
    """Return the faults seen before, of the same sources."""
    known = {}
    if kept.exists():
        for row in kept.read_text(encoding="utf-8").splitlines():
            file, operatore, volta, seer = json.loads(row)
            known[file, operatore, volta] = seer
    keys = ((one, (str(one.file), one.operatore, one.volta)) for one in listed)
    return {one: known[key] for one, key in keys if key in known}


def _lento(where: list[str], one: Guasto, tests: list[str]) -> str:
    """Try a fault from the import on."""
    found: list[str] = []
    sys.meta_path.insert(0, innesti.Innesto(one, LAW))
    wanted = {name: place for place, name in enumerate(tests)}

    def use(items: list[pytest.Item]) -> None:
        chosen = sorted((item for item in items if item.nodeid in wanted), key=lambda item: wanted[item.nodeid])
        found.append(prove.vista(chosen) if len(chosen) == len(wanted) else "raccolta")

    prove.raccogli(where, use)
    return found[0] if found else "importazione"


def _insieme(
    listed: list[Guasto],
    at_once: int,
    run: Callable[[Guasto], str],
    learn: Callable[[Guasto, str], None] = lambda *_: None,
) -> dict[Guasto, str]:
    """Run each in a fork, some at once; return by fault which test sees it, or nothing."""
    found: dict[Guasto, str] = {}
    going: dict[int, tuple[Guasto, int]] = {}
    waiting = list(reversed(listed))
    while waiting or going:
        while waiting and len(going) < at_once:
            one = waiting.pop()
            pid, reads = prove.biforca(lambda one=one: run(one))  # type: ignore[misc]
            going[pid] = one, reads
        pid, _ = os.wait()
        one, reads = going.pop(pid)
        said: Any = prove.esito(reads)
        if isinstance(said, prove.Rotto):
            raise RuntimeError(f"{one}: {said}")  # noqa: TRY004 - an answer of another kind
        found[one] = "non finisce" if said is None else said
        learn(one, found[one])
        if len(found) % 100 == 0:
            print(f"{len(found)} di {len(listed)}", file=sys.stderr, flush=True)
    return found


@cache
def _con_regole(file: Path) -> bool:
    return "@regola(" in file.read_text(encoding="utf-8")


def _stampa(listed: list[Guasto], seen: dict[Guasto, str], out: Path | None) -> None:
    """Print faults and those seen, by module, by folder and in all, and each that survives."""
    tried = [one for one in listed if one in seen]
    folder: dict[str, Counter[bool]] = {}
    for one in tried:
        path = one.file.relative_to(LAW)
        names = {str(path), f"{path.parts[0]}/" if len(path.parts) > 1 else "(radice)", IN_TUTTO}
        if _con_regole(one.file):
            names |= {REGOLE, f"{REGOLE} di {path.parts[0]}/"}
        for name in names:
            folder.setdefault(name, Counter())[bool(seen[one])] += 1
    for name, count in sorted(
        folder.items(), key=lambda item: (item[0] == IN_TUTTO, item[0].startswith(REGOLE), item[0])
    ):
        total = count[True] + count[False]
        print(f"{name:45} {total:5} guasti {count[True]:5} visti {100 * count[True] / total:6.1f}%")
    for one in tried:
        if not seen[one]:
            print(f"{one.file.relative_to(LAW)}:{one.riga}: {one.operatore} {one.volta}: {one.mostra}")
    if len(tried) < len(listed):
        print(f"{len(listed) - len(tried)} non provati (--lenti)")
    if out:
        rows = [f"{one.file.relative_to(LAW)}\t{one.riga}\t{one.operatore}\t{seen[one]}\n" for one in tried]
        out.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
