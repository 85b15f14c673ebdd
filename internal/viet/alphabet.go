package viet

// What begins with no letter of the alphabet stands last on the bar.
const (
	otherLetter = "#"
	otherSlug   = "khac"
)

// bar is the alphabet, the letters of foreign names in their places, each with
// its address.
var bar = [...]struct{ letter, slug string }{
	{"A", "a"}, {"Ă", "aw"}, {"Â", "aa"}, {"B", "b"}, {"C", "c"}, {"D", "d"}, {"Đ", "dd"},
	{"E", "e"}, {"Ê", "ee"}, {"F", "f"}, {"G", "g"}, {"H", "h"}, {"I", "i"}, {"J", "j"}, {"K", "k"},
	{"L", "l"}, {"M", "m"}, {"N", "n"}, {"O", "o"}, {"Ô", "oo"}, {"Ơ", "ow"}, {"P", "p"}, {"Q", "q"},
	{"R", "r"}, {"S", "s"}, {"T", "t"}, {"U", "u"}, {"Ư", "uw"}, {"V", "v"}, {"W", "w"}, {"X", "x"},
	{"Y", "y"}, {"Z", "z"}, {otherLetter, otherSlug},
}

// Letters returns the bar of letters over an index: A, Ă, Â, B … Z, and last "#"
// for everything else, so that nobody is left out.
func Letters() []string {
	all := make([]string, len(bar))
	for i, l := range bar {
		all[i] = l.letter
	}
	return all
}

// Letter returns the letter of the bar under which s stands: its first letter
// without tone, in capitals, punctuation skipped; "#" for digits and others.
func Letter(s string) string {
	found := otherLetter
	first, ok := firstLetter(s)
	if !ok {
		return found
	}
	for i, l := range barLetters {
		if l.fold[:1] != first.fold[:1] {
			continue
		}
		if l.shape == first.shape {
			return bar[i].letter
		}
		if l.shape == plain {
			found = bar[i].letter
		}
	}
	return found
}

// barLetters are the letters of the bar, without the last, taken apart.
var barLetters = func() []letter {
	apart := make([]letter, len(bar)-1)
	for i := range apart {
		apart[i], _ = firstLetter(bar[i].letter)
	}
	return apart
}()

// LetterSlug returns the address of a letter of the bar, as Telex types it: a,
// aw, aa, b, … dd, … and "khac" for whatever is no letter of the bar.
func LetterSlug(letter string) string {
	letter = NFC(letter)
	for _, l := range bar {
		if l.letter == letter {
			return l.slug
		}
	}
	return otherSlug
}

func firstLetter(s string) (first letter, ok bool) {
	for _, l := range letters(s) {
		if l.fold != " " {
			return l, true
		}
	}
	return letter{}, false
}
