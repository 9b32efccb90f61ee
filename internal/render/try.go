package render

// Trying templates: each is filled with its view, empty and full, so that a
// name that does not exist is found before a page needs it.

import (
	"bytes"
	"html/template"
	"reflect"

	"glashelder/internal/diag"
	"glashelder/internal/page"
)

// try fills every template with its view and reports what fails.
func (r *Renderer) try() diag.List {
	var diags diag.List
	var buf bytes.Buffer
	for _, t := range page.Types {
		for _, full := range []bool{false, true} {
			view := sample(reflect.TypeOf(t.View).Elem(), full).Addr().Interface().(page.View)
			buf.Reset()
			if err := r.fill(&buf, t.Template, view, document{Frame: view.Base()}); err != nil {
				addLayoutError(&diags, t.Template+".html", err)
			}
		}
	}
	return diags
}

// sample makes a value of a type: empty, or with every string, slice and
// bool filled.
func sample(t reflect.Type, full bool) reflect.Value {
	v := reflect.New(t).Elem()
	if full {
		fillValue(v, 0)
	}
	return v
}

func fillValue(v reflect.Value, depth int) {
	if depth > 8 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text(v.Type()))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(3)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillValue(v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fillValue(v.Field(i), depth+1)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem(), depth+1)
	}
}

func text(t reflect.Type) string {
	if t == reflect.TypeOf(template.HTML("")) {
		return "<p>tekst</p>"
	}
	return "tekst"
}
