package booklet

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/signintech/gopdf"
)

// carryFonts has gopdf make the subsets of all faces in use, writes them into the file as the standard asks and gives the resources
// that name them as content streams do.
func (s *studio) carryFonts(f *pdfFile) (resources string, err error) {
	var made [faceCount]embedded
	var failed [faceCount]error
	var wait sync.WaitGroup
	for face, chars := range s.chars {
		if len(chars) > 0 {
			wait.Go(func() { made[face], failed[face] = s.embedded(Face(face)) })
		}
	}
	wait.Wait()
	var names bytes.Buffer
	for face, name := range s.names {
		if name == "" {
			continue
		}
		if failed[face] != nil {
			return "", failed[face]
		}
		fmt.Fprintf(&names, "%s%d 0 R ", name, made[face].carry(f))
	}
	return "/Font <<" + names.String() + ">>", nil
}

// embedded gives a face as files have it, as it was kept or else made.
func (s *studio) embedded(f Face) (embedded, error) {
	key := s.kept.key(f, s.chars[f])
	if e, ok := s.kept.load(key); ok {
		return e, nil
	}
	made, err := s.subset(f)
	if err != nil {
		return nil, err
	}
	e, err := embed(made.objects, made.font)
	if err == nil {
		s.kept.save(key, e)
	}
	return e, err
}

// subset is a document of gopdf's with the characters of a face, and which of its objects is the font.
type subset struct {
	objects objects
	font    int
}

// subset has gopdf make such a document.
func (s *studio) subset(f Face) (out subset, err error) {
	p := &pen{studio: s, pdf: &gopdf.GoPdf{}}
	p.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: s.width, H: s.height}})
	p.pdf.SetNoCompression()
	family := subsetName(faceNames[f], s.chars[f])
	if err := p.pdf.AddTTFFontData(family, s.faces[f].slim(s.chars[f])); err != nil {
		return out, err
	}
	p.pdf.AddPage()
	if err := p.pdf.SetFont(family, "", 1); err != nil {
		return out, err
	}
	if err := p.pdf.Text(string(s.chars[f])); err != nil {
		return out, err
	}
	out.objects, err = p.written(&bytes.Buffer{})
	if err != nil {
		return out, err
	}
	for _, o := range out.objects {
		if bytes.Contains(o[:min(200, len(o))], []byte("\n\t/Font <<\n")) {
			if out.font = reference(o, "/F1 "); out.font > 0 {
				return out, nil
			}
		}
	}
	return out, errShape
}

// embedded are the parts of a font as files have it, in which others are called by these numbers.
type embedded [][]byte

const (
	lengthPart     = iota // of the program, unpacked
	programPart           // packed
	descriptorPart        // says where the program is
	cidPart               // its widths, and where the descriptor is
	unicodePart           // its map to characters, packed
	fontPart              // says where the map and the widths are
	fontParts
)

// embed takes one of gopdf's fonts apart: the subset itself, its descriptor, its widths and its map to characters, which is written anew.
func embed(o objects, font int) (embedded, error) {
	toUnicode, descendant := reference(o[font], "/ToUnicode"), reference(o[font], "/DescendantFonts")
	if max(toUnicode, descendant, font) >= len(o) || toUnicode == 0 || descendant == 0 {
		return nil, errShape
	}
	descriptor := reference(o[descendant], "/FontDescriptor")
	if descriptor == 0 || descriptor >= len(o) {
		return nil, errShape
	}
	program := reference(o[descriptor], "/FontFile2")
	if program == 0 || program >= len(o) {
		return nil, errShape
	}
	data, err := streamOf(o[program])
	if err != nil {
		return nil, err
	}
	_, rest, _ := bytes.Cut(o[program], []byte("/Length1 "))
	length, _, _ := bytes.Cut(rest, []byte("\n"))
	whole := replaced(o[font], fmt.Sprintf("/ToUnicode %d 0 R", toUnicode), fmt.Sprintf("/ToUnicode %d 0 R", unicodePart))
	return embedded{
		lengthPart:  length,
		programPart: bytes.TrimSuffix(data, []byte("\n")),
		descriptorPart: replaced(replaced(o[descriptor], fmt.Sprintf("/FontFile2 %d 0 R", program), fmt.Sprintf("/FontFile2 %d 0 R", programPart)),
			"/StemV 0\n", "/StemV 80\n"), // 0 is "unknown", which some readers take by its word
		cidPart: replaced(replaced(o[descendant], fmt.Sprintf("/FontDescriptor %d 0 R", descriptor), fmt.Sprintf("/FontDescriptor %d 0 R", descriptorPart)),
			"/Subtype /CIDFontType2\n", "/CIDToGIDMap /Identity\n/Subtype /CIDFontType2\n"),
		unicodePart: deflated(unicodeMap(o[toUnicode])),
		fontPart:    replaced(whole, fmt.Sprintf("[%d 0 R]", descendant), fmt.Sprintf("[%d 0 R]", cidPart)),
	}, nil
}

// carry writes a font into a file and gives its number there.
func (e embedded) carry(f *pdfFile) int {
	called := func(object []byte, as string, part, number int) []byte {
		return replaced(object, fmt.Sprintf(as, part), fmt.Sprintf(as, number))
	}
	file := f.addStream(fmt.Sprintf("/Filter /FlateDecode /Length1 %s", e[lengthPart]), e[programPart])
	first := f.reserve(3)
	f.put(first, called(e[descriptorPart], "/FontFile2 %d 0 R", programPart, file))
	f.put(first+1, called(e[cidPart], "/FontDescriptor %d 0 R", descriptorPart, first))
	unicode := f.addStream(" /Filter /FlateDecode", e[unicodePart])
	whole := called(e[fontPart], "/ToUnicode %d 0 R", unicodePart, unicode)
	f.put(first+2, called(whole, "[%d 0 R]", cidPart, first+1))
	return first + 2
}

func replaced(object []byte, old, new string) []byte {
	return bytes.TrimSpace(bytes.Replace(object, []byte(old), []byte(new), 1))
}

// subsetName names a face as embedded subsets are named: six letters that follow from the characters used, and the font.
func subsetName(face string, chars []rune) string {
	sum := sha256.Sum256([]byte(face + string(chars)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + byte(binary.BigEndian.Uint16(sum[2*i:])%26)
	}
	return string(tag) + "+" + face
}
