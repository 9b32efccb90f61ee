package markdown

// The few words that the HTML adds to a text, for those who hear it.

type words struct {
	table string // followed by a number
	task  string
	note  string // followed by a number
	notes string
	back  string // followed by the number of a note
}

// wordsOf returns the words of a language; Dutch for one that is not listed.
func wordsOf(lang string) words {
	switch lang {
	case "fr":
		return words{table: "Tableau", task: "Tâche", note: "Note", notes: "Notes", back: "Retour au texte, note"}
	case "en":
		return words{table: "Table", task: "Task", note: "Note", notes: "Notes", back: "Back to the text, note"}
	}
	return words{table: "Tabel", task: "Taak", note: "Noot", notes: "Noten", back: "Terug naar de tekst, noot"}
}
