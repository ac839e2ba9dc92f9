"""Statements that stand before their verb: "The yard was full, she said."."""

from __future__ import annotations

import re

from pr_assistant.facts import clauses
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person, Slice
from pr_assistant.facts.reporting_between import told_behind
from pr_assistant.facts.reports import Reports
from pr_assistant.facts.voices import APPOSITION, SETTING, Voices
from pr_assistant.sentences import Span

_REST = re.compile(
    r"\s*(?!(?:add|not|speak|point|cit|putt|call|blam|urg|promis|warn|describ|refer|quot|announc|thank"
    r"|prais|stress|explain|leav)\w*ing\b|who\b|without\b)(?:(?:and|but)\s+)?(?:that\s+)?(?=[\w£$€])"
)
_CLOSES = re.compile(
    r"(?:\s+(?:today|yesterday|on \w+day|this \w+|earlier|last \w+|in a \w+"
    r"|with an? [\w ]{3,20}?|at an? [\w ]{3,30}?))*(?P<end>[.,;:]|\s[–—])"
)
"""What stands behind a verb that closes its clause."""
_TOLD_WHOM = re.compile(
    r"\s+(?!that\b|how\b|what\b)(?:(?!\bthat\b)[^,.;:“”\"]){3,90}(?P<end>\.$|[,;](?=\s+[a-z]))"
)
"""Whom a clause that stands first was told: "…, Jane Roe told reporters on Tuesday."."""
_PARTING = re.compile(r"[\s:–—-]*")
_NOT_TELLING = re.compile(r"\bthat\b|,\s|^\s+(?:through|via)\s")
_RELATED = re.compile(
    r"\s+(?:his|her|their|its|the|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}[’']s?)\s"
    r"[a-z][\w\s’'-]{2,50},\s(?:[A-Z][\w.]{0,4}\s)*$"
)
"""Who somebody is, before the name: "said its present director, Prof."."""
_AUXILIARY = re.compile(
    r"(?:would|will|had|has|have|was|were|is|are|can|could|must|may|might|should)\b"
)
_GOES_ON = re.compile(rf",(?=\s+{_AUXILIARY.pattern})")
"""What goes on with a clause that its speaker parts: "That, said Jane Roe, was why"."""
_AND = re.compile(r",\s+(?:and|but)\s+")
_COMMA = re.compile(r",\s+$")
_ANNOUNCES = re.compile(r"(?<=:)\s*[“„\"«]")
_INVERTED = re.compile(
    r"\s(?!by\b|that\b|in\b|as\b|for\b|on\b|with\b|to\b)[^,.;:“”\"]{0,60}"
    r"(?:,\s)?(?:[A-Z][\w.]{0,4}\s)*"
)
_ENDED = re.compile(r"[.;]|,\s|\s[–—(]")
_PLACE = re.compile(r"[A-Z]{3}[^“”\"]{0,60}?\s(?:--|[–—])\s")
"""A dateline of another form."""
_MARK = re.compile(r"[“”\"]")
_WHERE = re.compile(r",\s(?:where|because|since|as|while|although),\s$")
""" "It is built in Leeds, where, says Jane Roe, two lines are free"."""
_HANGING = re.compile(r",\s+(?:who|which|whose|where|that|and|but)$")
"""What belongs to the words behind the verb: "the makers, who, she said, had gone"."""

_QUOTES = re.compile(r"[\w-]+(?:\s\w+)?,?\s+[“\"]")
"""A verb of saying with quoted words behind it."""
_UNFINISHED = re.compile(r"\b(?:and|but|or|nor|was|were|is|are|be|been|as|the|an?|of|for|with|by)$")
"""How words end that what is quoted behind them completes."""


class ClauseBefore:
    """Finds the clause that stands before a verb of saying, and its speaker."""

    def __init__(self, voices: Voices, reports: Reports) -> None:
        self.voices = voices
        self.reports = reports
        self.layout = voices.layout
        self.text = voices.text

    def read(self, sentence: Span, start: int, verb: re.Match[str]) -> bool:
        """ "The yard was full, she said." and "…, said Mr X." """
        text = self.text
        pause = text.rfind("; ", start, verb.start())
        if pause >= 0 and _MARK.search(text, start, pause):
            start = pause + 2
        lead = _COMMA.search(text, start, verb.start())
        if lead and self._is_spoken(start, lead.end()):
            lead = None
        person: Person | None = None
        who: Slice | None = None
        stop = 0
        rest: int | None = None
        free = verb["verb"] in clauses.FREE | {"added", "adds"}
        mentions = self.voices.speakers_within(verb.end(), sentence.end) if lead else []
        inverted = bool(mentions) and self._is_inverted(start, verb, mentions[0][0])
        if lead and (
            free or inverted or clauses.is_clause(text, start + (text[start] == " "), verb.start())
        ):
            gap = text[verb.end() : mentions[0][0].start] if mentions else ""
            title = mentions[0][1].title if mentions else None
            if title and verb.end() <= title.start and title.end <= mentions[0][0].start:
                gap = gap[: title.start - verb.end()]  # "said Acme's head of sales, Jane Roe"
            plain = not _NOT_TELLING.search(gap) or _RELATED.fullmatch(gap)
            if mentions and len(gap) < (60 if free else 30) and plain:
                person, who = mentions[0][1], cut(text, *mentions[0][0])
                stop = lead.end()
                behind = mentions[0][0].end
                rest = self._goes_on(behind, sentence.end)
                if _WHERE.search(text, start, verb.start()) and text.startswith(", ", behind):
                    self.reports.add_clauses(behind + 2, sentence.end, person, verb["verb"], who)
                    return True
        closes = _CLOSES.match(text, verb.end(), sentence.end)
        if closes is None and verb["verb"] in clauses.WITH_OBJECT:
            closes = _TOLD_WHOM.match(text, verb.end(), sentence.end)
        if closes and (found := told_behind(self.voices, start, verb.start())):
            person, span, stop = found
            who = cut(text, *span)
            rest = closes.end() if closes["end"] in ",:" else None
        if person is None or who is None:
            return False
        bullet = self.layout.bullet(Span(start, sentence.end)) if start == sentence.start else None
        begin = bullet.start if bullet else start
        dateline = self.layout.dateline
        if dateline.start <= begin < dateline.end:
            parting = _PARTING.match(text, dateline.end)
            begin = parting.end() if parting else dateline.end
        elif place := _PLACE.match(text, begin, stop):
            begin = place.end()
        while begin < stop and text[begin].isspace():
            begin += 1
        colon = text.rfind(": ", begin, stop) + 2
        if colon > 1 and any(p is person for _, p in self.voices.within(begin, colon)):
            begin = colon  # "Ms Roe complained of prices: one in ten was too high, she said"
        if rest is not None:  # "The price stood; this time, he said, it would last"
            begin = max(begin, text.rfind("; ", begin, stop) + 2)
        stop = clauses.trimmed(text, begin, stop)
        announces = _ANNOUNCES.match(text, rest, sentence.end) if rest is not None else None
        if announces and not clauses.is_clause(text, begin, stop):
            return False  # "For the yard, Jane Roe said: “…”"
        if not self._can_be_told(begin, stop, verb.start(), rest is not None):
            return False
        self.reports.add(begin, stop, person, verb["verb"], who, is_split=rest is not None)
        if rest is not None and (more := _REST.match(text, rest, sentence.end)):
            self.reports.add_clauses(more.end(), sentence.end, person, verb["verb"], who)
        return True

    def _is_inverted(self, start: int, verb: re.Match[str], name: Span) -> bool:
        """Whether nothing but a title stands before a name: "…, stressed the chair, Jane Roe."."""
        text = self.text
        if len(text[start : verb.start()].split()) < 5 or not _ENDED.match(text, name.end):
            return False
        return bool(_INVERTED.fullmatch(text, verb.end(), name.start))

    def _goes_on(self, at: int, end: int) -> int | None:
        """Where a clause goes on behind its speaker, whose name ends at `at`."""
        if split := _GOES_ON.match(self.text, at, end):
            return split.end()
        more = _AND.match(self.text, at, end)
        goes_on = more and (
            clauses.is_clause(self.text, more.end(), end)
            or _AUXILIARY.match(self.text, more.end(), end)
        )
        return more.end() if more and goes_on else None

    def _is_spoken(self, start: int, end: int) -> bool:
        """Whether words hold quotation marks round anything but a short name."""
        marked = [q for q in self.layout.quoted if q.start < end and start < q.end]
        inside = sum(len(_MARK.findall(self.text, q.start, q.end)) for q in marked)
        return inside != len(_MARK.findall(self.text, start, end)) or any(
            len(self.text[slice(*q)].split()) > 3
            or any(f.start < q.end and q.start < f.end for f in self.voices.found)
            for q in marked
        )

    def _can_be_told(self, begin: int, stop: int, verb: int, is_split: bool) -> bool:
        """Whether words before a verb of saying are a clause, and not who says it."""
        words = self.text[begin:stop]
        if is_split and re.match(r"Asked\b", words):
            return False  # "Asked about delays, she replied: …"
        setting = SETTING.match(words) and not clauses.is_clause(self.text, begin, stop)
        if _HANGING.search(words) or (setting and re.match(r"\w+ing\b", words)):
            return False
        if _UNFINISHED.search(words) and _QUOTES.match(self.text, verb):
            return False  # "It was unanimous for the first and, she said, “four hours” long"
        if is_split and len(words.split()) <= 3 and _MARK.search(words):
            return False  # "For “Hrafn”, Ms Roe said, there are plans."
        if self._is_spoken(begin, stop) or len(words.split()) < (1 if is_split else 3):
            return False
        named = self.voices.within(begin, stop)
        return not (named and APPOSITION.fullmatch(self.text, named[0][0].end, verb))
