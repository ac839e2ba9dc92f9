"""Wordings that tell a post, a calling or whose somebody is: ranks, origins, successors, desks."""

from __future__ import annotations

import pytest
from facts_support import read
from test_facts_people import people

HEAD = "Acme opens\n\nOSLO, 6 May 2025 -- Acme Holdings plc met Globex Ltd and Initech Ltd.\n\n"

POSTS: dict[str, tuple[str, str, str | None, str | None]] = {
    "title behind a word of respect": (
        "The Honourable Commissioner for Education, Prof. Ann Poe, signed on behalf of it.",
        "Ann Poe", "Commissioner for Education", None,
    ),
    "chief of a staff": (
        "It was signed by the Chief of the Air Staff, General Ann Poe.",
        "Ann Poe", "Chief of the Air Staff", None,
    ),
    "chief of staff": (
        "Guests included Chief of Staff Ann Poe.", "Ann Poe", "Chief of Staff", None,
    ),
    "field behind a comma by its form": (
        "It was that of Jane Roe, Vice President, Sustainable Sourcing. It was read aloud.",
        "Jane Roe", "Vice President, Sustainable Sourcing", None,
    ),
    "field without of": (
        "Captain Jane Roe, Director Flight Operations, points out that it takes years.",
        "Jane Roe", "Director Flight Operations", None,
    ),
    "college": (
        "“So,” said Dr. Ann Poe, dean of the College of Engineering.",
        "Ann Poe", "dean of the College of Engineering", None,
    ),
    "school in small letters": (
        "With her sat Ann Poe, dean of the medical school at Globex University.",
        "Ann Poe", "dean of the medical school", "Globex University",
    ),
    "judges": (
        "Dame Ann Poe, chair of the judges, said: “Yes.”", "Ann Poe", "chair of the judges", None,
    ),
    "field that ends like a firm": (
        "It was signed by Ann Poe, Vice-Rector for Graduate Studies and Research.",
        "Ann Poe", "Vice-Rector for Graduate Studies and Research", None,
    ),
    "secretary to somebody": (
        "So says Ann Poe, Press Secretary to the Governor.",
        "Ann Poe", "Press Secretary to the Governor", None,
    ),
    "opposition": (
        "Opposition spokeswoman Ann Poe said so.", "Ann Poe", "Opposition spokeswoman", None,
    ),
    "origin before a minister": (
        "The Greek Minister for Ports, Ann Poe, signed.", "Ann Poe", "Minister for Ports", None,
    ),
    "origin before a calling": (
        "It was led by the former Fijian ombudsman Ann Poe.", "Ann Poe", "ombudsman", None,
    ),
    "origin of an ambassador": (
        "There was the Norwegian ambassador to the Republic of Korea, H.E. Ann Poe.",
        "Ann Poe", "Norwegian ambassador to the Republic of Korea", None,
    ),
    "money": (
        "Senator Ann Poe, who chairs the committee on ports and had asked for PHP 1,500, left.",
        "Ann Poe", "Senator", None,
    ),
    "superlative": (
        "He pressed it with Ann Poe, the plant's youngest operator.", "Ann Poe", "operator", None,
    ),
    "retired": (
        "Many gave, among them Ann Poe, a retired dairy farmer, who was first.",
        "Ann Poe", "dairy farmer", None,
    ),
    "until then": (
        "She has Jane Roe, hitherto head of quality, for it.", "Jane Roe", "head of quality", None,
    ),
    "post and calling": (
        "The jury's chair, the Ghanaian novelist Jane Roe-Poe, spoke.",
        "Jane Roe-Poe", "chair", None,
    ),
    "label and calling": ("Patron: the actor Sir Jon Poe.", "Jon Poe", "Patron", None),
    "label with a place": (
        "Managing director of the Polish subsidiary: Jane Roe.",
        "Jane Roe", "Managing director", None,
    ),
    "rank and part": (
        "Commissioner Jane Roe, rapporteur in the case, noted that it had.",
        "Jane Roe", "Commissioner", None,
    ),
    "publisher whose": (
        "It comes with Globex Press, whose publisher, Jane Roe, bought it.",
        "Jane Roe", "publisher", "Globex Press",
    ),
    "brewer and director": (
        "It was initialled by one for the brewer and Deputy Director Jane Roe for it.",
        "Jane Roe", "Deputy Director", None,
    ),
    "name like a field": (
        "General manager of Harding Ms Jane Roe spoke for Harding Shipyard Ltd.",
        "Jane Roe", "General manager", "Harding",
    ),
    "arm": (
        "Jane Roe, chief executive of the group's software arm, Initech Digital, read it.",
        "Jane Roe", "chief executive", "Initech Digital",
    ),
    "place of an owner's post": (
        "Globex's site director at Selby, Jane Roe, declined.", "Jane Roe", "site director",
        "Globex",
    ),
    "letters in mixed case": (
        "The utility Agua y Más (AyM) is out. “So,” said AyM director general Jane Roe.",
        "Jane Roe", "director general", "AyM",
    ),
    "given name behind a portfolio": (
        "“So,” she said. Minister of State for Cooperatives Agnes Zorvan Poe promised it.",
        "Agnes Zorvan Poe", "Minister of State for Cooperatives", None,
    ),
    "assistant of somebody": (
        "He will bring his assistant, Jane Roe, and a coach.", "Jane Roe", "assistant", None,
    ),
    "critic of a town": ("It was judged by critic Jane Roe of Selby.", "Jane Roe", "critic", None),
    "geologist of a town": (
        "It was seen by the geologist Jane Roe of La Paz.", "Jane Roe", "geologist", None,
    ),
    "firm like an origin": (
        "Jane Roe, the Meridian Elm partner who joins the board, left.",
        "Jane Roe", "partner", "Meridian Elm",
    ),
    "council": (
        "An opposition member of the city council, Jane Roe, criticised it.",
        "Jane Roe", "opposition member", "city council",
    ),
    "hospital at a place": (
        "Jane Roe, director of the mission hospital at Selby, said so.", "Jane Roe", "director",
        None,
    ),
    "particle with a hyphen": (
        "Its spokesman, Mr Jon al-Pozari, said it.", "Jon al-Pozari", "spokesman", None,
    ),
    "head of a field, of a common owner": (
        "“So,” says Jane Roe, the city's Head of School Buildings.",
        "Jane Roe", "Head of School Buildings", None,
    ),
    "preposition before a title": (
        "For Mayor Jane Roe the find means that it can reopen.", "Jane Roe", "Mayor", None,
    ),
    "under secretary": (
        "It was seen by Ms. Ann Poe, Under Secretary for Industry.",
        "Ann Poe", "Under Secretary for Industry", None,
    ),
    "title in small letters in brackets": (
        "It was signed by Jane Roe (member of the executive board of Globex) and others.",
        "Jane Roe", "member of the executive board", "Globex",
    ),
    "head coach": ("Head Coach Idris Pozari said so.", "Idris Pozari", "Head Coach", None),
    "speaker and statistician": (
        "Keynote speaker is Dr. Jane Roe, chief statistician of Globex's Council.",
        "Jane Roe", "Keynote speaker", None,
    ),
    "label behind a plus": (
        "Who leads\n\n+ Chief operating officer: Jane Roe, who has run it.\n+ Chair: Jon Poe.",
        "Jane Roe", "Chief operating officer", None,
    ),
    "of a fund": (
        "Farah Roe of Larkmoor Equity kept her rating.", "Farah Roe", None, "Larkmoor Equity",
    ),
    "of a research institute": (
        "Jane Roe of the research institute Zorvanwerk in Dresden regards it as weak.",
        "Jane Roe", None, "Zorvanwerk",
    ),
    "of a union": (
        "Jane Roe of the Baltic Metalworkers' Federation warned that it would go.",
        "Jane Roe", None, "Baltic Metalworkers' Federation",
    ),
    "founder of an app": (
        "There was Tobias Roe, founder of seed-swapping app Kernelo, too.",
        "Tobias Roe", "founder", "Kernelo",
    ),
    "of a studio": (
        "They were drawn by Jane Roe of the Oslo studio Nordform.", "Jane Roe", None, "Nordform",
    ),
    "of a board that is not named": (
        "It will be, by Dr. Ann Poe from the Norwegian accident board, on 1 May.",
        "Ann Poe", None, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), POSTS.values(), ids=POSTS)
def test_a_post_is_read(text: str, name: str, title: str | None, organisation: str | None) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


NEW: dict[str, tuple[str, str, str | None, str | None]] = {
    "has become": (
        "Mr. Jon Poe, a Non-executive Director since 2016, has become chairman of Globex.",
        "Jon Poe", "chairman", "Globex",
    ),
    "joins as, of another firm until then": (
        "Ms. Jane Roe, 51, at present Chief Financial Officer of Globex Terminals, will join the"
        " Group on 1 June as Chief Financial Officer.",
        "Jane Roe", "Chief Financial Officer", None,
    ),
    "joins as, until last month": (
        "Jane Roe, counsel of Initech until last month, joins as consultant in Singapore.",
        "Jane Roe", "consultant", None,
    ),
    "joins as, behind a clause": (
        "Jane Roe, who has run the mill since 2019, joins the Board as an executive director.",
        "Jane Roe", "executive director", None,
    ),
    "will be, until then": (
        "Jane Roe, until December head of sales at Initech, will be president from 2 March.",
        "Jane Roe", "president", None,
    ),
    "will be the next": (
        "It said that Dr Jane Roe will be its next Medical Director. Dr Roe, a surgeon, is 41.",
        "Jane Roe", "Medical Director", None,
    ),
    "named with no mark between": (
        "Highlights\n\n- Named Rodrigo Poe Chief Product Officer.\n- Closed a mill.",
        "Rodrigo Poe", "Chief Product Officer", None,
    ),
    "stays and becomes": (
        "His assistant, Jane Roe, stays on and becomes first-team coach.",
        "Jane Roe", "first-team coach", None,
    ),
    "will become, beside the post": (
        "Jane Roe, Initech's president and chief executive officer, will become chief executive"
        " officer of the combined company.",
        "Jane Roe", "president and chief executive officer", "Initech",
    ),
    "is succeeded by": (
        "The lab's founding director, Dr. Jon Poe, retires. He is succeeded by Dr. Ann Roe, who"
        " joined in 2019.",
        "Ann Roe", "director", None,
    ),
    "will be succeeded by one with a post": (
        "Sir Jon Poe will step down as Chair in May. He will be succeeded by Jane Roe, currently"
        " Senior Independent Director.",
        "Jane Roe", "Chair", None,
    ),
    "took office from": (
        "Globex's president, Ann Roe, who took office in January from Jon Poe, said so.",
        "Jon Poe", "president", "Globex",
    ),
    "takes over on a day from": (
        "They elected Jane Roe as managing partner. Roe takes over on 1 July from Jon Poe.",
        "Jon Poe", "managing partner", None,
    ),
    "in succession to": (
        "Jane Roe has been appointed director. She will take up the post on 15 January in"
        " succession to Jon Poe.",
        "Jon Poe", "director", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), NEW.values(), ids=NEW)
def test_a_new_post_is_read(
    text: str, name: str, title: str | None, organisation: str | None
) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


LINES: dict[str, tuple[str, list[tuple[str, str | None, str | None]]]] = {
    "letters": (
        "She leads INITEXA.\n\nPress: Jane Roe, INITEXA, 7 555 0110.",
        [("Jane Roe", None, "INITEXA")],
    ),
    "short form of a firm": (
        "Media: Jane Roe, Globex Tech, 555-0122", [("Jane Roe", None, "Globex Tech")]
    ),
    "desk and firm before": (
        "Contact: Press office, Globex University, Jane Roe, +46 18 555 01 90",
        [("Jane Roe", None, "Globex University")],
    ),
    "desk and firm below": (
        "Press contacts\n\nMs Jane Roe\nSenior Manager, Media Relations\n"
        "Public Affairs Office, Globex\nTel: (852) 5550 3141",
        [("Jane Roe", "Senior Manager, Media Relations", "Globex")],
    ),
    "two of an agency": (
        "Enquiries\nAcme: Jon Poe, +44 113 496 0101\nLarchpit Advisory: Jane Roe / Ann Poe,"
        " +44 20 7946 0733",
        [("Jon Poe", None, "Acme"), ("Jane Roe", None, "Larchpit Advisory"),
         ("Ann Poe", None, "Larchpit Advisory")],
    ),
    "desk is no post": (
        "Contact: Jane Roe, Investor Desk, +254 20 555 0171", [("Jane Roe", None, None)]
    ),
    "in brackets behind a number": (
        "Media line: 07 555 0190 (Jane Roe)", [("Jane Roe", None, None)]
    ),
    "firms before dashes": (
        "For interviews: Trust – Ann Roe, 01555 330 118. Globex – Jane Roe, 01555 339 700",
        [("Ann Roe", None, None), ("Jane Roe", None, "Globex")],
    ),
    "through": (
        "Journalists can reach it through Jane Roe on 555 0129 331.", [("Jane Roe", None, None)]
    ),
    "for a firm": (
        "Media contact: Jane Roe for Initech, jane@initech.example",
        [("Jane Roe", None, "Initech")],
    ),
    "signed": (
        "Signed:\nJane Roe\nChief Press Secretary to the Governor",
        [("Jane Roe", "Chief Press Secretary to the Governor", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), LINES.values(), ids=LINES)
def test_a_line_is_read(text: str, known: list[tuple[str, str | None, str | None]]) -> None:
    asked = read(text, HEAD).people
    found = [
        (p.name, p.title.text if p.title else None, p.organisation.text if p.organisation else None)
        for p in asked
    ]
    assert found == known
    assert all(p.roles == ("contact",) for p in asked) or text.startswith("Signed")


NONE: dict[str, list[str]] = {
    "You can fly with the partner airline Caspian Wings and the sister brand Velvet Crown.": [],
    "It had been advised by Pemberly Dale, an executive search firm.": [],
    "The losing bidder, Vagon Lipa, has said that it will not. The runner-up, Fjord Hav, too.": [],
    "Debt advice charity Even Keel reports that 6 in 10 have three.": [],
    "It asked engineers Rowan Pryce to check all. He told Merrow TV so.": [],
    "Orders come from Hitomi Rolling Stock.": [],
    "The other half is the roadworks in Canon Street.": [],
    "Hotels open in Tbilisi.\n\nReservations Tbilisi: +995 32 255 0190, a@larkhaven.example": [],
    "Ben Carthorpe said so to the caretaker, Ole Madsvig, who had come.": [
        "Ben Carthorpe", "Ole Madsvig"],
    "At Selby, Whitby President Clarence Doe and Larkfield Aerospace Corp. Chairman Jon Poe met.": [
        "Clarence Doe", "Jon Poe"],
    "Eight-year-old Zorvana Thimble, winner of the contest, pressed it.": ["Zorvana Thimble"],
    "It opens with “Salt and Rue”, a comedy by Zorvana Thimble in three acts.": ["Zorvana Thimble"],
    "Pictures: Tilly Marchbank, press office, tilly.marchbank@pennar.example": ["Tilly Marchbank"],
    "Media: (Globex) Solène Auvrard +33 5 55 50 12 80": ["Solène Auvrard"],
    "Tips at Marl Lane and Fenwick Way are open until ten.": [],
    "The local partner, Rumah Laut, is still looking.": [],
    "It was founded in 1971 by the shipowner Tekla Nordby.": ["Tekla Nordby"],
    "The group, in whose name the schoolteacher Zorvana Thimble had filed it, left.": [
        "Zorvana Thimble"],
    "A member of the city council, Zorvana Thimble, criticised it.": ["Zorvana Thimble"],
    "It pays the two supervisors, Milan Petrov and Anna-Tina Cadel.": [
        "Milan Petrov", "Anna-Tina Cadel"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NONE.items(), ids=NONE)
def test_only_people_are_named(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names
