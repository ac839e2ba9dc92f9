"""Who is named, as what, and of which organisation."""

from __future__ import annotations

import pytest
from facts_support import read

Known = tuple[str, str | None, str | None, str | None]


def people(text: str) -> list[Known]:
    return [
        (
            p.name,
            p.honorific,
            p.title.text if p.title else None,
            p.organisation.text if p.organisation else None,
        )
        for p in read(text).people
    ]


ONE: dict[str, tuple[str, Known]] = {
    "title after the name": (
        "Jane Roe, Head of Tax at Globex, was there.",
        ("Jane Roe", None, "Head of Tax", "Globex"),
    ),
    "title before the name": (
        "Chief Financial Officer Maria Lindqvist was there.",
        ("Maria Lindqvist", None, "Chief Financial Officer", None),
    ),
    "organisation before title and name": (
        "Globex's chief executive, Jane Roe, was there.",
        ("Jane Roe", None, "chief executive", "Globex"),
    ),
    "said Dr": (
        "“We did,” said Dr. Amara Okafor, chief scientist at Globex.",
        ("Amara Okafor", "Dr", "chief scientist", "Globex"),
    ),
    "honorific glued": (
        "It was signed by Mr.Jason Zhang, Director of Globex.",
        ("Jason Zhang", "Mr", "Director", "Globex"),
    ),
    "capitals": (
        "Ms Amy LUNG, Court Member of Globex, was there.",
        ("Amy LUNG", "Ms", "Court Member", "Globex"),
    ),
    "particles": (
        "“Yes,” said Pieter van der Hoeven of Globex.",
        ("Pieter van der Hoeven", None, None, "Globex"),
    ),
    "initials": (
        "Denise R. Calloway, Chairman and Chief Executive Officer, was there.",
        ("Denise R. Calloway", None, "Chairman and Chief Executive Officer", None),
    ),
    "Mc": ("Fiona McAllister, Project Director, spoke.",
           ("Fiona McAllister", None, "Project Director", None)),
    "surname first": (
        "Mr. Tan Wei Ming, Chairman of Globex, spoke. Mr. Tan left.",
        ("Tan Wei Ming", "Mr", "Chairman", "Globex"),
    ),
    "department with its organisation": (
        "Jane Roe, Director of the Office of Foreign Trade (OFT) of Globex, spoke.",
        ("Jane Roe", None, "Director of the Office of Foreign Trade (OFT)", "Globex"),
    ),
    "brackets": (
        "Jane Roe, Vice President (Research and Innovation) of Globex, spoke.",
        ("Jane Roe", None, "Vice President (Research and Innovation)", "Globex"),
    ),
    "professor of": (
        "Jane Roe, professor of maritime law at the University of Agder, spoke.",
        ("Jane Roe", None, "professor of maritime law", "University of Agder"),
    ),
    "minister": (
        "The Scottish Government's Cabinet Secretary for Energy, Jane Roe MSP, spoke.",
        ("Jane Roe", None, "Cabinet Secretary for Energy", "Scottish Government"),
    ),
    "field after a comma": (
        "Jane Roe, Vice President, Investor Relations, spoke.",
        ("Jane Roe", None, "Vice President, Investor Relations", None),
    ),
    "who leads": (
        "Jane Roe, who leads the cardiology department at Globex, spoke.",
        ("Jane Roe", None, None, "Globex"),
    ),
    "a relation is no post": (
        "Sir Alan Roe, who set up the foundation, spoke.",
        ("Alan Roe", "Sir", None, None),
    ),
    "new post": (
        "Dr Jane Roe, currently Chief Actuary, becomes Chief Risk Officer.",
        ("Jane Roe", "Dr", "Chief Risk Officer", None),
    ),
    "appointed": (
        "Globex has appointed Jane Roe as Chief Executive Officer.",
        ("Jane Roe", None, "Chief Executive Officer", None),
    ),
    "in passing": (
        "He met a man called Joseph Otieno there.",
        ("Joseph Otieno", None, None, None),
    ),
    "generation": (
        "Mr John Roe III, Chairman of Globex, spoke.",
        ("John Roe III", "Mr", "Chairman", "Globex"),
    ),
    "Saint in a surname": (
        "Susan E. St. Clair, Chief Banking Officer of Globex, spoke.",
        ("Susan E. St. Clair", None, "Chief Banking Officer", "Globex"),
    ),
    "nickname": (
        "Robert “Bo” Roe, Head of Tax at Globex, spoke.",
        ("Robert “Bo” Roe", None, "Head of Tax", "Globex"),
    ),
    "several honorifics": (
        "The Vice-Chancellor, Professor Dame Jane Roe FRS, spoke.",
        ("Jane Roe", "Professor Dame", "Vice-Chancellor", None),
    ),
    "Excellency": (
        "H.E. Jane Roe, ambassador of Norway to Korea, spoke.",
        ("Jane Roe", "H.E", "ambassador of Norway to Korea", None),
    ),
    "honorific with an aside": (
        "Captain (Rtd) Raj Roe, Harbour Master, spoke.",
        ("Raj Roe", "Captain", "Harbour Master", None),
    ),
    "Malay": (
        "Datuk Ir. Ali bin Omar, Chairman of Globex, spoke.",
        ("Ali bin Omar", "Datuk Ir", "Chairman", "Globex"),
    ),
    "short name": (
        "Mr. Nguyen Van An, Chairman of Globex, spoke.",
        ("Nguyen Van An", "Mr", "Chairman", "Globex"),
    ),
    "minister of two fields": (
        "Minister of Energy and Natural Resources Mehmet Roe spoke.",
        ("Mehmet Roe", None, "Minister of Energy and Natural Resources", None),
    ),
    "minister of state": (
        "The Minister of State for Rural Affairs, Jane Roe MP, spoke.",
        ("Jane Roe", None, "Minister of State for Rural Affairs", None),
    ),
    "title broken by a line": (
        "It was the Minister of State for\nRural Affairs, Jane Roe MP, who spoke.",
        ("Jane Roe", None, "Minister of State for\nRural Affairs", None),
    ),
    "body in lower case": (
        "The branch secretary of the lecturers’ union, Dr Jane Roe, spoke.",
        ("Jane Roe", "Dr", "branch secretary", "lecturers’ union"),
    ),
    "department in lower case": (
        "Professor Jane Roe, head of the department of civil engineering at Globex, spoke.",
        ("Jane Roe", "Professor", "head of the department of civil engineering", "Globex"),
    ),
    "unit": (
        "Jane Roe, Manager of Overseas Sales Department II, spoke.",
        ("Jane Roe", None, "Manager of Overseas Sales Department II", None),
    ),
    "field without of": (
        "Jane Roe, Vice-President Operations, spoke.",
        ("Jane Roe", None, "Vice-President Operations", None),
    ),
    "leader of the opposition": (
        "Leader of the Opposition Jane Roe said it was late.",
        ("Jane Roe", None, "Leader of the Opposition", None),
    ),
    "is": (
        "Its chancellor is the broadcaster Sir Ian Roe.",
        ("Ian Roe", "Sir", "chancellor", None),
    ),
    "bracket": (
        "Prof Dr med Karl von Roe (University Hospital Neustadt, Austria) warned of it.",
        ("Karl von Roe", "Prof Dr med", None, "University Hospital Neustadt"),
    ),
    "department at a university": (
        "Dr Jane Roe of the Department of Physics at the University of Leeds spoke.",
        ("Jane Roe", "Dr", None, "University of Leeds"),
    ),
    "takes up": (
        "Chief Operating Officer Jane Roe (44) will take up the position of Chief Tax Officer.",
        ("Jane Roe", None, "Chief Tax Officer", None),
    ),
    "will serve as": (
        "Ms Jane Roe, Chair of Globex, spoke. Ms Roe will serve as Executive Chair.",
        ("Jane Roe", "Ms", "Chair", "Globex"),
    ),
    "promoted to": (
        "Globex has promoted Jane Roe to Senior Vice President, Global Sales.",
        ("Jane Roe", None, "Senior Vice President, Global Sales", None),
    ),
    "country": (
        "Jane Roe, country manager for Ghana, spoke.",
        ("Jane Roe", None, "country manager for Ghana", None),
    ),
    "a given name that is a noun of organisations": (
        "Luz Marina Delgado, chief executive of Globex, spoke.",
        ("Luz Marina Delgado", None, "chief executive", "Globex"),
    ),
    "steps down": (
        "Ms Roe is stepping down as chairman at the Annual General Meeting.",
        ("Roe", "Ms", "chairman", None),
    ),
    "degree before the organisation": (
        "“We did,” said study author Aisha Bello, PhD, of the University of Ibadan.",
        ("Aisha Bello", None, "study author", "University of Ibadan"),
    ),
    "whose head": (
        "Globex Werke of Ulm, whose head of sales, Uwe Roe, spoke, won.",
        ("Uwe Roe", None, "head of sales", "Globex Werke"),
    ),
    "a label in a bracket": (
        "Globex Works, Ltd. (Head office: Kobe; President: TANAKA Hiroshi) spoke.",
        ("TANAKA Hiroshi", None, "President", "Globex Works, Ltd."),
    ),
    "a rank that ends a title": (
        "Globex's Director General Mme. Hanta Roe spoke.",
        ("Hanta Roe", "Mme", "Director General", "Globex"),
    ),
    "headed by": (
        "It will be headed by Rodrigo Roe as Chief Executive Officer.",
        ("Rodrigo Roe", None, "Chief Executive Officer", None),
    ),
    "a degree": (
        "The authors are Wen-Hui Tsai, MD, and others.",
        ("Wen-Hui Tsai", None, None, None),
    ),
    "runs something": (
        "Jane Roe, who has led the School since 2017, spoke.",
        ("Jane Roe", None, None, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "person"), ONE.values(), ids=ONE)
def test_a_person_is_known(text: str, person: Known) -> None:
    assert people(text) == [person]


NOBODY = {
    "a place": "I thank the crews at Two Harbors, who kept both lines going.",
    "from where somebody is": "The 26-year-old New Zealander, who is 2.11 metres tall, has signed.",
    "a publisher": "The prize went to a game of cards (publisher: Zwei Höfe, 39 euros).",
    "a month": "On Tuesday 27 May Castellane Santé, operator of 40 clinics, was attacked.",
    "a ferry": "The report tells of the fire on the ferry Lady Osprey.",
    "a pact": "The island joins Whale Corridor Compact; ships slow down.",
    "a brand": "One of its brands, Arden Hill, grew.",
    "a publisher of somebody": "His publisher, Harper Stone, prints 4,000 copies.",
    "a scheme": "They have signed for a scheme, Mille Codeuses, that offers free courses.",
    "product": "It recalls the Corvane One and calls it Octave Air.",
    "organisation": "Globex Robotics, a member of the Acme group, spoke.",
    "organisation that speaks": "“We did,” said Globex Robotics.",
    "place": "It runs from North Sea Port to Great Yarmouth.",
    "firm behind led by": "It has a loan of banks led by Sparebanken Fjord.",
    "month": "It opens in May Fair.",
    "the company's chairman": "The company's chairman was there.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []


PAIRS = {
    "posts before their names": (
        "Prime Minister Ana Roe, Foreign Minister Ivo Doe and Mayor of Split Luka Poe spoke.",
        [("Ana Roe", "Prime Minister"), ("Ivo Doe", "Foreign Minister"),
         ("Luka Poe", "Mayor")],
    ),
    "in apposition": (
        "The Minister of Transport, Mr Ali Roe, the Ambassador of Japan, Mr Ken Doe, and Ms Ann"
        " Poe, Head of Tax, spoke.",
        [("Ali Roe", "Minister of Transport"), ("Ken Doe", "Ambassador"),
         ("Ann Poe", "Head of Tax")],
    ),
    "the one that is succeeded": (
        "Globex named Ann Roe chief financial officer, succeeding Paul Doe, who retires.",
        [("Ann Roe", "chief financial officer"), ("Paul Doe", "chief financial officer")],
    ),
    "one title of two": (
        "Jane Roe and John Doe, co-founders of Globex, spoke.",
        [("Jane Roe", "co-founders"), ("John Doe", "co-founders")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), PAIRS.values(), ids=PAIRS)
def test_titles_in_a_row_are_their_own(text: str, known: list[tuple[str, str]]) -> None:
    assert [(name, title) for name, _, title, _ in people(text)] == known


def test_a_surname_is_a_mention_of_the_person() -> None:
    (person,) = read("Jane Roe, Head of Tax, spoke. Ms Roe left. Roe wrote.").people
    assert [m.text for m in person.mentions] == ["Jane Roe", "Roe", "Roe"]
    assert person.honorific == "Ms"


def test_who_signed_and_who_witnessed() -> None:
    text = (
        "It was signed by Jane Roe, Chairman of Globex, and Max Moe, Mayor of Oslo. The signing"
        " was witnessed by Ann Poe, Minister of Trade."
    )
    assert [(p.name, p.roles) for p in read(text).people] == [
        ("Jane Roe", ("signed",)),
        ("Max Moe", ("signed",)),
        ("Ann Poe", ("witnessed",)),
    ]


def test_a_block_of_contacts() -> None:
    text = "Media contact:\n\nMs Cheryl Goh\nHead, Press Office\nAcme Holdings plc\ncg@acme.example"
    assert [(p.name, p.roles) for p in read(text).people] == [("Cheryl Goh", ("contact",))]
    assert people(text) == [("Cheryl Goh", "Ms", "Head, Press Office", "Acme Holdings plc")]


def test_a_label_before_a_name_is_its_organisation() -> None:
    known = people(
        "Globex Bank signed.\n\nMedia contacts\nAcme: Jane Roe (Investors), +47 55 55 01 22\n"
        "Globex Bank: John Doe, Head of Tax, +47 55 55 01 23"
    )
    assert known == [
        ("Jane Roe", None, None, "Acme"),
        ("John Doe", None, "Head of Tax", "Globex Bank"),
    ]


POSTS: dict[str, list[Known]] = {
    "They are:\n* Chief Executive: Ann Achterberg (now CEO of FM)\n* Chair: Sir Bo Nkemelu": [
        ("Ann Achterberg", None, "Chief Executive", None),
        ("Bo Nkemelu", "Sir", "Chair", None)],
    "It goes to Quill River Public Library (director: Tobias Wren) now.": [
        ("Tobias Wren", None, "director", "Quill River Public Library")],
    "CEO of the company: Mattias Rönn.": [("Mattias Rönn", None, "CEO", None)],
    "On 18 January, Shirataki City (Mayor: Yūji Karasawa) agreed.": [
        ("Yūji Karasawa", None, "Mayor", "Shirataki City")],
    "It has been led since 2020 by Hugo Zanetti.": [("Hugo Zanetti", None, None, None)],
    "The headhunter, Ulla Grönvall of Lighthouse Search, showed 61 names.": [
        ("Ulla Grönvall", None, "headhunter", "Lighthouse Search")],
    "I am sorry.\n\nYours sincerely,\n\nWinifred Roe\nManaging Director, Globex Cycles Ltd\n07": [
        ("Winifred Roe", None, "Managing Director", "Globex Cycles Ltd")],
    "Globex said that Zainab Kassim-Doyle would join as finance director.": [
        ("Zainab Kassim-Doyle", None, "finance director", None)],
    "Globex has named Ewan Tulloch-Sato, 52, as chief executive.": [
        ("Ewan Tulloch-Sato", None, "chief executive", None)],
    "The other finalist, Dr. Coretta Simms of Portland, withdrew.": [
        ("Coretta Simms", "Dr", "finalist", "Portland")],
    "Globex signs goalkeeper Amina Traoré-Lind; vote postponed.": [
        ("Amina Traoré-Lind", None, "goalkeeper", None)],
    "There is the School of Commerce\nThe ex-Chairman of Globex, Mr. Zenzō Asanuma, left.": [
        ("Zenzō Asanuma", "Mr", "ex-Chairman", "Globex")],
    "Patients' representative Joyce Adeyinka, who sat on it, asked that.": [
        ("Joyce Adeyinka", None, "representative", None)],
    "Its Director of Workforce, Graham Teoh, said the trust had posts.": [
        ("Graham Teoh", None, "Director of Workforce", None)],
    "The charity partner is Open Kitchen, which cooks for people.": [],
    "It is the Great Plains Teachers' Retirement System. Globex and the system settle.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), POSTS.items(), ids=POSTS)
def test_posts_by_label_signature_and_calling(text: str, known: list[Known]) -> None:
    assert people(text) == known
