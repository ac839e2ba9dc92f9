"""What is suggested to be asked, and what is kept of what was."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import expect
from support import ABSENT, EMPLOYEES
from ui_support import Server, Visitor, answered, ask, suggested

from pr_assistant import facts, releases
from pr_assistant.assistant import Assistant
from pr_assistant.models import Answer, Draft, Release, Statement
from pr_assistant.shelf import OWN
from pr_assistant.ui.exporting import markdown
from pr_assistant.ui.keeping import MAX_KEPT, kept, restored
from pr_assistant.ui.suggesting import suggestions
from pr_assistant.ui.transcript import KEPT, Transcript

SIGN = "<img src=x onerror=alert(1)> ![x](https://outside.invalid) [a](javascript:alert(2)) # `b`"
UNKNOWN = """\
Brackwater Opens Tidal Plant

PORT ELLEN, March 3, 2025 /PRNewswire/ -- Brackwater Energy and the Isle Trust signed a pact today.
 It was signed by Ms. Una Kerr, Chief Engineer of Brackwater Energy, and Mr. Tam Bell, Chair of the
 Isle Trust. The plant has three main parts: a barrage, a lock and a fish ladder. It employs
 112 engineers.

"The tide is on time," said Una Kerr.
"""


@pytest.mark.browser
def test_what_is_suggested_is_answered_and_kept(
    server: Server, visit: Visitor, release: Release
) -> None:
    page = visit(server.url)
    known = {one.question: one for one in suggestions(facts.read(release))}
    first = suggested(page)
    assert len(first) == 4 and set(first) <= set(known)
    for question in first:
        page.get_by_role("button", name=question, exact=True).click()
        expect(page.locator(".q").last).to_have_text(question)
        answered(page)
        expect(page.locator(".example:visible")).not_to_have_count(0, timeout=30_000)
        assert question not in suggested(page)
    expect(page.locator(".a.no, .a.failed")).to_have_count(0)
    ask(page, ABSENT)
    before = page.locator(".turns").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    text = saved.value.path().read_text("utf-8")
    assert saved.value.suggested_filename.endswith(".md")
    assert all(f"## {question}" in text for question in (*first, ABSENT))
    assert f"— {release.title}, 26 June 2025, " in text
    visit.settle(page)
    page.reload()
    expect(page.locator(".exchange")).to_have_count(5)
    assert page.locator(".turns").inner_text() == before
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".welcome")).to_be_visible()


def test_suggestions_are_of_the_release_at_hand() -> None:
    release = releases.parse(UNKNOWN.encode(), "r")
    found = {one.question: one.answer for one in suggestions(facts.read(release))}
    assert "Who signed?" in found and "What did Una Kerr say?" in found
    for question, words in (
        ("What is the title of Una Kerr?", "Chief Engineer"),
        ("How many engineers are mentioned?", "112"),
        ("What are the three main parts?", "a barrage"),
    ):
        start, end = found[question][0]
        assert words in release.text[start:end]


@pytest.fixture(scope="module")
def conversation(assistant: Assistant) -> Transcript:
    """An answer and two refusals, one that names what is absent."""
    transcript = Transcript()
    for question in (EMPLOYEES, ABSENT, "What did Zorblatt say about PolyU?"):
        transcript = transcript.ask(question).answer(assistant.ask(question))
    return transcript


def test_what_is_kept_comes_back_whole(assistant: Assistant, conversation: Transcript) -> None:
    sent = json.loads(json.dumps(kept(conversation)))
    again = restored(sent, assistant.index)
    for one, other in zip(conversation.exchanges, again.exchanges, strict=True):
        assert one.answer and other.answer
        for name in "question standalone_question status answer confidence citations".split():
            assert getattr(one.answer, name) == getattr(other.answer, name)
    last = again.exchanges[2].answer
    assert last and "Zorblatt" in last.answer
    assert "208,000" not in json.dumps(sent)  # no words of a release


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one["cited"][0].update(digest="0" * 16),
        lambda one: one["cited"][0].update(start=one["cited"][0]["start"] + 1),
        lambda one: one["cited"][0].update(end=10**9),
        lambda one: one["cited"][0].update(release="gone"),
        lambda one: one.update(cited=[]),
    ],
)
def test_an_answer_whose_words_are_gone_is_gone(
    assistant: Assistant, conversation: Transcript, spoil: Callable[[dict[str, Any]], None]
) -> None:
    sent = kept(conversation)[:1]
    spoil(sent[0])
    (again,) = restored(sent, assistant.index).exchanges
    assert again.answer is None and "has changed" in (again.failure or "")


@pytest.mark.parametrize(
    "given",
    [
        None, 7, "x", {}, [7], [{}], [[]], {"question": 1},
        [{"question": SIGN, "answer": SIGN}],
        [{"question": "q" * 10_000, "standalone": "", "status": "answered", "said": "",
          "confidence": 0.5, "written": None, "cited": [], "related": []}],
    ],
)  # fmt: skip
def test_what_was_never_kept_does_not_come_back(assistant: Assistant, given: Any) -> None:
    assert restored(given, assistant.index) == Transcript()


def test_a_refusal_cannot_be_worded_by_the_browser(
    assistant: Assistant, conversation: Transcript
) -> None:
    for said in (SIGN, "The release does not say. It does not mention “Elsewhere”.", "Yes."):
        sent = kept(conversation)[1:2]
        sent[0]["said"] = said
        (again,) = restored(sent, assistant.index).exchanges
        assert again.answer and again.answer.answer == "The release does not say."


def test_what_a_model_wrote_is_not_kept(assistant: Assistant) -> None:
    answer = assistant.ask(EMPLOYEES)
    draft = Draft("some:model", (Statement("Huawei is large.", (1,)),))
    spoken = Answer(EMPLOYEES, EMPLOYEES, "answered", "Huawei is large. [1]", 1.0, answer.citations,
                    engine="some:model", draft=draft)  # fmt: skip
    sent = kept(Transcript().ask(EMPLOYEES).answer(spoken))
    (again,) = restored(sent, assistant.index).exchanges
    assert again.answer and again.answer.draft and again.answer.draft.notice
    assert "large" not in json.dumps(sent) and "208,000" in again.answer.answer


def test_what_is_kept_may_be_sent(conversation: Transcript) -> None:
    answer = conversation.exchanges[1].answer
    assert answer
    whole = Transcript()
    for _ in range(2 * KEPT):
        whole = whole.ask(ABSENT).answer(answer)
    assert len(json.dumps(kept(whole))) <= MAX_KEPT * 1.1
    assert kept(whole)[-1]["question"] == ABSENT


def test_nothing_of_an_added_release_is_kept(conversation: Transcript) -> None:
    answer = conversation.exchanges[0].answer
    assert answer
    own = replace(answer, citations=(replace(answer.citations[0], release_id=f"{OWN}mine"),))
    assert kept(Transcript().ask(EMPLOYEES).answer(own)) == []


def test_a_conversation_as_markdown_does_nothing(conversation: Transcript) -> None:
    text = markdown(conversation.ask(SIGN).fail(SIGN), lambda _: None)
    assert "208,000" in text
    assert "<img" not in text.replace("\\<", "") and "](" not in text.replace("\\](", "")
