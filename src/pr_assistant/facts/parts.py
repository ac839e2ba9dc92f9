"""Parts of an organisation with its owner, and organisations that are described, not named."""

from __future__ import annotations

import re

from pr_assistant.facts.names import UPPER
from pr_assistant.facts.naming import named
from pr_assistant.sentences import Span

COMMON_BODY = re.compile(
    r"(?P<body>(?:[A-Z][\w-]+\s+)?(?:[a-z][\w-]*(?:['’]s?)?\s+){1,3}(?:union|association|federation|trust|society"
    r"|guild|confederation|(?<=['’]\s)(?:forum|network|alliance|board|committee)|(?<=['’]\s)council|(?<=['’]s\s)council"
    r"|(?:(?<=city\s)|(?<=county\s)|(?<=town\s)|(?<=district\s)|(?<=parish\s)|(?<=municipal\s)"
    r"|(?<=borough\s)|(?<=regional\s))council"
    r"|round table|club|academy|co-?operative|government"
    r"|(?:fire|rescue|ambulance|health|weather|forest|park|prison|customs|coastguard|lifeboat"
    r"|probation|police) (?:service|department|brigade)))(?=[\s,.;]|$)"
)
"""An organisation that is described and not named: "the lecturers’ union"."""
_OWN_PART = re.compile(
    rf"(?P<whose>[{UPPER}][\w&.-]*(?:\s[{UPPER}&][\w&.-]*){{0,4}}?)(?:['’]s|(?<=s)['’])\s+"
    rf"(?:[{UPPER}&][\w&-]*\s+){{0,4}}?(?:Division|Department|Group|Board|Committee|Unit|Team|Branch"
    rf"|Section|Office|Business(?:\sUnit)?|Laboratory|Lab)\b(?:\s+of\s+(?:Directors|Trustees|Governors)|(?<=Department)\s+of\s+[{UPPER}][\w-]+)?"
)
"""A part of an organisation with its owner: "head of Acme's Energy Group"."""
_AND_FOR = re.compile(rf"\s+for\s+[{UPPER}]")
""" "the University's Office for Technology Transfer"."""
LOW_OWNER = re.compile(rf"(?:[a-z][\w-]*\s+){{0,2}}[a-z][\w-]*['’]s?\s+(?=[{UPPER}])")
""" "director of the state's Office of Growth"."""
OF_WORK = re.compile(
    r"(?:[a-z][\w-]*(?:['’]s?)?\s+){0,2}(?:program(?:me)?|project|study|studies|trial"
    r"|excavations?|dig|expedition|jury|judges|inquiry|investigation|campaign|exhibition|experiment|survey|panel"
    r"|steering (?:group|committee)|working group)"
    r"(?=\s*(?:[,.;:)“”\"]|$)|\s+(?:said|says|told|who)\b)"
)
"""What somebody leads that is work and no organisation: "leader of the project"."""
HOUSE_AT = re.compile(
    r"\b(?:hospital|clinic|school|college|church|prison|plant|works|yard|factory|mill|mine|museum|camp"
    r"|station|port) (?:at|in|near)\s+$"
)
"""A house that is not named, and where it stands: "the mission hospital at Selby"."""
KIND = re.compile(rf"(?:[{UPPER}][\w-]*\s+)?[a-z][\w-]*(?:\s[a-z][\w-]*){{0,3}},\s+(?=[{UPPER}])")
""" "at the builder, Acme"."""
OWN_ARM = re.compile(
    r"(?:[a-z][\w-]*(?:['’]s?)?\s+){1,4}(?:arm|subsidiary|affiliate|unit|division|business|branch),?"
    rf"\s+(?=[{UPPER}])"
)
""" "of the group's software arm, Acme Digital"."""
KIND_BEFORE = re.compile(
    r"(?:[a-z][\w-]*\s+){0,2}(?:group|company|firm|agency|charity|bank|chain|\w*maker|brokerage|club"
    rf"|retailer|operator|producer|publisher|consultancy|association|union|start-up"
    rf"|app|platform|website|newsletter|podcast|magazine|newspaper|studio|think tank"
    rf"|broadcaster)\s+(?=[{UPPER}])"
)
""" "director at grocery chain Acme"."""
SOME_BODY = re.compile(r"(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*$")
"""A body in lower case that ends the phrase: "the president of the urban community, A"."""
TIME = re.compile(
    r"(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|many|several"
    r"|more|over|nearly"
    r"|almost|some|a)\b|life\b|now\b|decades\b|years\b)"
)
YEARS = re.compile(r"(?:[\w-]+\s+){1,3}(?:years|months|decades|seasons)\b")
"""How long something has been done, behind what somebody is: "director of 20 years"."""


def own_part(text: str, at: int, end: int, known: frozenset[str]) -> Span | None:
    """A part that begins at `at` with its owner: "Acme's Energy Group"."""
    part = _OWN_PART.match(text, at, end)
    if part is None:
        return None
    whole = named(text, at, end, known)[0] if _AND_FOR.match(text, part.end(), end) else None
    return whole or Span(*part.span())


def without_article(text: str, span: Span) -> Span:
    """A name without "the" before it."""
    article = re.compile(r"[Tt]he\s+").match(text, *span)
    return Span(article.end(), span.end) if article else span
