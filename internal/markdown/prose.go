package markdown

// From pieces to HTML: headings get the level that fits the page, references
// what the resolver answers. What must stay true: no level of heading is
// skipped, and every start tag written here has its end tag in a piece.

import "strconv"

// HTML writes the whole text. resolve is asked about each reference once, in order.
func (p *Prose) HTML(resolve func(Ref) Target) string {
	return p.Part(0, len(p.Pieces), resolve)
}

// Part writes the pieces from up to to. Levels of headings are those of the
// whole text, so that parts of one page agree.
func (p *Prose) Part(from, to int, resolve func(Ref) Target) string {
	b := takeBuffer()
	defer b.release()
	levels := p.levels()
	next := 0
	for next < len(p.Headings) && p.Headings[next].Piece < from {
		next++
	}
	for at := from; at < to; {
		if next == len(p.Headings) || p.Headings[next].Piece != at {
			p.piece(b, at, resolve)
			at++
			continue
		}
		at = p.heading(b, next, levels[next], to, resolve)
		next++
	}
	return string(b.b)
}

// heading writes heading h, up to piece to at most, and returns the index of
// the piece behind it.
func (p *Prose) heading(b *buffer, h, level, to int, resolve func(Ref) Target) int {
	body := min(p.Headings[h].Body, to)
	if h == p.TitleHeading {
		return body
	}
	tag := "h" + strconv.Itoa(level)
	b.add("<", tag, ` id="`, p.Headings[h].ID, `">`)
	for at := p.Headings[h].Piece; at < body; at++ {
		p.piece(b, at, resolve)
	}
	b.add("</", tag, ">\n")
	return body
}

func (p *Prose) piece(b *buffer, at int, resolve func(Ref) Target) {
	piece := p.Pieces[at]
	if piece.Ref < 0 {
		b.add(piece.HTML)
		return
	}
	ref := p.Refs[piece.Ref]
	target := resolve(ref)
	if target.URL == "" {
		target.Missing = true
	}
	switch ref.Kind {
	case Link:
		b.linkStart(ref, target)
	case Image:
		b.image(ref, target)
	case Mention:
		b.mention(ref, target)
	}
}

// levels returns the level in HTML of each heading: one deeper than the nearest
// heading before it that is higher, 2 where there is none, 6 at most. The
// title's heading counts for nothing, as the page's h1 takes its place.
func (p *Prose) levels() []int {
	levels := make([]int, len(p.Headings))
	var open []int
	for i, h := range p.Headings {
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		if i == p.TitleHeading {
			continue
		}
		levels[i] = min(2+len(open), 6)
		open = append(open, h.Level)
	}
	return levels
}

// Section finds the first heading that match accepts, and returns the pieces
// under it, without the heading itself, up to the next heading of the same or a
// higher level or to the footnotes.
func (p *Prose) Section(match func(Heading) bool) (from, to int, ok bool) {
	for i, h := range p.Headings {
		if !match(h) {
			continue
		}
		for _, next := range p.Headings[i+1:] {
			if next.Level <= h.Level {
				return h.Body, next.Piece, true
			}
		}
		return h.Body, p.Notes, true
	}
	return 0, 0, false
}

func (b *buffer) linkStart(ref Ref, target Target) {
	if target.Missing {
		b.add(`<a class="ontbreekt"`)
	} else {
		b.add(`<a href="`)
		b.url(target.URL)
		b.add(`"`)
		b.attribute("class", target.Class)
	}
	if target.External && !target.Missing {
		b.add(` rel="external"`)
	}
	b.attribute("title", ref.Title)
	b.add(">")
}

func (b *buffer) image(ref Ref, target Target) {
	if target.Missing {
		b.add(`<span class="ontbreekt">`)
		b.escape(ref.Text)
		b.add(`</span>`)
		return
	}
	b.add(`<img src="`)
	b.url(target.URL)
	b.add(`" alt="`)
	b.quoted(ref.Text)
	b.add(`"`)
	b.attribute("class", target.Class)
	if target.Width > 0 && target.Height > 0 {
		b.add(` width="`, strconv.Itoa(target.Width), `" height="`, strconv.Itoa(target.Height), `"`)
	}
	if !ref.Empty {
		b.attribute("title", ref.Title)
	}
	b.add(` loading="lazy">`)
}

func (b *buffer) mention(ref Ref, target Target) {
	if target.Missing {
		b.escape(ref.Text)
		return
	}
	b.linkStart(ref, target)
	b.escape(ref.Text)
	b.add(`</a>`)
}
