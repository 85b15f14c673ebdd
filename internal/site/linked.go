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
	for _, s := range t.Says {
		b = append(jsontext.Append(append(b, ','), s.Property), ':')
		if len(s.Values) == 1 {
			b = appendSaid(b, s.Values[0])
			continue
		}
		b = append(b, '[')
		for i, v := range s.Values {
			b = appendSaid(comma(b, i), v)
		}
		b = append(b, ']')
	}
	return b
}

func appendSaid(b []byte, v edition.Said) []byte {
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
