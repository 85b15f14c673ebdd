package edition

// Thing is what a page tells machines of something, in the vocabulary of schema.org: a type and what is said of it, in order. It tells
// nothing that the page does not tell people.
type Thing struct {
	Type string // "Dataset"
	ID   string // absolute, by which other pages mean the same thing; "" if none do
	Says []Statement
}

// Statement is a property of a Thing with one of its values; the others follow.
type Statement struct {
	Property string
	Said
}

// Said is one value: a thing, or a number, true or false as JSON spells them, or else a text.
type Said struct {
	Thing   *Thing
	Literal string
	Text    string
}

// says adds a text; an empty one is not said. Spaces that must not break are set for lines, of which machines have none.
func (t *Thing) says(property, text string) *Thing {
	if text == "" {
		return t
	}
	return t.add(property, Said{Text: loose(text)})
}

// spells adds a number, true or false.
func (t *Thing) spells(property, literal string) *Thing {
	if literal == "" {
		return t
	}
	return t.add(property, Said{Literal: literal})
}

// has adds things; nil is none.
func (t *Thing) has(property string, things ...*Thing) *Thing {
	for _, o := range things {
		if o != nil {
			t.add(property, Said{Thing: o})
		}
	}
	return t
}

// usual is how many statements most things have at most.
const usual = 4

func (t *Thing) add(property string, v Said) *Thing {
	if t.Says == nil {
		t.Says = make([]Statement, 0, usual)
	}
	t.Says = append(t.Says, Statement{property, v})
	return t
}
