"""Given names that are common in many countries, and surnames that stand before theirs.

None that is rather a usual word, a place or a firm ("patience", "chad"): a list that tells a
person where nothing does must not take a street or a ship for one. Some are these as well; what
stands behind and around such a name must then tell (`familiar`, `things`).
"""

from __future__ import annotations

from pr_assistant.facts.given_names_a_to_j import A_TO_J
from pr_assistant.facts.given_names_k_to_z import K_TO_Z
from pr_assistant.facts.given_names_rarer import RARER

_ENGLISH = (
    "aaron abigail adam adrian agnes aidan alan alasdair albert alexander alexandra alfred alice"
    " alison allison alistair alun amanda amelia amy andrea andrew angela angus anita ann anna"
    " annabel anne annie anthony antonia arthur audrey barbara barry beatrice becky belinda"
    " benjamin bernadette bernard beth bethany betty beverley brenda brian bridget bryan bryony"
    " caitlin callum cameron caroline carolyn catherine cathy cecilia charles christina christine"
    " christopher cillian claire clare clive colin connor conor craig cynthia cyril damian daniel"
    " danielle darren dave david deborah declan deirdre denise dennis derek dermot desmond diane"
    " dominic donald donna doreen dorothy douglas duncan dylan eamon edith edmund edward eileen"
    " elaine eleanor elisabeth elizabeth ellen ellie emily emma eric ernest esther eugene evelyn"
    " ezekiel felicity ffion finlay fiona frances francis frederick gareth gavin gemma geoffrey"
    " george gerald gerard gillian gina giles glenda glenn gordon graham graeme greg gregory gwen"
    " gwendolyn hamish hannah harold harriet harry heather hector helen henrietta henry hilary"
    " howard hugh hugo ian imogen irene isaac isabel isabella isla jack jacob jacqueline james"
    " jamie jane janet janice jason jean jeffrey jemima jennifer jenny jeremy jerome jessica jill"
    " joan joanna joanne joe joel john jonathan joseph josephine joshua josiah joyce judith julia"
    " julian julie justin karen kate katherine kathleen kathryn katie keith kelly kenneth kerry"
    " kevin kieran kimberly kirsty laura lauren laurence lawrence leonard leslie lewis liam"
    " lillian linda lionel lisa lorna lorraine louis louise lucas lucinda lucy luke lydia lynn"
    " maeve malcolm marcus margaret maria marian marianne marie marilyn marjorie martha martin"
    " mary matthew maureen maxine megan melanie melissa meredith michael michelle mildred miles"
    " miranda miriam moira molly monica morag moses muriel nadine nancy naomi natalie natasha"
    " nathan neil niall niamh nicholas nicola nicole nigel nora oisín oliver olivia orla oscar"
    " owen pamela patricia patrick paul paula pauline peggy penelope peter philip philippa phoebe"
    " phyllis priscilla rachel ralph raymond rebecca rhiannon rhys richard robert roberta robin"
    " roger roland ronald rory rosalind rosemary rosie ross rowena roy rupert ruth ryan sabrina"
    " sally samantha samuel sandra sarah saoirse scott sean seamus sharon sheila shirley siân sian"
    " simon sinéad siobhan siobhán sophia sophie stanley stephanie stephen steve steven stuart"
    " susan susannah suzanne sylvia tabitha tamsin tara teresa terence tessa thelma theodore"
    " theresa thomas timothy tina toby tom tracy trevor tristan una ursula valerie vanessa vera"
    " veronica vincent vivian vivienne walter wanda wendy wilfred william winifred winston yvonne"
    " tim sam dan mike nick rob matt fred ted ken ron phil jim jeff chris alex kim zachary zoe"
)
_GERMANIC = (
    "achim albrecht alfons almut alois andreas anja anke annegret anneliese annette annika ansgar"
    " antje arne arno astrid axel barbro bastian beate berit bernd bernhard bettina birgit"
    " birgitte björn bjørn britta brigitte bram burkhard carsten christoph claas claudia cornelia"
    " corinna dagmar detlef diederik dieter dietmar dirk doris ebba eberhard edda egil einar elke"
    " ellinor elsbeth erik erika erland ernst espen eva femke fredrik friederike friedrich frieda"
    " gerda gerhard gerrit gesine gisela greta gretchen gudrun guido günter günther gunnar gunilla"
    " hadewych hannes hanne hanneke hans hanspeter harald hartmut hedda hedwig heidi heike heiner"
    " heinrich heinz helga helmut hendrik henk henrik henrike herbert hermann hilde hiltrud holger"
    " horst inga inge ingeborg ingo ingrid irmgard jaap jan jannik janneke jens jesper joachim"
    " jochen joep johan johanna johannes jonas joost jorinde jörg jörn josef jürgen jutta kai"
    " karin karl karsten katharina kathrin katja katrin kerstin kirsten kjell klaas klaus knut"
    " konrad kristin kristina kristoffer kurt lars lasse leif lena lennart lieke lieselotte linnea"
    " loes lorenz lothar ludwig lukas lutz magnus maike malin malte manfred marieke marijke marit"
    " marleen marlene marten mathias matthias mechthild meike mette mikael mikkel monika nadja"
    " nils norbert ola olaf ole olof oskar otto pernille petra pieter pontus ragnar ragnhild"
    " rainer ralf reiner reinhard renate reto roel rolf rosmarie rudolf ruedi rune sabine sanne"
    " sebastian sigrid silke silvan sjoerd solveig sonja søren stefan steffen stig stijn susanne"
    " svea sven svenja sverre tanja terje thea thijs thilo thorsten tilda tobias torben tove trine"
    " trond ueli ulf ulla ulrich ulrike urs ute uwe verena viggo volker walther werner wilhelm"
    " wilhelmina willem wim wolfgang wolfram wouter yannick åsa åse guðlaug guðrún jón ólafur"
    " sigurður þóra aino aleksi antti eero eino elina hanna heikki ilkka jari juha juho jukka"
    " kaarina kaisa kirsi marjatta markku matti mikko minna olli outi paavo päivi pekka petri"
    " pirjo riikka ritva sanna sari seppo tapio timo tuula veikko ville"
)
_ROMANCE = (
    "adriana adrien agathe agostino aïcha alain alberto aldo alejandra alejandro alessandra"
    " alessandro alessia alexandre alfonso alfredo alicia alonso álvaro amandine amélie amparo ana"
    " anaïs andré andrés ángel angela angelo annalisa anselmo antoine antonella antonio antónio"
    " ariadna armando arnaud arturo aurelio aurélie beatriz béatrice benedetta benedicto benito"
    " benoît bernardo bianca brice bruno camila camille capucine carla carlos carlo carmela carmen"
    " caterina catalina cécile césar chantal chiara clara clarisse claude claudine clémence"
    " clémentine concetta consuelo corinne corrado cosimo cristian cristina cristóbal damien"
    " daniela daniele dario davide delphine denis diego dolores domenico donatella duarte edoardo"
    " eduardo élodie elena eleonora elisa élise élisabeth eloísa elvira émile emilia émilie emilio"
    " enrique enzo ernesto esteban estelle estela étienne eugenio eulalia fabien fabio fabiola"
    " fabrice fabrizio federica federico felipe fermín fernanda fernando filipa filipe filippo"
    " fiorella francesca francesco francisca francisco franck françois françoise frédéric gabriel"
    " gabriela gabriele gaël gaëlle gaetano gaspard geneviève gerardo germán giacomo gianluca"
    " gianni gilberto gilles ginevra giorgio giovanna giovanni giulia giuliana giulio giuseppe"
    " gonçalo gonzalo graciela grazia gregorio guilherme guillaume guillermo gustavo hélène henri"
    " hernán héctor hugues ignacio ilaria ilda inès inês inmaculada irène isabela isabelle iván"
    " jacques jaime javier jean-luc jean-marc jean-pierre jérôme jesús joana joão joaquim joaquín"
    " jordi jorge josé josefina josep juan juana juliana julieta julien juliette julio karine"
    " laetitia lara laurent leandro léa leonor leopoldo leticia liliana lionel lorenzo loredana"
    " luc luca lucía lucia luciana luciano lucie lucien luigi luis luísa luiz maëlle magali manon"
    " manuel manuela mara marc marcel marcela marcelo marco margarida margarita margaux marguerite"
    " mariana mariano maribel mario mariusz marisa marisol marta mateo mathieu mathilde matteo"
    " matthieu maurice mauricio mauro maxime michel michele mickaël miguel mireille nadia nathalie"
    " nerea neus nicolás nicolas noelia nuno nuria octavio odette odile olivier olga óscar ottavia"
    " pablo paloma paola paolo pascal pascale patricio patrice patrizia pedro perrine philippe pía"
    " pierre pilar rafael rafaela raffaele ramón ramona raquel raúl régis reinaldo rémi rémy"
    " renata renato renée renzo ricardo riccardo rita roberto rocío rodolfo rodrigo rogelio romain"
    " rosa rosalba rosaria roxane rubén rui salvatore sandrine sébastien serena serge sergio"
    " séverine silvana silvia silvio simone simona sofía sofia solange solène soledad sonia"
    " stefania stefano stéphane stéphanie susana sylvain sylvie teodoro tereza teresita théo"
    " thérèse thiago thibault thierry tiago tomás tommaso ugo umberto valentina valeria valérie"
    " vasco vicente víctor vincenzo violette virginie vittoria vittorio xavier ximena yann yolanda"
    " yolande yves yvette"
)
_SLAVIC_AND_NEAR = (
    "agnieszka aleksandar aleksander aleksandra aleksandr alena alexei alina alojz ana-maria"
    " anatoly andrei andrej andrzej anikó aneta anton antonín arkadiusz artur ásta attila balázs"
    " barbora bartosz beata blanka bogdan bohdan bojan boris božena branislav branko cezary csaba"
    " dagny dalibor damir danica danuta daria darko dariusz dávid dejan dimitar dimitri dimitris"
    " dmitri dmytro dorota dragan dragomir dušan edita egor ekaterina elżbieta eszter evgeni ewa"
    " ferenc filip filippos františek gábor galina gergely giorgi goran grażyna gregor grzegorz"
    " halina hanka henryk hristo ildikó ilona imre inna ioana irena irina istván ivan ivana ivo"
    " iwona jadwiga jakub jana janez jaroslav jarosław jasna jelena jerzy jiří jitka joanna"
    " jolanta józef judit kamil kamila karel karina karol katalin katarína katarzyna kateřina"
    " kazimierz klára konstantin konstantinos krisztina krystyna krzysztof ksenia lajos larisa"
    " lászló lenka leszek levente libor lidia ljubica ludmila ludmiła lukáš łukasz lyudmila maciej"
    " magda magdalena magdaléna maja małgorzata marcin marek margit marija marika mariya marko"
    " markéta márta martina mateusz mihai mihail mikhail mikołaj milena milica miloš mirela"
    " miroslav mirosław mladen monika nadezhda nataša natalia nenad neven nevena nicolae nikola"
    " nikolai nikolaos nikos nina oksana oleg oleksandr olena ondřej orsolya pavel paweł péter"
    " petar petr piotr predrag radka radosław radu rados roksana ruslan sándor sanja sergei sergey"
    " serhiy sławomir slavica sorin stanislav stanisław stavros stefanos stojan svetlana szymon"
    " tadeusz tamar tamara tamás tatiana tereza tibor tihana tihomir tiit tomasz tomáš toomas"
    " urszula václav valentin vasile vasiliki vesna viktor viktoria vít vladimir vladislav vlasta"
    " vojtěch volodymyr wiesław wojciech yelena yiannis yuri zbigniew zdenka zdeněk zeljko željko"
    " zofia zoltán zoran zurab zuzana"
)
_AFRICAN_AND_EASTERN = (
    "abdou abdul abdulaziz abdullah abdulrahman abebe abena abimbola achieng adaeze adamu adebayo"
    " adeola adesola adewale adwoa afua aggrey ahmad ahmed aisha aishah akinyi akosua akua"
    " alhassan ali alioune almaz amadou amal amani amara amina aminata amir amira amit amna anand"
    " ananya anil anita anjali ankit anwar aoife arash arjun aruna arun arvind aryan asha ashok"
    " ashwin asif asma atieno awa aya ayanda ayesha ayodele ayşe aziz azlan babajide babak bashir"
    " bassam bhavna bilal binta bongani brahim bukola burak busisiwe cem chiamaka chidi chidinma"
    " chika chinedu chinwe chioma dawit deepa deepak deniz dilip dina dinesh divya ebru efua ekene"
    " elif emeka emre esi esra fahad faisal farah fareed farhan farid fatima fatma fatou fatoumata"
    " fereshteh femi feyza firdaus folake folasade funmi funmilayo ganesh gaurav geeta girish gita"
    " gurpreet habib hadiza hafiz haitham hakan hakim halima hamid hana hanan hani haruka haruto"
    " hasan hassan hatice hideo hiroshi huda hussein ibrahim idris ifeoma ikram imran indira"
    " ingabo iqbal ishaan ismail jabu jamal jamila jasmin jaya joseph jyoti kabir kalpana kamal"
    " kamala kamau karan karim kavita kaveh kazuo keiko kelechi kemal kenji khadija khalid khaled"
    " kiran kofi kojo krishna kunle kwabena kwadwo kwaku kwame kwasi lakshmi laila lamine latif"
    " latifa layla leila lerato leyla lindiwe lwazi mahesh mahmoud makoto malik mamadou mandla"
    " manish manoj mansour mariam masako mayumi meena meera mehmet mei-ling merve mina mohamed"
    " mohammad mohammed mohan mohit moussa muhammad mukesh murat musa mustafa nabil nadeem nadim"
    " naledi naoko naomi naresh naser nasser nasir naveen neema neha nelson ngozi nia nikhil nisha"
    " nita njeri nkechi nkosana nokuthula nomsa nomvula noraini noura nur nurul obinna olabisi"
    " olufemi oluwaseun omar onyeka osman oumar padma parisa parvati pooja prakash pranav prasad"
    " pratima praveen preeti priya priyanka rachid radha raghav rahul raj rajan rajat rajendra"
    " rajesh rajiv rakesh ramesh rana rania rashid rashmi ravi rawan reem rehema rekha renu retno"
    " reza ritu riya rohan rohit roya ruchi ryo sachiko sadia saeed sahar sakura salim salma"
    " samira samir sana sandeep sangeeta sanjay sanjeev santosh satish satoshi seema selim senthil"
    " shabnam shahid shalini shamima shanti shankar shreya shweta sibusiso siddharth simran"
    " sindiwe sipho sneha soraya sophal suman sumit sunil sunita suresh sushma swati syed tadashi"
    " takashi takeshi tamer tariq tarek tatsuo tendai thabo thandeka thandi thandiwe themba"
    " thulani tomoko tunde uchenna uma usha vandana vijay vikram vinod vivek wambui wangari"
    " wanjiru wanjiku yaa yacine yasmin yasmine yaw yetunde yoko yoshiko youssef yousef yuki yuko"
    " yukio yusuf zainab zanele zeynep zodwa zoya zubair zuri agus bambang budi dewi eko indah"
    " putri rizky siti suharto wahyu anh thuy linh minh nguyet phuong thanh bopha sopheap somchai"
    " somsak supaporn mereana hinemoa aroha wiremu"
)
GIVEN_NAMES = frozenset(
    " ".join(
        (
            _ENGLISH,
            _GERMANIC,
            _ROMANCE,
            _SLAVIC_AND_NEAR,
            _AFRICAN_AND_EASTERN,
            RARER,
            A_TO_J,
            K_TO_Z,
        )
    ).split()
)
SURNAMES_FIRST = frozenset(
    "bae baek cai cao chan chang chen cheng cheung chew chia chiang chiu choi chong chow chu chua"
    " chui chung dang deng ding duong fung gao goh guo han hoang hsiao hsu huang huynh hwang jang"
    " jeon jiang jung kang kim koh kwan kwok kwon lai lau lee leong leung liang liao lim liu luo"
    " meng ngo nguyen oh ong pang park pham phan qian qiu quek rhee seo shen shin siu sohn song suh"
    " tan tang teo teoh toh tong tran tsai tsang tse tso tsui vo wang wong woo xie xu yang yap yeo"
    " yeung yeo yip yoon zhang zhao zheng zhou zhu".split()
)
"""Surnames before given names of two syllables: "Lim Jun Hao", "Park Joon-ho"."""
