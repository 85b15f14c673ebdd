package site

import (
	"bangvang/internal/edition"
	"bangvang/internal/jsontext"
)

// linked appends what the page tells machines: JSON-LD in a block of data, or nothing.
func (k *worker) linked(b []byte) []byte {
	k.personal = true
	things := k.edition.Site.Linked(k.page)
	if len(things) == 0 {
		return b
	}
	b = append(b, `<script type="application/ld+json">{"@context":"https://schema.org",`...)
	if len(things) == 1 {
		b = appendMembers(b, things[0])
	} else {
		b = append(b, `"@graph":[`...)
		for i, t := range things {
			b = appendThing(comma(b, i), t)
		}
		b = append(b, ']')
	}
	return append(b, "}</script>\n"...)
}

func appendThing(b []byte, t *edition.Thing) []byte {
	return append(appendMembers(append(b, '{'), t), '}')
}

// appendMembers appends what is said of a thing; one value stands without brackets.
func appendMembers(b []byte, t *edition.Thing) []byte {
	b = jsontext.Append(append(b, `"@type":`...), t.Type)
	if t.ID != "" {
		b = jsontext.Append(append(b, `,"@id":`...), t.ID)
	}
	for rest := t.Says; len(rest) > 0; {
		property, n := rest[0].Property, 1
		for n < len(rest) && rest[n].Property == property {
			n++
		}
		b = append(jsontext.Append(append(b, ','), property), ':')
		if n == 1 {
			b = appendSaid(b, &rest[0].Said)
		} else {
			b = append(b, '[')
			for i := range n {
				b = appendSaid(comma(b, i), &rest[i].Said)
			}
			b = append(b, ']')
		}
		rest = rest[n:]
	}
	return b
}

func appendSaid(b []byte, v *edition.Said) []byte {
	switch {
	case v.Thing != nil:
		return appendThing(b, v.Thing)
	case v.Literal != "":
		return append(b, v.Literal...)
	}
	return jsontext.Append(b, v.Text)
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return b
}
