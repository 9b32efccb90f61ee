package source

import "glashelder/internal/diag"

// Kind says what a Value holds.
type Kind int

// The kinds of values that front matter, data files and tables can hold.
const (
	Text Kind = iota
	Number
	Bool
	Date
	List
	Table
)

func (k Kind) String() string {
	return [...]string{"text", "number", "bool", "date", "list", "table"}[k]
}

// Value is one value as somebody wrote it, with the place where it begins.
//
// Text holds, by kind: the unescaped text; a number as written without "_"
// (so that 1500000.50 never passes through a float64); "true" or "false"; a
// date, date and time, or time in ISO form (2021-11-27, 2021-11-27T10:00:00,
// 10:00:00, with a zone if one was written).
type Value struct {
	Kind   Kind
	Pos    diag.Pos
	Text   string
	Items  []*Value // of a List
	Fields []Field  // of a Table, in written order
}

// Field is one key of a Table and its value. Pos is where the key was written.
type Field struct {
	Name  string
	Pos   diag.Pos
	Value *Value
}

// Get returns the field of that exact name; false where v is no Table or has
// no such field.
func (v *Value) Get(name string) (Field, bool) {
	for _, f := range v.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}
