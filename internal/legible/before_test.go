package legible

import (
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// now are the texts of markup, to a reader that is done with none of them, and with each.
func now(s string) (all, once []string) {
	take := func(r *Reader, done bool) (texts []string) {
		_ = r.Read("a.html", []byte(s), func(_, text string) bool {
			texts = append(texts, strings.Clone(text))
			return done
		})
		return texts
	}
	return take(new(Readers).Take(), false), take(new(Readers).Take(), true)
}

// sameAsBefore: nothing is read otherwise than it was, and lines that come again are only not shown again.
func sameAsBefore(t *testing.T, name, s string) {
	t.Helper()
	var want []string
	markupOf(text([]byte(s)), func(text string) { want = append(want, text) })
	all, once := now(s)
	if !slices.Equal(all, want) {
		t.Fatalf("%s: %q, want %q", name, all, want)
	}
	slices.Sort(want)
	slices.Sort(once)
	if !slices.Equal(slices.Compact(once), slices.Compact(want)) {
		t.Fatalf("%s: %q of lines read once, want %q", name, once, want)
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		"<p>x</p>\n<p>x</p>\n<p>y\n<p>x</p>\nz <b>x</b>\n", "<p a = b c=d/e>\n<a b=\"c'd\" e='f\"g'h=i>", "<p a=b\"c d\"e>x", "<p a=\"b", "<p\"a b\">c", "<!-- a\nb -->c<![CDATA[d\n]]>e", "</p a=b>",
		"<script>a\n</script>\n<style>b</style >\n<script type=json>\"c\\u0030\"</script>", "<P CLASS=a ID=b TITLE=c>&amp;&am\np;&#48;</P>", "<a href=>\n<a =x>\n<a b=\n c>", "<t>a</t>\n<t>b</t>\n<c>d</c>\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { sameAsBefore(t, "fuzz", s+"\n"+s+"\n"+s) })
}

// TestTemplates: what the pages of the site are written from is read as before.
func TestTemplates(t *testing.T) {
	const folder = "../../templates"
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" && filepath.Ext(name) != ".svg" {
			return err
		}
		b, err := os.ReadFile(filepath.Join(folder, name))
		sameAsBefore(t, name, string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// markupOf is how markup was read before: slower, and the measure of how it is read now. It gives the texts between tags, and those of attributes.
func markupOf(s string, see func(string)) {
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
		attributesOf(tag, see)
		if s = rest; !within(name) {
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

// attributesOf gives the values of a tag's attributes.
func attributesOf(tag string, see func(string)) {
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
		if !drawn(name) {
			valueOf(html.UnescapeString(value), see)
		}
	}
}

// valueOf gives a value: data for a script is JSON.
func valueOf(value string, see func(string)) {
	if t := strings.TrimSpace(value); strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[") {
		strs(t, true, see)
		return
	}
	see(value)
}

// FuzzCells: in a sheet nothing else is passed over than cells that point elsewhere, of which "s" and a short number would be read.
func FuzzCells(f *testing.F) {
	cell := `<c r="B7" s="2" t="s"><v>667</v></c>`
	for _, s := range []string{
		cell + cell, `<row r="1">` + cell + "</row>\n<row>" + cell, "x" + cell, cell + "x" + cell, `<c r="B7" s="2" t="s"><v>12345678</v></c>`, `<c r="B7" s="2"><v>1</v></c>` + cell,
		`<c r="B7" s="2" t="str"><v>x</v></c>`, `<c r="B7" s="2" t="s"><v>6`, `<c r="` + cell, cell[:22] + "\n" + cell[22:],
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want, got []string
		other := func(to *[]string) func(string) {
			return func(text string) {
				if text != "s" && (len(text) > 7 || strings.Trim(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
					*to = append(*to, strings.Clone(text))
				}
			}
		}
		markupOf(text([]byte(s)), other(&want))
		_ = new(Readers).Take().Read("xl/worksheets/sheet1.xml", []byte(s), func(_, text string) bool {
			other(&got)(text)
			return false
		})
		if !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}
