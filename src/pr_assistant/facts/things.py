"""What no person is called: names with a usual noun or colour, firms named like a person."""

from __future__ import annotations

_NOUNS = frozenset(
    "day days night nights morning evening week weekend month year years season period periods"
    " place places basin harbor harbour port street road avenue lane square alley boulevard drive"
    " highway bridge tunnel island islands isle peninsula beach coast bay creek river falls lake"
    " mountain mountains valley ridge canyon desert forest gardens garden plaza mall arcade"
    " stadium arena stand house hall villa cottage castle palace manor hotel inn bar cafe café pub"
    " restaurant kitchen bakery barn mill mills farm farms estate shop shops store stores outlet"
    " market access care health help support service services app apps software assistant bot opus"
    " lamp lamps chair table sofa bed mattress bag bags shoes shoe boots jeans dress dresses coat"
    " watch watches perfume soap cream bread tea coffee beer wine cola chocolate cake cheese"
    " talk talks session sessions show shows series game games song songs album tour concert"
    " party ball parade festival fair event events class classes course courses lesson lessons"
    " cloud fusion prime bull energy pumps pump tools tool machine machines engine engines robot"
    " robots drone car cars truck trucks bus bike bikes boat ship ferry train trains phone phones"
    " camera cameras card cards club team teams line lines range collection style design designs"
    " book books diary letters library papers story stories film films prize award awards cup"
    " trophy shield medal fellowship scholarship lecture lectures appeal campaign challenge"
    " project programme program plan plans act bill rule rules law review inquiry report index"
    " effect syndrome disease test tests trial method model theorem theory statue memorial"
    " monument wing ward clinic hospice lodge residence residences apartments tower towers terrace"
    " parkway reserve sanctuary zoo park parks playground pool pier wharf quay dock docks marina"
    " depot station terminal airport airfield field fields ground grounds course track racecourse"
    " centre center school college academy institute museum theatre cinema studio studios gallery"
    " company companies brand brands products product goods foods drinks home homes living"
    " way rolling stock platz strasse straße allee rue".split()
)
_ALSO_SURNAMES = frozenset(
    "lane bridge rivers stand hall castle mill mills barn parks field fields forest lake"
    " bay ball bull card ward lodge law bill beer case stone towers garden"
    " book story drinks pool tower cream watch alley creek falls drive bush".split()
)
"""Nouns that many people have for a surname."""
_THINGS = _NOUNS - _ALSO_SURNAMES
_OPENERS = frozenset(
    "blue red green black white grey gray yellow orange pink purple golden big great happy smart"
    " fast quick fresh free open deep high low little old true clear bright royal".split()
)
"""What no name of a person begins with."""
_FIRMS = frozenset(
    "eli lilly|charles schwab|philip morris|ted baker|john deere|raymond james|edward jones"
    "|jack daniel|johnnie walker|jim beam|ralph lauren|calvin klein|tommy hilfiger"
    "|marc jacobs|michael kors|hugo boss|jimmy choo|kate spade|tory burch|vera wang|laura ashley"
    "|john lewis|fred perry|ben sherman|jack wills|max mara|yves rocher|christian dior"
    "|louis vuitton|pierre cardin|jp morgan|morgan stanley|merrill lynch|martin marietta"
    "|charles tyrwhitt|oscar mayer|sara lee|harry winston|mary kay"
    "|elizabeth arden|helena rubinstein|estée lauder|max factor|patek philippe|ulysse nardin"
    "|daniel wellington|franck muller|massey ferguson|rolls royce|aston martin|alfred dunhill"
    "|thomas cook|william hill|russell reynolds|robert half|michael page"
    "|robert walters|arthur andersen|ernst young|howard johnson|johns hopkins"
    "|ellen maersk|emma maersk|emma mærsk|claude opus|claude sonnet|claude haiku"
    "|gloria jeans|carl zeiss|robert bosch|paul hastings|kirkland ellis"
    "|jaeger lecoultre|alexander mcqueen|levi strauss|harvey norman|harvey nichols|tim hortons"
    "|fred olsen|samuel adams|albert heijn"
    "|marie claire|jack wolfskin|henry schein|william grant|stella artois|bruno magli"
    "|salvatore ferragamo".split("|")
)
"""Well-known firms and brands with a person’s name."""


def is_thing(name: str) -> bool:
    """Whether a name is a firm’s that is named like a person, or begins or ends with a usual
    word."""
    lower = name.lower()
    if lower in _FIRMS:
        return True
    first, *_, last = lower.split() * 2
    return first in _OPENERS or last.strip(".") in _THINGS
