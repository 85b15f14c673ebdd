package legible

import (
	"html"
	"strings"
)

// within are elements that stand within a text without ending it.
var within = names("a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tspan u var wbr r t")

// drawn are attributes that only draw or place.
var drawn = names("d points transform style class id viewbox x y x1 x2 y1 y2 cx cy r rx ry dx dy width height fill stroke stroke-width font-size integrity nonce sizes xmlns s ht spans ref sqref applynumberformat")

func names(list string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(list) {
		out[n] = true
	}
	return out
}

// markup gives the texts between tags, and those of attributes.
func markup(s string, see func(string)) {
	running := "" // the text so far, over elements that stand within it
	end := func() {
		if t := strings.TrimSpace(running); t != "" {
			see(t)
		}
		running = ""
	}
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			i = len(s)
		}
		running += html.UnescapeString(s[:i])
		if s = s[i:]; s == "" {
			break
		}
		if rest, ok := strings.CutPrefix(s, "<!--"); ok {
			comment, after, _ := strings.Cut(rest, "-->")
			see(comment)
			s = after
			continue
		}
		if rest, ok := strings.CutPrefix(s, "<![CDATA["); ok {
			var data string
			data, s, _ = strings.Cut(rest, "]]>")
			running += data
			continue
		}
		opens := !strings.HasPrefix(s, "</")
		name, tag, rest := tagOf(s)
		attributes(tag, see)
		if s = rest; !within[name] {
			end()
		}
		if opens && (name == "script" || name == "style") {
			s = raw(s, name, tag, see)
		}
	}
	end()
}

// tagOf takes a tag off the beginning. name is without the stroke of an end, in lower case; tag is what follows it.
func tagOf(s string) (name, tag, rest string) {
	if i := strings.IndexByte(s, '>'); i > 0 && strings.IndexByte(s[:i], '\'') < 0 && strings.Count(s[:i], `"`)%2 == 0 {
		name, tag = cutName(s[1:i])
		return name, tag, s[i+1:]
	}
	i := 1
	for quote := byte(0); i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			name, tag = cutName(s[1:i])
			return name, tag, s[i+1:]
		}
	}
	name, tag = cutName(s[1:])
	return name, tag, ""
}

func cutName(s string) (name, tag string) {
	s = strings.TrimPrefix(s, "/")
	end := strings.IndexAny(s, " \t\r\n/")
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end]), s[end:]
}

// attributes gives the values of a tag's attributes.
func attributes(tag string, see func(string)) {
	for {
		i := strings.IndexByte(tag, '=')
		if i < 0 {
			return
		}
		name := strings.ToLower(strings.TrimSpace(tag[strings.LastIndexAny(tag[:i], " \t\r\n\"'/")+1 : i]))
		value := strings.TrimLeft(tag[i+1:], " \t\r\n")
		end := 0
		switch {
		case value == "":
			return
		case value[0] == '"' || value[0] == '\'':
			quote := value[:1]
			if value, tag, _ = strings.Cut(value[1:], quote); value == "" {
				continue
			}
		default:
			if end = strings.IndexAny(value, " \t\r\n"); end < 0 {
				end = len(value)
			}
			value, tag = value[:end], value[end:]
		}
		if !drawn[name] {
			attribute(html.UnescapeString(value), see)
		}
	}
}

// attribute gives a value: data for a script is JSON.
func attribute(value string, see func(string)) {
	if t := strings.TrimSpace(value); strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[") {
		strs(t, see)
		return
	}
	see(value)
}

// raw takes a script or style off: data are read, the rest is not.
func raw(s, name, tag string, see func(string)) string {
	end := 0
	for end < len(s) && !(strings.HasPrefix(s[end:], "</") && len(s) >= end+2+len(name) && strings.EqualFold(s[end+2:end+2+len(name)], name)) {
		next := strings.IndexByte(s[end+1:], '<')
		if next < 0 {
			end = len(s)
			break
		}
		end += 1 + next
	}
	if strings.Contains(tag, "json") {
		strs(s[:end], see)
	} else if name == "script" {
		see(s[:end])
	}
	return s[end:]
}
