package legible

import (
	"strings"
	"unicode/utf8"
)

// within are elements that stand within a text without ending it.
func within(element string) bool {
	switch element {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
		"strong", "sub", "sup", "time", "tspan", "u", "var", "wbr", "r", "t":
		return true
	}
	return false
}

// drawn are attributes that only draw or place.
func drawn(attribute string) bool {
	switch attribute {
	case "d", "points", "transform", "style", "class", "id", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height",
		"fill", "stroke", "stroke-width", "font-size", "integrity", "nonce", "sizes", "xmlns", "s", "ht", "spans", "ref", "sqref", "applynumberformat":
		return true
	}
	return false
}

// What a byte is in a tag.
const (
	plain = iota
	gap
	equals
	quote
	closing
)

var marks = [256]uint8{' ': gap, '\t': gap, '\r': gap, '\n': gap, '/': gap, '=': equals, '"': quote, '\'': quote, '>': closing}

// tag takes a tag off the beginning and shows its attributes. name is without the stroke of an end, in lower case.
func (r *reading) tag(s string) (name, rest string) {
	i := 1
	if strings.HasPrefix(s, "</") {
		i = 2
	}
	from := i
	for i < len(s) && (marks[s[i]] == plain || s[i] == '=') {
		i++
	}
	if i == len(s) || marks[s[i]] == quote {
		body, rest := upToEnd(s[from:])
		if i = strings.IndexAny(body, " \t\r\n/"); i < 0 {
			i = len(body)
		}
		loose(body[i:], r.see)
		return strings.ToLower(body[:i]), rest
	}
	name = strings.ToLower(s[from:i])
	for at, word := i, i; ; { // at is where the attribute begins that comes, word the last word of it so far
		if i == len(s) || marks[s[i]] == quote {
			body, rest := upToEnd(s[at:])
			loose(body, r.see)
			return name, rest
		}
		switch marks[s[i]] {
		case closing:
			return name, s[i+1:]
		case gap:
			word = i + 1
		case equals:
			value, next, ok := valueAt(s, i+1)
			if !ok {
				i = len(s)
				continue
			}
			attribute(s[word:i], value, r.see)
			at, word, i = next, next, next
			continue
		}
		i++
	}
}

// valueAt reads the value of an attribute and gives where it ends; not ok if it is written in a way that needs a closer look.
func valueAt(s string, i int) (value string, next int, ok bool) {
	for i < len(s) && marks[s[i]] == gap && s[i] != '/' {
		i++
	}
	if i == len(s) {
		return "", 0, false
	}
	if marks[s[i]] == quote {
		n := strings.IndexByte(s[i+1:], s[i])
		return s[i+1 : i+1+max(n, 0)], i + n + 2, n >= 0
	}
	from := i
	for i < len(s) && (marks[s[i]] < quote && marks[s[i]] != gap || s[i] == '/') {
		i++
	}
	return s[from:i], i, i < len(s) && marks[s[i]] != quote
}

// upToEnd cuts what follows where no quote is open at the tag's end.
func upToEnd(s string) (body, rest string) {
	open := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case open != 0:
			if c == open {
				open = 0
			}
		case marks[c] == quote:
			open = c
		case c == '>':
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// loose gives the values of attributes that stand in a tag however they are written.
func loose(tag string, see func(string)) {
	for {
		i := strings.IndexByte(tag, '=')
		if i < 0 {
			return
		}
		name := tag[strings.LastIndexAny(tag[:i], " \t\r\n\"'/")+1 : i]
		value := strings.TrimLeft(tag[i+1:], " \t\r\n")
		switch {
		case value == "":
			return
		case marks[value[0]] == quote:
			value, tag, _ = strings.Cut(value[1:], value[:1])
		default:
			end := strings.IndexAny(value, " \t\r\n")
			if end < 0 {
				end = len(value)
			}
			value, tag = value[:end], value[end:]
		}
		attribute(name, value, see)
	}
}

// attribute gives a value if it is to be read: data for a script is JSON.
func attribute(name, value string, see func(string)) {
	if value == "" || drawn(strings.ToLower(strings.TrimSpace(name))) {
		return
	}
	value = unescaped(value)
	if value[0] > ' ' && value[0] != '{' && value[0] != '[' && value[0] < utf8.RuneSelf {
		see(value) // as most
		return
	}
	if t := strings.TrimSpace(value); strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[") {
		strs(t, true, see)
		return
	}
	see(value)
}
