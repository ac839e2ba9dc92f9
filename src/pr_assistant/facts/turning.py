"""Where a speaker is reported no longer: somebody else speaks, or the release tells a deed."""

from __future__ import annotations

import re

from pr_assistant.facts.saying import REPORTING

_OWN_DEED = re.compile(
    r",?\s+(?:and|but|before|while)\s+(?:also\s+|then\s+|later\s+)?"
    r"(?:thank(?:ed|s|ing)|prais(?:ed|es|ing)"
    r"|congratulat(?:ed|es|ing)|urg(?:ed|es|ing)|appeal(?:ed|s|ing)|paid tribute|pays tribute"
    r"|paying tribute|call(?:ed|s|ing) (?:on|for)|express(?:ed|es|ing)|encourag(?:ed|es|ing)"
    r"|declin(?:ed|es|ing)|refus(?:ed|es|ing)|apologi[sz](?:ed|es|ing)|gave no|offered to"
    r"|invit(?:ed|es|ing)|wish(?:ed|es|ing)|advis(?:ed|es)(?=\s[^,.;:“”\"]{2,50}\sto\s))\b"
)
"""What the speaker does besides, and is no longer reported."""
_CALLS = re.compile(
    r";\s+(?:he|she|they)\s+(?:also\s+)?(?:calls?|called|describes?|described|thanks?|thanked|prais(?:es?|ed)"
    r"|welcom(?:es?|ed)|hop(?:es?|ed)|expects?|expected|urg(?:es?|ed)|wants?|wanted|declin(?:es?|ed)"
    r"|refus(?:es?|ed))\b"
)
"""What the speaker does besides, in words of the release: "; he called it a shame"."""
_OTHERS = re.compile(r",\s+according to\s+(?:the\s+)?[A-Z]")
"""Whom the speaker is reported by."""
_ANOTHER = re.compile(
    rf"(?:,\s+(?:while|whereas)|;)\s+[^,.;:“”\"]{{2,80}}(?:,[^,.;:“”\"]{{3,80}},)?\s+(?:{REPORTING})\b"
)
"""Somebody else, known or not, who goes on: "…, while the dean, Jane Roe, said"."""


def turn(text: str, at: int, end: int) -> int:
    """Where what is reported from `at` on ends, before `end` if the release turns from it."""
    for away in (_OTHERS, _ANOTHER, _OWN_DEED, _CALLS):
        if found := away.search(text, at, end):
            end = found.start()
    return end
