"""Who is found as a person by the name itself, and in rows and lists of names."""

from __future__ import annotations

import pytest
from test_facts_people import people

from pr_assistant import facts, releases

NAMED: dict[str, list[str]] = {
    # a usual given name and a surname, whatever the sentence says
    "After eleven years Rafael Ostrander went home.": ["Rafael Ostrander"],
    "Flowers came from Birgit Halldor, too.": ["Birgit Halldor"],
    "Work is in the hands of Lim Wei Jun and Cheung Mei-ling.": ["Lim Wei Jun", "Cheung Mei-ling"],
    "It is Oslo's Sofia Brekke.": ["Sofia Brekke"],
    "It is open from May to Martin Luther Day.": [],
    "The ferry Ingrid Halvorsen sails at nine.": [],
    "It is aboard the Helga Maren, a trawler.": [],
    "He won the Maria Halloran prize.": [],
    "It met the founder of Rosalind Harper, which sells soap.": [],
    "Walter Pumps is a firm. Its pumps are good.": [],
    "VERA CRUZ, 4 May - The bridge is open.": [],
    "Thomas & Reed sells tea; it was Reed & Simon Tea before.": [],
    # names in one row with a person's
    "New members are Sorrel Dunlop (Ireland), Iván Prados (Chile) and Mele Tupak (Tonga).": [
        "Sorrel Dunlop", "Iván Prados", "Mele Tupak"],
    "Five join: Quill Farrow, Dr. Jane Roe, Moua Lindor and Dov Essler.": [
        "Quill Farrow", "Jane Roe", "Moua Lindor", "Dov Essler"],
    "It was backed by Tamarind Hill and Jane Roe Capital.": [],
    "It hired engineers from Larsen Hoyt and Martin Roe, a welder.": ["Martin Roe"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED.items(), ids=NAMED)
def test_names(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names


HONOURED: dict[str, list[tuple[str, str | None]]] = {
    "There came the Venerable Jane Roe, the Revd John Doe and Archdeacon Una Falk.": [
        ("Jane Roe", "Venerable"), ("John Doe", "Revd"), ("Una Falk", "Archdeacon")],
    "The Very Reverend Jane Roe met Mama Rehema Doe, and Mama Doe laughed.": [
        ("Jane Roe", "Very Reverend"), ("Rehema Doe", "Mama")],
    "Ratu Semi Tavuki told Sardar Balwant Singh Gill and Maître Solange Dax.": [
        ("Semi Tavuki", "Ratu"), ("Balwant Singh Gill", "Sardar"), ("Solange Dax", "Maître")],
    "M. Thierry Roche wrote to M. Otsuka, a pupil aged 12, said M. Otsuka.": [
        ("Thierry Roche", "M"), ("M. Otsuka", None)],
    "The abbot, Father Ioan, met Sister Mary Kwan; Sister Mary sang of Father Christmas.": [
        ("Ioan", "Father"), ("Mary Kwan", "Sister")],
    "Delegates elected Cde Jane Roe; Prof. Dra. Inma Prado and dott.ssa Ugo Neri clapped.": [
        ("Jane Roe", "Cde"), ("Inma Prado", "Prof. Dra"), ("Ugo Neri", "dott.ssa")],
    # a given name in brackets, a nickname, a surname in capitals that is a degree as well
    "It thanked Lord (Peter) Roe.": [("Roe", "Lord")],
    'Prof. Jana "Nan" van der Roe died. The fund was set up by Jana van der Roe.': [
        ('Jana "Nan" van der Roe', "Prof")],
    "Ir Dr Samuel MA Kwok-ho spoke to Mr John Roe MA Chief Engineer.": [
        ("Samuel MA Kwok-ho", "Ir Dr"), ("John Roe", "Mr")],
    "It is -190 °C. Tolvar d is smaller.": [],
    "Minister of State for Sport Martin Ó Roe was there.": [("Martin Ó Roe", None)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), HONOURED.items(), ids=HONOURED)
def test_honorifics(text: str, known: list[tuple[str, str | None]]) -> None:
    assert [(name, honorific) for name, honorific, *_ in people(text)] == known


FIRST: dict[str, str] = {
    # the first mention is the one in the headline, in the case it has there
    "GLOBEX NAMES JANE ROE AS HEAD\n\nOslo, 4 May 2026 - Jane Roe, 51, will lead it.": "JANE",
    "GLOBEX VOTES; ROE IS FIRST CHAIR\n\nOslo, 4 May 2026 - Jane Roe, 51, will lead it.": "ROE",
    "ROE FOODS OPENS\n\nOslo, 4 May 2026 - Jane Roe, 51, will lead it.": "Jane",
    "Globex Appoints Jane Roe As Chair\n\nOslo, 4 May 2026 - Jane Roe, 51, will lead it.": "Jane",
}  # fmt: skip


@pytest.mark.parametrize(("text", "first"), FIRST.items(), ids=FIRST)
def test_first_mention(text: str, first: str) -> None:
    release = releases.parse(text.encode(), "x")
    (person,) = facts.read(release).people
    words = release.text[person.start : person.end]
    assert words.split()[0] == first
    assert words.lower() in ("jane roe", "roe")
    assert release.text.find(first) == person.start


ASIDE: dict[str, list[str]] = {
    # whom to ask: a number or an address right behind
    "Details: globex.example, Tarmo Roe, +358 8 555 210.": ["Tarmo Roe"],
    "Pictures: Shirley Roe 0491 570 158": ["Shirley Roe"],
    "Register by mail: press@globex.example (Odell Roe)": ["Odell Roe"],
    "Signs: Tarvo Harbour Inn, 0491 570 158": [],
    "Zerlo Dunmar, hello@zerlo.example, is a firm.": [],
    "Zerlo Dunmar          301.5      306.9     1,007.4\n": [],
    "Tarvo Bay, 15.08.2025. It rained.": [],
    "CONTACT Dana Frell, head of press, 573-555-0127": ["Dana Frell"],
    # kin by given name
    "She leaves two sons, Martin and Olaf, and four grandchildren.": ["Martin", "Olaf"],
    "He is married to Helga, a vet; they sail. Her sons, Orion and Fen, are ships.": ["Helga"],
    "Its owners, Toby and Fergus Hallam-Roe, who hold 22 per cent, agreed.": [
        "Toby", "Fergus Hallam-Roe"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ASIDE.items(), ids=ASIDE)
def test_whom_to_ask_and_kin(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names


LINES: dict[str, list[str]] = {
    # bullets beside those of people; a headline in capitals
    "On the shortlist are:\n- Ketev Jorvan, The Road\n- Anna Roe, Rain\n- Lucy Doe (Oslo)\n\nX": [
        "Ketev Jorvan", "Anna Roe", "Lucy Doe"],
    "On the list are:\n- Ketev Jorvan, The Road\n- Anna Roe, Rain\n- Vast Skies\n- Low Tide\n\nX": [
        "Anna Roe"],
    "PROFIT UP, BONUS KEPT, CFO TO LEAVE\n\nOslo, 4 May 2026 - The bonus is kept.": [],
    # names end with their line where lines are those of a list
    "Elected were:\nPresident: Jana Roe\nDeputy General Secretary: Ines Doe\nSport Officer: Al": [
        "Jana Roe", "Ines Doe"],
    'Golden Herring (best film, 20,000 euros): "The Salt Register", Nina Roe\nSilver Fish: "X"': [
        "Nina Roe"],
    # a firm with a given name, its products, letters
    "Orla Mills opens a plant. Four products: Orla Original, Orla Barista. Orla Mills Ltd": [],
    "Revenue is up; PAT Rs 548 crore, against PAT Lakh 3.": [],
    "The hall (President: PARK Min-ho) is shut.": ["PARK Min-ho"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LINES.items(), ids=LINES)
def test_lines_and_firms(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names


ROWS: dict[str, list[str]] = {
    # what somebody is, or where from, before the given name
    "It invited the Ethiopian Selam Gebre, who ran twice.": ["Selam Gebre"],
    "Courier Ishaan Dellacroz, 51, has lost nine kilos.": ["Ishaan Dellacroz"],
    "Horticulturist Ingrid Falk, who has looked after it, slept.": ["Ingrid Falk"],
    # letters of posts and ships; what has an article
    "It is late. MV Skarven said it takes over. HNV Skarven, which sails, said so.": [],
    "He is of the Globular Survey, who worked it out.": [],
    # what people of a firm do in words; kin of a post
    "Zorvan Thimbold of Globex replied that it was late.": ["Zorvan Thimbold"],
    "Zorvan Thimbold of Globex Capital has lifted his target to 3.": ["Zorvan Thimbold"],
    "Her predecessor, Zorvan Thimbold, left in June.": ["Zorvan Thimbold"],
    "Against were the councillors Roland Fitch, Zorvan Overton, Perl Dunst and Wanda Sikes.": [
        "Roland Fitch", "Zorvan Overton", "Perl Dunst", "Wanda Sikes"],
    "It was bought by the fertiliser producer Midori Kasimi.": [],
    "“It is good,” says producer Martin Halvor of Globex.": ["Martin Halvor"],
    "It goes back to the biscuit-maker Martin Halvor.": ["Martin Halvor"],
    "The Old Tower says no, says Martin Halvor.": ["Martin Halvor"],
    "Padre Anselm Rotti and Barr. Femi Chukwu met Mons. Fabio Orsi.": [
        "Anselm Rotti", "Femi Chukwu", "Fabio Orsi"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ROWS.items(), ids=ROWS)
def test_rows_and_trades(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names


NONE: dict[str, list[str]] = {
    # firms, products, places and ships with a given name
    "Results of Eli Lilly, Charles Schwab, Philip Morris, John Deere and Ted Baker were up.": [],
    "Shares of Raymond James fell; Edward Jones and Gloria Jeans are new.": [],
    "It drains into Chad Basin, past Victor Harbor.": [],
    "Buses stop in Victoria Street and Martin Place from May.": [],
    "There were fireworks; Guy Fawkes Night was wet. Patient Access is an app.": [],
    "Patience Care has no Grace Periods. We had Frank Talks about Claude Opus.": [],
    "A Diana Lamp costs ten euros. The vessels Ellen Maersk and Grace Hopper sail.": [],
    # a row with one honorific
    "Sponsors are Coca Cola, Red Bull and Dr Pepper.": ["Pepper"],
    "Amazon Prime, Dr Ann Poe, Google Cloud and Oracle Fusion sponsor it.": ["Ann Poe"],
    "Globex (Green Valley), Blue Ridge and Dr Ann Poe signed.": ["Ann Poe"],
    "Zorvan Thimbold, Dr Ann Poe and Mr Dov Roe signed.": ["Zorvan Thimbold", "Ann Poe", "Dov Roe"],
    "Red Hat, Dr Ann Poe and Blue Moon signed.": ["Ann Poe"],
    "Blue Ridge and Dr Ann Poe met at Otto Brahm Platz.": ["Ann Poe"],
    "Speakers are Dr Ann Poe (Globex), Quill Farrow (Rome) and Moua Lindor (Oslo).": [
        "Ann Poe", "Quill Farrow", "Moua Lindor"],
    "It rebuilt them, says its managing partner, Zorvan Thimbold.": ["Zorvan Thimbold"],
    "Guests are the writer Tomás Roe and Social Affairs Councillor Elena Doe.": [
        "Tomás Roe", "Elena Doe"],
    "Details: Zorvan Thimbold, zorvan@globex.example": ["Zorvan Thimbold"],
    # whom to ask without a given name or a post
    "Orders: Blue Ridge, +44 20 7946 0001 or Grey Stone, orders@shop.example": [],
    "For Product Support: Globex Help, 555 0199 2000": [],
    # words of respect in names of places
    "It is on South Padre Island and at Sardar Patel Stadium.": [],
    # what is no kin
    "Her partner Iris, a robot, is new. Its partner Victor, the software, is not.": [],
    "Its partner Helga, which is new, runs.": [],
    "Her partner Helga, a vet, runs.": ["Helga"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NONE.items(), ids=NONE)
def test_no_people(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names


@pytest.mark.parametrize("lead", ["", "Dr "], ids=["plain", "honoured"])
def test_long_row(lead: str) -> None:
    letters = "abcdefghij"
    row = [f"{lead}Ann Poe{x}{y}{z}" for x in "abcd" for y in letters for z in letters]
    text = f"Guests were {', '.join(row)}."
    assert [name for name, *_ in people(text)] == [name.removeprefix("Dr ") for name in row]
