"""What a run costs: the ten dearest tests, and the processor seconds that each document takes.

A test's cost is the processor time of its process and of the processes it starts, fixtures included. The tests of a
document are those whose name holds its slug, as `test_level_a_of_pdf_a[did]`, if there is one for every document. On CI
the short suite fails when a document costs more than `MOST`, and `TIMES` the median one.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

MOST, TIMES = 4.0, 4.0
"""Processor seconds that a document may cost in the short suite, on a machine that does nothing else; and how many
times the median document of the same run, which is what a busy machine makes longer for all alike."""
SHOWN = 10
SHORT = "not lungo"
"""The expression of marks that chooses the short stage."""
_TICK = os.sysconf("SC_CLK_TCK")


def spent() -> float:
    """Return the processor seconds of this process and of those it started, ended or not."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system + sum(map(_of, _children()))


def _children() -> Iterator[str]:
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            yield from task.read_text().split()
        except OSError:  # a thread that ended meanwhile
            continue


def _of(pid: str) -> float:
    try:
        told = Path("/proc", pid, "stat").read_text()
    except OSError:
        return 0.0
    # after the name: state is the first, the four times are from the twelfth on
    return sum(map(int, told.rpartition(")")[2].split()[11:15])) / _TICK


def begin(item: pytest.Item) -> None:
    """Count what a test costs from here on."""
    item.stash[_BEGAN] = spent()


class Measure:
    """Writes on the last report of each test what the test cost."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        begin(item)
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        if call.when == "teardown":
            item.user_properties.append(("cpu", spent() - item.stash[_BEGAN]))


_BEGAN = pytest.StashKey[float]()


class Summary:
    """Adds up what the tests cost, and says it at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.short = config.getoption("markexpr") == SHORT
        self.tests: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown":
            self.tests[report.nodeid] += dict(report.user_properties).get("cpu", 0.0)

    @property
    def documents(self) -> Counter[str]:
        """What each document costs: the tests that every document goes through, which a new one will too."""
        from docservice.modelli.catalogo import catalogo

        # the longest first: `accordo-cds` begins as `accordo-c`
        slugs = "|".join(sorted(catalogo(), key=len, reverse=True))
        named = re.compile(rf"(?<!\w)({slugs})(?!\w)")
        tests: dict[str, Counter[str]] = {}
        for test, cost in self.tests.items():
            name, _, parameters = test.partition("[")
            found = named.search(parameters)
            if found:
                tests.setdefault(name, Counter())[found[1]] += cost
        return sum((costs for costs in tests.values() if len(costs) == len(catalogo())), Counter())

    @property
    def dear(self) -> dict[str, float]:
        """The documents that cost too much."""
        costs = self.documents
        if not self.short or not costs:
            return {}
        most = max(MOST, TIMES * median(costs.values()))
        return {slug: cost for slug, cost in costs.items() if cost > most}

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if os.environ.get("CI") and self.dear and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        write = terminalreporter.write_line
        if len(self.tests) < SHOWN:
            return
        terminalreporter.section(f"costs: {self.tests.total():.0f} processor seconds, start and collection aside")
        for test, cost in self.tests.most_common(SHOWN):
            write(f"{cost:6.2f}  {test}")
        documents = self.documents
        if documents:
            write(f"a document: {documents.total() / len(documents):.2f} on average")
            write("; ".join(f"{slug} {cost:.2f}" for slug, cost in documents.most_common()))
        for slug, cost in self.dear.items():
            write(f"{slug} costs {cost:.2f} processor seconds: over {MOST:g}, and {TIMES:g} times the others", red=True)


def register(config: pytest.Config) -> None:
    """Measure where tests run, and add up where the run is told."""
    config.pluginmanager.register(Measure())
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Summary(config))
