"""Statements reported without quotation marks: "said that …", "…, she said", "according to X"."""

from __future__ import annotations

import re

from pr_assistant.facts import clauses
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.saying import REPORTING
from pr_assistant.facts.voices import APPOSITION, SETTING, Voices
from pr_assistant.sentences import Span

_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_VERB = re.compile(rf"\b(?P<verb>{REPORTING})\b")
_VERB_WORDS = frozenset(
    [*re.findall(r"[a-z]+", REPORTING), "emphasised", "emphasises", "emphasized", "emphasizes"]
)
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
_TAIL_WHO = re.compile(r",\s+(?P<who>[^,“”\"]{2,60})\s+$")
_TAIL_PRONOUN = re.compile(r"(he|she|they)(?: also| later)?")
_REST = re.compile(
    r"\s*(?!adding\b|noting\b|who\b|speaking\b|without\b|pointing\b|citing\b)(?:(?:and|but)\s+)?(?:that\s+)?(?=[\w£$€])"
)
_CLOSES = re.compile(
    r"(?:\s+(?:today|yesterday|on \w+day|this \w+|earlier|last \w+|in a \w+"
    r"|at an? [\w ]{3,30}?))*(?P<end>[.,;])"
)
"""What stands behind a verb that closes its clause."""
_TOLD_WHOM = re.compile(r"\s+(?!that\b|how\b|what\b)[^,.;:“”\"]{3,90}(?P<end>\.)$")
"""Whom a clause that stands first was told: "…, Jane Roe told reporters on Tuesday."."""
_PARTING = re.compile(r"[\s:–—-]*")
_UNQUOTED = re.compile(r"[^“”\"]*,\s+$")
_RELATIVE = re.compile(r"\b(?:which|that|and|but|who|where),$")
_WHO = re.compile(r"(?:,[^“”\"]*)?,\s+who\s")
_RESUMED = re.compile(r",\s+(?:is|are|was|were|has|had|will|would|[a-z]{3,}(?:ed|s))\b")
_HANGING = re.compile(r",\s+(?:who|which|whose|where|that|and|but)$")
"""What belongs to the words behind the verb: "the makers, who, she said, had gone"."""
_MORE = re.compile(r",\s+(?:but|and)\s+(?=[\w£$€])")
_STUDY = re.compile(r"\b(?:by|study|report|review|survey|figures|data|paper|filing)\b")
"""Sources that are no people, whoever wrote them."""
_OBLIQUE = re.compile(r"(him|her|them)(?=\s*[,.;])")
_NOMINATIVE = {"him": "he", "her": "she", "them": "they"}


class ReportReader:
    """Finds the clauses that a verb of saying reports and adds them to the voices."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.text = voices.text

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
        according = _ACCORDING.search(text, start, end) if "according" in words else None
        if according and not self.layout.quotation(according.start()):
            self._according(sentence, according)
        said = not _VERB_WORDS.isdisjoint(words)
        reports: list[tuple[int, Person, str, Span]] = []
        for verb in _VERB.finditer(text, start, end) if said else ():
            if self.layout.quotation(verb.start()):
                continue
            if not reports and self._clause_before(sentence, start, verb):
                break
            begin = reports[-1][0] if reports else start
            subject = self.voices.subject(begin, verb.start())
            if subject is None or (reports and not self._is_other(reports[-1], subject)):
                continue
            at = clauses.begin(text, verb.end(), end, verb["verb"])
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
            self._clauses(at, stop, person, word, cut(text, *who))
        self._going_on(sentence)

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
                self._clauses(at, sentence.end, person, adding["verb"], who)

    def _clauses(self, at: int, end: int, person: Person, verb: str, who: Slice) -> None:
        """One entry for each "that" clause."""
        said = [q for q in self._quoted(at, end) if self._is_said(q)]
        for clause in clauses.parts(self.text, at, end, said):
            if len(self.text[slice(*clause)].split()) < 2:
                continue
            self._report(*clause, person, verb, who)

    def _is_said(self, quoted: Span) -> bool:
        """Whether words between marks are somebody's, and not a name within the clause."""
        found = self.voices.found
        words = self.text[slice(*quoted)]
        if len(words.split()) > 5 or self.text[
            max(0, quoted.start - 3) : quoted.start
        ].rstrip().endswith(":"):
            return True
        return any(q.start < quoted.end and quoted.start < q.end for q in found)

    def _quoted(self, start: int, end: int) -> list[Span]:
        return [q for q in self.layout.quoted if q.start < end and start < q.end]

    def _clause_before(self, sentence: Span, start: int, verb: re.Match[str]) -> bool:
        """ "The yard was full, she said." and "…, said Mr X." """
        text = self.text
        lead = _UNQUOTED.match(text, start, verb.start())
        person: Person | None = None
        who: Slice | None = None
        stop = 0
        rest: int | None = None
        free = verb["verb"] in clauses.FREE | {"added", "adds"}
        if lead and (free or clauses.is_clause(text, start + (text[start] == " "), verb.start())):
            mentions = self.voices.speakers_within(verb.end(), sentence.end)
            gap = text[verb.end() : mentions[0][0].start] if mentions else ""
            title = mentions[0][1].title if mentions else None
            if title and verb.end() <= title.start and title.end <= mentions[0][0].start:
                gap = gap[: title.start - verb.end()]  # "said Acme's head of sales, Jane Roe"
            if mentions and len(gap) < (60 if free else 30) and not re.search(r"\bthat\b|,\s", gap):
                person, who = mentions[0][1], cut(text, *mentions[0][0])
                stop = lead.end()
        closes = _CLOSES.match(text, verb.end(), sentence.end)
        if closes is None and verb["verb"] in ("told", "tells"):
            closes = _TOLD_WHOM.match(text, verb.end(), sentence.end)
        if closes and (found := self._told_behind(start, verb.start())):
            person, span, stop = found
            who = cut(text, *span)
            rest = closes.end() if closes["end"] == "," else None
        if person is None or who is None:
            return False
        bullet = self.layout.bullet(Span(start, sentence.end)) if start == sentence.start else None
        begin = bullet.start if bullet else start
        dateline = self.layout.dateline
        if dateline.start <= begin < dateline.end:
            parting = _PARTING.match(text, dateline.end)
            begin = parting.end() if parting else dateline.end
        while begin < stop and text[begin].isspace():
            begin += 1
        colon = text.rfind(": ", begin, stop) + 2
        if colon > 1 and any(p is person for _, p in self.voices.within(begin, colon)):
            begin = colon  # "Ms Roe complained of prices: one in ten was too high, she said"
        stop = clauses.trimmed(text, begin, stop)
        if not self._can_be_told(begin, stop, verb.start(), rest is not None):
            return False
        self._report(begin, stop, person, verb["verb"], who)
        if rest is not None and (more := _REST.match(text, rest, sentence.end)):
            self._clauses(more.end(), sentence.end, person, verb["verb"], who)
        return True

    def _told_behind(self, start: int, verb: int) -> tuple[Person, Span, int] | None:
        """Who stands between a clause and the verb at `verb` that closes it: person, where, and

        where the clause ends: "…, she said", "…, Jane Roe, head of Acme, said".
        """
        text = self.text
        found: tuple[Person, Span, int] | None = None
        for comma in re.compile(r",\s").finditer(text, start, verb):
            match = _TAIL_WHO.match(text, comma.start(), verb)
            if match is None:
                continue
            if pronoun := _TAIL_PRONOUN.fullmatch(match["who"]):
                person = self.voices.antecedent(
                    match.start("who"),
                    pronoun[1],
                    told=Span(self._told_from(start, match.start()), match.start()),
                )
                if person:
                    found = (person, Span(*match.span("who")), match.start())
            elif mentions := self.voices.within(match.start("who"), verb):
                span, speaker = mentions[-1]
                if span.end >= match.end("who") - 1:
                    found = (speaker, span, match.start())
        if found:
            return found
        for span, speaker in self.voices.within(start, verb):
            before = text[start : span.start].rstrip()
            if (
                before.endswith(",")
                and APPOSITION.fullmatch(text, span.end, verb)
                and not SETTING.match(text, start, verb)
                and clauses.is_clause(text, start + (text[start] == " "), span.start)
            ):
                return speaker, span, start + len(before) - 1
        return None

    def _told_from(self, start: int, stop: int) -> int:
        """Where what is told begins, which a colon or semicolon may part from words before it."""
        return max(start, *(self.text.rfind(mark, start, stop) + 2 for mark in (": ", "; ")))

    def _can_be_told(self, begin: int, stop: int, verb: int, is_split: bool) -> bool:
        """Whether words before a verb of saying are a clause, and not who says it."""
        words = self.text[begin:stop]
        setting = SETTING.match(words) and not clauses.is_clause(self.text, begin, stop)
        if _HANGING.search(words) or (setting and re.match(r"\w+ing\b", words)):
            return False
        if re.search(r"[“”\"]", words) or len(words.split()) < (1 if is_split else 3):
            return False
        named = self.voices.within(begin, stop)
        return not (named and APPOSITION.fullmatch(self.text, named[0][0].end, verb))

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
        if _STUDY.search(lead):
            return
        if re.search(r"[.;]\s+[A-Z]", lead) or len(lead) > 90 or ("," in lead and not entitled):
            return
        who = cut(text, *span)
        before = text[sentence.start : match.start()].strip()
        if _RELATIVE.search(before) and (comma := re.compile(r",\s+").match(text, span.end)):
            self._clauses(comma.end(), sentence.end, person, "according to", who)
            return
        if not before:
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
        begin = max(sentence.start, text.rfind("; ", sentence.start, match.start()) + 2)
        stop = clauses.trimmed(text, begin, match.start())
        if not re.search(r"[“”\"]", text[begin : sentence.end]):
            self._report(begin, stop, person, "according to", who)
            behind = max(span.end, person.title.end if person.title and after else 0)
            if more := _MORE.match(text, behind, sentence.end):
                self._clauses(more.end(), sentence.end, person, "according to", who)

    def _report(self, start: int, end: int, person: Person, verb: str, who: Slice) -> None:
        if end - start < 8 or any(f.start < end and start < f.end for f in self.voices.found):
            return
        self.voices.found.append(
            Quotation(start, end, self.text[start:end], person.name, True, verb, who)
        )
