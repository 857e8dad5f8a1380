"""The fast check of a codice fiscale accepts what python-stdnum does, and the verdict is the same with either."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from stdnum.it import codicefiscale

from benchmarks.people import worker
from docservice.law.generale import elenco, identificativi
from docservice.law.generale.codice_fiscale import compatto, esatto, valido
from docservice.service import esempio, valida

FEW, MANY = 5000, 100_000
LETTERS = dict(zip("0123456789", "LMNPQRSTUV", strict=True))
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc -:.\n’éßŉＡ٣１"


def checked(code: str) -> str:
    return code[:15] + str(codicefiscale.calc_check_digit(code[:15]))


def homonym(code: str, chance: Random) -> str:
    """Return the code with letters in the place of some digits."""
    places = (6, 7, 9, 10, 12, 13, 14)
    return checked("".join(LETTERS[c] if i in places and chance.random() < 0.5 else c for i, c in enumerate(code)))


def spoiled(code: str, chance: Random) -> str:
    """Return the code changed somewhere, the check character often made right again."""
    how = chance.random()
    place = chance.randrange(len(code))
    if how < 0.3:
        changed = code[:place] + chance.choice(SIGNS) + code[place + 1 :]
        return checked(changed) if changed.isascii() and changed.isalnum() and changed.isupper() else changed
    if how < 0.5:  # any day, of any month, in any year
        born = f"{chance.randrange(100):02}{chance.choice('ABCDEHLMPRST')}{chance.randrange(100):02}"
        return checked(code[:6] + born + code[11:])
    if how < 0.6:
        return code[:place] + chance.choice(SIGNS) + code[place:]
    if how < 0.7:
        return chance.choice(
            (code.lower(), f" {code}", f"{code} ", code[:15], code * 2, "", " ", "01234560165", "0" * 11)
        )
    return homonym(code, chance) if how < 0.9 else code


def codes(many: int, seed: int) -> list[str]:
    chance = Random(seed)  # noqa: S311 - no secret
    return [spoiled(worker(chance.randrange(10**6), {})["codice_fiscale"], chance) for _ in range(many)]


def compare(many: int, seed: int) -> None:
    plainly = 0
    for code in codes(many, seed):
        assert valido(code) == codicefiscale.is_valid(code), code
        assert compatto(code) == codicefiscale.compact(code), code
        if esatto(code):
            plainly += 1
            assert codicefiscale.is_valid(code), code
            assert codicefiscale.compact(code) == code
    assert plainly > many / 4


def test_the_fast_check_agrees_with_stdnum() -> None:
    compare(FEW, 1)


@pytest.mark.lungo
def test_the_fast_check_agrees_with_stdnum_on_very_many() -> None:
    compare(MANY, 2)


def test_the_fast_check_knows_every_day_and_homonym() -> None:
    """All but the 29th of February, whose year it does not look at."""
    chance = Random(5)  # noqa: S311
    people = [worker(number, {})["codice_fiscale"] for number in range(11_003)]
    assert all(code[8:11] in ("B29", "B69") for code in people if not esatto(code))
    assert not [code for code in people if code[8:11] not in ("B29", "B69") and not esatto(homonym(code, chance))]


@pytest.mark.parametrize(
    "slug",
    [
        *("accordo-a", "accordo-non-standard", "autodichiarazione-did", "elenco-lavoratori"),
        *("tabella-solidarieta", pytest.param("accordo-cds", marks=pytest.mark.lungo)),
    ],
)
def test_the_verdict_is_the_same_with_stdnum_alone(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = esempio(slug)
    like: dict[str, Any] = payload.get("lavoratori", [{"cognome": "Neri", "nome": "Ada"}])[0]
    given = [code for code in codes(600, 6) if code.strip() and code.isascii() and "\n" not in code and len(code) <= 20]
    payload["lavoratori"] = [like | {"codice_fiscale": code} for code in [*given, *given[:20], given[0].lower()]]
    fast = valida(slug, payload).as_dict()
    for module in (identificativi, elenco):
        monkeypatch.setattr(module, "esatto", lambda _: False)
    monkeypatch.setattr(identificativi, "valido", codicefiscale.is_valid)
    monkeypatch.setattr(identificativi, "compatto", codicefiscale.compact)
    assert fast == valida(slug, payload).as_dict()
    assert len(fast["rilievi"]) > 100
