package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// assetFolder is where assets lie, in the templates and in the output.
const assetFolder = "assets/"

// assetPatterns name what is published below assetFolder. Style sheets come last, as they name the others.
var assetPatterns = []string{"*.svg", "*.png", "*.js", "echarts/chart.js", "fonts/*.woff2", "*.css"}

// licencePatterns name the licences of what is published, in the order in which licences.txt has them.
var licencePatterns = []string{"fonts/OFL-*.txt", "echarts/LICENSE*", "echarts/NOTICE*"}

// licences is the one file that holds all licences.
const licences edition.Path = "/" + assetFolder + "licences.txt"

// assets tells under which address each asset lies.
type assets map[string]edition.Path

// addAssets adds a recipe for each asset, under a name that holds a hash of its content, and one for their licences.
func addAssets(templates fs.FS, brand edition.Brand, set *fileset.Set) (assets, error) {
	known := assets{}
	for _, pattern := range assetPatterns {
		files, err := fs.Glob(templates, assetFolder+pattern)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			content, err := fs.ReadFile(templates, file)
			if err != nil {
				return nil, err
			}
			name := strings.TrimPrefix(file, assetFolder)
			if path.Ext(name) == ".css" {
				if content, err = known.styled(name, content, brand); err != nil {
					return nil, err
				}
			}
			address := "/" + assetFolder + hashed(name, content)
			known[name] = edition.Path(address)
			if err := set.Add(address[1:], writes(content)); err != nil {
				return nil, err
			}
		}
	}
	text, err := gatherLicences(templates)
	if err != nil {
		return nil, err
	}
	return known, set.Add(fileName(licences), writes(text))
}

// addLogo adds the design's emblem at an address that lasts, where the press page offers it.
func addLogo(templates fs.FS, ed *edition.Edition, set *fileset.Set) error {
	for i := range ed.Pages {
		if press, ok := ed.Pages[i].Body.(*edition.PressPage); ok && len(press.Logos) > 0 {
			content, err := fs.ReadFile(templates, assetFolder+"icon.svg")
			if err != nil {
				return err
			}
			return set.Add(fileName(edition.LogoPath), writes(content))
		}
	}
	return nil
}

// hashed puts a hash of the content into a name: "fonts/a.woff2" is "fonts/a.0123456789.woff2".
func hashed(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
}

func writes(content []byte) fileset.Recipe {
	return func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}
}

var cssAddress = regexp.MustCompile(`url\(([^)]*)\)`)

// styled is a style sheet, in the assets' folder itself, whose addresses are those of the hashed assets, with the brand's colours at its end.
func (a assets) styled(name string, sheet []byte, brand edition.Brand) ([]byte, error) {
	var unknown []string
	sheet = cssAddress.ReplaceAllFunc(sheet, func(match []byte) []byte {
		target := strings.Trim(string(match[len("url("):len(match)-1]), `"' `)
		to, ok := a[target]
		if !ok {
			unknown = append(unknown, target)
		}
		return []byte("url(" + strings.TrimPrefix(string(to), "/"+assetFolder) + ")")
	})
	if unknown != nil {
		return nil, fmt.Errorf("%s%s: không có tệp %s", assetFolder, name, strings.Join(unknown, ", "))
	}
	return append(tightened(sheet), brandRules(brand)...), nil
}

// tightened is a style sheet without what only its writer needs: comments, and space that parts nothing. Strings stay as they are; so do
// spaces about a plus, which are part of a sum.
func tightened(sheet []byte) []byte {
	out := make([]byte, 0, len(sheet))
	for i := 0; i < len(sheet); {
		c, rest := sheet[i], sheet[i:]
		n := 1
		switch {
		case c == '"' || c == '\'':
			n = cssString(rest)
			out = append(out, rest[:n]...)
		case bytes.HasPrefix(rest, []byte("/*")) && bytes.Contains(rest[2:], []byte("*/")):
			n = 2 + bytes.Index(rest[2:], []byte("*/")) + 2
		case cssSpace(c) || cssMark(c):
			space := spaceAt(rest)
			if n = space; n < len(rest) && cssMark(rest[n]) {
				out = append(out, rest[n])
				n += 1 + spaceAt(rest[n+1:])
			} else {
				out = append(out, ' ')
			}
		default:
			out = append(out, c)
		}
		i += n
	}
	return bytes.TrimSpace(out)
}

// cssString is how long the string is that begins a text; 1 if it does not end.
func cssString(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case text[0]:
			return i + 1
		case '\\':
			i++
		}
	}
	return 1
}

func spaceAt(text []byte) int {
	n := 0
	for n < len(text) && cssSpace(text[n]) {
		n++
	}
	return n
}

func cssSpace(c byte) bool { return strings.IndexByte(" \t\n\f\r", c) >= 0 }

// cssMark tells marks about which no space is wanted.
func cssMark(c byte) bool { return strings.IndexByte("{};,>", c) >= 0 }

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// brandRules sets the campaign's own colours over the design's. What is not a colour is left out: a rule of check says so.
func brandRules(brand edition.Brand) string {
	var rules strings.Builder
	for _, c := range []struct{ name, value string }{{"--brand-red", brand.Red}, {"--brand-gold", brand.Gold}} {
		if hexColour.MatchString(c.value) {
			rules.WriteString(":root{" + c.name + ":" + c.value + "}\n")
		}
	}
	return rules.String()
}

func gatherLicences(templates fs.FS) ([]byte, error) {
	var text bytes.Buffer
	for _, pattern := range licencePatterns {
		files, err := fs.Glob(templates, assetFolder+pattern)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			content, err := fs.ReadFile(templates, file)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&text, "==== %s ====\n\n%s\n\n", strings.TrimPrefix(file, assetFolder), bytes.TrimSpace(content))
		}
	}
	return text.Bytes(), nil
}
