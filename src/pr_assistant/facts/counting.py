"""What a plain number counts, or why it is no figure."""

from __future__ import annotations

import re

from pr_assistant.facts import phrases
from pr_assistant.facts.alone import is_alone, is_ratio
from pr_assistant.facts.amounts import FRACTION, Amount
from pr_assistant.facts.numbers import WORDS
from pr_assistant.facts.units import TIME_UNITS
from pr_assistant.sentences import Span

_LABEL = re.compile(
    r"\b(?:ID|id|No|no|nos|number|passcode|code|pin|PIN|phase|stage|level|series|version|chapter"
    r"|section|article|page|item|appendix|annex|figure|table|note|footnote|tier|class|type|grade"
    r"|reference|ref|docket|bus|route|line|channel|hotline|call|text|route"
    r"|model|gate|room|suite|floor|box|Box|unit|lot|batch|exhibit|form|form|rule|part|part|Act|ext"
    r"|extension|conference|ticker|isin|vol|dial|serial)"
    r"\.?[:#]?\s*$"
    r"|\b(?:code|passcode|pin|ID|number) is\s+$",
    re.IGNORECASE,
)
_STREET = re.compile(r"\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way"
                     r"|Place|Square|Boulevard|Blvd)\b")  # fmt: skip
_FUNCTION = frozenset(
    "the in on at of for with from to by and or but over about since until as its their our a an"
    " some nearly almost around roughly approximately more than all these those this that between"
    " we it they he she also only just both up".split()
)
_BARE_BEFORE = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|up from|down from|from|to|than|reach(?:ed"
    r"|ing)?"
    r"|total(?:s|led|ing|ed)?|of|further|another|additional|remaining|other|was|were|is|are|sold"
    r"|had|has|employs?"
    r"|employed|numbered|hit|exceed(?:ed|s)|which|whom|and|by|at)\s+(?:the |a )?$",
    re.IGNORECASE,
)
_JOINED_BEFORE = re.compile(r"[\w/#][-–/]$")
_JOINED_BEHIND = re.compile(r"[-–/](?!\s)\w|[°'’\"”]\w|\w")
_LAST_WORD = re.compile(r"([\w’'&-]+)[ \u00a0\n]$")
_IN_BEHIND = re.compile(r" in (?:\d|[a-z]+\b)")
_IDIOM = re.compile(r"corners of (?:the|our)")
_AGE = re.compile(r"[a-z]\S*,\s$")
_KEY = re.compile(
    r"^[\s•*–-]*(?!Tel|Fax|Room|Booth|Hall|Stand|Gate|ISIN|Founded|Established|Reg)[A-Z][^:\d()]{2,40}:"
    r"\s+(?:(?:approximately|about|around|some|over|more than|approx\.)\s)?$"
)
"""A line that gives one number: "Employees: approximately 320"."""
_OF_WHOLE = re.compile(
    rf"\s+of\s+(?P<whose>(?:the|its|their|our|his|her|these|those|all)\s+(?:last\s+|past\s+"
    rf"|first\s+)?)?"
    rf"(?:(?:{WORDS}|\d[\d,]*)\s+)?"
)


_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d)"
_WHOLE = r"(?:five|ten|twenty|a hundred|100|10|20)\b"
_ONE_OUT_OF = re.compile(rf"\s+out of (?:every )?{_WHOLE}")
_OUT_OF_ONE = re.compile(rf"\b{_SMALL} out of (?:every )?$", re.IGNORECASE)
"""Ratios in words are no figures."""
_ALONE_BEHIND = re.compile(
    r"\s+more(?:\s+(?:will|are|were|have|in)\b|[.,;])|\s+from\s+(?:the\s+)?[A-Z]"
    r"|\s+(?:in all|in total|altogether)\b"
    r"|\s+(?:more|fewer|less|higher|lower)\s+than\b|\s+per\s+[\d,]+\s|\s+(?:a|per|each"
    r"|every)\s+(?:day|week|month|year)\b"
)
"""What makes a figure of a number that counts nothing by name."""
_STATISTIC = re.compile(
    r"\(?\b(?:[nN]\s?=\s?|(?:CI|IQR|[Rr]atio|HR|OR|RR)[,:=]?\s(?:of\s)?|[HOR]R=)$"
)
"""What stands before the number of a sample, a ratio or an interval."""
_ALONE_BEFORE = re.compile(r"\b[Tt]he other $|\b(?:votes|goals|games|seats) to $")
_NEXT_ONES = re.compile(r"\b[Tt]he (?:next|remaining|first|last) $")
_VERB_BEHIND = re.compile(r"\s+(?:will|are|were|is|have|had|can|should|would|must|may)\b")
_COMPARING = re.compile(
    r"\b(?:more than|fewer than|less than|at least|at most|up to|as many as|just over|just under"
    r"|to (?:under|over|below|above))"
    r" $",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\bage(?:d|s)? (?:of |is |was )?(?:between )?(?:\d\d? (?:and|to) )?$", re.IGNORECASE
)
_IN_ROW = re.compile(
    r"\s+(?:of (?:them|whom|which|these|those)|in|at|by|from|for|on|as|will|would|were|are|was|have"
    r"|had|went|came|come|live|work|took|take|got|get|left|lie|stand|won|join|[a-z]{2,}ed)\b"
)
"""What stands behind the numbers of a row: "four appointed by A and three by B"."""
_BRACKETED = re.compile(r"\)\s*(?:[,.;]|and\b|than\b|$)")
_SEVERAL = re.compile(
    r"\b(?:routes|lines|pages|sections|articles|paragraphs|rooms|gates|numbers|nos|buses|channels"
    r"|halls|stands|telephone|telephone number|batches)\.?\s(?:[\w-]+(?:,\s|\s(?:and|to|or)\s))*$"
)
_FURTHER = re.compile(
    rf"\+(?=\s+[a-z])|\s+(?:more|further|additional)(?=\s+(?!than\b)[a-z])"
    rf"|\s+or (?:more|fewer|less)(?=\s)|\s+plus\s+(?:{WORDS}|\d+)(?=\s)"
)
"""What may stand between a number and its noun."""


def what_is_counted(
    text: str, sentence: Span, core: Amount, in_table: bool
) -> tuple[str | None, Span | None] | None:
    """(unit, phrase) of a plain number; None where it is no figure."""
    lead = text[max(sentence.start, core.start - 40) : core.start].replace("\n", " ")
    behind = text[core.end : core.end + 30].replace("\n", " ")
    digits = text[core.start : core.end]
    if core.written and core.value == 1 and not core.scale:
        return None
    if _JOINED_BEFORE.search(lead) or _JOINED_BEHIND.match(text[core.end : core.end + 2]):
        return None
    if (
        _STREET.match(text, core.end)
        or (core.value < 10 and _ONE_OUT_OF.match(behind))
        or _OUT_OF_ONE.search(lead)
    ):
        return None
    if core.written and re.search(r"\b[Nn]umber\s$", lead):
        return None
    if re.search(r"\w\($", lead) or re.match(r"\.\d", behind):
        return None  # "section 430(2)", "Rule 9.6.13"
    if _STATISTIC.search(lead):
        return None, None
    if _NEXT_ONES.search(lead) and _VERB_BEHIND.match(behind):
        return None, None
    if lead.endswith("(") and behind.startswith(")") and core.value > 0:
        if core.value > 1 and _BRACKETED.match(behind) and re.search(r"\w \($", lead):
            return None, None  # "from Ukraine (9), India (7) and Nigeria (5)"
        if re.search(r"[.,]", digits):
            return None, None  # "EUR 421.7 million (368.9)"
        if 16 <= core.value <= 99 and re.search(r"[A-Z][\w’'-]+ \($", lead):
            return None, None  # an age
    if (" in " in behind or " in " in lead) and is_ratio(text, core):
        return None
    if core.written and core.value == 1 and _IN_BEHIND.match(text[core.end : core.end + 12]):
        return None
    further = _FURTHER.match(text, core.end, sentence.end)
    noun = phrases.counted(text, further.end() if further else core.end, sentence.end)
    last_word = _LAST_WORD.search(lead)
    if re.match(r" \d{3}\b", behind) or (re.search(r"\d $", lead) and core.value < 1000):
        return None  # "131 999": to be rung
    if (
        _SEVERAL.search(lead)
        or re.search(r"\b(?:week|day|season|round) $", lead)
        or (digits[0] == "0" and digits.isdigit())
    ):
        return None
    if not core.written:
        if _LABEL.search(lead) and not (noun and core.value > 1 and not _LABEL_HARD.search(lead)):
            return None
        opens = core.start - len(last_word.group()) <= sentence.start + 1 if last_word else True
        if (
            last_word
            and last_word[1][0].isupper()
            and last_word[1].lower() not in _FUNCTION
            and not last_word[1].endswith(("'s", "’s", "s'", "s’"))
        ):
            named = not opens or not noun
            if named and not core.scale and "," not in digits:
                return None
        if not noun and not core.scale and re.fullmatch(r"(?:19|20)\d\d", digits):
            return None
        if (
            noun
            and re.fullmatch(r"(?:19|20)\d\d", digits)
            and not (
                behind[1:2].islower()
                and re.search(
                    r"\b(?:over|than|about|some|around|nearly|least|approximately|the|of)\s$", lead
                )
            )
        ):
            return None
    if _ALONE_BEHIND.match(behind) and core.value > 1:
        return None, None
    if noun:
        head, phrase = noun
        unit = " ".join(text[slice(*head)].split())
        if (
            FRACTION.match(unit)
            and core.value < 4
            and (unit != "quarters" or text.startswith(" of ", phrase.start + len(unit)))
        ) or _IDIOM.match(text[core.end : phrase.end].strip()):
            return None
        if unit in TIME_UNITS and re.match(
            r"\s+(?:ended\b|to \d)", text[phrase.end : phrase.end + 8]
        ):
            return None
        return unit.lower() if unit.istitle() else unit, phrase
    if _ALONE_BEFORE.search(lead) and core.value > 1:
        return None, None
    of = _OF_WHOLE.match(text, core.end, sentence.end)
    if of and core.value > 1:
        whole = phrases.counted(text, of.end() - 1, sentence.end)
        if whole and of["whose"]:
            return " ".join(text[slice(*whole[0])].split()), whole[1]
        return None, None
    if "." in digits and (share := re.compile(r"\s+of an?\s+([a-z]+)").match(text, core.end)):
        return share[1], Span(*share.span(1))
    if in_table:
        return None, None
    if _AGED.search(lead) or (core.value > 1 and _COMPARING.search(lead)):
        return None, None
    if core.value > 1 and _KEY.search(text[sentence.start : core.start]):
        return None, None
    if core.written and not core.scale:
        if re.search(r"(?:^|[;,]\s|\band\s)$", lead) and _IN_ROW.match(behind):
            return None, None
        if re.search(r"\b(?:[Aa] further|another|additional|the remaining) $", lead):
            return None, None
        ends = re.match(r"\s*[.,;]", text[core.end : core.end + 2])
        return (
            (None, None)
            if ends
            and re.search(
                r"(?:[a-z]ed|\b(?:pack|board|panel|jury|team|group|committee|crew|council"
                r"|row) of)\s$",
                lead,
            )
            else None
        )
    if _AGE.search(lead) and text[core.end : core.end + 1] == "," and 1 < core.value <= 99:
        return None, None
    if core.scale or "," in digits:
        return None, None
    if core.value >= 2 and _BARE_BEFORE.search(lead):
        return None, None
    alone = 10 <= core.value < 1000 or "." in digits
    return (None, None) if alone and is_alone(lead, behind) else None


_LABEL_HARD = re.compile(
    r"\b(?:ID|passcode|code|pin|number|no|section|article|page|ext|extension|conference id|chapter"
    r"|phase|level|figure|table|note|version)\.?[:#]?\s*$",
    re.IGNORECASE,
)
