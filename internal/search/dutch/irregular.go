package dutch

// What rules cannot know: irregular forms, and words that look like a form or a
// compound of others but are not.

import "strings"

// irregular lists forms after their base, a group a line.
const irregular = `
lid leden
stad steden
schip schepen_
smid smeden
kind kinderen kinders
ei eieren
blad bladeren bladen
volk volkeren volken
goed goede goederen_
gelid gelederen
museum musea
centrum centra
criterium criteria
forum fora
memorandum memoranda
podium podia
stadium stadia
medium media
datum data
politicus politici
academicus academici
historicus historici
musicus musici
technicus technici
basis bases
crisis crises
thesis theses
koe koeien
dag dagen
weg wegen
dak daken
vat vaten
gat gaten
glas glazen
bad baden
gebed gebeden
gebod geboden
verbod verboden
slot sloten
lot loten
oorlog oorlogen
schot schoten
hof hoven
bedrag bedragen
gebrek gebreken
verdrag verdragen
verslag verslagen
toeslag toeslagen
slag slagen
pad paden
graf graven
spel spelen
vel vellen
hol holen
god goden
kantoor kantoren
zijn is was waren geweest bent ben
heb heeft hebben had hadden gehad
kan kunnen kunt kon konden gekund
zal zullen zult zou zouden
wil willen wilt wilde wilden wou gewild
mag mogen mocht mochten
moet moeten moest moesten
word worden wordt werd werden geworden
ga gaan gaat ging gingen gegaan
doe doen doet deed deden gedaan
sta staan staat_ stond stonden gestaan
zie zien ziet zag zagen gezien
kom komen komt kwam kwamen gekomen
neem nemen neemt nam namen genomen
geef geven geeft gaf gaven
krijg krijgen krijgt kreeg kregen gekregen
schrijf schrijven schrijft schreef schreven geschreven
beschrijf beschrijven beschrijft beschreef beschreven
spreek spreken spreekt sprak spraken gesproken
bespreek bespreken bespreekt besprak bespraken besproken
breng brengen brengt bracht brachten gebracht
denk denken denkt dacht dachten gedacht
zoek zoeken zoekt zocht zochten gezocht
bezoek bezoeken bezoekt bezocht bezochten
onderzoek onderzoeken onderzoekt onderzocht onderzochten
koop kopen koopt kocht kochten gekocht
vind vinden vindt vond vonden gevonden
blijf blijven blijft bleef bleven gebleven
begin beginnen begint begon begonnen
help helpen helpt hielp hielpen geholpen
kies kiezen kiest koos kozen gekozen
verkies verkiezen verkiest verkoos verkozen
verlies verliezen verliest verloor verloren
besluit besluiten besloot besloten
sluit sluiten sloot_ gesloten
lees lezen leest las lazen gelezen
houd houden houdt hield hielden gehouden hou
ondersteun ondersteunen ondersteunt ondersteunde ondersteunden ondersteund
treed treden treedt trad traden getreden
werp werpen werpt wierp wierpen geworpen
ontwerp ontwerpen ontwerpt ontwierp ontworpen
stem stemmen stemt stemde stemden gestemd
beveel bevelen beveelt beval bevolen aanbevolen
kijk kijken kijkt keek keken gekeken
loop lopen loopt liep liepen gelopen
vraag vragen vraagt vroegen gevraagd gevraagde
vroeg vroege vroeger vroegere vroegst
ouder ouders
ambtenaar ambtenaren
voorwaarde voorwaarden
kandidaat kandidaten
schat schatten
gebeur gebeurd
toets toetst toetsen getoetst
behandeling behandelingen
onderhandeling onderhandelingen
weekend weekends
gebied gebieden
gezicht gezichten
bekend bekende bekender
weet weten wist wisten geweten
zit zitten zat zaten gezeten
zeg zeggen zegt zei zeiden gezegd
leg leggen legt legde legden gelegd
ligt liggen lig lag lagen gelegen
draag dragen draagt droeg droegen gedragen
bied bieden biedt bood boden geboden_
trek trekken trekt trok trokken getrokken
betrek betrekken betrekt betrok betrokken
hang hangen hangt hing hingen gehangen
vergeet vergeten vergat vergaten
aanvraag aanvragen aangevraagd aanvraagt
toeken toekennen toekent toegekend toekende toekenden
goedkeur goedkeuren goedkeurt goedgekeurd goedkeurde
uitgeef uitgeven uitgeeft uitgaf
aanbied aanbieden aanbiedt aanbood aangeboden
schepen schepenen
raad raden
jongere jongeren
oudere ouderen
senior senioren
meisje meisjes
cultuur culturen
huis huizen
vrijwilliger vrijwilligers
platform platformen platforms
gemeente gemeenten gemeentes
idee ideeen
financieel financiele
groot grote groter grootste grootst
engels engelse
duits duitse
turks turkse
grieks griekse
pools poolse
frans franse
spaans spaanse
`

// protected words are a base form and no compound, whatever they look like.
const protected = `
overheid secretaris burgemeester beslissing schepen overleg onderwijs onderzoek onderwerp ondernemer onderneming
bestuur bestuurder bestuurders gemeente gemeenschap gemeentelijk samenwerking samenleving vergadering voorzitter
verslag verslaggever inspraak inwoner inwoners deelnemer deelname middelen gegeven gegevens vereniging
toelage toestand toestemming aanvraag aandacht advies organisatie organisator activiteit evaluatie
directeur secretariaat notulen tijdens samen tussen zonder onder over voor tegen achter binnen buiten naast
sinds volgens wegens namens alles niets iets steeds reeds soms anders verder verslagen later meer minder
veel wel niet geen alle beide ieder iedereen niemand iemand andere ander heden verleden reden redenen
heer heren dame mevrouw waarde waarden ruimte ruimten grens prijs prijzen huis thuis wens mens plaats
dienst diensten kunst kunsten winst markt stadsbestuur wethouder notaris commissaris griffier
algemeen algemene bijzonder bijzondere natuurlijk eigenlijk mogelijk belangrijk verantwoordelijk
avond ochtend morgen zondag maandag dinsdag woensdag donderdag vrijdag zaterdag
januari februari maart april juni juli augustus september oktober november december
inwerkingtreding oosten westen noorden zuiden gebouw gebouwen regen zegen tegen eigen open wagen
leven haven teken examen keten midden volgend achtergrond medewerker medewerking bewoner bewoners
werking vrijwillig middenveld maatschappelijk maatschappij noodzakelijk nederland nederlands best beste meest meeste eerst eerste alleen langs boven heen last hart status voort laatst laatste doelstelling burgerschap armoede meerjaren inzicht inzichten doelgroep_ gelden belasting vlaanderen
`

// exceptions has the bases of irregular forms; protected words are their own. A
// form marked with _ is listed for the reader only: another word has it.
var exceptions = readExceptions()

func readExceptions() map[string]string {
	bases := map[string]string{}
	for line := range strings.Lines(irregular) {
		group := strings.Fields(line)
		for _, form := range group {
			if !strings.HasSuffix(form, "_") {
				bases[form] = group[0]
			}
		}
	}
	for _, word := range strings.Fields(protected) {
		word = strings.TrimSuffix(word, "_")
		if bases[word] == "" {
			bases[word] = word
		}
	}
	for _, pair := range [][2]string{{"gegevens", "gegeven"}, {"bestuurders", "bestuurder"}, {"inwoners", "inwoner"}, {"bewoners", "bewoner"}, {"redenen", "reden"}, {"ruimten", "ruimte"}, {"waarden", "waarde"}, {"prijzen", "prijs"}, {"diensten", "dienst"}, {"kunsten", "kunst"}, {"gebouwen", "gebouw"}, {"inzichten", "inzicht"}, {"heren", "heer"}, {"verslagen", "verslag"}, {"algemene", "algemeen"}, {"bijzondere", "bijzonder"}, {"andere", "ander"}} {
		bases[pair[0]] = pair[1]
	}
	return bases
}

// noModifier are words that begin many words without being a part of them; no
// head are ends that look like words but are suffixes.
var (
	noModifier = set("onder over voor door tegen achter binnen buiten tussen zonder naar deze waar hier daar niet geen weder haar over boven beneden inter mede heel elke even vele toen dien want meer later uit tegemoet terug open voort wel hoog laag anti ander dier eens gene zijn heden beste stel bell verg verga plano scha presen luis")
	noHead     = set("schap schappen heid lijk lijke loos loze achtig rijk rijke zaam zame baar bare waarts matig matige vrij vol aard aarden ling lingen ster sters ende erig tijds teel teit iteit ring ringen king kingen ding dingen ning ment tief ture tuur logie atie isch ische ieel iste isten ante iaan aren eren ering elen eling ster stig stige tisch teren enis enissen loosheid lijkheid baarheid erij nemer nemers teer meer terend thuis lijks lijkse schappelijk kom")
)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}
