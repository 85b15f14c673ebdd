package site

import (
	"bytes"
	"encoding/json"
	"html/template"

	"bangvang/internal/edition"
)

// linked is what the page tells machines: JSON-LD in a block of data, or nothing.
func (k *worker) linked() template.HTML {
	k.personal = true
	things := k.edition.Site.Linked(k.page)
	if len(things) == 0 {
		return ""
	}
	var b bytes.Buffer
	b.WriteString(`<script type="application/ld+json">{"@context":"https://schema.org",`)
	if len(things) == 1 {
		writeMembers(&b, things[0])
	} else {
		b.WriteString(`"@graph":[`)
		for i, t := range things {
			comma(&b, i)
			writeThing(&b, t)
		}
		b.WriteByte(']')
	}
	b.WriteString("}</script>\n")
	return template.HTML(b.String())
}

func writeThing(b *bytes.Buffer, t *edition.Thing) {
	b.WriteByte('{')
	writeMembers(b, t)
	b.WriteByte('}')
}

// writeMembers writes what is said of a thing; one value stands without brackets.
func writeMembers(b *bytes.Buffer, t *edition.Thing) {
	b.WriteString(`"@type":`)
	writeText(b, t.Type)
	if t.ID != "" {
		b.WriteString(`,"@id":`)
		writeText(b, t.ID)
	}
	for _, s := range t.Says {
		b.WriteByte(',')
		writeText(b, s.Property)
		b.WriteByte(':')
		if len(s.Values) == 1 {
			writeSaid(b, s.Values[0])
			continue
		}
		b.WriteByte('[')
		for i, v := range s.Values {
			comma(b, i)
			writeSaid(b, v)
		}
		b.WriteByte(']')
	}
}

func writeSaid(b *bytes.Buffer, v edition.Said) {
	switch {
	case v.Thing != nil:
		writeThing(b, v.Thing)
	case v.Literal != "":
		b.WriteString(v.Literal)
	default:
		writeText(b, v.Text)
	}
}

// writeText writes a JSON string that ends no script.
func writeText(b *bytes.Buffer, s string) {
	quoted, _ := json.Marshal(s) // of a string it does not fail
	b.Write(quoted)
}

func comma(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}
