package private

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/viet"
)

// reach is how far back a word may stand that says what digits are.
const reach = 72

// lastWords are the last words of a text on its last line, folded: "so tai khoan".
func lastWords(before string, most int) string {
	before = near(before)
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before = before[i+2:]
	}
	fields := strings.Fields(viet.Fold(before))
	if len(fields) > most {
		fields = fields[len(fields)-most:]
	}
	return strings.Join(fields, " ")
}

// near is the end of a text, as far as words in it may say something.
func near(before string) string {
	if len(before) > reach {
		before = before[len(before)-reach:]
		for before != "" && !utf8.RuneStart(before[0]) {
			before = before[1:]
		}
	}
	return before
}

// lastWord is the last word, folded; of what stands before an empty line too.
func lastWord(before string) string {
	before = strings.TrimRightFunc(near(before), unicode.IsSpace)
	word := viet.Fold(before[strings.LastIndexFunc(before, unicode.IsSpace)+1:])
	return word[strings.LastIndexFunc(word, unicode.IsSpace)+1:]
}

// nextWord is the word right after, folded.
func nextWord(after string) string {
	after = strings.TrimLeft(after, " \u00A0\u202F\n")
	end := strings.IndexFunc(after, func(c rune) bool { return c <= ' ' || strings.ContainsRune("\u00A0,.;:()/\"'<>|*[]", c) })
	if end < 0 {
		end = len(after)
	}
	if end == 0 || end > 24 {
		return ""
	}
	if after[:end] == "đ" || after[:end] == "₫" {
		return "dong"
	}
	return viet.Fold(after[:end])
}

// fillers may stand between a word that says what digits are and the digits.
var fillers = words("so la cua no number cho theo ban nha")

// say are the words that say what the digits after them are.
var say = []struct {
	kind  Kind
	words []string
}{
	{Identity, []string{"cccd", "cmnd", "cmtnd", "cmt", "can cuoc", "can cuoc cong dan", "chung minh nhan dan", "chung minh thu", "chung minh", "dinh danh", "dinh danh ca nhan", "ho chieu", "passport"}},
	{Account, []string{"stk", "tai khoan", "tk", "account", "tai khoan ngan hang"}},
	{Phone, []string{"dien thoai", "dt", "sdt", "dtdd", "di dong", "tel", "phone", "hotline", "zalo", "may ban", "so may", "fax", "lien he", "mobile", "lien lac", "goi"}},
}

// sayAtEnd are their last words.
var sayAtEnd = func() map[string]bool {
	ends := map[string]bool{}
	for _, s := range say {
		for _, w := range s.words {
			ends[w[strings.LastIndexByte(w, ' ')+1:]] = true
		}
	}
	return ends
}()

// saidBefore tells what the words before a place say that the digits there are; unsaid if they say nothing.
func saidBefore(text string, at int) Kind {
	if end := lastWord(text[:at]); !sayAtEnd[end] && !fillers[end] && len(end) > 1 {
		return unsaid // as most words do
	}
	return saidByWords(text, at)
}

func saidByWords(text string, at int) Kind {
	fields := strings.Fields(lastWords(text[:at], 6))
	for skip := 0; skip < 3 && len(fields) > 0; skip++ {
		last := strings.Join(fields, " ")
		for _, s := range say {
			for _, w := range s.words {
				if _, ok := cutWords(last, w); ok {
					return s.kind
				}
			}
		}
		end := fields[len(fields)-1]
		if !fillers[end] && len(end) != 1 { // a passport's letter
			break
		}
		fields = fields[:len(fields)-1]
	}
	return unsaid
}
