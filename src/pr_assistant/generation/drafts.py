"""What a model writes, piece by piece → sentences with the places they say they are from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pr_assistant import sentences
from pr_assistant.generation.prompting import REFUSAL
from pr_assistant.grounding.verifying import Pointer

_MARKER = re.compile(
    r"\[{1,2}\s*(?:passage\s*)?(\d{1,3}(?:\s*,\s*\d{1,3})*)\s*(?::\s*([^\]\n]*))?\]{1,2}"
)
_NEXT = re.compile(r"\][ \t]*[.]?[ \t]+(?=[^\s\[.])")
"""Where a marker has ended and the next sentence has begun."""
_BULLET = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+|#+\s+)")
_THINK, _THOUGHT = "<think>", "</think>"
_FENCE = re.compile(r"^\s*```\w*\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft; nothing of it is verified."""

    text: str
    pointers: tuple[Pointer, ...] = ()


class Draft:
    """Takes a model's output as it comes, in the text form or as JSON, whichever it is."""

    def __init__(self) -> None:
        self._waiting = ""
        self._json: bool | None = None
        self._begun = False
        self._listed = False
        self._any = False
        self.refused = False
        """Whether the model says that the passages do not answer."""
        self.malformed = False
        """Whether JSON began and could not be read to its end."""

    def feed(self, piece: str) -> list[Sentence]:
        """The sentences that are complete with this piece."""
        self._waiting += piece
        if self._thinks():
            return []
        if self._json is None:
            ink = re.sub(r"^\s*(?:```\w*\s*)?", "", self._waiting)
            if not ink or (self._waiting.lstrip().startswith("`") and "\n" not in self._waiting):
                return []
            if ink == "[":
                return []
            self._json = ink[0] == "{" or (ink[0] == "[" and ink[1:].lstrip()[:1] in ("{", "]", ""))
        return list(self._objects(False) if self._json else self._lines(False))

    def finish(self) -> list[Sentence]:
        """The sentences that were still open when the model stopped."""
        if not self._begun and self._waiting.lstrip().startswith(_THINK):
            return []
        found = list(self._objects(True) if self._json else self._lines(True))
        self._waiting = ""
        return found

    def _thinks(self) -> bool:
        """Whether what is waiting is, or may yet be, a model thinking aloud before it answers."""
        if self._begun:
            return False
        ink = self._waiting.lstrip()
        if ink.startswith(_THINK):
            _, ended, self._waiting = self._waiting.partition(_THOUGHT)
            if not ended:
                self._waiting = ink
                return True
        elif _THINK.startswith(ink):
            return True
        self._begun = True
        return False

    def _lines(self, final: bool) -> Iterator[Sentence]:
        end = len(self._waiting) if final else self._waiting.rfind("\n") + 1
        for match in _NEXT.finditer(self._waiting, end):
            end = match.end()
        done, self._waiting = self._waiting[:end], self._waiting[end:]
        for line in done.splitlines():
            yield from self._line(line)

    def _line(self, line: str) -> Iterator[Sentence]:
        if _FENCE.match(line):
            return
        if line.strip(" .*`'\"").upper() == REFUSAL:
            self.refused = True
            return
        line = _BULLET.sub("", line).replace("**", "")
        at = 0
        for group in re.finditer(rf"(?:{_MARKER.pattern}[\s,;]*)+", line):
            pointers = tuple(_pointers(group.group()))
            stop = "." if line[group.end() : group.end() + 1] == "." else ""
            yield from _split(line[at : group.start()].rstrip() + stop, pointers)
            at = group.end() + len(stop)
        yield from _split(line[at:], ())

    def _objects(self, final: bool) -> Iterator[Sentence]:
        """Objects as they are complete, in a list of sentences or one after the other."""
        if not self._listed and (start := _LIST.search(self._waiting)):
            self._waiting, self._listed = self._waiting[start.end() :], True
        while (begin := self._waiting.find("{")) >= 0:
            try:
                found, end = _DECODER.raw_decode(self._waiting, begin)
            except (ValueError, RecursionError):
                break
            self._waiting, self._any = self._waiting[end:], True
            yield from _object(found)
        if final:
            self.refused = self._listed and not self._any and self._waiting.lstrip()[:1] == "]"
            self.malformed = not self.refused and ("{" in self._waiting or not self._any)


_DECODER = json.JSONDecoder()
_LIST = re.compile(r"\"sentences\"\s*:\s*\[|^\s*(?:```\w*\s*)?\[")


def _object(found: Any) -> Iterator[Sentence]:
    """The sentences of a decoded object, whatever else is in it."""
    if not isinstance(found, dict):
        return
    if isinstance(listed := found.get("sentences"), list):
        for one in listed:
            yield from _object(one)
        return
    text = found.get("text") or found.get("sentence")
    if not isinstance(text, str):
        return
    given = found.get("evidence")
    pointers = [
        Pointer(one["passage"], one["words"] if isinstance(one.get("words"), str) else "")
        for one in (given if isinstance(given, list) else [])
        if isinstance(one, dict) and type(one.get("passage")) is int
    ]
    yield from _split(_MARKER.sub("", text), (*pointers, *_pointers(text)))


def _pointers(text: str) -> Iterator[Pointer]:
    for match in _MARKER.finditer(text):
        for number in match[1].split(","):
            yield Pointer(int(number), (match[2] or "").strip())


def _split(text: str, pointers: tuple[Pointer, ...]) -> Iterator[Sentence]:
    for span in sentences.split(text):
        if any(map(str.isalnum, text[slice(*span)])):
            yield Sentence(text[slice(*span)], pointers)
