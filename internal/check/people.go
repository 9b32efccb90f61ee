package check

// Which mail addresses belong to a service and which to a person, as far as
// their letters tell. A person's name always weighs more: a wrong alarm costs
// one line in the configuration, a missed address cannot be taken back.

import (
	"strings"

	"glashelder/internal/locale"
)

// functional tells whether a mail address is that of a service: info@ and the
// like on any domain, and all on the site's functional domains, unless there is
// a person's name in it.
func (g *guard) functional(address string) bool {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	words := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("._-+", r) })
	own := g.ownDomain(domain)
	known, strange := false, 0
	for _, word := range words {
		word = locale.Slug(strings.Trim(word, "0123456789"))
		switch {
		case givenNames[word]:
			return false
		case services[word], own && g.local[word]:
			known = true
		case word != "":
			strange++
		}
	}
	return known || own && strange < 2
}

// ownDomain tells whether domain is a functional one, or below one.
func (g *guard) ownDomain(domain string) bool {
	for _, d := range g.domains {
		if domain == d || strings.HasSuffix(domain, "."+d) {
			return true
		}
	}
	return false
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

// services are the words by which a service or a role is called.
var services = wordSet(`
	info information informatie contact contacten mail post hallo hello bonjour welkom onthaal balie receptie helpdesk support hulp
	secretariaat secretariat secretaris bestuur directie directeur voorzitter coordinatie coordinator administratie admin office kantoor
	dienst diensten afdeling team teams groep werkgroep projectgroep project projecten cel bureau loket meldpunt
	pers press presse communicatie communication redactie webmaster web site website nieuws nieuwsbrief newsletter
	boekhouding facturen factuur facturatie financien finance compta subsidies toelagen aanvragen aanvraag
	privacy dpo gdpr avg klachten klacht ombudsman ombudsdienst noreply no-reply
	beleid participatie inspraak wijken wijk wijkwerking buurt buurtwerk samenwerking middenveld sociaal welzijn cultuur jeugd sport
	verhuur zaal zalen reservatie reservaties tickets inschrijving inschrijvingen activiteiten evenementen agenda events
	vrijwilligers vrijwilliger personeel jobs vacatures vorming opleiding school bibliotheek archief
	stad gemeente ocmw burgerzaken gent vzw asbl service services accueil direction equipe volunteers board chair secretary
`)

// givenNames are first names that are common in Flanders and Brussels and mean
// nothing else in an address.
var givenNames = wordSet(`
	jan piet pieter peter paul marc mark luc lukas lucas johan jo joris geert gert dirk koen kristof christof christophe bart tom tim stijn steven
	stefan stephan filip philip philippe frank frans erik eric danny daniel david patrick rudy rudi ronny wim willem willy guido guy jos jef jozef
	jean jacques michel pierre andre albert alain louis henri hugo herman hans karel kurt kevin kenneth jeroen jelle jens joost thomas matthias
	mathias maarten martijn bram sander simon arne ruben robbe seppe wout wouter yves yannick nico nicolas olivier sven tony walter werner xavier
	an ann anne anna annelies annemie annick astrid barbara bea bianca brigitte carine caroline catherine chantal charlotte christel christine
	claire cindy danielle debbie diane dominique dorien elien elise elke ellen emma els eva evelien evi fien francine france frieda greet greta griet hanne
	heidi hilde ilse ine inge ingrid isabel isabelle jana jolien joke josephine julie karen karin karolien katrien kathleen katleen kim kirsten kristel
	laura leen lien lies liesbeth lieve linda lisa lore lotte lucie lut magda marianne marie marijke marleen martine mia mieke miet monique myriam
	nadia nadine nancy nathalie nele nicole nina patricia ria rita rosa sabine sandra sara sarah silke sofie sophie stefanie sylvie tania tine veerle vera
	mohamed mohammed mohammad ahmed ali hassan hussein youssef yusuf omar ibrahim mustafa mehmet murat emre fatima fatma aicha khadija amina yasmine
	layla samira naima rachid karim said abdel abdullah ayse zeynep elif mariam bilal hamza ismail
`)
