package viet

import (
	"bytes"
	"regexp"
	"strings"
)

// What is typed while the keyboard does not turn it into Vietnamese: Telex
// (“dduowngf”) and VNI (“d9u7o7ng2”) both read “đường”. Marks and tones may be
// typed at once or at the end of the syllable.

// keyed reads a word as typed in Telex or VNI. It fails for what is no syllable,
// and for a word that has no key of its own, so reads as it stands.
func keyed(w word, press func(*syllable, byte) bool) (word, bool) {
	if w.marks() > 0 || len(w.fold) > 16 {
		return word{}, false
	}
	var s syllable
	for i := range len(w.fold) {
		if !press(&s, w.fold[i]) {
			return word{}, false
		}
	}
	if !s.keyed || !reads.Match(s.fold) {
		return word{}, false
	}
	if n := len(s.fold); s.pair && s.fold[n-1] == 'o' { // thuở, huơ: ươ never ends a syllable
		s.shape[n-2] = plain
	}
	return word{string(s.fold), s.shape, s.tone}, true
}

// reads is a syllable, whole or begun, of Vietnamese or of a name from the highlands (Kđăm, Brơi, Mlô), or a lone đ.
var reads = regexp.MustCompile(`^(?:[bhkm]?(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x|[bdgkp][lr])?[aeiouy]{1,3}(?:ch?|k|m|n|n[gh]|p|t)?|d)$`)

const vowels = "aeiouy"

// syllable is what has been typed so far.
type syllable struct {
	fold  []byte
	shape []byte
	tone  string
	keyed bool // a key was no letter
	pair  bool // one key made ư and ơ of uo
}

func (s *syllable) letter(b byte) bool {
	s.fold, s.shape = append(s.fold, b), append(s.shape, plain)
	return true
}

func (s *syllable) voiced() bool { return strings.ContainsAny(string(s.fold), vowels) }

// mark gives the letter at i a shape that it has not.
func (s *syllable) mark(i int, shape byte) bool {
	if i < 0 || s.shape[i] != plain {
		return false
	}
	s.shape[i], s.keyed = shape, true
	return true
}

func (s *syllable) sound(tone string) bool {
	if !s.voiced() || s.tone == tone {
		return false
	}
	s.tone, s.keyed = tone, true
	return true
}

// last is the place of the last of some letters that has no mark, -1 if there is none.
func (s *syllable) last(of string) int {
	for i := len(s.fold) - 1; i >= 0; i-- {
		if s.shape[i] == plain && strings.IndexByte(of, s.fold[i]) >= 0 {
			return i
		}
	}
	return -1
}

// horn makes ươ of uo, ưa of ua and ưu of uu, else marks the last of the letters
// that may have the mark; an a gets a breve.
func (s *syllable) horn(of string) bool {
	i := s.last(of)
	if i < 0 {
		return false
	}
	if s.ends(i, "uou") { // rượu
		i--
	}
	switch {
	case s.ends(i, "quo"), s.ends(i, "qua"):
	case s.ends(i, "uo"):
		s.pair, s.shape[i-1] = true, horn
	case s.ends(i, "ua"), s.ends(i, "uu"):
		i--
	}
	if s.fold[i] == 'a' {
		return s.mark(i, breve)
	}
	return s.mark(i, horn)
}

// ends tells whether the letters up to i end with some, the vowels among them without marks.
func (s *syllable) ends(i int, with string) bool {
	from := i + 1 - len(with)
	if from < 0 || string(s.fold[from:i+1]) != with {
		return false
	}
	for _, shape := range s.shape[from : i+1] {
		if shape != plain {
			return false
		}
	}
	return true
}

var telexTones = map[byte]string{'f': "\u0300", 'r': "\u0309", 'x': "\u0303", 's': "\u0301", 'j': "\u0323"}

func pressTelex(s *syllable, key byte) bool {
	switch key {
	case 's', 'f', 'r', 'x', 'j':
		if s.voiced() {
			return s.sound(telexTones[key])
		}
	case 'z':
		return s.tone != "" && s.sound("")
	case 'w':
		if !s.voiced() {
			s.letter('u')
		}
		return s.horn("aou")
	case 'd':
		if i := bytes.IndexByte(s.fold, 'd'); i >= 0 && (i == len(s.fold)-1 || s.voiced()) {
			return s.mark(i, stroke)
		}
	case 'a', 'e', 'o':
		if i := strings.LastIndexByte(string(s.fold), key); i >= 0 {
			return s.mark(i, circumflex)
		}
	}
	return key >= 'a' && key <= 'z' && s.letter(key)
}

func pressVNI(s *syllable, key byte) bool {
	switch key {
	case '0':
		return s.tone != "" && s.sound("")
	case '1', '2', '3', '4', '5':
		return s.sound([]string{"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"}[key-'1'])
	case '6':
		return s.mark(s.last("aeo"), circumflex)
	case '7':
		return s.horn("ou")
	case '8':
		return s.mark(s.last("a"), breve)
	case '9':
		return s.mark(bytes.IndexByte(s.fold, 'd'), stroke)
	}
	return key >= 'a' && key <= 'z' && s.letter(key)
}
