package check

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/source"
)

// words are those of the interface that data says otherwise. They keep the slots, like {n}, that a page fills.
func (t *translator) words(of []source.Phrase, known map[string]string) map[string]string {
	keys := slices.Sorted(maps.Keys(known))
	var out map[string]string
	for _, s := range of {
		ours, ok := known[s.Of.Text]
		if known != nil && !ok {
			t.unknown(s.Of, "từ của giao diện", keys)
			continue
		}
		var text string
		if !t.may(&text, s.Text, fmt.Sprintf("từ %q", s.Of.Text)) {
			continue
		}
		if want := slots(ours); known != nil && !slices.Equal(slots(text), want) {
			t.add(wordSlots, s.Text.Place, fmt.Sprintf("từ %q không có đúng các chỗ trống của nguyên văn", s.Of.Text), slotsHint(want, ours))
		}
		if out == nil {
			out = map[string]string{}
		}
		out[s.Of.Text] = text
	}
	return out
}

var slot = regexp.MustCompile(`\{[a-z]+\}`)

// slots are the places that a page fills in a word, each once.
func slots(word string) []string {
	found := slot.FindAllString(word, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func slotsHint(want []string, ours string) string {
	if len(want) == 0 {
		return "nguyên văn không có chỗ trống: “" + ours + "”"
	}
	return fmt.Sprintf("giữ %s; nguyên văn: “%s”", strings.Join(want, ", "), ours)
}
