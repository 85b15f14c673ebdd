package viet

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator puts texts and names in Vietnamese order; see the package comment.
// It is not safe for concurrent use: each goroutine makes its own, which costs
// about a microsecond.
type Collator struct {
	order *collate.Collator
	buf   collate.Buffer
	parts map[string][]byte // of names, which have few: what appendPart adds for one
}

// shortPart is the length of what is remembered of names: a syllable or two, and no name of a collective.
const shortPart = 24

// NewCollator returns a collator.
func NewCollator() *Collator {
	return &Collator{order: collate.New(language.Vietnamese, collate.Numeric), parts: map[string][]byte{}}
}

// Compare returns -1, 0 or 1 as a stands before, with or after b. It is 0 only if
// a and b are the same text in NFC. To sort many texts, use Key.
func (c *Collator) Compare(a, b string) int {
	return bytes.Compare(c.Key(a), c.Key(b))
}

// CompareNames returns -1, 0 or 1 as a stands before, with or after b: by given,
// then family, then middle name. To sort many names, use NameKey.
func (c *Collator) CompareNames(a, b Name) int {
	return bytes.Compare(c.NameKey(a), c.NameKey(b))
}

// Key returns bytes that compare as Compare does.
func (c *Collator) Key(s string) []byte {
	s = NFC(s)
	key := c.appendPart(make([]byte, 0, 8*len(s)+8), s)
	return append(key, s...)
}

// NameKey returns bytes that compare as CompareNames does.
func (c *Collator) NameKey(n Name) []byte {
	parts := [...]string{NFC(n.Given), NFC(n.Family), NFC(n.Middle)}
	size := 16
	for _, p := range parts {
		size += 8 * len(p)
	}
	key := make([]byte, 0, size)
	for _, p := range parts {
		key = c.appendPart(key, p)
	}
	for _, p := range parts {
		key = appendWhole(key, []byte(p))
	}
	return key
}

// appendPart adds the collation key of an NFC text.
func (c *Collator) appendPart(key []byte, s string) []byte {
	if known, ok := c.parts[s]; ok {
		return append(key, known...)
	}
	c.buf.Reset()
	from := len(key)
	key = appendWhole(key, c.order.KeyFromString(&c.buf, toneLast(s)))
	if len(s) <= shortPart {
		c.parts[s] = bytes.Clone(key[from:])
	}
	return key
}

// appendWhole adds bytes so that they still compare as they did and none are
// the beginning of others: a zero is written 00 FF, the end 00 01.
func appendWhole(key, part []byte) []byte {
	for _, b := range part {
		key = append(key, b)
		if b == 0 {
			key = append(key, 0xFF)
		}
	}
	return append(key, 0, 1)
}

// toneLast prepares an NFC text for collation: lower case, one space between
// words, Ð as Đ, and each tone moved to the end of its word, where it weighs the
// same whichever vowel it stood on.
func toneLast(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	tones := ""
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if isFormat(r) {
			continue
		}
		if space || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			b.WriteString(tones)
			tones = ""
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		tones += writeToneless(&b, unicode.ToLower(r))
	}
	b.WriteString(tones)
	return b.String()
}

// writeToneless writes a lower-case rune without its tone and returns the tone.
func writeToneless(b *strings.Builder, r rune) (tone string) {
	if _, t, _ := mark(r); t != "" {
		return t
	}
	l, ok := known(r)
	if !ok || l.even == 0 || l.even == r {
		b.WriteRune(r)
		return ""
	}
	b.WriteRune(l.even)
	return l.tones
}
