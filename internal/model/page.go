package model

// Page is a free page, or with Index the text of a folder's own page.
type Page struct{ Base }

// Decode asks for nothing beyond the keys of every kind.
func (p *Page) Decode(*Reader) {}
