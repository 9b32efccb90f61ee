package source

// YAML front matter, read from the syntax tree of goccy/go-yaml so that every
// value keeps its place and its spelling. Only what a form could hold is
// accepted: what refers, merges or casts (anchors, aliases, "<<", tags) is
// refused by name, and a key may occur once.

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"glashelder/internal/diag"
)

// yamlReader turns a syntax tree into values.
type yamlReader struct {
	file  string
	first int // number in the file of the first line of the YAML
	list  diag.List
}

// parseYAML reads YAML text whose first line has the given number in its file.
// The table is empty, and ok false, where the text cannot be used.
func parseYAML(file, text string, first int) (table *Value, list diag.List, ok bool) {
	empty := &Value{Kind: Table, Pos: diag.Pos{File: file, Line: first, Col: 1}}
	if code, line := yamlLimits(text); code != nil {
		list.Add(code, diag.Pos{File: file, Line: first + line, Col: 1})
		return empty, list, false
	}
	tree, err := decodeYAML(text)
	if err != nil {
		return empty, yamlMistake(err, file, first), false
	}
	r := &yamlReader{file: file, first: first}
	root := r.document(tree)
	if root == nil {
		root = empty
	}
	ok = len(r.list) == 0
	unspoilValues(root, &r.list)
	return root, r.list, ok
}

// decodeYAML is parser.ParseBytes, but an unforeseen panic of the parser on
// text from strangers comes out as an error.
func decodeYAML(text string) (tree *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
}

// document is the table of the only document of a file; nil for none.
func (r *yamlReader) document(tree *ast.File) *Value {
	var bodies []ast.Node
	for _, d := range tree.Docs {
		if d.Body != nil {
			bodies = append(bodies, d.Body)
		}
	}
	if len(bodies) == 0 {
		return nil
	}
	if len(bodies) > 1 {
		pos := r.pos(bodies[1])
		pos.Col = 1
		r.list.Add(yamlSeveral, pos)
	}
	root := r.value(bodies[0])
	if root != nil && root.Kind != Table {
		r.list.Add(yamlNoTable, root.Pos)
		return nil
	}
	return root
}

func (r *yamlReader) pos(n ast.Node) diag.Pos {
	return tokenPos(n.GetToken(), r.file, r.first)
}

// tokenPos is the place of a token; the parser counts characters, from 1, and
// gives 0 for some tokens that it makes up.
func tokenPos(t *token.Token, file string, first int) diag.Pos {
	if t == nil || t.Position == nil {
		return diag.Pos{File: file, Line: first, Col: 1}
	}
	return diag.Pos{File: file, Line: first + max(t.Position.Line, 1) - 1, Col: max(t.Position.Column, 1)}
}

// value is nil where nothing is written: null, or what was refused.
func (r *yamlReader) value(n ast.Node) *Value {
	pos := r.pos(n)
	switch n := n.(type) {
	case *ast.MappingNode:
		return r.table(pos, n.IsFlowStyle, n.Values)
	case *ast.MappingValueNode:
		return r.table(pos, n.IsFlowStyle, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		return r.items(pos, n.Values)
	case *ast.LiteralNode:
		return &Value{Kind: Text, Pos: pos, Text: n.Value.Value}
	case *ast.StringNode:
		return plainText(pos, n)
	case *ast.BoolNode:
		return &Value{Kind: Bool, Pos: pos, Text: strings.ToLower(n.Token.Value)}
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return &Value{Kind: Number, Pos: pos, Text: strings.ReplaceAll(n.GetToken().Value, "_", "")}
	case *ast.NullNode:
		return nil
	}
	r.list.Add(yamlRefused, pos, n.GetToken().Value)
	return nil
}

// table reads a mapping. In block style it begins at its first key: the token
// that the parser gives is a colon.
func (r *yamlReader) table(pos diag.Pos, flow bool, pairs []*ast.MappingValueNode) *Value {
	if !flow && len(pairs) > 0 {
		pos = r.pos(pairs[0].Key)
	}
	v := &Value{Kind: Table, Pos: pos}
	written := map[string]diag.Pos{}
	for _, p := range pairs {
		name, ok := r.key(p.Key)
		if !ok {
			continue
		}
		at := r.pos(p.Key)
		if before, twice := written[name]; twice {
			r.list.Add(yamlTwice, at, name).Related = []diag.Pos{before}
			continue
		}
		written[name] = at
		if value := r.value(p.Value); value != nil {
			v.Fields = append(v.Fields, Field{Name: name, Pos: at, Value: value})
		}
	}
	return v
}

func (r *yamlReader) items(pos diag.Pos, values []ast.Node) *Value {
	v := &Value{Kind: List, Pos: pos}
	for _, n := range values {
		if item := r.value(n); item != nil {
			v.Items = append(v.Items, item)
		}
	}
	return v
}

// key is the name that a key gives: plain or quoted text, or a number as it
// was written.
func (r *yamlReader) key(n ast.MapKeyNode) (name string, ok bool) {
	switch n.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		return strings.TrimRight(n.GetToken().Value, " \t"), true
	}
	r.list.Add(yamlRefused, r.pos(n), n.GetToken().Value)
	return "", false
}

// plainText is text, unless it stands without quotes and is a full date or
// time.
func plainText(pos diag.Pos, n *ast.StringNode) *Value {
	v := &Value{Kind: Text, Pos: pos, Text: n.Value}
	if n.Token.Type != token.StringType || !isDate(n.Value) {
		return v
	}
	iso := isoDate(n.Value)
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", time.RFC3339, time.TimeOnly} {
		if _, err := time.Parse(layout, iso); err == nil {
			v.Kind, v.Text = Date, iso
			break
		}
	}
	return v
}

// yamlMistake turns an error of the parser into a diagnostic at its place.
func yamlMistake(err error, file string, first int) (list diag.List) {
	var syntax interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &syntax) {
		list.Add(yamlOther, diag.Pos{File: file, Line: first, Col: 1}, err)
		return list
	}
	pos := tokenPos(syntax.GetToken(), file, first)
	for _, m := range yamlMistakes {
		if strings.Contains(syntax.GetMessage(), m.says) {
			list.Add(m.code, pos)
			return list
		}
	}
	list.Add(yamlOther, pos, syntax.GetMessage())
	return list
}
