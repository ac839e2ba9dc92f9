"""Statements reported without quotation marks: "said that …", "…, she said", "according to X"."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.voices import APPOSITION, Voices
from pr_assistant.sentences import Span

_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_FREE = frozenset("said says".split())
"""Verbs whose clause needs no "that"."""
_VERBS = (
    r"said|says|added|adds|told|tells|noted|notes|warned|warns|recalled|recalls|explained|explains"
    r"|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|confirmed|confirms|argued|argues|insisted"
    r"|insists|pointed out|points out|observed|observes|stated|states|remarked|remarks|announced"
    r"|acknowledged|acknowledges|commented|estimated|estimates|predicted|predicts|claimed|claims"
    r"|cautioned|cautions|reported|reports|admitted|admits|promised|promises|concluded|concludes"
    r"|continued|suggested|suggests|reiterated|revealed|underlined|affirmed|declared|replied"
    r"|indicated|disclosed|conceded|concedes|highlighted|pledged|testified|reminded|reminds"
    r"|informed|informs|assured|assures|clarified|clarifies|maintained|maintains|asserted|countered"
    r"|reaffirmed|vowed|mentioned|specified|complained|complains|joked|quipped|wrote|writes"
    r"|repeated"
)
_REPORTING = re.compile(rf"\b(?P<verb>{_VERBS})\b")
_ADDING = re.compile(
    r",\s+(?:and\s+|while\s+)?(?P<verb>adding|noting|saying|stressing|warning|explaining|claiming"
    r"|pointing out|emphasi[sz]ing|recalling|arguing|insisting|admitting|confirming|promising"
    r"|acknowledging|stating|remarking|observing|estimating|predicting|suggesting|announcing)"
    r"(?=\s+that\b)"
)
"""What goes on with a statement of the same speaker."""
_ADDRESSED = re.compile(
    r"\s+(?!that\b)(?:(?:to|in|at|on|during|before|after|by|today|yesterday|earlier|later|also"
    r"|again"
    r"|however|separately|reporters|journalists|investors|analysts)\b[^,.;:“”\"]{0,70}?"
    r"|[A-Z][a-z]+day)(?=\s+that\b)"
)
"""To whom, where and when, between the verb and its "that"."""
_OBJECT = re.compile(
    r"\s+(?:in a (?:\w+ )?(?:statement|call|interview|letter|speech|briefing)|on \w+day|today"
    r"|separately|earlier|later|also|at the \w+)\b"
)
_WITH_OBJECT = frozenset("told tells reminded reminds informed informs assured assures".split())
_TOLD = re.compile(r"\s+[^,.;“”\"]{2,70}?(?=\s+that\b|,\s+that\b)")
_TOLD_FREE = re.compile(
    r"\s+(?:(?:the|a|his|her|its|their)\s+)?(?:[\w’'-]+\s+){0,3}?(?:reporters|journalists|analysts"
    r"|investors|audience|staff|employees|members|meeting|press|briefing|conference|House|us|them)"
    r"(?=\s+(?:it|he|she|they|the|there|its|his|her|their|this|these|no)\b)"
)
_THAT = re.compile(r"\s*,?\s+that\s+")
_CLAUSE_START = re.compile(
    r"\s+(?!(?:in|on|at|of|to|for|with|by|during|after|before|from|about|as|when|while|so|yes|no"
    r"|today"
    r"|goodbye|it all|separately|last|earlier|later|is|was|and|or|but|he himself)\b)(?=[\w£$€“\"])"
)
_CLAUSE_TAIL = re.compile(r"[\s.,;:]+$")
_NEXT_CLAUSE = re.compile(
    rf",?\s+(?:and|but)\s+(?:(?:also|further|then)\s+)?(?:(?:{_VERBS})\s+)?that\s+"
    r"|,\s+that\s+(?!is\b|are\b|was\b|were\b|has\b|had\b|will\b|would\b)"
    r"|,?\s+(?:and\s+)?adding\s+that\s+"
)


_CLOSED = re.compile(r"[.!?]\s*$")
_REST = re.compile(
    r"\s*(?!adding\b|noting\b|who\b|speaking\b)(?:(?:and|but)\s+)?(?:that\s+)?(?=[\w£$€])"
)


_FREE_PRONOUN = re.compile(
    r"\s+(?=(?:it|he|she|they|there|this|these)\s+(?:was|is|were|are|would|had|has|have|will|could"
    r"|can"
    r"|should|did|does|might|must|may)\b)"
)
"""A clause that any verb of saying may report without "that"."""
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
        according = _ACCORDING.search(text, start, end)
        if according and not self.layout.quotation(according.start()):
            self._according(sentence, according)
        for verb in _REPORTING.finditer(text, start, end):
            if self.layout.quotation(verb.start()):
                continue
            if self._clause_before(sentence, start, verb):
                break
            subject = self.voices.subject(start, verb.start())
            if subject is None:
                continue
            at = self._clause_start(verb, end)
            if at is None:
                continue
            self._clauses(at, end, subject[0], verb["verb"], cut(text, *subject[1]))
            break
        self._going_on(sentence)

    def _clause_start(self, verb: re.Match[str], end: int) -> int | None:
        """Where the clause begins that a verb reports; None if it reports none."""
        text, at, word = self.text, verb.end(), verb["verb"]
        if (word in _WITH_OBJECT and (item := _TOLD.match(text, at, end))) or (
            item := _ADDRESSED.match(text, at, end) or _OBJECT.match(text, at, end)
        ):
            at = item.end()
        if that := _THAT.match(text, at, end):
            return that.end()
        if word in _WITH_OBJECT and (item := _TOLD_FREE.match(text, verb.end(), end)):
            return item.end() + 1
        if word in _FREE and (free := _CLAUSE_START.match(text, at, end)):
            return free.end()
        if free := _FREE_PRONOUN.match(text, verb.end(), end):
            return free.end()
        return None

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
            if person is None:
                continue
            that = _THAT.match(text, adding.end(), sentence.end)
            if that:
                who = cut(text, *adding.span("verb"))
                self._clauses(that.end(), sentence.end, person, adding["verb"], who)

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
            if mark := re.search(r"[“”\"]", text[begin:stop]):
                if not _CLOSED.search(text, begin, begin + mark.start()):
                    continue
                stop = begin + mark.start()
            stop = begin + len(_CLAUSE_TAIL.sub("", text[begin:stop]))
            self._report(begin, stop, person, verb, who)

    def _clause_before(self, sentence: Span, start: int, verb: re.Match[str]) -> bool:
        """ "The yard was full, she said." and "…, said Mr X." """
        text = self.text
        lead = re.compile(r"[^“”\"]*,\s+$").match(text, start, verb.start())
        person: Person | None = None
        who: Slice | None = None
        stop = 0
        rest: int | None = None
        if lead and verb["verb"] in _FREE | {"added", "adds"}:
            mentions = self.voices.within(verb.end(), sentence.end)
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
                person = self.voices.antecedent(match.start("who"), pronoun[1])
                who = cut(text, *match.span("who"))
            elif mentions := self.voices.within(match.start("who"), verb.start()):
                span, speaker = mentions[-1]
                if span.end >= match.end("who") - 1:
                    person, who = speaker, cut(text, *span)
            stop = match.start()
            rest = verb.end() + 1 if after == ", " else None
        if person is None or who is None:
            return False
        begin = start
        while begin < stop and text[begin].isspace():
            begin += 1
        stop = begin + len(_CLAUSE_TAIL.sub("", text[begin:stop]))
        words = text[begin:stop]
        if (
            re.search(r"[“”\"]", words)
            or len(words.split()) < (3 if rest is None else 1)
            or (
                self.voices.within(begin, stop)
                and APPOSITION.fullmatch(
                    text, self.voices.within(begin, stop)[0][0].end, verb.start()
                )
            )
        ):
            return False
        self._report(begin, stop, person, verb["verb"], who)
        if rest is not None and (more := _REST.match(text, rest, sentence.end)):
            self._clauses(more.end(), sentence.end, person, verb["verb"], who)
        return True

    def _according(self, sentence: Span, match: re.Match[str]) -> None:
        text = self.text
        mentions = self.voices.within(match.end(), sentence.end)
        if pronoun := _OBLIQUE.match(text, match.end(), sentence.end):
            someone = self.voices.antecedent(match.start(), _NOMINATIVE[pronoun[1]])
            mentions = [(Span(*pronoun.span(1)), someone)] if someone else []
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
        if end - start < 8 or any(f.start < end and start < f.end for f in self.voices.found):
            return
        self.voices.found.append(
            Quotation(start, end, self.text[start:end], person.name, True, verb, who)
        )
