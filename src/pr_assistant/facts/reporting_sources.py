"""Statements with their source: "according to Jane Roe, the yard was full"."""

from __future__ import annotations

import re

from pr_assistant.facts import clauses
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.reports import Reports
from pr_assistant.facts.voices import Voices
from pr_assistant.sentences import Span

_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|that|and|but|who|where),$")
_MORE = re.compile(r",\s+(?:but|and)\s+(?=[\w£$€])")
_STUDY = re.compile(r"\b(?:by|study|report|review|survey|figures|data|paper|filing)\b")
"""Sources that are no people, whoever wrote them."""
_WHOSE = re.compile(r",\s+(?:whose|where)\b")
"""The source is somebody else, to whom the person named belongs."""
_NO_COMMA = re.compile(
    r"\s+(?:(?:of|at|from)\s[^,.;:“”\"]{2,50}?\s)?"
    r"(?=(?:the|it|its|they|an?|this|these|there|no|about|some|all|both|more|most|only)\s)"
)
""" "According to Ms Roe the yard was full"."""
_SUBJECT = re.compile(r"(?:it|they|he|she|there)\s")
_OBLIQUE = re.compile(r"(him|her|them)(?=\s*[,.;])")
_NOMINATIVE = {"him": "he", "her": "she", "them": "they"}


class Sources:
    """Finds the clause for which a source is given."""

    def __init__(self, voices: Voices, reports: Reports) -> None:
        self.voices = voices
        self.reports = reports
        self.layout = voices.layout
        self.text = voices.text

    def read(self, sentence: Span, start: int) -> None:
        """The clause of a sentence, from `start` on, that is "according to" somebody."""
        match = _ACCORDING.search(self.text, start, sentence.end)
        if match and not self.layout.quotation(match.start()):
            self._according(sentence, match)

    def _according(self, sentence: Span, match: re.Match[str]) -> None:
        text = self.text
        mentions = self.voices.speakers_within(match.end(), sentence.end)
        if pronoun := _OBLIQUE.match(text, match.end(), sentence.end):
            someone = self.voices.antecedent(match.start(), _NOMINATIVE[pronoun[1]])
            mentions = [(Span(*pronoun.span(1)), someone)] if someone else []
        if not mentions:
            return
        span, person = mentions[0]
        lead = text[match.end() : span.start]
        entitled = person.title and match.end() <= person.title.start < span.start
        after = person.title and 0 <= person.title.start - span.end <= 6
        if _STUDY.search(lead) or _WHOSE.search(lead):
            return
        if re.search(r"[.;]\s+[A-Z]", lead) or len(lead) > 90 or ("," in lead and not entitled):
            return
        who = cut(text, *span)
        before = text[sentence.start : match.start()].strip()
        if _RELATIVE.search(before) and (comma := re.compile(r",\s+").match(text, span.end)):
            self.reports.add_clauses(comma.end(), sentence.end, person, "according to", who)
            return
        if not before:
            apposition = re.compile(r"[^,“”\"]*,\s+(?:who\b[^,“”\"]*,\s+)?").match(
                text, span.end, sentence.end
            )
            if person.title and person.title.start >= span.end:
                stop = text.find(",", person.title.end, sentence.end)
                if stop >= 0:
                    apposition = re.compile(r",\s+").match(text, stop)
            plain = _NO_COMMA.match(text, span.end, sentence.end)
            if plain and (apposition is None or _SUBJECT.match(text, plain.end())):
                apposition = plain
            if apposition:
                self.reports.add_clauses(
                    apposition.end(), sentence.end, person, "according to", who
                )
            return
        begin = max(sentence.start, text.rfind("; ", sentence.start, match.start()) + 2)
        stop = clauses.trimmed(text, begin, match.start())
        if not re.search(r"[“”\"]", text[begin : sentence.end]):
            self.reports.add(begin, stop, person, "according to", who)
            behind = max(span.end, person.title.end if person.title and after else 0)
            if more := _MORE.match(text, behind, sentence.end):
                self.reports.add_clauses(more.end(), sentence.end, person, "according to", who)
