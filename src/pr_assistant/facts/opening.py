"""How the phrase of a title opens: articles, pronouns, ages, and what is no part of the post."""

from __future__ import annotations

import re

from pr_assistant.facts.numbers import ORDINAL

OPENING = re.compile(
    r"(?:(?:\d\d?-year-old|as|other|the|a|an|its|their|our|his|her|currently|formerly|former|now|also"
    r"|then|who is|who was"
    r"|previously|until (?:now|yesterday|recently|last \w+)|one|two|three|four|both"
    r"|at present|hitherto|the current|the former|newly appointed|new|next|young|retired|late"
    r"|present|outgoing|incoming|further|local(?!\s(?:authority|government|council)\b)|hon['’]ble"
    r"|honou?rable|(?-i:" + ORDINAL + r")"
    r"(?!\s+(?:author|mate|officer|lieutenant)\b))\s+)+(?=\S)",
    re.IGNORECASE,
)
