"""Question and passages → the messages for a model; the words are in `prompts/`."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pr_assistant.generation.budget import Count
from pr_assistant.models import ScoredPassage

REFUSAL = "NOT IN THE RELEASE"
"""What a model is to write where the passages do not answer."""

Form = Literal["text", "json"]
Message = tuple[str, str]
"""Role ("system" or "human") and text, as LangChain takes them."""

_MARK = re.compile(r"<<<|>>>|\[\[|\]\]|<\|")


@cache
def prompt(name: str) -> str:
    """The text of a prompt."""
    path = files("pr_assistant.generation").joinpath("prompts", f"{name}.txt")
    return path.read_text("utf-8").strip()


@cache
def schema() -> dict[str, Any]:
    """The form of a draft, for providers that have structured output."""
    path = files("pr_assistant.generation").joinpath("prompts", "draft.json")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def fitting(
    question: str, passages: Sequence[ScoredPassage], budget: int, count: Count, form: Form
) -> list[ScoredPassage]:
    """As many of the passages, best first, as the budget of tokens has room for; at least one."""
    left = budget - sum(count(text) for _, text in drafting(question, (), form))
    kept: list[ScoredPassage] = []
    for found in passages:
        left -= count(_delimited(len(kept) + 1, found.passage.text, "0" * 8))
        if kept and left < 0:
            break
        kept.append(found)
    return kept


def drafting(question: str, passages: Sequence[ScoredPassage], form: Form) -> list[Message]:
    """The messages that ask for a draft. Passages go in as data, between marks no text can know."""
    mark = secrets.token_hex(4)
    given = [_delimited(n, p.passage.text, mark) for n, p in enumerate(passages, start=1)]
    system = prompt("answer").replace("{form}", prompt(f"form_{form}"))
    refusal = '{"sentences": []}' if form == "json" else REFUSAL
    human = prompt("question").replace("{passages}", "\n\n".join(given))
    return [
        ("system", system.replace("{refusal}", refusal)),
        ("human", human.replace("{question}", _tame(question))),
    ]


def rewriting(question: str, earlier: Sequence[str]) -> list[Message]:
    """The messages that ask for a question that stands alone."""
    human = prompt("conversation").replace("{earlier}", "\n".join(f"- {_tame(q)}" for q in earlier))
    return [("system", prompt("rewrite")), ("human", human.replace("{question}", _tame(question)))]


def _delimited(number: int, text: str, mark: str) -> str:
    return f"<<<passage {number} {mark}>>>\n{_tame(text)}\n<<<end {number} {mark}>>>"


def _tame(text: str) -> str:
    """Text that cannot end its passage or look like a marker."""
    return _MARK.sub(lambda match: " ".join(match.group()), text)
