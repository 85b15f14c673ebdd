package check

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// literalRules are the rules by which Resolve refuses a literal, and the literal that each is of.
var literalRules = map[*diag.Rule][]Literal{
	numberForm: {NumberLiteral, WholeLiteral}, dateForm: {DateLiteral}, momentForm: {MomentLiteral}, zoneUnknown: {ZoneLiteral},
	boolForm: {FlagLiteral}, wordUnknown: {WordLiteral}, idForm: {SlugLiteral}, urlForm: {URLLiteral, DestinationLiteral}, emailForm: {EmailLiteral},
	colourForm: {ColourLiteral}, langForm: {LanguageLiteral}, contentMissing: {ContentFile}, approvalHash: {HashLiteral}, addressForm: {AddressLiteral, DestinationLiteral},
	areaUnknown: {Reference}, sourceUnknown: {Reference}, blockUnknown: {Reference}, unitUnknown: {Reference}, targetUnknown: {Reference},
	assignmentUnknown: {Reference}, formUnknown: {Reference}, decisionUnknown: {Reference}, awardUnknown: {Reference}, storyUnknown: {Reference},
}

// referred is the data file of the records that a rule misses.
var referred = map[*diag.Rule]string{areaUnknown: "areas", sourceUnknown: "sources", blockUnknown: "blocks", unitUnknown: "units", targetUnknown: "targets",
	assignmentUnknown: "assignments", formUnknown: "forms", decisionUnknown: "decisions", awardUnknown: "awards", storyUnknown: "stories"}

// boundRules are those that a number out of bounds breaks.
var boundRules = []*diag.Rule{integerForm, countWhole, certificateSize, cardSize, numberForm}

// beside is what a key needs beside it to be read at all.
var beside = map[string][2]string{"Result": {"target", "san-luong-lua"}, "CertificateField.least": {"size", "120"}, "CertificateField.leading": {"size", "6"}}

// probe is one key of one record in a tree, and how to say something there.
type probe struct {
	record, key string
	say         func(text string) *source.Tree
}

var probed = diag.Place{File: "probe", Line: 1, Col: 1}

// probes are all keys of all records that a tree can hold, each in a record of its own among those of the base.
func probes(t *testing.T) []probe {
	base, problems, err := source.Read(files(archive(t, "testdata/base.txtar")))
	if err != nil || problems.Failed(true) {
		t.Fatal(err, problems.Sorted())
	}
	var out []probe
	tree := reflect.TypeFor[source.Tree]()
	for i := range tree.NumField() {
		f := tree.Field(i)
		if f.Type.Kind() != reflect.Slice && f.Type.Kind() != reflect.Pointer || f.Name == "Translations" || f.Name == "Headings" {
			continue // Headings is read by intake
		}
		of := f.Type.Elem()
		walkKeys(of, nil, func(record reflect.Type, path []int, key string) {
			out = append(out, probe{record.Name(), key, func(text string) *source.Tree {
				one := *base
				made := reflect.New(of)
				own := reflect.ValueOf(&one).Elem().Field(i)
				if own.Kind() == reflect.Pointer && !own.IsNil() {
					made.Elem().Set(own.Elem())
				}
				put(made.Elem(), path, text, record.Name(), key)
				if own.Kind() == reflect.Pointer {
					own.Set(made)
				} else {
					own.Set(reflect.Append(slicesClip(own), made.Elem()))
				}
				return &one
			}})
		})
	}
	return out
}

func slicesClip(v reflect.Value) reflect.Value { return v.Slice3(0, v.Len(), v.Len()) }

// walkKeys visits the texts of a record and of those within it.
func walkKeys(record reflect.Type, path []int, visit func(record reflect.Type, path []int, key string)) {
	if record.Kind() != reflect.Struct {
		return
	}
	for i := range record.NumField() {
		f := record.Field(i)
		key := strings.TrimRight(f.Tag.Get("key"), "?=")
		here := append(slices.Clone(path), i)
		switch {
		case key == "" || key == "*":
		case f.Type == reflect.TypeFor[source.Value]() || f.Type == reflect.TypeFor[[]source.Value]():
			visit(record, here, key)
		case f.Type.Kind() == reflect.Struct:
			walkKeys(f.Type, here, visit)
		default:
			walkKeys(f.Type.Elem(), here, visit)
		}
	}
}

// put says a text at the end of a path, making what is on it new.
func put(v reflect.Value, path []int, text, record, key string) {
	if place := v.FieldByName("Place"); place.IsValid() {
		place.Set(reflect.ValueOf(diag.Place{File: "probe", Line: 9}))
	}
	f := v.Field(path[0])
	value := source.Value{Text: text, Place: probed}
	for _, of := range []string{v.Type().Name(), record + "." + key} {
		if b, ok := beside[of]; ok && key != "target" && key != "assignment" && (of == v.Type().Name() || len(path) == 1) {
			fieldOf(v, b[0]).Set(reflect.ValueOf(source.Value{Text: b[1], Place: diag.Place{File: "probe", Line: 8}}))
		}
	}
	switch {
	case len(path) == 1 && f.Type() == reflect.TypeFor[source.Value]():
		f.Set(reflect.ValueOf(value))
	case len(path) == 1:
		f.Set(reflect.ValueOf([]source.Value{value}))
	case f.Kind() == reflect.Struct:
		f.SetZero()
		put(f, path[1:], text, record, key)
	case f.Kind() == reflect.Pointer:
		f.Set(reflect.New(f.Type().Elem()))
		put(f.Elem(), path[1:], text, record, key)
	default:
		f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		put(f.Index(0), path[1:], text, record, key)
	}
}

func fieldOf(v reflect.Value, key string) reflect.Value {
	for i := range v.NumField() {
		if strings.TrimRight(v.Type().Field(i).Tag.Get("key"), "?=") == key {
			return v.Field(i)
		}
	}
	panic(key)
}

// told gives the rules that are broken where a probe says a text.
func (p *probe) told(text string) []*diag.Rule {
	_, _, problems := Resolve(p.say(text), Options{})
	var out []*diag.Rule
	for _, q := range problems.Sorted() {
		if q.Place == probed {
			out = append(out, q.Rule)
		}
	}
	return out
}

// TestMeanings: what editors are told that a key is, Resolve takes it for; and of what they are told nothing, Resolve refuses nothing.
func TestMeanings(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range probes(t) {
		name := p.record + "." + p.key
		m := MeaningOf(p.record, p.key)
		seen[name] = true
		var literal []Literal
		for _, rule := range p.told("?? ở đâu") {
			if of := literalRules[rule]; of != nil {
				literal = append(literal, of...)
				if rule != idForm && referred[rule] != m.Of {
					t.Errorf("%s is of %q, Resolve looks in %q", name, m.Of, referred[rule])
				}
			}
		}
		if m.Literal == FreeText && literal != nil || m.Literal != FreeText && !slices.Contains(literal, m.Literal) {
			t.Errorf("%s is literal %d, Resolve takes it for one of %v", name, m.Literal, literal)
		}
		for _, w := range m.Words {
			if told := p.told(w.Key); slices.Contains(told, wordUnknown) {
				t.Errorf("%s: Resolve does not know %q", name, w.Key)
			}
		}
		holdNumber(t, &p, name, m)
	}
	for record, keys := range meanings {
		for key := range keys {
			if !seen[record+"."+key] {
				t.Errorf("%s.%s: no such key", record, key)
			}
		}
	}
	if len(seen) < 150 {
		t.Errorf("only %d keys were probed", len(seen))
	}
}

// holdNumber holds the bounds of a number, and whether it may have a fraction, to what Resolve refuses.
func holdNumber(t *testing.T, p *probe, name string, m Meaning) {
	t.Helper()
	refused := func(text string) bool {
		return slices.ContainsFunc(p.told(text), func(r *diag.Rule) bool { return slices.Contains(boundRules, r) })
	}
	switch m.Literal {
	case WholeLiteral, NumberLiteral:
	default:
		return
	}
	if fraction := fmt.Sprintf("%d.5", max(m.Low, 6)); refused(fraction) != (m.Literal == WholeLiteral) && !strings.HasSuffix(name, ".value") {
		t.Errorf("%s: Resolve and editors differ on %s", name, fraction)
	}
	if !m.Bounded() {
		if refused("-3") || refused("123456") {
			t.Errorf("%s has bounds that editors are not told of", name)
		}
		return
	}
	if refused(fmt.Sprint(m.Low)) || !refused(fmt.Sprint(m.Low-1)) {
		t.Errorf("%s: Resolve has another least number than %d", name, m.Low)
	}
	if m.High < math.MaxInt32 && (refused(fmt.Sprint(m.High)) || !refused(fmt.Sprint(m.High+1))) {
		t.Errorf("%s: Resolve has another greatest number than %d", name, m.High)
	}
}

// TestPatterns: what Resolve takes, no pattern refuses; and a pattern refuses something.
func TestPatterns(t *testing.T) {
	texts := []string{"2018", "2018-12", "2018-12-05", "31/12/2018", "2018-13", "05/12", "12,5", "1.790", "1790", "84.5", "-3", "-0.5", "007", "1e3", "0", "0.0", "+3",
		"so-noi-vu", "Sở Nội vụ", "a--b", "2018-a", "2019-01-02T08:00:00+07:00", "2019-01-02 08:00", "2019-01-02T08:00Z", "2019-01-02T08:00:00.5Z", "2019-01-02",
		"https://a.example/", "HTTP://a.example/ă?b#c", "www.a.example", "a b", "ten@a.example", "ten", "#b01116", "#B0111", "vi", "zh-Hans", "tiếng Việt",
		"/chi-tieu/ho-ngheo/", "/anh/Đồng lúa.jpg", "/a?b", "chi-tieu/", "true", strings.Repeat("0a", 32), strings.Repeat("0A", 32)}
	for l := FreeText; l <= DestinationLiteral; l++ {
		if l == WordLiteral || l == Reference || l == ContentFile || l.Pattern() == "" {
			continue
		}
		pattern, refused := regexp.MustCompile(l.Pattern()), 0
		for _, text := range texts {
			if takes(l, text) && !pattern.MatchString(text) {
				t.Errorf("literal %d: %q is right, but not to %s", l, text, pattern)
			}
			if !pattern.MatchString(text) {
				refused++
			}
		}
		if refused < 5 {
			t.Errorf("literal %d: %s refuses nothing", l, pattern)
		}
	}
}

// takes tells whether Resolve takes a text for a literal, wherever it is due.
func takes(l Literal, text string) bool {
	tree := &source.Tree{}
	r := &resolver{tree: tree}
	r.ledger, _, _ = Resolve(tree, Options{})
	v := source.Value{Text: text, Place: probed}
	switch l {
	case SlugLiteral:
		r.slug(v)
	case DateLiteral:
		r.date(v)
	case MomentLiteral:
		r.moment(text, probed)
	case NumberLiteral:
		r.number(v)
	case WholeLiteral:
		r.whole(v)
	case URLLiteral:
		r.url(v)
	case EmailLiteral:
		r.email(v)
	case ColourLiteral:
		r.colour(v)
	case LanguageLiteral:
		r.lang(v)
	case AddressLiteral:
		r.address(v)
	case HashLiteral:
		r.hash(v)
	case DestinationLiteral:
		r.destination(v)
	default:
		panic(l)
	}
	return r.problems.Count(diag.Error) == 0
}
