package sitetest

// What the generated organisations are called, and the words of their
// allocations. What must stay true: the words of a list differ in more than one
// letter, so that no two names are nearly the same, and no enterprise number is
// that of somebody.

import (
	"fmt"
	"strconv"
)

// organisationName gives the i-th name. Two of them differ in more than one
// letter, or in a number.
func organisationName(i int) string {
	all := len(nameTypes) * len(nameFirsts) * len(nameSeconds)
	k := i % all * 7919 % all // a prime that does not divide all: neighbours look nothing alike
	kind, rest := nameTypes[k%len(nameTypes)], k/len(nameTypes)
	own := nameFirsts[rest%len(nameFirsts)] + " " + nameSeconds[rest/len(nameFirsts)]
	if i >= all {
		own += " " + strconv.Itoa(i/all+1)
	}
	switch {
	case i%29 == 3:
		return kind + " \"" + own + "\""
	case i%31 == 5:
		return kind + " " + own + ", Gent"
	case i%37 == 7:
		return kind + " " + own + "; vzw"
	case i%5 == 0:
		return kind + " " + own + " vzw"
	}
	return kind + " " + own
}

// enterpriseNumber gives the i-th of numbers that nobody has yet.
func enterpriseNumber(i int) string {
	n := 9_990_000 - i/10_000*10_000 + i%10_000
	digits := fmt.Sprintf("%08d%02d", n, 97-n%97)
	return digits[:4] + "." + digits[4:7] + "." + digits[7:]
}

var (
	districts = []string{"Binnenstad", "Bloemekenswijk", "Brugse Poort - Rooigem", "Dampoort", "Drongen", "Elisabethbegijnhof - Prinsenhof - Papegaai - Sint-Michiels",
		"Gentbrugge", "Gentse Kanaaldorpen en -zone", "Ledeberg", "Macharius - Heirnis", "Mariakerke", "Moscou - Vogelhoek", "Muide - Meulestede - Afrikalaan",
		"Nieuw Gent - UZ", "Oostakker", "Oud Gentbrugge", "Rabot - Blaisantvest", "Sint-Amandsberg", "Sint-Denijs-Westrem - Afsnee", "Sluizeken - Tolhuis - Ham",
		"Stationsbuurt-Noord", "Stationsbuurt-Zuid", "Watersportbaan - Ekkergem", "Wondelgem", "Zwijnaarde"}
	targetGroups = []string{"alle Gentenaars", "mensen in armoede", "dak- en thuislozen", "nieuwkomers", "mensen met een handicap", "kinderen en jongeren", "ouderen", "ouders", "mantelzorgers"}
	schemes      = []string{"Structurele werking", "Projecten in de wijk", "Kleine investeringen", "Noodfonds", "Vorming en begeleiding"}
	sizes        = []string{"vrijwillig", "klein", "middelgroot", "groot"}
	legalForms   = []string{"vzw", "vzw", "vzw", "coöperatieve vennootschap", "stichting"}

	nameTypes = []string{"Buurthuis", "Jeugdatelier", "Theaterkring", "Coöperatie", "Naaiclub", "Sportvereniging", "Fanfare", "Leerwerkplaats", "Inloopcentrum", "Wereldcafé", "Speelplein", "Poëzieforum",
		"Zelfhulpgroep", "Voedselpunt", "Muziekschool", "Moestuin", "Fietswerkhuis", "Ouderenraad", "Vrouwenbond", "Kunstencollectief", "Taaloefenplek", "Crèche", "Digibank", "Gezelschap"}
	nameFirsts = []string{"Zilveren", "Warme", "Vrolijke", "Blauwe", "Stille", "Nieuwsgierige", "Kleurrijke", "Dappere", "Gouden", "Klinkende", "Ongeziene", "Eigenzinnige", "Brede",
		"Verre", "Onverwachte", "Lachende", "Scheve", "Twintigste", "Vergeten", "Goedgezinde", "Ruwe", "Dansende", "Eerste", "Glazen", "Houten"}
	nameSeconds = []string{"Linde", "Spinnerij", "Kapstok", "Ophaalbrug", "Reiger", "Tafelpoot", "Veranda", "Zonnebloem", "Pollepel", "Kompasroos", "Vuurtoren", "Kruiwagen", "Egelstelling", "Schouw",
		"Notelaar", "Wolk", "Ruïne", "Kajuit", "Papegaai", "Dorpel", "Accordeon", "Smidse", "Vijver", "Hoeksteen", "Trapgevel", "Melkfles", "Bakfiets", "Oogst", "Zeemeeuw", "Overzijde"}

	titles = []string{"Onthaal en ontmoeting in %s: %s", "Buurtfeest %s, met %s", "Project \"%[2]s\" in %[1]s", "Werking in %s; %s", "Één plek voor %[2]s, in de wijk %[1]s",
		"Café ’t %[2]s (%[1]s)", "Huiswerkklas %s en %s", "Kookatelier %s, crèche & %s", "Vorming over %[2]s in %[1]s", "Naar school in %s: %s"}
	notes   = []string{"Met \"%s\" samen.", "Zie ook: %s; en de opvolging", "Ongewijzigd, %s", "Volgens het reglement van %s – 2e schijf"}
	reasons = []string{"De aanvraag kwam na de uiterste datum.", "Het project past niet bij de doelen, maar wel bij \"begeleiding\".", "Onvolledig dossier; er ontbrak een begroting.", "De middelen waren op."}
)
