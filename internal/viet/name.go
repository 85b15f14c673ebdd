package viet

import "strings"

// Name is a person's name in its parts, as given, in NFC.
type Name struct {
	Family string // họ: the first syllable
	Middle string // đệm: what stands between
	Given  string // tên: the last syllable, or more if said so; never empty but in the empty name
}

// ParseName cuts a full name into its parts. The given name is the last
// syllable, or given (“Minh Họa” in “Nguyễn Minh Họa”) if full ends with it; see
// [EndsWithGiven]. A name of one syllable, and one that is all given, has a Given only.
func ParseName(full, given string) Name {
	words := strings.Fields(NFC(full))
	n := givenLen(words, given)
	if n == 0 {
		n = min(1, len(words))
	}
	rest := words[:len(words)-n]
	name := Name{Given: strings.Join(words[len(words)-n:], " ")}
	if len(rest) > 0 {
		name.Family = rest[0]
		name.Middle = strings.Join(rest[1:], " ")
	}
	return name
}

// EndsWithGiven reports whether given is made of the last syllables of full, in
// whatever spelling; if not, ParseName cannot follow it.
func EndsWithGiven(full, given string) bool {
	return givenLen(strings.Fields(NFC(full)), given) > 0
}

// givenLen is the number of words at the end of a full name that are given.
func givenLen(words []string, given string) int {
	n := len(strings.Fields(given))
	if n == 0 || n > len(words) {
		return 0
	}
	key := SpellingKey(given)
	if key == "" || SpellingKey(strings.Join(words[len(words)-n:], " ")) != key {
		return 0
	}
	return n
}

// String returns the full name, one space between its parts.
func (n Name) String() string {
	s := n.Family
	for _, part := range []string{n.Middle, n.Given} {
		if s != "" && part != "" {
			s += " "
		}
		s += part
	}
	return s
}
