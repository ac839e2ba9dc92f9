"""Where a post ends and whose it is: fields, units, boards, places, owners, described bodies."""

from __future__ import annotations

import pytest
from test_facts_people import people

POSTS: dict[str, tuple[str, str, str | None, str | None]] = {
    "field that begins like a firm": (
        "“It is,” said Jane Roe, its Director of Network Operations.",
        "Jane Roe", "Director of Network Operations", None,
    ),
    "faculty": (
        "It was witnessed by Dr Ann Poe, Dean of the Faculty of Marine Engineering.",
        "Ann Poe", "Dean of the Faculty of Marine Engineering", None,
    ),
    "faculty of a university": (
        "Dr Ann Poe, Dean of the Faculty of Law at Port Royal University, spoke.",
        "Ann Poe", "Dean of the Faculty of Law", "Port Royal University",
    ),
    "board of an owner": (
        "It was signed by Jane Roe, Chair of Globex's Supervisory Board.",
        "Jane Roe", "Chair", "Globex's Supervisory Board",
    ),
    "division of an owner": (
        "Mr Max Moe, General Manager of Globex's Africa Division, lit the lamp.",
        "Max Moe", "General Manager", "Globex's Africa Division",
    ),
    "unit of a pronoun": (
        "For Globex, the head of its Baltic sales unit, Max Moe, signed the contract.",
        "Max Moe", "head of its Baltic sales unit", None,
    ),
    "plant in small letters": (
        "Her place will be taken by Max Moe, now head of the Selby rolling plant.",
        "Max Moe", "head of the Selby rolling plant", None,
    ),
    "mayor": (
        "The Mayor of Ludlow, Ann Poe, cut the ribbon.", "Ann Poe", "Mayor", "Ludlow",
    ),
    "ambassador": (
        "There was Ann Poe, ambassador of Peru, too.", "Ann Poe", "ambassador", "Peru",
    ),
    "place before mayor": (
        "Ludlow Mayor Ann Poe acted as host.", "Ann Poe", "Mayor", "Ludlow",
    ),
    "two places": (
        "The Ambassador of Japan to Peru, Mr Ken Doe, left.",
        "Ken Doe", "Ambassador of Japan to Peru", None,
    ),
    "office that owns": (
        "The Chancellor's envoy for trade, Ann Poe, presided.", "Ann Poe", "envoy for trade", None,
    ),
    "government in small letters": (
        "Looking on was Ann Poe, the regional government's delegate for ports.",
        "Ann Poe", "delegate for ports", "regional government",
    ),
    "service in small letters": (
        "The head of the county ambulance service, Commander Max Moe, stood by.",
        "Max Moe", "head", "county ambulance service",
    ),
    "bureau of a state": (
        "“No,” said Max Moe, director of the state's Bureau of Rural Growth.",
        "Max Moe", "director", "Bureau of Rural Growth",
    ),
    "at the builder": (
        "“Yes,” said Ann Poe, Site Manager at the builder, Consortium Delta 4.",
        "Ann Poe", "Site Manager", "Consortium Delta 4",
    ),
    "last of two owners": (
        "It was signed by Lindmark and Initech's CEO Petra Nyholm.",
        "Petra Nyholm", "CEO", "Initech",
    ),
    "who directs": (
        "Professor Ann Poe, who directs the university's Institute for Arctic Light, spoke.",
        "Ann Poe", None, "Institute for Arctic Light",
    ),
    "chief of something": (
        "Its chief forecaster, Max Moe, said so.", "Max Moe", "chief forecaster", None,
    ),
    "mediator": (
        "The state mediator, Dr Ann Poe, has invited both sides.",
        "Ann Poe", "state mediator", None,
    ),
    "through its partner": (
        "Globex said through its partner Max Moe that it would wait.", "Max Moe", "partner", None,
    ),
    "who will be": (
        "Captain Ann Poe, who'll be the ship's first master, said so.",
        "Ann Poe", "first master", None,
    ),
    "in charge": (
        "Globex's Managing Director, Dr. Ann Poe, becomes Deputy Chief Executive, in charge of"
        " all mining.",
        "Ann Poe", "Deputy Chief Executive", None,
    ),
    "no comma before": (
        "For the harbour company Chief Executive Ann Poe put her name to it.",
        "Ann Poe", "Chief Executive", None,
    ),
    "under somebody": (
        "It is the last edition under artistic director Ann Poe, who steps down.",
        "Ann Poe", "artistic director", None,
    ),
    "headline in capitals": (
        "Globex President Jane Roe Resigns; Ann Poe Named Acting President. All agreed.",
        "Jane Roe", "President", "Globex",
    ),
    "named in a headline": (
        "Globex President Jane Roe Resigns; Ann Poe Named Acting President. All agreed.",
        "Ann Poe", "Acting President", None,
    ),
    "portfolio before a colon": (
        "Hon. Ann Poe, Cabinet Secretary for Roads and Transport: “Yes.”",
        "Ann Poe", "Cabinet Secretary for Roads and Transport", None,
    ),
    "chamber of a country": (
        "Max Moe, First Deputy Chairman of the Chamber of Commerce of Peru (CCP), spoke.",
        "Max Moe", "First Deputy Chairman", "Chamber of Commerce of Peru",
    ),
    "whose head": (
        "It was done by the Centre for Youth Studies at the University of Selby, whose head,"
        " Professor Max Moe, spoke.",
        "Max Moe", "head", "Centre for Youth Studies",
    ),
    "Pvt. Ltd.": (
        "It was signed by Ms. Ann Poe, Managing Director of Initech India Pvt. Ltd. All agreed.",
        "Ann Poe", "Managing Director", "Initech India Pvt. Ltd.",
    ),
    "councillor": (
        "The Mayor of Ludlow, Councillor Ann Poe, presides.", "Ann Poe", "Mayor", "Ludlow",
    ),
    "in brackets behind a firm": (
        "A contract between Globex Farms of Leeds (Managing Director Max Moe) and Initech Foods"
        " (Chairwoman Ann Poe) was signed.",
        "Max Moe", "Managing Director", "Globex Farms",
    ),
    "in brackets behind a second firm": (
        "A contract between Globex Farms of Leeds (Managing Director Max Moe) and Initech Foods"
        " (Chairwoman Ann Poe) was signed.",
        "Ann Poe", "Chairwoman", "Initech Foods",
    ),
    "until now with": (
        "Globex has named Max Moe, until now with the airport operator Skyport, as"
        " non-executive director from 1 December.",
        "Max Moe", "non-executive director", None,
    ),
    "pass to": ("That committee will pass to Ivo Moe.", "Ivo Moe", None, None),
    "couple": (
        "It was founded in 1958 by Elsie and Robert Moorcroft.", "Elsie", None, None,
    ),
    "princess": (
        "The house will be opened by Princess Astrid.", "Astrid", None, None,
    ),
    "title before a surname": (
        "Ms Clara Montt Rivas is there. “Yes,” said Rector Montt.",
        "Clara Montt Rivas", "Rector", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), POSTS.values(), ids=POSTS)
def test_a_post_is_read(text: str, name: str, title: str | None, organisation: str | None) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


ONLY = {
    "council of trades": (
        "There was the Chair of the Korean Chip Makers' Council, Noh Min-woo.", ["Noh Min-woo"],
    ),
    "firm of two": (
        "She was Managing Partner of the accountancy firm Corven Strand until May.", [],
    ),
    "school with its acronym": (
        "École Normale des Rivages de Lorme (ENRL) has signed a convention.", [],
    ),
    "ship in asterisks": ("The loss of the *Lady Morwen*, damaged by fire, was paid.", []),
    "product that climbs": ("Hill-climbing Fern Ridge joins two other versions.", []),
    "call": ("ASK US: 0800 555 333 (free) or ask@acme.example", []),
    "advisers that are firms": (
        "Advisers: Brenner Lund and Hartley Partners (Globex); Castle Bay (Initech).", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ONLY.values(), ids=ONLY)
def test_only_people_are_named(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names
