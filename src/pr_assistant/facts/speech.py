"""Who said what: words between quotation marks, and statements reported without them.

`pr_assistant.quotations` finds the marks; this knows the people of the release: a surname, a
pronoun or "according to X" leads to the person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.honorifics import gender
from pr_assistant.facts.layout import Layout, sentences_of
from pr_assistant.facts.lexicon import POSTNOMINALS
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.saying import SAYING
from pr_assistant.quotations import inner, is_open
from pr_assistant.sentences import Span, trim

_VERB = re.compile(rf"\b(?P<verb>{SAYING}|Said)\b")
_VERB_FIRST = re.compile(rf"\s*[,–—-]?\s*(?P<verb>{SAYING})\b")
_LEAD_END = re.compile(
    rf"\b(?P<verb>{SAYING})\b(?:\s+(?:that|how|of|the|reporters|journalists|investors|analysts"
    rf"|today|later"
    r"|in a statement|[^.!?“”\"]{0,60}?))?\s*[,:]?\s*$"
)
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_ADVERBS = (
    r"(?:\s*(?:also|then|further|later|recently|today|has|had|himself|herself|once|simply"
    r"|additionally))*"
)
_APPOSITION = re.compile(
    rf"(?:{POSTNOMINALS})?\s*(?:(?:of|at|from|for)\s+[^,“”\"]{{2,70}})?"
    rf"(?:[,(–—][^“”\"]*[,)–—])?,?{_ADVERBS}\s*$"
)
_SETTING = re.compile(
    r"\s*(?:In|At|On|For|With|As|To|Commenting|Speaking|Asked|Addressing|Following|After|Before"
    r"|When|While"
    r"|Since|Under|Announcing|Unlike|Like|Together|Despite|Alongside|Introducing|Opening"
    r"|Responding|Although"
    r"|Though|If|Because|During|Welcoming|Presenting|Explaining)\b"
)
_OWN_PRONOUN = re.compile(rf"\s*,?\s*(?:(?:he|she|they)\s+{SAYING}|{SAYING}\s+(?:he|she|they))\b")
_FREE = frozenset("said says".split())
"""Verbs whose clause needs no "that"."""
_REPORTING = re.compile(
    r"\b(?P<verb>said|says|added|adds|told|tells|noted|notes|warned|warns|recalled|recalls"
    r"|explained"
    r"|explains|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|confirmed|confirms|argued|argues"
    r"|insisted"
    r"|insists|pointed out|points out|observed|observes|stated|states|remarked|remarks|announced"
    r"|acknowledged|commented|estimated|estimates|predicted|predicts|claimed|claims|cautioned"
    r"|reported"
    r"|reports|admitted|admits|promised|concluded|concludes|continued|suggested|reiterated|revealed"
    r"|underlined|affirmed|declared|replied|indicated|disclosed|conceded|highlighted|pledged"
    r"|testified)\b"
)
_OBJECT = re.compile(
    r"\s+(?:(?:to\s+)?(?:the\s+)?(?:[A-Za-z’'-]+\s+){0,3}?(?:journalists|reporters|analysts"
    r"|investors"
    r"|shareholders|stockholders|staff|employees|delegates|lawmakers|members|parliament|meeting"
    r"|press|board"
    r"|committee|conference|newspaper|audience|agency|broadcaster|us|them|him|her|council|hearing"
    r"|crowd"
    r"|guests|customers|workers|residents|parents|students|briefing)|in a (?:separate )?statement"
    r"|in a (?:\w+ )?(?:call|interview|letter|speech|briefing)|on \w+day|today|separately|earlier"
    r"|later"
    r"|at the \w+|also)\b"
)
_TOLD = re.compile(r"\s+[^,.;“”\"]{2,70}?(?=\s+that\b)")
_THAT = re.compile(r"\s*,?\s+that\s+")
_CLAUSE_START = re.compile(
    r"\s+(?!(?:in|on|at|of|to|for|with|by|during|after|before|from|about|as|when|while|so|yes|no"
    r"|today"
    r"|goodbye|it all|separately|last|earlier|later|is|was|and|or|but|he himself)\b)(?=[\w£$€“\"])"
)
_CLAUSE_TAIL = re.compile(r"[\s.,;:]+$")
_NEXT_CLAUSE = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:said|added|noted|warned|also said)\s+)?that\s+"
    r"|,?\s+(?:and\s+)?adding\s+that\s+"
)
_TITLE_STOP = re.compile(r"(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.|(?<=Prof|-Ing)\.")
_ONLY_NAME = re.compile(r"(?:,[^:.!?“”\"]{2,90})?:\s*")
_WORD = re.compile(r"\w")
_AND = re.compile(r"(?:,[^.;“”\"]{2,80},)?\s+and\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s*)?")
_UNKNOWN_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+ [a-z]")
_MAX_FRAME = 160


class _People:
    """Mentions of people by place."""

    def __init__(self, people: Sequence[Person]) -> None:
        pairs = sorted(((m.start, m.end, i) for i, p in enumerate(people) for m in p.mentions))
        self._starts = [start for start, _, _ in pairs]
        self._pairs = pairs
        self.people = people

    def within(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """Mentions in a part of the text, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [(Span(s, e), self.people[i]) for s, e, i in self._pairs[first:last] if e <= end]


class _Reader:
    def __init__(self, layout: Layout, people: Sequence[Person]) -> None:
        self.layout = layout
        self.text = layout.text
        self.people = _People(people)
        self.found: list[Quotation] = []
        self.speakers: list[tuple[int, Person]] = []

    # -- quotation marks ---------------------------------------------------------------------

    def direct(self) -> None:
        """Quoted words, paragraph by paragraph."""
        open_speaker: tuple[Person, str | None] | None = None
        waiting: list[Span] = []  # open pieces whose speaker is named in a later paragraph
        above: Span | None = None
        quoted = list(self.layout.quoted)
        for paragraph in self.layout.paragraphs:
            if self.layout.kind(paragraph.start) in ("contact", "metadata"):
                continue
            marks = [q for q in quoted if paragraph.start <= q.start < paragraph.end]
            begin = paragraph.start
            last: tuple[Person, str | None] | None = None
            last_end = paragraph.start
            for index, mark in enumerate(marks):
                following = marks[index + 1].start if index + 1 < len(marks) else paragraph.end
                found = self._attributed(begin, mark, following, paragraph)
                if found is None and mark.start == paragraph.start and open_speaker:
                    found = (*open_speaker, None)
                if found is None and last and self._carries_on(last_end, mark):
                    found = (*last, None)
                if found is None and above and mark.start == paragraph.start:
                    found = self._by_lead(above, mark, above.start)
                if found:
                    person, verb, at = found
                    if mark.start == paragraph.start:
                        for earlier in waiting:
                            self._add(earlier, person, verb, None)
                    waiting = []
                    self._add(mark, person, verb, at)
                    last, last_end = (person, verb), mark.end
                else:
                    last = None
                begin = mark.end
            open_speaker = None
            lines = sentences_of(self.text, *paragraph)
            above = lines[-1] if lines and self.text[paragraph.end - 1] in ":," else None
            open_at_end = marks and marks[-1].end == paragraph.end and is_open(self.text, marks[-1])
            waiting = [*waiting, marks[-1]] if open_at_end and not last else []
            if marks and last and marks[-1].end == paragraph.end and is_open(self.text, marks[-1]):
                open_speaker = last

    def _add(self, mark: Span, person: Person, verb: str | None, at: Slice | None) -> None:
        start, end = trim(self.text, *inner(self.text, mark))
        if start >= end:
            return
        self.found.append(Quotation(start, end, self.text[start:end], person.name, False, verb, at))
        self.speakers.append((start, person))

    def _carries_on(self, end: int, mark: Span) -> bool:
        """Whether only the attribution of the last quotation stands before this one."""
        between = self.text[end : mark.start]
        if _OWN_PRONOUN.match(self.text, mark.end):
            return False  # somebody else's, or it would have been found by the pronoun
        return (
            len(sentences_of(between, 0, len(between))) == 1
            and between.rstrip()[-1:] in (".", ",", ":", ";", "—", "–")
        ) or (not between.strip())

    def _attributed(
        self, begin: int, mark: Span, following: int, paragraph: Span
    ) -> tuple[Person, str | None, Slice | None] | None:
        before = sentences_of(self.text, begin, mark.start)
        if before and (found := self._by_lead(before[-1], mark, begin)):
            return found
        return self._by_tail(mark, following, paragraph)

    def _by_lead(
        self, lead: Span, mark: Span, begin: int
    ) -> tuple[Person, str | None, Slice | None] | None:
        text = self.text
        words = text[slice(*inner(text, mark))]
        verbs = list(_VERB.finditer(text, lead.start, mark.start))
        named = self.people.within(lead.start, mark.start)
        if (
            not verbs
            and named
            and _ONLY_NAME.fullmatch(text, named[0][0].end, mark.start)
            and not _WORD.search(text[lead.start : named[0][0].start][:-5])
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'Jane Doe, Acme: "..."'
        if according := _ACCORDING.search(text, lead.start, mark.start):
            mentions = self.people.within(according.end(), mark.start)
            if mentions and re.search(r"[,:]\s*$", text[lead.start : mark.start]):
                return mentions[0][1], "according to", cut(text, *mentions[0][0])
        if not verbs:
            return None
        verb = verbs[-1]
        direct = bool(
            re.fullmatch(r"(?:\s+(?:that|how))?\s*[,:–—]?\s*", text[verb.end() : mark.start])
        ) or (
            re.search(r"[:,]\s*$", text[verb.end() : mark.start]) is not None
            and len(text[verb.end() : mark.start]) < 100
        )
        if not direct and not _is_fragment(words):
            return None
        subject = self.subject(lead.start, verb.start())
        if subject is None and verb.start() - lead.start < 3:  # 'Said Jane Doe: "..."'
            mentions = self.people.within(verb.end(), mark.start)
            subject = (mentions[0][1], mentions[0][0]) if mentions else None
        if subject is None:
            return None
        return subject[0], verb["verb"], cut(text, *subject[1])

    def _by_tail(
        self, mark: Span, following: int, paragraph: Span
    ) -> tuple[Person, str | None, Slice | None] | None:
        text = self.text
        tail_end = min(following, paragraph.end, mark.end + _MAX_FRAME + 120)
        tails = sentences_of(text, mark.end, tail_end)
        if (
            not tails
            or text[mark.end : tails[0].start].strip()
            or "\n\n" in text[mark.end : tails[0].start]
        ):
            return None
        tail = tails[0]
        closes = text[mark.end - 2] in ",?!…-—–." if mark.end - 2 > mark.start else False
        comma = text[mark.end : mark.end + 1] == ","
        dash = text[mark.end : mark.end + 2] in (" –", " —")
        spoken = re.match(r"\s+(?:said|says|according)\b", text[mark.end : mark.end + 12])
        if not (closes or comma or dash or spoken):
            return None
        if according := re.compile(r"\s*,?\s*according to\s+", re.I).match(
            text, mark.end, tail.end
        ):
            mentions = self.people.within(according.end(), tail.end)
            return (
                (mentions[0][1], "according to", cut(text, *mentions[0][0])) if mentions else None
            )
        if verb := _VERB_FIRST.match(text, mark.end, tail.end):
            mentions = self.people.within(verb.end(), tail.end)
            gap = _TITLE_STOP.sub("", text[verb.end() : mentions[0][0].start]) if mentions else ""
            if len(mentions) > 1 and _AND.fullmatch(text, mentions[0][0].end, mentions[1][0].start):
                return None  # two speak at once: neither alone
            if mentions and not re.search(r"[.;]\s|\bthat\b", gap):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
            pronoun = re.compile(r"\s+(he|she|they)\b").match(text, verb.end(), tail.end)
            if pronoun and (person := self.antecedent(mark.start, pronoun[1])):
                return person, verb["verb"], cut(text, *pronoun.span(1))
            return None
        verb = _VERB.search(text, mark.end, tail.end)
        if verb is None:
            return None
        if pronoun := re.compile(
            r"\s*,?\s*(he|she|they)\s+(?:also |then |later |further )?$"
        ).match(text, mark.end, verb.start()):
            person = self.antecedent(mark.start, pronoun[1])
            return (person, verb["verb"], cut(text, *pronoun.span(1))) if person else None
        mentions = self.people.within(mark.end, verb.start())
        if mentions and _APPOSITION.fullmatch(text, mentions[0][0].end, verb.start()):
            lead = text[mark.end : mentions[0][0].start]
            if len(lead) < 100 and not re.search(r"\b(?:and|but|that|which|to|of the)\b", lead):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
        return None

    # -- subjects ----------------------------------------------------------------------------

    def subject(self, start: int, verb: int) -> tuple[Person, Span] | None:
        """Who is the subject of the verb at `verb` in the sentence that begins at `start`."""
        text = self.text
        mentions = [
            (s, p) for s, p in self.people.within(start, verb) if not self.layout.quotation(s.start)
        ]
        adjacent = [(s, p) for s, p in mentions if _APPOSITION.fullmatch(text, s.end, verb)]
        pronouns = [
            m for m in _PRONOUN.finditer(text, start, verb)
            if re.fullmatch(rf"{_ADVERBS}\s*", text[m.end() : verb])
        ]  # fmt: skip
        if pronouns:
            person = self.antecedent(pronouns[-1].start(), pronouns[-1].group().lower(), start)
            return (person, Span(*pronouns[-1].span())) if person else None
        if not adjacent:
            shared = re.compile(r"[^.;“”\"]*\b(?:and|but)\s+$").search(text, start, verb)
            if mentions and shared and not _SETTING.match(text, start, verb):
                return mentions[0][1], mentions[0][0]  # "X thanked the staff and said"
            opening = re.compile(r"\s*(She|He)\s").match(text, start, verb)
            if opening and shared and not mentions:  # "She thanked the staff and said"
                person = self.antecedent(opening.start(1), opening[1].lower(), start)
                return (person, Span(*opening.span(1))) if person else None
            return None
        first, person = adjacent[0]
        if len(adjacent) > 1 and _SETTING.match(text, start, first.start):
            first, person = adjacent[-1]
        return person, first

    def antecedent(self, at: int, pronoun: str, start: int | None = None) -> Person | None:
        """Whom a pronoun at `at` means: the subject of the nearest sentence that names one."""
        other = {"he": "she", "she": "he"}.get(pronoun, "nobody")
        sentences = self.layout.sentences
        index = bisect_left(sentences, at, key=lambda s: s.start)
        for back in range(index - 1, max(-1, index - 9), -1):
            sentence = sentences[back]
            mentions = [
                p
                for s, p in self.people.within(sentence.start, min(sentence.end, at))
                if not self.layout.quotation(s.start) and gender(p.honorific) != other
            ]
            last_end = self.found[-1].end if self.found else 0
            since = [
                p
                for s, p in self.people.within(max(sentence.start, last_end), min(sentence.end, at))
                if not self.layout.quotation(s.start) and gender(p.honorific) != other
            ]
            if since and sentence.start < last_end:
                return since[0]
            if mentions:
                lead = self.text[sentence.start : self.people.within(*sentence)[0][0].start]
                if _UNKNOWN_NAME.search(lead):
                    return None  # perhaps it is they who are meant
                last = self.speakers[-1][1] if self.speakers else None
                if last in mentions and len(set(map(id, mentions))) > 1:
                    return last
                return mentions[0]
        return None

    # -- reported speech ---------------------------------------------------------------------

    def reported(self) -> None:
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
        according = _ACCORDING.search(text, start, end)
        if according and not self.layout.quotation(according.start()):
            self._according(sentence, according)
        for verb in _REPORTING.finditer(text, start, end):
            if self.layout.quotation(verb.start()):
                continue
            if self._clause_before(sentence, start, verb):
                return
            subject = self.subject(start, verb.start())
            if subject is None:
                continue
            at = verb.end()
            told = verb["verb"] in ("told", "tells") and _TOLD.match(text, at, end)
            if item := (told or _OBJECT.match(text, at, end)):
                at = item.end()
            if that := _THAT.match(text, at, end):
                at = that.end()
            elif verb["verb"] in _FREE and (free := _CLAUSE_START.match(text, at, end)):
                at = free.end()
            else:
                continue
            self._clauses(at, end, subject[0], verb["verb"], cut(text, *subject[1]))
            return

    def _clauses(self, at: int, end: int, person: Person, verb: str, who: Slice) -> None:
        """One entry for each "that" clause; quoted words stand for the clause that holds them."""
        text = self.text
        borders = [at]
        ends = []
        for more in _NEXT_CLAUSE.finditer(text, at, end):
            if self.layout.quotation(more.start()):
                continue
            ends.append(more.start())
            borders.append(more.end())
        ends.append(end)
        for begin, stop in zip(borders, ends, strict=True):
            if re.search(r"[“”\"]", text[begin:stop]):
                continue
            stop = begin + len(_CLAUSE_TAIL.sub("", text[begin:stop]))
            self._report(begin, stop, person, verb, who)

    def _clause_before(self, sentence: Span, start: int, verb: re.Match[str]) -> bool:
        """ "The yard was full, she said." and "…, said Mr X." """
        text = self.text
        lead = re.compile(r"[^“”\"]*,\s+$").match(text, start, verb.start())
        person: Person | None = None
        who: Slice | None = None
        stop = 0
        if lead and verb["verb"] in _FREE | {"added", "adds"}:
            mentions = self.people.within(verb.end(), sentence.end)
            gap = text[verb.end() : mentions[0][0].start] if mentions else ""
            if mentions and len(gap) < 60 and not re.search(r"\bthat\b|,\s", gap):
                person, who = mentions[0][1], cut(text, *mentions[0][0])
                stop = lead.end()
        tail = re.compile(r",\s+(?P<who>[^,“”\"]{2,60})\s+$")
        for match in [m for c in re.finditer(r",\s", text[start : verb.start()])
                      if (m := tail.match(text, start + c.start(), verb.start()))]:  # fmt: skip
            after = text[verb.end() : verb.end() + 2]
            if not re.match(r"[.,]", after):
                continue
            if pronoun := re.fullmatch(r"(he|she|they)(?: also| later)?", match["who"]):
                person = self.antecedent(match.start("who"), pronoun[1])
                who = cut(text, *match.span("who"))
            elif mentions := self.people.within(match.start("who"), verb.start()):
                span, speaker = mentions[-1]
                if span.end >= match.end("who") - 1:
                    person, who = speaker, cut(text, *span)
            stop = match.start()
        if person is None or who is None:
            return False
        begin = start
        while begin < stop and text[begin].isspace():
            begin += 1
        stop = begin + len(_CLAUSE_TAIL.sub("", text[begin:stop]))
        words = text[begin:stop]
        if (
            re.search(r"[“”\"]", words)
            or len(words.split()) < 3
            or (
                self.people.within(begin, stop)
                and _APPOSITION.fullmatch(
                    text, self.people.within(begin, stop)[0][0].end, verb.start()
                )
            )
        ):
            return False
        self._report(begin, stop, person, verb["verb"], who)
        return True

    def _according(self, sentence: Span, match: re.Match[str]) -> None:
        text = self.text
        mentions = self.people.within(match.end(), sentence.end)
        if not mentions:
            return
        span, person = mentions[0]
        lead = text[match.end() : span.start]
        if re.search(r"[.;]\s+[A-Z]", lead) or len(lead) > 90 or re.search(r",", lead):
            return
        who = cut(text, *span)
        if not text[sentence.start : match.start()].strip():
            apposition = re.compile(r"[^,“”\"]*,\s+(?:who\b[^,“”\"]*,\s+)?").match(
                text, span.end, sentence.end
            )
            if person.title and person.title.start >= span.end:
                stop = text.find(",", person.title.end, sentence.end)
                if stop >= 0:
                    apposition = re.compile(r",\s+").match(text, stop)
            if apposition:
                self._clauses(apposition.end(), sentence.end, person, "according to", who)
            return
        begin = sentence.start
        stop = begin + len(_CLAUSE_TAIL.sub("", text[begin : match.start()]))
        if not re.search(r"[“”\"]", text[begin:stop]):
            self._report(begin, stop, person, "according to", who)

    def _report(self, start: int, end: int, person: Person, verb: str, who: Slice) -> None:
        if end - start < 8 or any(f.start < end and start < f.end for f in self.found):
            return
        self.found.append(Quotation(start, end, self.text[start:end], person.name, True, verb, who))


def _is_fragment(words: str) -> bool:
    """Whether quoted words within a reported clause are somebody's, not the name of a thing."""
    parts = words.split()
    return len(parts) >= 2 and parts[0][0].islower()


def read(layout: Layout, people: Sequence[Person]) -> list[Quotation]:
    """Quotations and reported statements by these people, in order of the text."""
    reader = _Reader(layout, people)
    reader.direct()
    reader.reported()
    return sorted(reader.found, key=lambda q: q.start)
