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
	var subsets [faceCount]subset
	var wait sync.WaitGroup
	for face, chars := range s.chars {
		if len(chars) > 0 {
			wait.Go(func() { subsets[face], subsets[face].err = s.subset(Face(face)) })
		}
	}
	wait.Wait()
	var names bytes.Buffer
	for face, name := range s.names {
		if name == "" {
			continue
		}
		if err := subsets[face].err; err != nil {
			return "", err
		}
		number, err := carryFont(f, subsets[face].objects, subsets[face].font)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&names, "%s%d 0 R ", name, number)
	}
	return "/Font <<" + names.String() + ">>", nil
}

// subset is a document of gopdf's with the characters of a face, and which of its objects is the font.
type subset struct {
	objects objects
	font    int
	err     error
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

// carryFont copies one of gopdf's fonts: the subset itself, its descriptor, its widths and its map to characters, which is written anew.
func carryFont(f *pdfFile, o objects, font int) (int, error) {
	toUnicode, descendant := reference(o[font], "/ToUnicode"), reference(o[font], "/DescendantFonts")
	if max(toUnicode, descendant, font) >= len(o) || toUnicode == 0 || descendant == 0 {
		return 0, errShape
	}
	descriptor := reference(o[descendant], "/FontDescriptor")
	if descriptor == 0 || descriptor >= len(o) {
		return 0, errShape
	}
	program := reference(o[descriptor], "/FontFile2")
	if program == 0 || program >= len(o) {
		return 0, errShape
	}
	data, err := streamOf(o[program])
	if err != nil {
		return 0, err
	}
	_, rest, _ := bytes.Cut(o[program], []byte("/Length1 "))
	length, _, _ := bytes.Cut(rest, []byte("\n"))
	file := f.addStream(fmt.Sprintf("/Filter /FlateDecode /Length1 %s", length), bytes.TrimSuffix(data, []byte("\n")))
	first := f.reserve(3)
	f.put(first, replaced(replaced(o[descriptor], fmt.Sprintf("/FontFile2 %d 0 R", program), fmt.Sprintf("/FontFile2 %d 0 R", file)),
		"/StemV 0\n", "/StemV 80\n")) // 0 is "unknown", which some readers take by its word
	cid := replaced(o[descendant], fmt.Sprintf("/FontDescriptor %d 0 R", descriptor), fmt.Sprintf("/FontDescriptor %d 0 R", first))
	f.put(first+1, replaced(cid, "/Subtype /CIDFontType2\n", "/CIDToGIDMap /Identity\n/Subtype /CIDFontType2\n"))
	unicode := f.addPacked("", unicodeMap(o[toUnicode]))
	whole := replaced(o[font], fmt.Sprintf("/ToUnicode %d 0 R", toUnicode), fmt.Sprintf("/ToUnicode %d 0 R", unicode))
	f.put(first+2, replaced(whole, fmt.Sprintf("[%d 0 R]", descendant), fmt.Sprintf("[%d 0 R]", first+1)))
	return first + 2, nil
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
