"""Words that tell titles, functions, organisations and names apart: closed sets, in lower case."""

from __future__ import annotations

HONORIFICS = (
    "Mr Mrs Ms Miss Mx Mdm Madam Madame Dr Prof Professor Sir Dame Lord Lady Baroness Baron Cllr"
    " Rev"
    " Reverend Hon Capt Col Lt Maj Cdr Ir"
    " Datuk Dato Tan\u00a0Sri Sheikh Herr Frau Señor Señora Fr Sr"
).split(" ")

ROLE_HEADS = frozenset(
    "director president chief officer manager head chair chairman chairwoman chairperson founder"
    " co-founder cofounder owner co-owner partner professor lecturer reader secretary minister"
    " mayor"
    " governor senator ambassador commissioner chancellor vice-chancellor provost dean rector"
    " principal superintendent engineer scientist analyst economist designer architect editor"
    " producer curator coordinator co-ordinator adviser advisor spokesperson spokesman spokeswoman"
    " treasurer trustee member fellow executive ceo cfo coo cto cio cmo chro cpo cso ciso cro cdo"
    " counsel controller comptroller captain commander alderman councillor councilmember councilor"
    " councilwoman councilman inspector leader lead convenor convener registrar researcher"
    " physician"
    " surgeon nurse midwife consultant specialist strategist actuary accountant auditor ombudsman"
    " speaker representative envoy administrator deputy biologist physicist chemist historian"
    " author"
    " artist composer conductor musician farmer teacher student graduate resident entrepreneur"
    " investor developer geologist hydrologist oceanographer ecologist archaeologist psychologist"
    " sociologist epidemiologist virologist oncologist cardiologist neurologist pharmacist botanist"
    " zoologist mathematician statistician meteorologist toxicologist radiologist paediatrician"
    " pediatrician veterinarian lawyer attorney barrister solicitor judge justice prosecutor"
    " sheriff"
    " constable firefighter ranger warden keeper superintendent foreman supervisor technician"
    " operator planner buyer trader broker banker chairholder chairlady vice-president"
    " vice-chair vice-chairman director-general secretary-general president-elect"
    " librarian archivist chaplain bishop archbishop rabbi imam pastor premier chieftain king queen"
    " prince princess coach athlete driver pilot skipper chef publisher journalist correspondent"
    " columnist reporter photographer filmmaker writer poet novelist assistant associate custodian"
    " organiser organizer campaigner activist delegate congresswoman congressman assemblymember mp"
    " msp mep md evp svp vp avp gm commissioner-general undersecretary under-secretary generals"
    " attorney-general treasurer-elect co-chair cochair co-director co-chief co-president liaison"
    " investigator trainer instructor promoter inventor scholar advocate auctioneer surveyor"
    " ministers directors presidents heads chairs founders co-founders managers officers partners"
    " professors representatives executives members chiefs owners coordinators advisers advisors"
    " scientists engineers secretary-designate".split()
)
"""Nouns that a title ends in, before its "of"."""

ROLE_MODIFIERS = frozenset(
    "vice senior junior executive deputy assistant associate chief managing general global regional"
    " national international local interim acting outgoing incoming founding non-executive"
    " independent lead principal staff financial operating technology technical information"
    " marketing commercial scientific medical legal sales product people human resources finance"
    " research development operations strategy strategic communications investor relations public"
    " affairs corporate group area country project programme program portfolio business brand data"
    " digital security sustainability innovation design engineering production plant site factory"
    " store branch team clinical nursing policy press media external internal honorary emeritus"
    " visiting adjunct distinguished joint co- state federal city municipal district county royal"
    " lord prime first second third permanent parliamentary under cabinet shadow government"
    " customer"
    " supply chain quality safety health environmental environment climate energy fleet marine"
    " transport transportation purchasing procurement treasury risk compliance audit revenue growth"
    " content editorial creative artistic musical education academic admissions student alumni"
    " community development partnerships partnership campus court council board committee advisory"
    " union labour labor trade industrial infrastructure construction maintenance service services"
    " support it ai software hardware network systems platform cloud family company employee"
    " chairman's special foreign home interior justice defence defense agriculture fisheries"
    " harbour harbor port night day head veteran long-time longtime longstanding head-of".split()
)
"""Words in lower case that may stand before the head of a title."""

FUNCTIONS = frozenset(
    "communications communication marketing programmes programs operations research innovation"
    " design"
    " engineering sales finance technology technologies investor relations human resources tax"
    " policy"
    " strategy strategies product products development business corporate affairs public media"
    " press"
    " group global international people talent culture sustainability esg health safety environment"
    " environmental climate energy transport infrastructure education science sciences state"
    " defence defense trade industry agriculture fisheries justice interior foreign commerce"
    " treasury"
    " home housing labour labor culture sport sports tourism security digital data information"
    " analytics risk compliance legal audit procurement supply chain logistics manufacturing"
    " production quality service services customer experience success growth partnerships"
    " partnership"
    " alliances mergers acquisitions investments investment equity capital markets market economics"
    " chemistry physics biology mathematics medicine law engineering psychology surgery nursing"
    " oncology cardiology neurology paediatrics pediatrics epidemiology ecology geology geography"
    " history philosophy linguistics archaeology architecture planning urban rural water waste"
    " external internal government regulatory r&d it ai learning training academic student students"
    " admissions enterprise solutions cloud software hardware platform platforms network networks"
    " brand content creative editorial news digital commercial retail wholesale online e-commerce"
    " merchandising property estate estates facilities asset assets portfolio treasury accounting"
    " controlling reporting planning transformation change integration projects project programme"
    " program delivery construction maintenance fleet aviation marine shipping rail mobility"
    " americas emea apac asia pacific asia-pacific europe africa america north south east west"
    " northern southern eastern western middle latin worldwide uk us usa ireland germany france"
    " nordics benelux iberia china india japan and & the of for clinical medical scientific"
    " pharmaceutical biotechnology materials robotics computing computer advancement philanthropy"
    " fundraising grants community engagement outreach diversity inclusion wellbeing welfare"
    " conservation biodiversity nature forests forestry oceans nuclear renewable renewables wind"
    " solar hydrogen offshore onshore grid storage batteries power gas oil exploration mining"
    " digitalisation digitalization performance advice advisory underwriting claims actuarial"
    " pensions insurance banking lending credit payments fraud cyber cybersecurity privacy"
    " standards certification testing inspection regulation enforcement licensing competition"
    " england scotland wales britain canada australia italy spain poland sweden norway denmark"
    " finland"
    " switzerland austria kenya nigeria brazil mexico singapore malaysia indonesia vietnam korea"
    " net zero consumer consumers recalls recall field studies study economics european euro-atlantic".split()
)
"""Words of what somebody is head of; anything else with a capital is taken for an organisation."""

ORGANISATION_SUFFIXES = frozenset(
    "inc inc. ltd ltd. limited plc llc llp lp corp corp. corporation company co co. ag se sa s.a."
    " nv"
    " n.v. bv b.v. gmbh ab asa as a/s aps oy oyj spa s.p.a. srl s.r.l. pty bhd sdn kk k.k. pte sarl"
    " kg kgaa sas ehf hf".split()
)
ORGANISATION_NOUNS = ORGANISATION_SUFFIXES | frozenset(
    "group groups holding holdings partners bank capital ventures foundation fund trust university"
    " college institute institution school academy hospital hospitals clinic council committee"
    " commission authority agency ministry department bureau office association society federation"
    " union alliance consortium network museum laboratory laboratories lab labs technologies"
    " technology systems solutions industries energy power motors airlines airways railways railway"
    " pharmaceuticals pharma therapeutics biosciences biotech foods media press instruments ferries"
    " works steelworks steel shipyard yard shipyards international government parliament court"
    " police service services board chamber church cathedral centre center cooperative co-operative"
    " campaign initiative coalition club team league magazine newspaper times post journal news"
    " radio"
    " television studios studio entertainment games software networks communications telecom mobile"
    " logistics shipping lines line airport port harbour water electric electronics semiconductors"
    " robotics aerospace aviation space insurance assurance mutual finance financial investments"
    " investment asset management advisors advisers associates consulting engineering construction"
    " properties estates housing homes hotels hospitality restaurants retail stores supermarkets"
    " brewery breweries wines farms dairy mills chemicals materials mining minerals metals"
    " resources"
    " oil gas petroleum renewables wind solar nuclear batteries battery appliances furniture"
    " textiles"
    " fashion cosmetics healthcare health medical diagnostics devices sciences research publishing"
    " books library archives theatre orchestra opera gallery festival city county state district"
    " republic kingdom navy army force administration programme program project secretariat"
    " organisation organization charity conservancy conservation wildlife ecosystem exchange market"
    " markets securities re maritime marine offshore marina hydro cloud audio digital data"
    " analytics mobility rail textiles agritech fintech biosciences relief apparel footwear optics"
    " photonics genomics biologics".split()
)
"""Nouns that names of organisations hold and names of people do not."""

OF_HEADS = frozenset(
    "university bank institute department ministry government authority city port house college"
    " school board society association council chamber museum republic state faculty bureau office"
    " commission federation union kingdom academy church diocese archdiocese court confederation"
    " county town borough district league sisters brothers order friends company guild centre"
    " center"
    " alliance foundation secretariat division directorate".split()
)
"""Heads whose "of" belongs to the name: "University of Oslo"."""

NOT_NAMES = (
    ROLE_HEADS
    | ORGANISATION_NOUNS
    | frozenset(
        "january february march april may june july august september october november december"
        " monday"
        " tuesday wednesday thursday friday saturday sunday the a an this that these those it its"
        " we our"
        " they their he she his her in on at of for from to by with and or but as if when while"
        " after"
        " before since until under over about more most new all any some each every no not yes"
        " first"
        " second third last next other another both such there here what who which why how chief"
        " vice"
        " senior executive deputy managing general president quarter year fiscal results outlook"
        " revenue"
        " sales income net gross adjusted ebitda eps non-gaap gaap total segment report annual"
        " quarterly"
        " conference call webcast release press media contact contacts investor investors notes"
        " editors"
        " editor about ends end date embargo embargoed immediate statement statements"
        " forward-looking"
        " additionally however moreover furthermore meanwhile also today founded headquartered"
        " based"
        " commenting speaking announcing following according including under with within without"
        " during"
        " street road avenue lane square house building tower hall park north south east west"
        " northern"
        " southern eastern western central upper lower great united states kingdom america africa"
        " europe"
        " asia pacific hong kong singapore london paris berlin tokyo beijing shanghai york jersey"
        " mexico"
        " zealand korea arabia ireland scotland wales england britain germany france spain italy"
        " norway"
        " sweden denmark finland netherlands belgium switzerland austria poland portugal greece"
        " turkey"
        " russia china india japan australia canada brazil argentina chile kenya nigeria ghana"
        " egypt"
        " israel malaysia indonesia thailand vietnam philippines taiwan ontario quebec texas"
        " california"
        " florida ohio ocean sea river lake bay island islands mount mountains valley coast gulf"
        " cape"
        " memorandum agreement understanding act law code award prize medal scheme plan strategy"
        " platform product model series edition version standard classic memorial day week month"
        " rankings ranking impact world global international national regional royal federal public"
        " one plus air pro max mini ultra edition phase stage project forum summit expo fair conference congress symposium workshop".split()
    )
)
"""Words that no name of a person holds, with a capital or not."""

PARTICLES = frozenset(
    "de der den van von al bin binti binte ibn la le les di da das dos do du del della dei ter"
    " ten te"
    " zu zum af av y e el ben st st. ap abu d' o'".split()
)
POSTNOMINALS = (
    r"(?:,?\s+(?:MSP|MP|MEP|MLA|TD|FRS|FRSE|OBE|MBE|CBE|KBE|DBE|QC|KC|SC|JP|PhD|Ph\.D\.|MD|M\.D\."
    r"|DPhil"
    r"|MBA|CPA|CFA|FCA|RN|Esq\.?|Jr\.?|Sr\.?|III?|IV|AM|AO|GBS|SBS|BBS|MH)(?!\w))+"
)
RELATIONS = frozenset(
    "wife husband brother sister son daughter father mother widow partner colleague friend"
    " neighbour"
    " neighbor twin cousin uncle aunt called named".split()
)
SOFT = frozenset(
    "park lake hall king bishop prince judge west north east south street house march may june"
    " april"
    " august law page field bell price forest foster york london england ireland france holland"
    " wales"
    " paris israel jordan kent lane day week bay cape tower reader ranger warden keeper baker chase"
    " power banks woods wood rivers rose rice young long short strong bond hope grace joy faith"
    " sterling"
    " cash bush field hill knight pope abbot abbott marshall mason sergeant major earl duke baron"
    " pastor court post press books mills wells stone steel gold silver diamond pearl ruby case"
    " church temple cook chambers summers winters snow frost green brown black white gray grey"
    " farmer"
    " fisher hunter carpenter taylor tanner potter miller porter proctor noble new china japan"
    " mexico sydney florence charlotte victoria virginia georgia carolina austin dallas houston"
    " madison lincoln washington jackson hamilton cleveland denver raleigh chester lancaster york"
    " london bristol sofia vienna geneva lane valley dale glen ford marsh moor brook pool pond well"
    " driver pilot author coach fellow coward leader chef dean rector rabbi imam graduate resident"
    " max co el st ben ab star law union mark states worth best".split()
)
"""Words of NOT_NAMES that are surnames or given names as well: allowed where the place is sure."""
