"""Wide word lists, invented or generic; the twelfth of each is kept for held releases."""

GIVEN = (
    "Amara Tobias Ines Rashid Priya Lorenzo Astrid Kwame Mei Hana Diego Yusuf Chiara Olu Sven "
    "Leila Arjun Marta Pavel Nadia Tomás Freya Hugo Zanele Emeka Sofia Bilal Ewa Ravi Camille "
    "Jonas Aiko Thandi Mateo Farah Gareth Siobhan Dmitri Lucía Anneke Kofi Ingrid Vikram Salma "
    "Bruno Elif Niamh Stefan Ayesha Rafael Greta Oskar Mariam Declan Yuki Beatriz Cedric Lakshmi "
    "Hamza Petra Joaquín Wanjiru Henrik Dalia Nikhil Renata Callum Noor Felix Adaeze Ivana Marcus "
    "Judith Peter Helen Martin Carol Simon Angela Robert Diane Keith Laura Grant Naomi Trevor"
).split()
WOMEN = set(
    "Amara Ines Priya Astrid Mei Hana Chiara Leila Marta Nadia Freya Zanele Sofia Ewa Camille Aiko "
    "Thandi Farah Siobhan Lucía Anneke Ingrid Salma Elif Niamh Ayesha Greta Mariam Yuki Beatriz "
    "Lakshmi Petra Wanjiru Dalia Renata Noor Adaeze Ivana Judith Helen Carol Angela Diane Laura "
    "Naomi Doris Vivian Cecilia Elaine Yvonne Rita Winnie Sabrina Joyce".split()
)
FAMILY = (
    "Okafor Lindqvist Moreau Castellanos Haddad Iyer Bergström Mensah Takeda Novak Ferreira "
    "Al-Mansouri Whitcombe Petrescu Adeyemi Kowalczyk Sandoval Venkataraman Dubois Hollis Rahmani "
    "Nyström Achterberg Osei Fontaine Mbeki Delacroix Tanaka Raghunathan Villanueva Aldridge "
    "Zielinski Karlsen Benali Quiroga Mwangi Thorburn Ozturk Santangelo Ebert Chaudhry Larsen "
    "Abara Pemberton Vasquez Horvath Nakagawa Bianchi Sørensen Khoury Dlamini Ramaswamy Keller "
    "Marchetti Ashworth Baptiste Kaya Romero Lindholm Stavros Banerjee Ngata Farrell Gutiérrez "
    "Hoekstra Obi Drummond Al-Rashidi Popescu Sinclair Weatherby Kimura Espinoza Calloway Brandt"
).split()
CHINESE_GIVEN = (
    "Kelvin Doris Raymond Vivian Anson Cecilia Dominic Elaine Terence Yvonne Clement Rita "
    "Winnie Edmond Sabrina Felix Joyce Stanley"
).split()
CHINESE_FAMILY = "Chow Tsang Leung Kwok Fung Yeung Mak Lui Tam Pang Siu Hui Poon Szeto Kan".split()

ROOTS = (
    "Vel Nor Tri Cal Ost Mer Bru Zan Hel Ari Quo Pol Den Sol Kri Fen Lum Var Gal Tor Ister Mon "
    "Cor Eld Ryn Sab Aur Bel Dra Ven Hart Wex Alder Stone Bright Silver North Green Iron Blue"
).split()
ENDINGS = (
    "tara vance mont ora ex ion wick field mark aris ova yne dale ium bridge ana eon stad holm "
    "mere borg ix elle gate lis ento worth crest dor ica"
).split()
SECTORS = (
    "Robotics|Foods|Energy|Shipping|Biosciences|Aerospace|Rail|Software|Analytics|Materials|"
    "Logistics|Pharma|Motors|Medical|Semiconductors|Insurance|Capital|Marine|Textiles|Water|"
    "Networks|Mobility|Retail|Chemicals|Steel|Healthcare|Systems|Instruments|Hotels|Agritech"
).split("|")
FORMS = "Ltd|Inc.|plc|AG|S.A.|Group|Holdings|Corporation|GmbH|Limited|N.V.|AB|Pty Ltd|LLC".split(
    "|"
)
INSTITUTES = (
    "University of <city>|<city> Institute of Technology|<city> Polytechnic|<root> Foundation|"
    "<city> Medical Centre|<root> Institute for Public Health|<city> School of Management|"
    "National Agency for <field>|<root> Relief|"
    "<city> Port Authority|Institute for <field>|Council for <field>"
).split("|")
FIELDS = (
    "Transport|Digital Affairs|Food Safety|Rural Development|Clean Energy|Marine Research|"
    "Public Procurement|Skills|Fisheries|Housing|Space Research|Heritage|Water Security|Tourism"
).split("|")
CITIES = (
    "Rotterdam|Nairobi|Leipzig|Osaka|Valparaíso|Gdańsk|Tallinn|Pune|Adelaide|Porto|Accra|Bergen|"
    "Busan|Medellín|Lyon|Izmir|Calgary|Penang|Dakar|Ghent|Bristol|Austin|Turku|Muscat|Cebu|"
    "Graz|Durban|Kaohsiung|Rosario|Trieste|Halifax|Bilbao|Kigali|Odense|Suzhou|Da Nang|Cork|"
    "Wrocław|Recife|Aberdeen|Malmö|Pittsburgh|Jaipur|Casablanca|Christchurch|Hamburg|Marlow Bay|"
    "Estervale|Port Calder|Ravensmouth|New Hallam|Santa Orila|Kestrel Falls|Dunmarrow|Velograd"
).split("|")
COUNTRIES = (
    "Portugal|Kenya|Vietnam|Chile|Norway|Poland|Ghana|Malaysia|Morocco|Canada|Brazil|Finland|"
    "Indonesia|Türkiye|Belgium|Colombia|Thailand|Austria|Egypt|New Zealand|Ireland|Peru|Japan|"
    "the Netherlands|South Africa|Denmark|Mexico|Greece|the Philippines|Uruguay|Estonia|India"
).split("|")
BRAND_WORDS = (
    "Lumora Kestra Nivello Tandem Orbita Pellucid Zephyra Maristo Halden Quillon Verano Stride "
    "Corvane Ember Solace Tiderra Nimbus Altara Fathom Brio Serein Vantor Cascade Ondine Pique "
    "Meridia Talon Wren Octave Juno Pallas Auriga Sable Trellis Kinetica Florin"
).split()
SCHEME_WORDS = (
    "Bright Horizons|Second Harvest|Open Quay|First Mile|Next Lab|Blue Corridor|Green Spark|"
    "Founders' Bridge|Steady Hands|Clear Water|Future Makers|Common Ground|Rising Tide|Skyline|"
    "Launchpad|Seed to Scale|Warm Homes|Northern Light|Coding for All|Safe Passage|Living Archive|"
    "Pathfinder|Circular City|Young Voices|Quiet Roads|Family First|Deep Current"
).split("|")
TOPICS = (
    "artificial intelligence|battery storage|precision agriculture|digital health|urban flooding|"
    "offshore wind|coastal erosion|early diagnosis|supply-chain resilience|green finance|"
    "low-carbon cement|autonomous shipping|cyber security|medical imaging|food waste|"
    "quantum sensing|vocational training|smart mobility|rare diseases|recycled textiles|"
    "adult literacy|carbon accounting|space weather|water purification|soil health|robot surgery|"
    "cold-chain logistics|assistive technology|hydrogen storage|financial inclusion"
).split("|")
DOMAINS = "example.com|example.org|example.net".split("|")
NEWSWIRES = (
    "/Newswire/ --|(Business Wire) –|/PRNewswire/ --|(GLOBE NEWSWIRE) --|– (MediaLine) –|—|–|"
    "/Media OutReach Newswire/ -|--"
).split("|")
ACADEMY = (
    "economics|mechanical engineering|law|marine biology|computer science|accounting|chemistry|"
    "public policy|history|industrial design|physics|business administration"
).split("|")
