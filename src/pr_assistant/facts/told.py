"""What is told of somebody behind the name: "who is X", "who leads Acme", "the new chair is A"."""

from __future__ import annotations

import re

from pr_assistant.facts.leading import led
from pr_assistant.facts.lexicon import POSTNOMINALS
from pr_assistant.facts.names import is_name
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.facts.trades import is_sure_person, is_trade

_LATER = re.compile(
    r"(?:,\s+who\s+[^.;“”\"]{3,90}?\s+and\s+(?:is|now is|is now|serves as|acts as|works as)\s+"
    r"(?:its\s+|the\s+|also\s+|now\s+)*"
    r"|,\s+\d\d,\s+[^.;“”\"]{3,90}?\s+and\s+(?:became|has been|is)\s+)"
)
_WILL_BE = re.compile(
    r"\s+(?:(?P<new>will be|is to be|becomes)|is|was|remains)\s+(?:(?:the|a|an)\s+[a-z][\w-]*\s+)?$"
)
_WHERE = re.compile(r"\s+(?:in|at|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?$")
_WHO = re.compile(rf"(?:{POSTNOMINALS})?,\s+who\b")
_OF_PLACE = re.compile(r"\b(?:at|in|near|[Tt]he(?:\s[\w-]+-old)?)\s+$")
""" "the crews at Two Harbors, who", "the 26-year-old New Zealander, who"."""
_WHO_LEADS = re.compile(
    rf"(?:{POSTNOMINALS})?"
    r",\s+(?:and\s+)?who\s+(?:currently\s+|now\s+|will\s+|has\s+|jointly\s+)?(?:leads?"
    r"|heads?|runs?|chairs?|directs?"
    r"|manages?|oversees?|led|headed|directed|chaired|managed"
    r"|coordinates?|coordinated|works?|teaches|is(?! in charge| responsible)|represents)\s+"
    r"|,\s+who\s+is\s+(?:in charge of|responsible for)\s+"
)
_WHO_IS = re.compile(
    rf"(?:{POSTNOMINALS})?"
    r",\s+who(?:\s+(?:(?:is\s+)?(?:retir|step|resign)\w*(?:\s+down)?\s+as"
    r"|became|becomes|has become|serves as|is|was|has been|joined as|acts as"
    r"|will be|is to be|works as|(?:has )?served as"
    r"|(?:was|has been) (?:appointed|named|elected)(?: as)?"
    r"|hold(?:s|ing)|held|occupies"
    r"|(?:took|takes|has taken) (?:over as|up the (?:[a-z-]+ ){0,3}(?:role|post|position|job)"
    r" of))|['’]ll be|['’]s)\s+"
)
_IS = re.compile(
    r"\s+(?:is|was|has been|remains)\s+(?:(?:also|currently|now)\s+)?(?:(?:the|an?)\s+)?"
)
_POST = re.compile(
    r"\b(?:chief|ceo|director|president|chair(?:man|woman|person)?|professor|minister|mayor"
    r"|secretary|manager|founder|co-founder|head of|archdeacon|bishop|dean|rector|provost|treasurer"
    r"|editor|curator|commissioner|registrar|governor|ambassador|spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)


def told_of(place: Place) -> bool:
    """Add what a relative clause says somebody is; True if it speaks of a person."""
    if place.is_organisation:
        return False
    text, end, limit = place.text, place.mention.end, place.limit
    good = False
    if title := place.behind(_WHO_IS):
        place.add(2, title)
        good = True
    elif (is_one := place.behind(_IS)) and is_name(place.name) and _is_sure(text, is_one):
        place.add(1, is_one)
        good = True
    elif who := _WHO_LEADS.match(text, end, limit):
        good = True
        of = led(place, who.end())
        if of and not re.search(r"\bwho (?:is|was)\s+$", who.group()):
            place.add(1, of)
    elif (
        _WHO.match(text, end, limit)
        and is_name(place.name)
        and not (_OF_PLACE.search(place.lead(30)))
    ):
        good = True
    if (title := place.behind(_LATER)) and title.title:
        place.add(2, title)
        good = True
    return good


def _is_sure(text: str, title: Title) -> bool:
    """Whether a title can only be a person's: "leader" is also what a product may be."""
    return title.title is not None and bool(_POST.search(text, *title.title))


def _before_calling(place: Place) -> int:
    """Where a name begins with what somebody is by trade: "the chair is the architect A"."""
    is_near = _IS_NEAR.search(place.lead(70))
    before = place.title_before(place.lead_end) if is_near else None
    if before is None or before.title is None or before.organisation:
        return place.lead_end
    article = _ARTICLE.search(place.text, place.begin, before.title.start)
    small = place.text[slice(*before.title)].islower()
    return (article.start() if article else before.title.start) if small else place.lead_end


_IS_NEAR = re.compile(r"\b(?:is|was|be|becomes|remains)\s+(?:[\w-]+\s+){1,4}$")
_ARTICLE = re.compile(r"\bthe\s+$")


def is_to_be(place: Place) -> bool:
    """Add the title of "its chair is A", "the new chair will be A"; True if there is one."""
    at = _before_calling(place)
    match = _WILL_BE.search(place.text, max(place.begin, at - 40), at)
    title = place.title_before(match.start()) if match else None
    if match and title is None and (where := _WHERE.search(place.text, place.begin, match.start())):
        title = place.title_before(where.start())  # "the new director in Leeds will be A"
    if match is None or title is None or place.is_organisation:
        return False
    if is_trade(place.text, title) and not is_sure_person(place):
        return False  # "the charity partner is Open Kitchen"
    place.add(4 if match["new"] else 3, title)
    return True
