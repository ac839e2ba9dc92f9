"""The verbs of saying."""

from __future__ import annotations

SAYING = (
    r"(?:said|says|say|saying|added|adds|remarked|remarks|commented|comments|stated|states|noted"
    r"|notes"
    r"|explained|explains|continued|continues|concluded|concludes|told|tells|announced|announces"
    r"|observed|observes|emphasi[sz]ed|emphasi[sz]es|stressed|stresses|highlighted|warned|warns"
    r"|argued"
    r"|argues|wrote|writes|declared|affirmed|recalled|recalls|insisted|insists|acknowledged|replied"
    r"|replies|asked|predicted|predicts|joked|jokes|admitted|admits|promised|promises|reported"
    r"|claimed"
    r"|claims|cautioned|cautions|pointed out|points out|shared|confirmed|confirms|pledged|suggested"
    r"|suggests|went on|reiterated|underlined|revealed|testified|reflected|enthused|quipped|agreed"
    r"|urged|vowed|estimated|estimates|described|denied|summed up|put it)"
)
