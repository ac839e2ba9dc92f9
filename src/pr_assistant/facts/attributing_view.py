"""Whose a piece is in a sentence without a verb of saying: the view of its subject.

Only where a verb of thinking or meaning follows the subject and nothing else in the sentence can
be the source of the words: a charge, a slogan or what others call something is nobody's.
"""

from __future__ import annotations

import re

from pr_assistant.facts.attributing_before import Found, is_fragment
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.honorifics import HONORIFIC
from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.facts.models import Person
from pr_assistant.facts.saying import CALLING, SAYING
from pr_assistant.facts.stances import BELIEF, DENIAL, OF_OTHERS, STANCE
from pr_assistant.facts.voices import Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

_SOURCE = re.compile(rf"\b(?:{SAYING}|{CALLING}|according)\b")
_OPENER = re.compile(r"\s*(?:(?:But|And|Yet) |For (?:his|her) part,? )?(?P<who>[Hh]e|[Ss]he)(?=\s)")
_BEGINS = re.compile(r"(?:(?:But|And|Yet) )?(?:The |Its |Their )?")
_OF_ANOTHER = re.compile(
    r"\b(?:of|to|for|by|with|from|against|and|or|than|after|before|about|on|in|at|behind|under|like"
    r"|unlike|without|\w+ing|\w+ed)\b",
    re.IGNORECASE,
)
"""Before a title: the sentence is about somebody else than its bearer."""
_OF = re.compile(r"\s(?:of|for|to)\s")
_CLOSED = re.compile(r"(?:[.!?:][”\"’')]?\s+|\n\s*)$")
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|where|how|what|whether|that)\b|[.!?“”\"]")
_THAT = re.compile(r"\s+that\b|\s+(?:rule|ruled|point|pointed) that out\b")
_GOES_ON = re.compile(r"[,;:–—]\s*$")
_JOINS = re.compile(
    r"(?:but|and|or|yet|though|although|however|if|unless|because|when|while|until|since|so|not|only"
    r"|even|once|before|after|provided|as (?:long|soon|far))\b"
)
_CONJUNCTION = re.compile(
    r"(?:if|unless|because|when|while|until|once|before|after|so that|as soon)\b"
)
_LIGHT = re.compile(r"(?:\s[A-Z][\w-]+|\b(?:it|them|him|again|soon|now|only|there|here|\w+ly))\s+$")
_DIRECT = re.compile(r"(?:\s+that)?\s*,?\s*")
_PREDICATE = re.compile(
    r"(?:is|are|was|were|will|would|can|cannot|could|has|have|had|does|do|did|must|should|may|might"
    r"|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t|wouldn['’]t|can['’]t|couldn['’]t|hasn['’]t"
    r"|haven['’]t|doesn['’]t|don['’]t|didn['’]t)\s"
)
_COPULA = re.compile(r"\b(?:is|are|was|were)\s+$")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|[–—]|$)")
_STOPPED = re.compile(r"[.,;!?…]$")


def by_view(voices: Voices, before: list[Span], mark: Span) -> Found | None:
    """The speaker of a piece at the end of the sentences `before`, if the last tells a view."""
    text = voices.text
    words = text[slice(*inner(text, mark))].strip()
    if not before or not (is_fragment(words) and len(words.split()) >= 3):
        return None
    sentence = Span(before[-1].start, mark.start)
    if _SOURCE.search(text, *sentence) or (
        sentence.start and not _CLOSED.search(text, max(0, sentence.start - 4), sentence.start)
    ):
        return None
    if not _closes(voices, mark, words):
        return None
    subject = _subject(voices, sentence)
    if subject is None:
        return None
    person, name = subject
    view = STANCE.match(text, name.end) or BELIEF.match(text, name.end)
    denial = DENIAL.match(text, name.end)
    if denial and not text[denial.end() : mark.start].strip():
        return person, None, cut(text, *name)
    if view is None or view.end() > mark.start:
        return None
    belief = bool(BELIEF.match(text, name.end)) or " pains to" in view.group()
    if not _is_theirs(text[view.end() : mark.start], words, belief):
        return None
    return person, None, cut(text, *name)


def _closes(voices: Voices, mark: Span, words: str) -> bool:
    """Whether a piece ends its clause, and nobody says it behind."""
    text = voices.text
    end = voices.layout.sentence(mark.end - 1).end
    stopped = _ENDS.match(text, mark.end) or _STOPPED.search(words)
    return bool(stopped) and not _SOURCE.search(text, mark.end, end)


def _subject(voices: Voices, sentence: Span) -> tuple[Person, Span] | None:
    """Who opens a sentence, by name, title or pronoun."""
    text = voices.text
    named = voices.within(*sentence)
    if opener := _OPENER.match(text, *sentence):
        person = voices.antecedent(sentence.start, opener["who"].lower())
        if person is None or any(p is not person for _, p in named):
            return None
        return person, Span(*opener.span("who"))
    if not named or len({id(p) for _, p in named}) > 1:
        return None
    name, person = named[0]
    begin = sentence.start
    title = person.title
    if title and begin <= title.start and title.end <= name.start:
        if _OF_ANOTHER.search(text, begin, title.start) or title.start - begin > 60:
            return None
        if _whose_words(title.text) & ROLE_HEADS:
            return None
        begin = title.end
    lead = _BEGINS.sub("", text[begin : name.start].strip(" ,") + " ", count=1).strip()
    return (person, name) if not lead or HONORIFIC.fullmatch(lead) else None


def _whose_words(title: str) -> set[str]:
    """What a title says behind a preposition: "lawyer for chief executive"."""
    behind = _OF.split(title.lower(), maxsplit=1)[1:]
    return set(" ".join(behind).split())


def _is_theirs(between: str, words: str, belief: bool) -> bool:
    """Whether words go on with a view, by what stands between its verb and them."""
    if belief and _DIRECT.fullmatch(between):
        return True
    that = _THAT.match(between)
    clause = between[that.end() :] if that else between
    if OF_OTHERS.search(clause) or _CLAUSE.search(clause):
        return False
    if _GOES_ON.search(between):
        return bool(_JOINS.match(words))
    if belief and (_PREDICATE.match(words) or _COPULA.search(between)):
        return True
    return bool(_LIGHT.search(between) and _CONJUNCTION.match(words))
