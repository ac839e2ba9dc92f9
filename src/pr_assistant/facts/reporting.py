"""Statements reported without quotation marks: "said that …", "…, she said", "according to X"."""

from __future__ import annotations

import re

from pr_assistant.facts import clauses
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person
from pr_assistant.facts.reporting_before import ClauseBefore
from pr_assistant.facts.reporting_sources import Sources
from pr_assistant.facts.reports import Reports
from pr_assistant.facts.saying import REPORTING
from pr_assistant.facts.voices import Voices
from pr_assistant.sentences import Span

_VERB = re.compile(rf"\b(?P<verb>{REPORTING})\b")
_VERB_WORDS = frozenset(
    [*re.findall(r"[a-z]+", REPORTING), "emphasised", "emphasises", "emphasized", "emphasizes"]
) - frozenset("a an as be is it on out that to was".split())
"""What stands in every sentence that reports."""
_ADDING = re.compile(
    r",\s+(?:and\s+|while\s+)?(?P<verb>adding|noting|saying|stressing|warning|explaining|claiming"
    r"|pointing out|emphasi[sz]ing|recalling|arguing|insisting|admitting|confirming|promising"
    r"|acknowledging|stating|remarking|observing|estimating|predicting|suggesting|announcing)"
    r"(?:\s+(?:only|also|simply|merely|however|again))?(?=\s+(?:that|it|he|she|they|the|there|its|their|this|these|no)\b)"
)
"""What goes on with a statement of the same speaker."""
_OTHER_VOICE = re.compile(r"(?:,|;)?\s+(?:and|but|while|whereas)\s+(?:\w+\.?\s+)?$|;\s+$")
"""What parts the statements of two speakers in one sentence."""
_THROUGH = re.compile(r"\s+(?:through|via)\s")
_WHO = re.compile(r"(?:,[^“”\"]*)?,\s+who\s")
_RESUMED = re.compile(r",\s+(?:is|are|was|were|has|had|will|would|[a-z]{3,}(?:ed|s))\b")


class ReportReader:
    """Finds the clauses that a verb of saying reports and adds them to the voices."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.text = voices.text
        self.reports = Reports(voices)
        self.before = ClauseBefore(voices, self.reports)
        self.sources = Sources(voices, self.reports)

    def read(self) -> None:
        """Statements that a verb of saying reports without quotation marks."""
        for sentence in self.layout.sentences:
            if self.layout.kind(sentence.start) not in ("body", "boilerplate", "note"):
                continue
            if self.layout.is_table(sentence):
                continue
            self._in_sentence(sentence)

    def _in_sentence(self, sentence: Span) -> None:
        text = self.text
        start, end = sentence
        opening = self.layout.quotation(start)
        if opening and opening.end >= end:
            return
        if opening:
            start = opening.end
        words = self.layout.words(sentence)
        if "according" in words:
            self.sources.read(sentence, start)
        said = not _VERB_WORDS.isdisjoint(words)
        reports: list[tuple[int, Person, str, Span]] = []
        for verb in _VERB.finditer(text, start, end) if said else ():
            if self.layout.quotation(verb.start()):
                continue
            if not reports and self.before.read(sentence, start, verb):
                break
            begin = reports[-1][0] if reports else start
            pause = text.find("; ", begin, verb.start()) + 2 if reports else 0
            if pause > 1 and self.before.read(sentence, pause, verb):
                continue
            subject = self.voices.subject(begin, verb.start()) or self._through(verb, end)
            if subject is None or (reports and not self._is_other(reports[-1], subject)):
                continue
            after = max(verb.end(), subject[1].end if subject[1].start > verb.end() else 0)
            at = clauses.begin(text, after, end, verb["verb"])
            if at is None and text.startswith("As ", start) and text.startswith(", ", verb.end()):
                at = verb.end() + 2  # "As she stressed, the yard is full."
            if at is not None and self._ends_quotation(subject[1]):
                plain = not text[verb.end() : at].rstrip().endswith("that")
                if plain and not clauses.is_clause(text, at, end):
                    at = None  # "“…,” Jane Roe said in a letter published on Friday"
            if at is not None:
                reports.append((at, subject[0], verb["verb"], subject[1]))
        for index, (at, person, word, who) in enumerate(reports):
            stop = end
            if index + 1 < len(reports):
                parting = _OTHER_VOICE.search(text, at, reports[index + 1][3].start)
                stop = parting.start() if parting else stop
            if (ends := _RESUMED.search(text, at, stop)) and _WHO.match(text, who.end, at):
                stop = ends.start()  # "X, who had said that it was full, has left"
            self.reports.add_clauses(at, stop, person, word, cut(text, *who))
        self._going_on(sentence)

    def _through(self, verb: re.Match[str], end: int) -> tuple[Person, Span] | None:
        """ "The bank said through its partner, Jane Roe, that it would stay": who speaks for it."""
        through = _THROUGH.match(self.text, verb.end(), end)
        if through is None:
            return None
        named = self.voices.within(through.end(), min(end, through.end() + 60))
        if not named or not self.text.startswith((" that ", ", that "), named[0][0].end):
            return None
        return named[0][1], named[0][0]

    def _ends_quotation(self, who: Span) -> bool:
        """Whether the speaker is named for quoted words already."""
        return any(
            q.attribution and q.attribution.start == who.start and q.end < who.start
            for q in self.voices.found
        )

    def _is_other(
        self, report: tuple[int, Person, str, Span], subject: tuple[Person, Span]
    ) -> bool:
        """Whether somebody else speaks from here on, and not within what is reported."""
        at, person, _, _ = report
        return (
            subject[0] is not person
            and subject[1].start > at
            and _OTHER_VOICE.search(self.text, at, subject[1].start) is not None
        )

    def _going_on(self, sentence: Span) -> None:
        """ "…, adding that the yard was full": the speaker of the words before it."""
        text = self.text
        for adding in _ADDING.finditer(text, *sentence):
            if self.layout.quotation(adding.start()):
                continue
            before = [f for f in self.voices.found if sentence.start <= f.start < adding.start()]
            said = next((n for f in before for n in (f.speaker,) if n), None)
            person = next((p for p in self.voices.people if p.name == said), None)
            if person is None:
                named = self.voices.within(sentence.start, adding.start())
                person = named[0][1] if named and named[0][0].start < sentence.start + 60 else None
            at = clauses.begin(text, adding.end(), sentence.end, adding["verb"])
            if person is not None and at is not None:
                who = cut(text, *adding.span("verb"))
                self.reports.add_clauses(at, sentence.end, person, adding["verb"], who)
