"""Whose people they are: "A of Acme", "Professor A of the Department of Physics at …", "A"
" (Acme)"."""

from __future__ import annotations

import re

from pr_assistant.facts import naming
from pr_assistant.facts.fields import has_noun, is_land
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.further import is_adjective
from pr_assistant.facts.homes import is_called_at_home, is_of_home
from pr_assistant.facts.lexicon import NOT_NAMES, ORGANISATION_NOUNS, POSTNOMINALS, ROLE_HEADS
from pr_assistant.facts.names import UPPER, is_name, looks_like_organisation
from pr_assistant.facts.parts import COMMON_BODY, own_part
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

OF = re.compile(rf"(?:{POSTNOMINALS})?(?:,?\s+(?:of|at|from)|\s+(?P<for>for))\s+(?:the\s+)?")
_BRACKET = re.compile(rf"(?:{POSTNOMINALS})?\s*\((?P<inner>[A-Z][^()\d]{{1,80}})\)")
_WITHIN = re.compile(
    r"(?:Department|School|Faculty|Division|Institute|College|Centre|Center)\s+(?:of|for)\b"
)
_DESCRIBED = re.compile(
    rf"(?:[{UPPER}][\w-]*\s+)?(?:[a-z][\w-]*(?:['’]s?)?\s+){{0,3}}(?P<kind>(?:group|company|firm|agency|charity"
    r"|bank|manager|maker|retailer|operator|producer|developer|supplier|provider|union|association"
    rf"|institute|fund|broker|brokerage|chain|foundation|publisher|newspaper|trust|law firm"
    r"|consultancy|start-up"
    r"|think tank|co-operative|cooperative|studio|practice|workshop|platform|gallery|theatre"
    r"|magazine"
    r"|organi[sz]ation|network|campaign|label|shipyard|collective|choir|orchestra|laboratory|ministry"
    rf"|research (?:institute|centre)|club)\s+)(?=[{UPPER}])"
)
""" "of the Frankfurt asset manager Acme"."""
_COUNTRY = re.compile(r"(?:Democratic |People[’']s |United )?(?:Republic|Kingdom|States)\b")
_FORCE = re.compile(r"(?:Police|Fire|Health|Sheriff)\b")
_PLACE = re.compile(r"\b(?:Hall|Palace|Stadium|Arena|Square|Park|Castle|Airport|Hotel)$")
"""What something is done at, and what nobody is of: "handed over by A at Ludlow Town Hall"."""
_CEREMONY = re.compile(
    r"\b(?:presented|handed (?:over|out)|opened|unveiled|named|christened|launched|inaugurated|cut"
    r"|lit|received|welcomed|awarded|conferred|crowned|blessed|performed|conducted|sung|played)\s"
    r"(?:[a-z]+\s){0,2}by\s+$"
)
"""What is done at a place where people come together: "presented by A at the Corn Exchange"."""
_AGED = re.compile(r"\d-year-old\s+(?:[a-z]+\s+)?$")
""" "16-year-old A from Selby": of a place."""


def _is_start(words: str, known: frozenset[str]) -> bool:
    """Whether the name of an organisation of the release begins so."""
    return any(name.startswith(words) for name in known)


_SIGNED = 200
"""Characters before a name that may say that somebody signs."""
_SIGNED_BY = re.compile(r"\b[Ss]ign(?:ed|atures?)\b[^.;“”\"]{0,90}\bby\s")
""" "Signed by Chair A for Acme and Director B for Globex"."""
_WHOLE = re.compile(r"\s+(?:at|of|in)\s+(?:the\s+)?")


def belongs(place: Place, is_person: bool) -> bool:
    """Add the organisation behind a name; True if it makes it a person's."""
    peer = place.mention.honorific in ("Lord", "Lady", "Baroness", "Baron")
    found = (is_person or _is_of_known(place)) and not peer and _of(place)
    if is_person or found:
        owned(place)
    if not any(title.organisation for _, title in place.mention.found):
        found = _in_brackets(place, is_person or found) or found
    return found


_IN_ROW = re.compile(r"(?:,|\band|\bby|\bwith|[a-z] [–—])\s+$")


def _is_of_known(place: Place) -> bool:
    """Whether a name in a row of people is of an organisation of the release: "and A of Acme"."""
    of = re.compile(r"\s+of\s+(?:the\s+)?").match(place.text, place.mention.end, place.limit)
    if of is None or place.is_organisation or not is_name(place.name):
        return False
    if not _IN_ROW.search(place.lead(8)) or any(
        w in place.known for w in place.name.lower().split()
    ):
        return False
    organisation, _ = naming.named(place.text, of.end(), place.limit, place.known)
    words = " ".join(place.text[slice(*organisation)].split()) if organisation else ""
    return bool(words) and any(
        name == words.lower() or name.startswith(f"{words.lower()} ") for name in place.known
    )


def _of(place: Place) -> bool:
    text, limit, known = place.text, place.limit, place.known
    of = OF.match(text, place.mention.end, limit)
    if of is None:
        return False
    if part := own_part(text, of.end(), limit, known):
        place.add(1, Title(None, part, part.end))
        return True
    described = _DESCRIBED.match(text, of.end(), limit)
    if described and not (described["kind"] or of.group().endswith("the ")):
        described = None
    organisation, stop = naming.named(
        text, described.end() if described else of.end(), limit, known
    )
    if organisation is None and (body := COMMON_BODY.match(text, of.end(), limit)):
        organisation = Span(*body.span("body"))
        place.add(1, Title(None, organisation, body.end()))
        return True
    if organisation is None:
        return False
    if of.group().endswith("the ") and is_adjective(text, organisation, limit, known):
        return False  # "of the Norwegian accident board"
    if described and described["kind"]:
        place.add(1, Title(None, organisation, stop))
        return True
    entitled = any(title.title for _, title in place.mention.found) and "," not in of.group()
    words = " ".join(text[slice(*organisation)].split())
    whole = _WHOLE.match(text, stop, limit)
    if whole and _WITHIN.match(words):  # "of the Department of Physics at the University of Oslo"
        owner, owner_stop = naming.named(text, whole.end(), limit, known)
        if owner and looks_like_organisation(" ".join(text[slice(*owner)].split())):
            organisation, stop = owner, owner_stop
            words = " ".join(text[slice(*owner)].split())
    behind = text[stop : stop + 2]
    if entitled_of_two(place, of.group(), behind) and " " in words:
        place.add(1, Title(None, organisation, stop))
        return True
    lower = words.lower()
    if is_land(words) and not any(title.title for _, title in place.mention.found):
        return False  # "the film by A of Morocco"
    if " at " in of.group() and _PLACE.search(words) and lower not in known:
        return False
    if " " not in words and (_AGED.search(place.lead(30)) or is_of_home(place, words)):
        return False
    if " at " in of.group() and _CEREMONY.search(place.lead(40)) and lower not in known:
        return False
    if of["for"] and not {words.lower(), f"the {words}".lower()} & known:
        named = has_noun(words) or text.count(words) > 1 or _is_start(lower, known)
        named = named and not is_function(words) and lower not in NOT_NAMES
        signs = entitled and named and _SIGNED_BY.search(place.lead(_SIGNED))
        if signs:
            place.add(1, Title(None, organisation, stop))
        return bool(signs)
    if naming.ACRONYM.match(text, organisation.end, limit) and " " in words:
        place.add(1, Title(None, organisation, stop))
        return True
    if is_called_at_home(place) and not (has_noun(words) or words.lower() in known):
        return False  # "the geologist A of La Paz"
    if is_function(words) and not _FORCE.match(words) and not _is_envoy(place):
        return False
    if not naming.is_organisation(words, known) and not (entitled and " " in words):
        return False
    place.add(1, Title(None, organisation, stop))
    return True


def entitled_of_two(place: Place, of: str, behind: str) -> bool:
    """Whether commas stand around the organisation of somebody with a title: "A, of B C, acted"."""
    titled = any(title.title for _, title in place.mention.found)
    return titled and of.startswith(",") and behind[:1] == ","


_ENVOY = re.compile(r"\b(?:Ambassador|Consul|Consul-General|High Commissioner)$")


def _is_envoy(place: Place) -> bool:
    """Whether the title before the name is an envoy's: "Ambassador A of Canada"."""
    found = (title.title for _, title in place.mention.found)
    return any(title is not None and _ENVOY.search(place.text, *title) for title in found)


_OWNER_BEFORE = re.compile(rf"(?P<name>[{UPPER}][\w&.-]*(?:\s[{UPPER}&][\w&.-]*){{0,4}})['’]s?\s+$")


def owned(place: Place) -> None:
    """Add the organisation right before a name: "Acme's Ann Lee"."""
    if any(t.organisation for _, t in place.mention.found) or place.is_organisation:
        return
    begin = max(place.begin, place.lead_end - 60)
    match = _OWNER_BEFORE.search(place.text, begin, place.lead_end)
    words = " ".join(match["name"].split()) if match else ""
    lower = words.lower()
    if match and (lower in place.known or any(n.startswith(f"{lower} ") for n in place.known)):
        place.add(1, Title(None, Span(*match.span("name")), place.lead_end))


def _in_brackets(place: Place, is_person: bool) -> bool:
    text = place.text
    bracket = _BRACKET.match(text, place.mention.end, place.limit)
    if bracket is None or place.is_organisation or not (is_person or is_name(place.name)):
        return False
    if place.name.isupper() and not is_person:
        return False
    organisation, stop = naming.named(text, *bracket.span("inner"), place.known)
    words = " ".join(text[slice(*organisation)].split()) if organisation else ""
    if organisation is None or text[stop] not in "),":
        return False
    if is_function(words) and words.lower() not in place.known:
        return False
    if words.split()[-1].lower() in ROLE_HEADS:
        return False  # "Company Secretary"
    if words.lower() in ORGANISATION_NOUNS or _COUNTRY.match(words):
        return False  # "Sunhaven Life (Holdings) Limited"
    if words.isupper() and words[:1] == place.name[:1] and not place.honoured:
        return False  # what the name is short for: it is no person's
    honoured = place.honoured and words.isupper() and place.text.count(words) > 1
    titled = any(title.title for _, title in place.mention.found)
    again = titled and text.count(words) > 1 and not set(words.lower().split()) <= NOT_NAMES
    if not (honoured or again or words.lower() in place.known or looks_like_organisation(words)):
        return False
    place.add(1, Title(None, organisation, stop))
    return True
