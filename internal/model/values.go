package model

// The values a Reader reads: numbers, dates, times, amounts, choices and
// addresses, each checked where it was written.

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// Int reads a whole number of at least 0.
func (r *Reader) Int(key string) int {
	n, _ := r.Maybe(key)
	return n
}

// Maybe reads a whole number of at least 0 and tells whether one was written.
func (r *Reader) Maybe(key string) (int, bool) {
	f, ok := r.scalar(key, TypeInt)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(f.Value.Text))
	if err != nil || n < 0 {
		r.wrong(key, f, TypeInt)
		return 0, false
	}
	return n, true
}

// Number reads a decimal number in figures as it was written, "1234.5".
func (r *Reader) Number(key string) string {
	f, ok := r.scalar(key, TypeNumber)
	if !ok {
		return ""
	}
	text := strings.Replace(strings.TrimSpace(f.Value.Text), ",", ".", 1)
	if _, err := strconv.ParseFloat(text, 64); err != nil || strings.Trim(text, "+-.0123456789") != "" {
		r.wrong(key, f, TypeNumber)
		return ""
	}
	return text
}

// Bool reads true or false; in a row also the words ja, nee, x, 1 and 0.
func (r *Reader) Bool(key string) bool {
	f, ok := r.scalar(key, TypeBool)
	if !ok {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(f.Value.Text)) {
	case "true", "ja", "waar", "oui", "vrai", "yes", "x", "1":
		return true
	case "false", "nee", "neen", "onwaar", "non", "faux", "no", "0":
		return false
	}
	r.wrong(key, f, TypeBool)
	return false
}

// Date reads a date of EDTF level 1.
func (r *Reader) Date(key string) locale.Date {
	f, ok := r.scalar(key, TypeDate)
	if !ok {
		return locale.Date{}
	}
	return r.date(f)
}

func (r *Reader) date(f source.Field) locale.Date {
	text := strings.TrimSpace(f.Value.Text)
	if i := strings.IndexAny(text, "T "); i == len("2006-01-02") {
		text = text[:i]
	}
	d, err := locale.ParseDate(text)
	if err != nil {
		r.badDate(f, text)
	}
	return d
}

// badDate says what is wrong with a date. A spreadsheet that turned the dates
// of a table about did so with all of them: one message is enough.
func (r *Reader) badDate(f source.Field, text string) {
	iso, ok := turned(text)
	if !ok {
		r.record.diags.Add(CodeBadDate, f.Value.Pos, f.Value.Text)
		return
	}
	if t := r.record.table; t != nil {
		if t.dayFirst {
			return
		}
		t.dayFirst = true
	}
	r.record.diags.Add(CodeDayFirst, f.Value.Pos, text, iso)
}

// turned gives the date that "15/03/2022", "15-3-2022" or "15.03.2022" is, with
// the year first.
func turned(text string) (iso string, ok bool) {
	parts := strings.FieldsFunc(text, func(c rune) bool { return c == '/' || c == '-' || c == '.' })
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 {
		return "", false
	}
	iso = fmt.Sprintf("%s-%02s-%02s", parts[2], parts[1], parts[0])
	_, err := time.Parse(time.DateOnly, iso)
	return iso, err == nil
}

// Moment reads a day with, as a rule, a time of that day in the site's time zone.
func (r *Reader) Moment(key string) Moment {
	f, ok := r.scalar(key, TypeMoment)
	if !ok {
		return Moment{}
	}
	m, ok := parseMoment(strings.TrimSpace(f.Value.Text), r.zone)
	if !ok {
		r.record.diags.Add(CodeBadMoment, f.Value.Pos, f.Value.Text)
	}
	return m
}

// Clock reads a time of day, "19:30", "19.30" or "19u30", as "19:30".
func (r *Reader) Clock(key string) string {
	f, ok := r.scalar(key, TypeClock)
	if !ok {
		return ""
	}
	c, ok := parseClock(f.Value.Text)
	if !ok {
		r.record.diags.Add(CodeBadClock, f.Value.Pos, f.Value.Text)
	}
	return c
}

// Offset reads a place in a recording, "00:11:20" or "11:20".
func (r *Reader) Offset(key string) time.Duration {
	f, ok := r.scalar(key, TypeOffset)
	if !ok {
		return 0
	}
	d, ok := parseOffset(f.Value.Text)
	if !ok {
		r.record.diags.Add(CodeBadClock, f.Value.Pos, f.Value.Text)
	}
	return d
}

// Money reads an amount and tells whether one was written.
func (r *Reader) Money(key string) (locale.Money, bool) {
	f, ok := r.scalar(key, TypeMoney)
	if !ok {
		return 0, false
	}
	m, err := r.parseMoney(f.Value)
	if err != nil {
		r.badMoney(f, err)
		return 0, false
	}
	return m, true
}

// unread tells whether something was written under a key and could not be read.
func (r *Reader) unread(key string, read bool) bool { return !read && r.Has(key) }

// parseMoney reads an amount; a number of TOML or YAML has a point before its decimals.
func (r *Reader) parseMoney(v *source.Value) (locale.Money, error) {
	decimal := r.decimal
	if v.Kind == source.Number {
		decimal = '.'
	}
	return r.lang.Currency().Parse(v.Text, decimal)
}

// Choice reads one of the listed values, in English or the site's language;
// the first is the default.
func (r *Reader) Choice(key string, values ...string) string {
	value, _ := r.choice(key, values...)
	return value
}

// choice is Choice, and tells whether one of the values was written.
func (r *Reader) choice(key string, values ...string) (value string, written bool) {
	f, ok := r.scalar(key, TypeChoice)
	r.last().Values = values
	if !ok {
		return values[0], false
	}
	if v, ok := r.lang.EnglishValue(key, f.Value.Text, values); ok {
		return v, true
	}
	known := slices.Clone(values)
	var shown []string
	for _, v := range values {
		if v != "" {
			shown = append(shown, r.lang.Value(key, v))
		}
	}
	known = append(known, shown...)
	d := r.record.diags.Add(CodeUnlisted, f.Value.Pos, f.Value.Text, f.Name, strings.Join(shown, ", "))
	d.Near = diag.Near(f.Value.Text, known)
	return values[0], false
}

// URL reads an absolute web address.
func (r *Reader) URL(key string) string {
	f, ok := r.scalar(key, TypeURL)
	if !ok {
		return ""
	}
	text := strings.TrimSpace(f.Value.Text)
	if !isWebAddress(text) {
		r.record.diags.Add(CodeBadURL, f.Value.Pos, text)
		return ""
	}
	return text
}

// isWebAddress tells whether text is a whole address on the web.
func isWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Hostname() != "" && (u.Scheme == "https" || u.Scheme == "http") && !strings.ContainsAny(text, " <>\"")
}

// Mail reads one mail address.
func (r *Reader) Mail(key string) string {
	f, ok := r.scalar(key, TypeMail)
	if !ok {
		return ""
	}
	text := strings.TrimSpace(f.Value.Text)
	a, err := mail.ParseAddress(text)
	if err != nil || a.Address != text || !strings.Contains(text[strings.LastIndex(text, "@"):], ".") {
		r.record.diags.Add(CodeBadMail, f.Value.Pos, text)
		return ""
	}
	return text
}

// badMoney says why a text is no amount, or how it can be read in two ways.
func (r *Reader) badMoney(f source.Field, err error) {
	var either *locale.AmbiguousMoney
	if errors.As(err, &either) {
		r.record.diags.Add(CodeMoneyAmbiguous, f.Value.Pos, f.Value.Text, r.lang.Money(either.Either[0]), r.lang.Money(either.Either[1]))
		return
	}
	var foreign *locale.ForeignMoney
	if errors.As(err, &foreign) {
		r.record.diags.Add(CodeMoneyForeign, f.Value.Pos, foreign.Text, foreign.Other, foreign.Own)
		return
	}
	if errors.Is(err, locale.ErrMoneyRange) {
		r.record.tooLarge = append(r.record.tooLarge, Unfit{strings.TrimSpace(f.Value.Text), f.Value.Pos})
		return
	}
	r.record.diags.Add(CodeBadMoney, f.Value.Pos, f.Value.Text)
}

// Unfit is an amount that no count of cents can hold; rule `sums` of package
// check reports it.
type Unfit struct {
	Text string // as it was written
	Pos  diag.Pos
}
