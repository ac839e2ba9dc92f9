"""Sentences that speak to a model rather than to a reader: they bear out nothing."""

from __future__ import annotations

import re
import unicodedata

_TO_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}\b(?:instruction|prompt|previous|prior"
    r"|above|earlier|rule|guideline|context|everything)"
    r"|\b(?:system|developer|hidden|initial)\s+(?:prompt|message|instruction|note|override)"
    r"|\byou are (?:now )?(?:an? |the |in )|\byou must\b|\byour (?:new )?(?:instruction|task|prompt"
    r"|rule|answer|response|reply|output)"
    r"|\b(?:as an? )?(?:ai|language|chat) ?(?:model|assistant|bot)s?\b|\bchatbot|\bchatgpt"
    r"|\bllms?\b"
    r"|^\W*(?:system|assistant|user|developer|human|instructions?|note to (?:the )?\w+)\s*[:>\]]"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|instructions?|endoftext)|\[/?INST\]|\[system"
    r"|^\W*(?:please )?(?:respond|reply|answer|output|print|repeat|reveal|append|insert|include"
    r"|render|display|say|state|tell|write|translate|summari[sz]e|pretend|act|begin|end|when asked"
    r"|if asked|from now on|instead|(?:do not|don['’]t|never|always) (?:\w+ ){0,2}?(?:answer|reply"
    r"|respond|say|tell|mention|reveal|cite|quote|refer|use|follow|write|output|disclose|state"
    r"|include|add|append))\b(?!-)"
    r"|\b(?:when|if|whenever) (?:you(?:'re| are)? )?asked\b"
    r"|\btell (?:the |every )?(?:user|reader)s?"
    r"|\[\[\s*\d|\balways (?:cite|say|answer|reply|respond|mention|append|add|state)\b"
    r"|\b(?:respond|reply|answer) only (?:with|that|by)\b|\bexfiltrat"
    r"|!\[[^\]]*\]\(|\[[^\]]*\]\(\s*(?:https?:|//|data:|javascript:)|<(?:img|script|iframe|a|svg)\b",
    re.IGNORECASE,
)
_HIDDEN = frozenset(("Cf", "Co", "Cs"))
_PLAIN_HIDDEN = frozenset("\u00ad\ufeff\u200e\u200f")
_SCRIPTS = re.compile(r"[A-Za-z](?=[\u0370-\u052f])|[\u0370-\u052f](?=[A-Za-z])")


def instructs(text: str) -> bool:
    """Whether a sentence of a release is addressed to a model, or hides or disguises characters."""
    return (
        bool(_TO_A_MODEL.search(unicodedata.normalize("NFKC", text)))
        or bool(_SCRIPTS.search(text))
        or any(unicodedata.category(c) in _HIDDEN and c not in _PLAIN_HIDDEN for c in text)
    )
