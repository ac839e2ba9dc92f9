"""The Facts tab as a reader meets it: what it shows, and the words that a click marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from support import EMPLOYEES, write_release
from ui_support import Server, Visitor, answered, ask, serving

from pr_assistant import facts, indexing
from pr_assistant.embedding import Embedder
from pr_assistant.facts.models import Facts, Organisation, Person, Quotation, Slice
from pr_assistant.models import Dateline, Release
from pr_assistant.ui.facts_view import SHORT, FactsView

browser_test = pytest.mark.browser

PEOPLE = [
    ["Mr Jason Zhang", "Managing Director", "Huawei Cloud Hong Kong", "signed"],
    [
        "Mr Kelvin WONG",
        "Director of the Knowledge Transfer and Entrepreneurship Office (KTEO)",
        "PolyU",
        "signed",
    ],
    ["Mr Sunny SHANG", "President", "Huawei Cloud Asia Pacific", "witnessed, quoted"],
    [
        "Prof Christopher CHAO",
        "Vice President (Research and Innovation)",
        "PolyU",
        "witnessed, quoted",
    ],
    ["Mr Liang YU", "Vice President", "Huawei Cloud Global Ecosystem", "witnessed"],
    ["Ms Amy LUNG", "Court Member", "PolyU", "witnessed"],
]
HOSTILE = """\
Zyx <img src=x onerror=alert(1)> Opens ${alert(2)} {{alert(3)}} Plant

LEEDS, January 1, 2025 /PRNewswire/ -- Zyx Widgets employs 4,217 people in 12 ${7*7} towns.

"We ship <script>alert(6)</script> and ${alert(7)} and {{alert(8)}} daily," said Jane Roe, Chief\
 Widget Officer of Zyx Widgets.

The plan has three parts: <img src=x onerror=alert(10)> wells, {{alert(11)}} pumps and\
 ${alert(12)} pipes.

Media contact
<a href="javascript:alert(13)">Jane</a> {{alert(14)}} press@zyx.invalid
"""
NOBODY = """\
Rain Falls on Leeds Again

LEEDS, January 2, 2025 /PRNewswire/ -- It rained in Leeds for three hours. The rain was warm.
"""


@pytest.fixture(scope="module")
def several(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page over a hostile release and one that names nobody."""
    folder = tmp_path_factory.mktemp("several")
    write_release(folder / "corpus", "0-hostile.txt", HOSTILE)
    write_release(folder / "corpus", "1-nobody.txt", NOBODY)
    indexing.build(folder / "corpus", folder / "index", embedder)
    with serving(folder / "corpus", folder / "index", folder / "log") as running:
        yield running
        assert "Traceback" not in running.said()


def open_facts(page: Page) -> None:
    page.get_by_role("tab", name="Facts").click()
    expect(page.locator("#shown-facts .facts")).to_be_visible()


def stated(page: Page) -> str:
    """The words that are marked as those of a fact."""
    return "".join(page.locator(".release .fact.on").all_text_contents())


def before(page: Page) -> str:
    """What stands before them in their paragraph."""
    return str(
        page.evaluate(
            """() => {
                const mark = document.querySelector('.release .fact.on');
                const range = document.createRange();
                range.setStart(mark.closest('p, h1, h2'), 0);
                range.setEndBefore(mark);
                return range.toString();
            }"""
        )
    )


def can_be_seen(page: Page) -> bool:
    """Whether the marked words can be seen, below the tabs."""
    return bool(
        page.evaluate(
            """() => {
                const box = document.querySelector('.fact.on').getBoundingClientRect();
                const tabs = document.querySelector('#tabs').getBoundingClientRect();
                return box.top >= Math.max(0, tabs.bottom) && box.top < innerHeight;
            }"""
        )
    )


@browser_test
def test_the_people_of_the_release(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    expect(page.locator("#shown-facts .facts")).to_be_hidden()
    open_facts(page)
    expect(page.locator(".release")).to_be_hidden()
    rows = page.locator("#shown-facts .facts .people tbody tr").all()
    assert [row.locator("td").all_inner_texts() for row in rows] == PEOPLE


@browser_test
def test_a_list_says_how_many_it_names(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    open_facts(page)
    pillars = page.locator("#shown-facts .facts .enumerations tbody tr").first
    expect(pillars.locator(".note")).to_have_text("names 2 of 3")
    expect(pillars.locator("li")).to_have_count(2)


@browser_test
def test_a_click_marks_exactly_the_words(server: Server, visit: Visitor, release: Release) -> None:
    page = visit(server.url, reduced_motion="reduce")
    known = facts.read(release)
    wanted: dict[str, list[tuple[int, int]]] = {
        kind: [(fact.start, fact.end) for fact in getattr(known, kind)]
        for kind in ("people", "figures", "quotations", "dates", "organisations", "terms")
    }
    wanted["enumerations"] = [
        place
        for found in known.enumerations
        for place in [(found.start, found.end), *((item.start, item.end) for item in found.items)]
    ]
    for kind, slices in wanted.items():
        buttons = page.locator(f"[role=tabpanel] .{kind} button")
        assert buttons.count() == len(slices) > 0
        tab = "Quotations" if kind == "quotations" else "Facts"
        for number, (start, end) in enumerate(slices):
            page.get_by_role("tab", name=tab).click()
            buttons.nth(number).click()
            assert stated(page) == release.text[start:end]
            assert release.text[:start].endswith(before(page))
            assert can_be_seen(page)


@browser_test
def test_all_of_a_row_can_be_clicked(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    open_facts(page)
    page.get_by_role("cell", name="Court Member").click()
    assert stated(page) == "Amy LUNG"
    open_facts(page)
    page.get_by_role("cell", name="Managing Director").click()
    assert stated(page) == "Jason Zhang"


@browser_test
def test_a_keyboard_is_enough(server: Server, visit: Visitor) -> None:
    page = visit(server.url, reduced_motion="reduce")
    page.get_by_role("tab", name="Release").focus()
    page.keyboard.press("ArrowRight")
    facts_tab = page.get_by_role("tab", name="Facts")
    expect(facts_tab).to_be_focused()
    expect(facts_tab).to_have_attribute("aria-selected", "true")
    first, second = (page.locator("#shown-facts .facts button").nth(number) for number in (0, 1))
    for _ in range(3):  # a pane that scrolls can be a stop on the way
        page.keyboard.press("Tab")
        if first.evaluate("button => button === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    assert second.evaluate("button => getComputedStyle(button).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".release")).to_be_visible()
    assert stated(page) == "Kelvin WONG"
    assert can_be_seen(page)
    page.keyboard.press("Escape")
    expect(second).to_be_focused()
    assert stated(page) == ""


@browser_test
def test_who_said_what_has_a_tab_of_its_own(server: Server, visit: Visitor) -> None:
    page = visit(server.url, reduced_motion="reduce")
    page.get_by_role("tab", name="Quotations").click()
    expect(page.locator("#shown-release")).to_be_hidden()
    expect(page.locator("#shown-facts")).to_be_hidden()
    said = page.locator("#shown-quotations tbody tr").first.locator("button")
    said.click()
    expect(page.locator("#shown-release")).to_be_visible()
    assert can_be_seen(page)
    page.keyboard.press("Escape")
    expect(said).to_be_focused()


@browser_test
def test_facts_and_citations_are_told_apart(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, EMPLOYEES)
    cited = page.locator(".release mark.now").all_text_contents()
    assert any("208,000" in words for words in cited)
    open_facts(page)
    page.get_by_role("button", name="approximately 208,000").click()
    assert stated(page) == "approximately 208,000"
    assert page.locator(".release mark").all_text_contents() == cited
    expect(page.locator(".release mark .fact.on")).to_have_count(1)
    open_facts(page)
    page.get_by_role("button", name="over 170").click()
    colours = [
        page.locator(mark).first.evaluate("mark => getComputedStyle(mark).backgroundColor")
        for mark in (".release mark.now", ".release .fact.on")
    ]
    assert colours[0] != colours[1]


@browser_test
def test_an_answer_is_shown_in_the_release(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    open_facts(page)
    ask(page, EMPLOYEES)
    expect(page.locator(".release mark.now.exact")).to_be_visible()
    open_facts(page)
    page.locator(".chip").first.click()
    expect(page.locator(".release mark.now.exact")).to_be_visible()
    page.get_by_role("button", name="New conversation").click()
    answered(page)
    expect(page.locator(".release mark")).to_have_count(0)


@browser_test
def test_text_of_strangers_stays_text(several: Server, visit: Visitor) -> None:
    page = visit(several.url)
    open_facts(page)
    shown = page.locator("#shown-facts .facts").inner_text()
    page.get_by_role("tab", name="Quotations").click()
    shown += page.locator("#shown-quotations .facts").inner_text()
    open_facts(page)
    for words in (
        "“We ship <script>alert(6)</script> and ${alert(7)} and {{alert(8)}} daily,”",
        "<img src=x onerror=alert(10)> wells",
        "{{alert(11)}} pumps",
        "${alert(12)} pipes",
        '<a href="javascript:alert(13)">Jane</a> {{alert(14)}} press@zyx.invalid',
    ):
        assert words in shown
    assert page.locator("#panes :is(img, script, iframe, a)").count() == 0
    page.get_by_role("button", name="onerror=alert(10)").click()
    assert stated(page) == "<img src=x onerror=alert(10)> wells"
    page.wait_for_timeout(500)  # for whatever would have run


@browser_test
def test_the_facts_are_those_of_the_release_picked(several: Server, visit: Visitor) -> None:
    page = visit(several.url)
    open_facts(page)
    expect(page.locator("#shown-facts .facts .people")).to_have_count(1)
    page.get_by_label("Release", exact=True).click()
    page.get_by_role("option", name="Rain").click()
    expect(page.locator("#shown-facts .facts .people")).to_have_count(0)
    headings = page.locator("#shown-facts .facts h2").all_inner_texts()
    assert [heading.split()[0] for heading in headings] == ["Figures"]
    expect(page.locator("#shown-facts .facts table")).to_have_count(1)


@browser_test
def test_the_facts_fit_on_a_phone(server: Server, visit: Visitor) -> None:
    page = visit(
        server.url,
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    page.get_by_role("tab", name="Facts").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for cell in page.locator("#shown-facts .facts td:visible").all():
        box = cell.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.get_by_role("button", name="over 170").tap()
    assert stated(page) == "over 170"
    assert can_be_seen(page)
    page.get_by_role("tab", name="Facts").tap()
    expect(page.get_by_role("button", name="over 170")).to_be_in_viewport()


def test_whatever_a_fact_says_is_escaped() -> None:
    sign = "<img src=x onerror=alert(1)> {{x}} ${y} `z` \\ \"'"
    here = Slice(0, len(sign), sign)
    view = FactsView(
        Facts(
            "r",
            sign,
            Dateline(),
            people=(Person(0, 1, sign, sign, here, here, ("signed",)),),
            quotations=(Quotation(0, 1, sign, sign),),
            organisations=(Organisation(0, 1, sign, (here,)),),
            contacts=(here,),
        )
    )
    shown = view.html + view.quotations
    assert "onerror" in shown
    assert not any(raw in shown for raw in ("<img", "{", "}", "$", "`", "\\", "\"'", "'"))


def test_a_long_quotation_is_shortened_between_words() -> None:
    quote = "word " * SHORT
    said = (Quotation(0, 1, quote, "Jane Roe"), Quotation(2, 3, "it rains", None, indirect=True))
    shown = FactsView(Facts("r", "", Dateline(), quotations=said)).quotations
    assert "word word …”</button>" in shown and len(shown) < 2 * SHORT + 600
    assert ">it rains</button>" in shown and ">reported</td>" in shown


def test_a_release_without_facts_says_so() -> None:
    view = FactsView(Facts("r", "", Dateline()))
    assert "<table" not in view.html and "No names" in view.html
    assert "<table" not in view.quotations and "Nobody is quoted" in view.quotations
    assert view.marks == []
