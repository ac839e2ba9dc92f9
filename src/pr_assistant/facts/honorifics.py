"""Words of respect before a name, alone or in a row: "Mr", "H.E.", "Prof. Dato’ Dr", "Capt"
" (Rtd)"."""

from __future__ import annotations

import re

_COURTESY = (
    "Mr(?:\\sJustice)? Mrs(?:\\sJustice)? Ms(?:\\sJustice)?"
    " Miss Mx Mdm Madam Madame Mme Mlle Monsieur Messrs Herr Frau Señora? Sra Signora?"
    " Senhora? Doutora? Don Doña Dña Encik Puan Cik Tuan Shri Shrimati Smt Sri(?!\\sLanka) Kumari"
    " Pak Ibu Bapak Khun Daw Thiru Mama Ratu Sardar Sardarni Kaumātua Maître"
    " (?:Cde|cde|Comrade)(?=[.\\s]+[A-Z]) Com(?=\\.) M(?=\\.\\s[A-Z]\\w+\\s)"
    " (?:Very|Right|Most)\\sRevd? Revd Ven(?=\\.) Archdeacon Deacon Abbess Prioress Padre"
    " Mons(?=\\.) Barr(?=\\.)"
    " Cllr Cr Uncle Aunty Alhaji Alhaja Hajiya Haji Hajia Hajah Hjh? Ustaz"
)
_LEARNED = (
    "Dr(?:\\.?ª|\\.?\\s?(?:med|phil|rer\\.?\\s?nat|iur|h\\.\\s?c|oec|sc))? Ir Ts Engr? Ing"
    " Dipl\\.?-Ing Dipl\\.?-Kfm Univ\\.?-Prof RNDr JUDr MUDr PhDr Mag Drs"
    " Academician"
    " Dra Profa [Dd]ott(?:\\.ssa|ssa)? Lic(?=\\.) Arch(?=\\.) Avv(?=\\.) Er(?=\\.) Adv(?=\\.)"
    " (?:(?:Associate|Assistant|Adjunct|Adj\\.?|Visiting|Emerit(?:us|a)|Honorary"
    "|Assoc\\.?|Asst\\.?)\\s)?"
    "Prof(?:essora?|\\.ssa)?(?:\\sEmerit(?:us|a))?"
)
_RANKS = (
    "Judge Sir Dame Lord Lady Baroness Baron Viscount Datuk(?:\\sSeri)? Dato['’]?(?:\\sSri"
    "|\\sSeri)?"
    " Datin(?:\\sPaduka|\\sSeri)? Tan\\sSri Puan\\sSri Tun Tunku Tengku Sheikha? Sheik"
    " Rear\\sAdmiral Vice\\sAdmiral Air\\sMarshal Wing\\sCommander Capt Captain Col Colonel Lt"
    " Lieutenant Maj Major Cdr Cmdr Sgt Sergeant Adm Admiral Gen"
    " Sen(?=\\.) Rep(?=\\.) Gov(?=\\.) Amb(?=\\.) Ald(?=\\.) Atty(?=\\.)"
    " Brig Brigadier Commodore General Crown\\sPrincess Crown\\sPrince Princess Ato(?=\\s[A-Z])"
    " (?:(?<=Executive\\s)|(?<=Officer\\s))Chief"
    " (?<!State\\s)(?<!County\\s)(?<!City\\s)(?<!Town\\s)(?<!Municipal\\s)Councillor"
)
_STYLES = (
    "H\\.\\s?E (?:His|Her|Your)\\sExcellency H\\.\\s?R\\.\\s?H"
    " (?:His|Her)\\sRoyal\\s(?:Highness|Majesty)"
    " (?:His|Her)\\s(?:Eminence|Grace|Worship|Holiness|Lordship|Ladyship)"
    " (?:Rt|Right)\\.?\\sHon Hon['’]ble Hon(?:ou?rable)? YBhg YAB YB YM"
    " (?:the\\s)?(?:(?:Very|Right|Most)\\s)?Reverend"
    " (?:the\\s)?Venerable Rev Canon Bro(?=\\.) Fr Father Sister Sr Msgr Monsignor Cardinal"
)
_ONE = (
    "(?:"
    + "|".join(" ".join((_COURTESY, _LEARNED, _RANKS, _STYLES)).split(" "))
    + r")(?:\.?-?Ing)?(?![\w'’])"
)
_ASIDE = r"\((?:Mrs|Ms|Mr|Miss|Smt|Dr|Rtd|Retd|[Rr]et|retired|h\.\s?c)\.?\)"
_BETWEEN = r"(?:\.[ \t\u00a0\n]*|[ \t\u00a0\n]+)"
_NO_NAME = (
    r"Mayor|Chancellor|Justice|Provost|Advocate|Chief|Minister|Emerit\w+|Manager|Counsel|Assembly"
    r"|Secretary|Director|Electric|Motors|Hospital|Council|Meeting|Court|Partner|Purpose|Atlantic"
    r"|Public|Affairs|Information|League|Company|Act|Street|Road|Lane|Square|Row|Avenue|Cameras"
)
HONORIFIC = re.compile(
    r"(?<![\w-])(?=[A-Zcdt])(?!(?:(?<=Director )|(?<=Secretary )|(?<=Attorney )|(?<=Governor )"
    rf"|(?<=Consul )|(?<=Inspector ))General\b)"
    rf"(?P<honorific>{_ONE}(?:{_BETWEEN}(?:{_ONE}|{_ASIDE}))*)"
    rf"(?!\s+(?:{_NO_NAME})\b)(?:\.|(?=\s))[ \t\u00a0\n]*(?=\S)"
)
"""A whole row of them and the white space up to the name."""
MALE = frozenset("Mr M Sir Lord Herr Monsieur Señor Signor Senhor Encik Shri Alhaji Haji".split())
FEMALE = frozenset(
    "Ms Mrs Miss Mdm Madam Madame Mme Mlle Dame Lady Frau Señora Signora Senhora Puan Cik Smt"
    " Kumari Mama Datin Hajah Hajia Hajiya Alhaja Baroness".split()
)
UNFINISHED = re.compile(
    rf"(?<![\w-])(?:{_ONE}|St|Ste|Sta|Sto|Mt|Ft|Ma|Mohd|Muhd|Adv|Amb|Supt|Bros|Ph|c|Rs|Pvt|Pte|Sdn|vs|approx|incl)\.$|\((?:Mrs|Ms|Mr|Smt)\.\)$"
)
"""What ends in a full stop without ending its sentence."""


def clean(honorific: str) -> str:
    """An honorific as it is shown: single spaces, no last full stop, nothing in brackets."""
    words = re.sub(rf"\s*{_ASIDE}|\bthe\s+", "", " ".join(honorific.split()))
    return (
        re.sub(r"\.(?=$|[^\s\u00aa-])", ". ", words)
        .strip()
        .removesuffix(".")
        .replace("H. E", "H.E")
        .replace("H. R. H.", "H.R.H.")
        .replace(". ssa", ".ssa")
    )


def gender(honorific: str | None) -> str | None:
    """ "he" or "she" where a word of an honorific tells, else None."""
    words = set((honorific or "").replace(".", "").split())
    return "she" if words & FEMALE else "he" if words & MALE else None
