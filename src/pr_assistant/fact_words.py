"""The words with which people ask for what a release states in pattern."""

from __future__ import annotations

import re

from pr_assistant.words import stem

SIGNED = frozenset(
    map(stem, "mou memorandum understanding agreement contract deal accord pact letter intent"
    " document lease treaty charter".split())
)  # fmt: skip
"""What is signed, as far as the sentence that says who signed has it."""
SIGNED_TOO = frozenset(
    map(stem, "mou memorandum understanding agreement deal accord pact document".split())
)
"""What one may be called by the name of another."""
ROLES = {
    "signed": "sign signed signing signatory signatories represented behalf",
    "witnessed": "witness witnessed witnesses attend attended present guests ceremony watch watched"
    " watching looked onlookers",
    "quoted": "quoted speak speaks spoke commented",
    "contact": "contact press media enquiries inquiries spokesperson",
}
"""For who did something."""
OF_BODY = "named names appear appears featured"
"""For everybody who is of one organisation."""
RELEASE = "release released issued published announcement announced dated dateline news"
PLACE = f"{RELEASE} datelined city town place"
NEWSWIRE = f"{RELEASE} newswire wire service agency carry carried distribute distributed through"
PARTIES = (
    "party parties partner partners organisation company companies involved sign agree two both"
)
CONTACT = "contact press media enquiries inquiries email phone telephone website address"
TITLE = "title role position job post"
HOLDER = f"{TITLE} hold holds"
SPEECH = "say says said quote quotation statement"
EXPANSION = "stand stands short abbreviation acronym mean means full form"
LEADER = "run runs lead leads leader leadership head heads charge boss helm"

_LEADS = re.compile(
    r"\b(?:chief\s+executive|ceo|managing\s+director|president|director[-\s]general"
    r"|general\s+manager|vice[-\s]chancellor|rector|secretary[-\s]general|executive\s+director)\b",
    re.IGNORECASE,
)
_LEADS_NOT = re.compile(
    r"\b(?:vice[-\s]+president|deputy|former|past|assistant|associate|acting|regional|divisional"
    r"|advis[eo]r|honorary|(?:to|of)\s+the\s+(?:president|ceo|rector))\b",
    re.IGNORECASE,
)


def leads(title: str) -> bool:
    """Whether a post's holder is asked for by what they do: "Who runs Acme?"."""
    return bool(_LEADS.search(title)) and not _LEADS_NOT.search(title)
