// Package jsontext writes texts as JSON does, one at a time. It never knows what they say.
package jsontext

import (
	"encoding/json"
	"unicode/utf8"
)

// Append appends a text as json.Marshal writes it: nothing in it ends a script.
func Append(b []byte, text string) []byte {
	if standsAsItIs(text) && utf8.ValidString(text) {
		return append(append(append(b, '"'), text...), '"')
	}
	quoted, _ := json.Marshal(text) // no text fails
	return append(b, quoted...)
}

// standsAsItIs tells whether a text is written as it is, if it is UTF-8.
func standsAsItIs(text string) bool {
	for i := range len(text) {
		if written[text[i]] {
			return false
		}
	}
	return true
}

// written are the bytes that json.Marshal writes otherwise, and the one with which U+2028 begins.
var written = func() (t [256]bool) {
	for _, c := range []byte("\"\\<>&\xE2\x7F") {
		t[c] = true
	}
	for c := range byte(' ') {
		t[c] = true
	}
	return t
}()
