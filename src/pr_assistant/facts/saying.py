"""The verbs of saying."""

from __future__ import annotations

REPORTING = (
    r"said|says|added|adds|told|tells|noted|notes|warned|warns|recalled|recalls|explained|explains"
    r"|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|confirmed|confirms|argued|argues|insisted"
    r"|insists|pointed out|points out|observed|observes|stated|states|remarked|remarks|announced"
    r"|announces|acknowledged|acknowledges|commented|comments|estimated|estimates|predicted"
    r"|predicts|forecasts?|claimed|claims|cautioned|cautions|reported|reports|admitted|admits|promised"
    r"|promises|concluded|concludes|continued|continues|suggested|suggests|reiterated|reiterates"
    r"|revealed|reveals|underlined|underlines|underscored|underscores|affirmed|affirms|declared"
    r"|declares|replied|replies|responded|responds|answered|indicated|indicates|disclosed"
    r"|discloses|conceded|concedes|highlighted|highlights|pledged|pledges|testified|testifies"
    r"|reminded|reminds|informed|informs|assured|assures|clarified|clarifies|maintained|maintains"
    r"|asserted|asserts|countered|counters|reaffirmed|vowed|vows|mentioned|mentions|specified"
    r"|complained|complains|joked|jokes|quipped|quips|wrote|writes|repeated|repeats|agreed|agrees"
    r"|reckoned|reckons|opined|contended|contends|advised|advises|proclaimed|lamented|elaborated"
    r"|shared|made (?:it )?clear|makes (?:it )?clear|(?:went|goes) on to say|holds(?= that)"
    r"|held(?= that)|expressed(?= that)|asked(?= that)|remembered|remembers|formulated|opines"
    r"|philosophi[sz]ed|hinted|hints(?= that)|retorted|retorts|objected|protested|confided|boasted"
    r"|boasts|recounted|recounts|ventured|volunteered"
    r"|confessed|confesses|(?:was|is) (?:quoted|reported) as saying"
    r"|lets? it be known(?= that)"
    r"|(?:gave|gives) an? (?:assurance|undertaking)(?= that)|recogni[sz]e[ds](?= that)"
    r"|(?:regretted|criticis?zed)(?=[,.])"
    r"|(?:demanded|recommended|proposed|guaranteed|signalled|guessed|swore|stipulated)(?= that)"
)
"""Verbs whose "that" clause is a reported statement."""
SAYING = (
    rf"(?:{REPORTING}|say|saying|asked|went on|reflected|enthused|urged|described|denied|summed up"
    r"|exclaimed|put it|laughed|laughs|smiled|smiles|begged|sighed|accepted|likes to say)"
)
"""Verbs that stand with quoted words."""
CALLING = (
    r"(?:called|calls|calling|dubbed|termed|labelled|spoke of|speaks of|considered"
    r"|considers"
    r"|found|finds|judged|welcomed|welcomes|praised|praises|criticised|criticized|dismissed|rejected"
    r"|thought|preferred|hoped|hopes|regretted|regrets|talked of|talks of|referred to|refers to"
    r"|blamed|blames"
    r"|characteri[sz]ed|characteri[sz]es|defended|deplored|mocked|ridiculed"
    r"|expects|expected|wants|wanted|wished|suspects|suspected|accused|accuses|lauded|lauds"
    r"|singled out|apologi[sz]ed|apologi[sz]es|look(?:s|ed|ing) forward to|express(?:ed|es)|feared"
    r"|fears|demanded|demands|recogni[sz]ed|puts?(?=\s[^,.;]{2,60}\sdown to\b)"
    r"|puts? (?:(?:it|this|that) )?down to|hailed|condemned|branded|likened|compared|thanked)"
)
"""Verbs that stand with quoted words within a clause: what the speaker thinks of something."""
