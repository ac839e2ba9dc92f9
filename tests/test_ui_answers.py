"""An answer in the page: how it looks, and what its reader can do with it."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support import ABSENT, EMPLOYEES
from ui_support import Server, Visitor, answered, ask

from pr_assistant import feedback
from pr_assistant.errors import PrAssistantError, UsageError
from pr_assistant.evaluation import cases, from_feedback
from pr_assistant.models import Answer, Citation, Release
from pr_assistant.ui.chat_view import conversation
from pr_assistant.ui.transcript import Transcript
from pr_assistant.ui.wording import FAIRLY, SURE, how_sure

browser_test = pytest.mark.browser

SIGN = "<img src=x onerror=alert(1)> {{x}} ${y} `z` \\ \"'"


def copied(page: Page, button: Locator) -> str:
    """What a click on a button for copying puts on the clipboard."""
    button.click()
    expect(button).to_have_text("Copied")
    expect(button).to_have_text("Copy with citation")
    return str(page.evaluate("navigator.clipboard.readText()"))


@browser_test
def test_an_answer_is_a_card_that_can_be_copied(
    server: Server, visit: Visitor, release: Release
) -> None:
    page = visit(server.url, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "What did Sunny Shang say?")
    card = page.locator(".a")
    exact = card.locator("blockquote b").first.inner_text()  # the first of its sentences
    assert f"“{exact}”" in card.locator(".say").inner_text()
    assert release.text.count(exact) == 1
    expect(card).to_contain_text("Said by Sunny SHANG · paragraph 4")
    expect(card.locator(".sure")).to_have_text(re.compile("sure", re.IGNORECASE))
    assert not re.search(r"0\.\d|\d ?%", card.inner_text())
    assert exact in page.locator(".release mark.now.exact").all_text_contents()
    text = copied(page, card.locator("[data-action=copy]").first)
    quote, _, place = text.splitlines()[0].partition("” — ")
    assert quote.removeprefix("“") in release.text and exact in quote
    assert place == f"Sunny SHANG, in: {release.title}, 26 June 2025, paragraph 4"
    page.evaluate(  # no permission: the way round
        "Object.defineProperty(navigator.clipboard, 'writeText', {value: () => Promise.reject()})"
    )
    assert copied(page, card.locator("[data-action=copy]").first) == text


@browser_test
def test_a_chip_shows_its_quote(server: Server, visit: Visitor, release: Release) -> None:
    page = visit(server.url, reduced_motion="reduce")
    ask(page, EMPLOYEES)
    chip, quoted = page.locator(".chip").first, page.locator("#quoted")
    expect(quoted).to_be_hidden()
    chip.hover()
    expect(quoted).to_be_visible()
    words = quoted.locator("q").inner_text()
    assert "208,000" in words and words in " ".join(release.text.split())
    assert quoted.locator("q").get_attribute("class") == "bare"  # it gets marks
    expect(quoted).to_contain_text("Stated in the release · About HUAWEI")
    quoted.hover()  # it can be read, and copied from
    page.wait_for_timeout(300)
    expect(quoted).to_be_visible()
    page.get_by_label("Question").hover()
    expect(quoted).to_be_hidden()
    page.get_by_role("button", name="Copy with citation").focus()
    page.keyboard.press("Shift+Tab")
    expect(chip).to_be_focused()
    expect(quoted).to_be_visible()
    expect(chip).to_have_attribute("aria-describedby", "quoted")
    page.keyboard.press("Escape")
    expect(quoted).to_be_hidden()
    chip.hover()
    expect(quoted).to_be_visible()
    chip.click()
    expect(quoted).to_be_hidden()
    page.get_by_label("Question").hover()
    chip.hover()
    page.get_by_role("button", name="New conversation").focus()
    page.keyboard.press("Enter")
    expect(quoted).to_be_hidden()


@browser_test
def test_a_quote_beside_its_chip_stays_in_the_window(server: Server, visit: Visitor) -> None:
    page = visit(server.url, viewport={"width": 820, "height": 420}, reduced_motion="reduce")
    ask(page, ABSENT)
    for chip in page.locator(".chip").all():
        chip.hover()
        expect(page.locator("#quoted")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 820


@browser_test
def test_a_refusal_names_what_is_absent(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    ask(page, "What did Elon Musk say about PolyU?")
    card = page.locator(".a.no")
    expect(card.locator(".say")).to_have_text("The release does not say.")
    expect(card.locator(".absent")).to_contain_text("It does not mention “Elon")
    assert card.locator("li .chip").count() > 0
    expect(card.get_by_role("button", name="Copy with citation")).to_have_count(0)


@browser_test
def test_a_question_can_be_edited_and_asked_again(server: Server, visit: Visitor) -> None:
    page = visit(server.url)
    for question in (EMPLOYEES, ABSENT, "Who signed the MoU?"):
        ask(page, question)
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".exchange")).to_have_count(3)
    answered(page)
    expect(page.locator(".q").last).to_have_text("Who signed the MoU?")
    box = page.get_by_label("Question")
    page.get_by_role("button", name="Edit").nth(1).click()
    expect(box).to_have_value(ABSENT)
    expect(box).to_be_focused()
    expect(page.locator(".exchange")).to_have_count(1)
    expect(page.locator(".release mark.now")).not_to_have_count(0)
    ask(page, "Who witnessed the signing?")
    expect(page.locator(".q")).to_have_text([EMPLOYEES, "Who witnessed the signing?"])


@browser_test
def test_verdicts_become_cases(
    server: Server, visit: Visitor, release: Release, tmp_path: Path
) -> None:
    page = visit(server.url)
    ask(page, EMPLOYEES)
    ask(page, ABSENT)
    right = page.get_by_role("button", name="This answer is right")
    wrong = page.get_by_role("button", name="This answer is wrong")
    right.first.click()
    expect(right.first).to_have_attribute("aria-pressed", "true")
    wrong.last.click()
    reason = page.get_by_label("What is wrong with it?")
    expect(reason).to_be_focused()
    reason.fill(SIGN)
    page.keyboard.press("Enter")
    expect(page.locator(".thanks")).to_be_visible()
    expect(wrong.last).to_be_focused()
    path = server.log.parent / "feedback"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    *_, good, bad = feedback.read(path)  # others judge on the same server
    assert good.good and good.question == EMPLOYEES and "208,000" in good.answer
    assert (bad.good, bad.reason, bad.history) == (False, SIGN, (EMPLOYEES,))
    assert from_feedback.write([good, bad], tmp_path) == from_feedback.Written(1, 1)
    ready = cases.load([tmp_path / from_feedback.READY])
    assert ready[0].release == release.id and not cases.faults(ready, {release.id: release})
    unfinished = cases.load([tmp_path / from_feedback.UNFINISHED])
    assert "no accepted answer" in cases.faults(unfinished, {release.id: release})[0]


def hostile(status: str) -> Answer:
    cited = (Citation(1, "r", SIGN, SIGN, 0, len(SIGN), SIGN, SIGN, False, ((0, 4),)),)
    answered = status == "answered"
    return Answer(
        SIGN,
        f"{SIGN}?",
        "answered" if answered else "not_in_release",
        SIGN,
        0.5,
        cited if answered else (),
        () if answered else cited,
    )


def test_each_of_several_answers_has_a_line_of_its_own() -> None:
    text = "Ann Lowe signed. So did Bo Dahl."
    cited = (
        Citation(1, "r", "Title", "", 0, 16, text[:16], "body", False, ((0, 8),)),
        Citation(2, "r", "Title", "", 17, 32, text[17:], "body", False, ((24, 31),)),
    )
    answer = Answer("Who?", "Who?", "answered", "Ann Lowe; Bo Dahl", 0.8, cited)
    shown = conversation(Transcript().ask("Who?").answer(answer), lambda _: None)
    parts = re.findall(r'<span class="part">([^<]*)&nbsp;<a', shown)
    assert parts == ["Ann Lowe", "Bo Dahl"]


def test_it_says_what_can_be_asked() -> None:
    assert "Ask this release" in conversation(Transcript(), lambda _: None)
    assert "Ask the releases" in conversation(Transcript(), lambda _: None, several=True)


@pytest.mark.parametrize("status", ["answered", "not_in_release"])
def test_whatever_an_answer_says_is_escaped(status: str) -> None:
    transcript = Transcript().ask(SIGN).answer(hostile(status)).judge(1, True, None)
    shown = conversation(transcript, lambda _: None)
    assert shown.count("onerror") > 3
    assert not any(raw in shown for raw in ("<img", "{", "}", "$", "`", "\\", "\"'", "'"))


@pytest.mark.parametrize(
    ("chance", "words"), [(SURE, "Quite sure"), (FAIRLY, "Fairly sure"), (0.4, "Not sure")]
)
def test_a_chance_is_said_in_words(chance: float, words: str) -> None:
    assert how_sure(Answer("", "", "answered", "", chance)).startswith(words)
    assert "verified" in how_sure(Answer("", "", "answered", "", chance, engine="some:model"))


def test_feedback_that_is_none_is_refused_by_line(tmp_path: Path) -> None:
    path = tmp_path / "feedback"
    one = feedback.verdict("1", True, "", hostile("answered"), ())
    feedback.write(path, one)
    feedback.write(path, feedback.verdict("1", False, "no", hostile("answered"), ()))
    assert [(v.good, v.reason) for v in feedback.read(path)] == [(False, "no")]
    assert feedback.read(path)[0].citations == one.citations
    with path.open("a") as file:
        file.write(json.dumps({"schema": 1}) + "\n")
    with pytest.raises(UsageError, match="feedback:3 is no feedback"):
        feedback.read(path)


def test_feedback_on_words_with_odd_line_ends_is_read(tmp_path: Path) -> None:
    odd = "It opens in May.\u2028So they say.\x85"
    feedback.write(tmp_path / "f", feedback.verdict("1", True, odd, hostile("answered"), ()))
    (one,) = feedback.read(tmp_path / "f")
    assert one.reason == odd


def test_feedback_fills_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "MAX_FILE", 10)
    with pytest.raises(PrAssistantError, match="full"):
        feedback.write(tmp_path / "f", feedback.verdict("1", True, "", hostile("answered"), ()))
    assert (tmp_path / "f").stat().st_size == 0
