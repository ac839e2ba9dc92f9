"""What somebody works at or leads, told behind "who": "who teaches at A", "who heads the B
Institute"."""

from __future__ import annotations

import re

from pr_assistant.facts import naming
from pr_assistant.facts.fields import has_noun
from pr_assistant.facts.names import UPPER
from pr_assistant.facts.owners import GENERIC
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_KIND = (
    r"(?:(?:[a-z][\w-]*(?:['’]s?)?\s+){0,3}(?:organi[sz]ation|charity|firm|company|union|group|club"
    r"|association|federation|foundation|trust|institute|agency|network|campaign|collective"
    r"|cooperative|co-operative|bank|fund|carmaker|maker|retailer|operator|producer|newspaper"
    r"|hospital|clinic|museum|university|party|publisher|consultancy|think tank|start-up|brewery)"
    rf"\s+(?=[{UPPER}]))"
)
_AT = re.compile(r"[^.;,“”\"()]{0,60}?\b(?:at|for)\s+(?:the\s+)?" + _KIND + "?")
_OF = re.compile(
    r"(?:(?!\b(?:since|until|after|before)\b)[^.;,“”\"()A-Z]){3,60}?\bof\s+(?:the\s+)?(?P<kind>"
    + _KIND
    + ")?"
)
_BOARDS = frozenset(("Trustees", "Directors", "Governors", "Regents", "Examiners", "Management"))
_BOARD_OF = re.compile(r"\b(?:board|directorate|executive committee)\s+of\s+$")
""" "who chairs the management board of Acme"."""
_OWNED = re.compile(rf"(?:the\s+)?(?=[{UPPER}]\S*(?:\s[A-Z]\S*){{0,3}}['’]s?\s)")
_SITE = re.compile(r"\b(?:branch|office|plant|yard|site|factory|mine) at\s")
"""What stands at a place and not at an organisation."""
_THE = re.compile(r"the\s+(?=[A-Z])")
_WHOSE = re.compile(
    r"(?:its|their|(?:the|its)\s+(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*['’]s?)\s+(?=[A-Z])"
)
""" "who directs the university's Institute"."""
_DESCRIBED = re.compile(r"(?:the\s+|an?\s+)?" + _KIND)
_ENDS = re.compile(r"\s*[,.;]|\s+and\s+(?:is|was|has|had|also)\b")
_ENDS_OR_IN = re.compile(r"\s*(?:[,.;)]|$|\s(?:in|and|near|said|says)\b)")
_AS_BODY = re.compile(
    r",\s+an?\s+(?:[a-z][\w’'-]*\s+){0,3}?(?:collective|charity|network|co-?operative|association"
    r"|organi[sz]ation|group|union|company|firm|agency|club|start-up)\b"
)
""" "who runs the Tarang Mahila Samiti, a women's collective"."""
_POSSESSOR = re.compile(r"([^’']+)['’]s?\s")


def led(place: Place, at: int) -> Title | None:
    """The organisation in what follows "who leads", "who works", which ends at `at`."""
    text, limit = place.text, place.limit
    if _WHOSE.match(text, at, limit) and (whole := _whole(place, at)):
        return whole
    owned = _OWNED.match(text, at, limit)
    if owned and not _is_body(place, owned.end()):
        return _owner(place, owned.end())
    beside = _AT.match(text, at, limit)
    if beside is None:
        return _whole(place, at) or _described(place, at) or _of(place, at)
    organisation, stop = naming.named(text, beside.end(), limit, place.known)
    if organisation is None:
        return None
    if _SITE.search(beside.group()) and text[slice(*organisation)].lower() not in place.known:
        return None  # "who heads the union's branch at Geoje"
    whose = _POSSESSOR.match(text, *organisation)
    return Title(None, Span(*whose.span(1)) if whose else organisation, stop)


def _is_body(place: Place, at: int) -> bool:
    """Whether a name with an owner in it is a body's by its last word: "the Farmers' Union"."""
    name, _ = naming.named(place.text, at, place.limit, place.known)
    words = place.text[slice(*name)].split() if name else []
    return len(words) > 1 and has_noun(words[-1])


def _owner(place: Place, at: int) -> Title | None:
    """Whose part it is: "who heads Acme's mobility group"."""
    organisation, stop = naming.named(place.text, at, place.limit, place.known)
    whose = _POSSESSOR.match(place.text, at, place.limit)
    if organisation is None or whose is None or whose[1].lower() in GENERIC:
        return None
    return Title(None, Span(*whose.span(1)), stop)


def _whole(place: Place, at: int) -> Title | None:
    """A whole organisation that somebody leads, named in full: "who heads the Tarang Institute"."""
    the = _THE.match(place.text, at, place.limit) or _WHOSE.match(place.text, at, place.limit)
    name, stop = (
        naming.named(place.text, the.end(), place.limit, place.known) if the else (None, at)
    )
    words = " ".join(place.text[slice(*name)].split()) if name else ""
    if " " not in words or not _ENDS.match(place.text, stop):
        return None
    as_body = _AS_BODY.match(place.text, stop, place.limit)
    return (
        Title(None, name, stop) if as_body or naming.is_organisation(words, place.known) else None
    )


def _described(place: Place, at: int) -> Title | None:
    """One that is said to be an organisation: "who heads the patients' charity Clear Voices"."""
    kind = _DESCRIBED.match(place.text, at, place.limit)
    if kind is None:
        return None
    name, stop = naming.named(place.text, kind.end(), place.limit, place.known)
    return Title(None, name, stop) if name and _ENDS_OR_IN.match(place.text, stop) else None


def _of(place: Place, at: int) -> Title | None:
    """Of which organisation it is a part: "who directs the heart service of the Sirius Clinic"."""
    of = _OF.match(place.text, at, place.limit)
    if of is None:
        return None
    name, stop = naming.named(place.text, of.end(), place.limit, place.known)
    words = " ".join(place.text[slice(*name)].split()) if name else ""
    sure = (
        bool(of["kind"])
        or (words not in _BOARDS and bool(_BOARD_OF.search(of.group())))
        or words.lower() in place.known
        or (" " in words and has_noun(words))
    )
    return Title(None, name, stop) if name and sure else None
