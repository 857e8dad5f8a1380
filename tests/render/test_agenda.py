"""Deadlines as an iCalendar."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar

from docservice.render.agenda import write

SOURCE = {"atto": "D.Lgs. 148/2015", "punto": "art. 15, c. 2; e altro"}


def deadline(code: str, day: str | None, **more: str | bool) -> dict[str, Any]:
    told = {"codice": code, "descrizione": f"Termine, {code}; àèìòù" + " parola" * 20, "fonte": SOURCE, **more}
    return told if day is None else {**told, "data": day}


def test_a_whole_day_each_folded_and_escaped() -> None:
    made = write([deadline("A", "2024-02-29", data_utile="2024-03-01"), deadline("B", "2024-12-31")], data=b"x")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    first, second = Calendar.from_ical(made).events
    assert str(first["summary"]) == deadline("A", None)["descrizione"]
    assert str(first["description"]) == (
        "A: D.Lgs. 148/2015, art. 15, c. 2; e altro. Il giorno non è lavorativo; primo giorno utile: 01/03/2024."
    )
    assert (first["dtstart"].dt.isoformat(), first["dtend"].dt.isoformat()) == ("2024-02-29", "2024-03-01")
    assert (second["dtstart"].dt.isoformat(), second["dtend"].dt.isoformat()) == ("2024-12-31", "2025-01-01")


def test_a_holiday_to_which_no_term_is_put_off() -> None:
    made = write([deadline("S-SIND", "2024-06-30", festivo=True)], data=b"x")
    [only] = Calendar.from_ical(made).events
    assert str(only["description"]).endswith("Il giorno è festivo: il termine non si sposta.")


def test_cadences_without_a_day_are_left_out() -> None:
    assert Calendar.from_ical(write([deadline("A", None)], data=b"x")).events == []


def test_a_name_for_each_deadline_of_each_data() -> None:
    twice = [deadline("A", "2024-02-29"), deadline("A", "2024-03-29")]
    one, two = (
        [str(event["uid"]) for event in Calendar.from_ical(write(twice, data=data)).events] for data in (b"x", b"y")
    )
    assert len({*one, *two}) == 4
    assert write(twice, data=b"x") == write(twice, data=b"x")


def test_whose_deadline_it_is() -> None:
    made = write([deadline("A", "2024-02-29")], data=b"x", impresa="Officine Esempio S.r.l.")
    [event] = Calendar.from_ical(made).events
    assert str(event["summary"]) == f"{deadline('A', None)['descrizione']} – Officine Esempio S.r.l."


def test_where_an_application_is_filed_is_told_with_its_term() -> None:
    [made] = Calendar.from_ical(write([deadline("A", "2024-02-29", nota="Si presenta su OMNIA IS.")], data=b"x")).events
    assert str(made["description"]) == "A: D.Lgs. 148/2015, art. 15, c. 2; e altro. Si presenta su OMNIA IS."
