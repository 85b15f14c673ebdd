package booklet

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"strings"
	"sync"

	"github.com/signintech/gopdf"
)

// distinct gives the images that operations draw, each once, and for every image of the layout the number of its first like, or -1 for one that
// is not drawn.
func distinct(images []Image, all [][]Op) (order []int, same []int) {
	drawn := make([]bool, len(images))
	for _, ops := range all {
		for i := range ops {
			if ops[i].Kind == OpImage {
				drawn[ops[i].Shape.Image] = true
			}
		}
	}
	seen := map[string]int{}
	same = make([]int, len(images))
	for i := range images {
		if !drawn[i] || len(images[i].Data) == 0 { // without data: that it cannot be drawn has been told
			same[i] = -1
			continue
		}
		first, known := seen[string(images[i].Data)]
		if !known {
			first = i
			seen[string(images[i].Data)] = i
			order = append(order, i)
		}
		same[i] = first
	}
	return order, same
}

// standIn is drawn in place of every picture in the runs, of which only the content streams are kept: gopdf would else hold each picture once for
// every run that shows it.
var standIn = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1)), nil); err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	return b.Bytes()
})

// image places a picture.
func (p *pen) image(o *Op) error {
	if len(p.images[o.Shape.Image].Data) == 0 {
		return nil
	}
	return p.place(standIn(), o)
}

func (p *pen) place(data []byte, o *Op) error {
	holder, err := gopdf.ImageHolderByBytes(data)
	if err != nil {
		return err
	}
	return p.pdf.ImageByHolder(holder, o.X, o.Y, &gopdf.Rect{W: o.Shape.W, H: o.Shape.H})
}

// carryImages has gopdf make the objects of all pictures, writes them into the file and gives the resources that name them.
func (s *studio) carryImages(f *pdfFile) (resources string, err error) {
	if len(s.order) == 0 {
		return "", nil
	}
	var names strings.Builder
	for _, i := range s.order {
		p, err := s.open(false)
		if err != nil {
			return "", err
		}
		p.pdf.AddPage()
		if err := p.place(s.images[i].Data, &Op{Kind: OpImage, Shape: &Shape{W: 1, H: 1}}); err != nil {
			return "", fmt.Errorf("booklet: %s: %w", s.images[i].File, err)
		}
		o, err := p.written(&bytes.Buffer{})
		if err != nil {
			return "", err
		}
		for k := 1; k < len(o); k++ {
			if !bytes.Contains(o[k][:min(80, len(o[k]))], []byte("/Subtype /Image\n")) {
				continue
			}
			dict, err := imageDict(o[k])
			if err != nil {
				return "", fmt.Errorf("booklet: %s: %w", s.images[i].File, err)
			}
			data, err := streamOf(o[k])
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&names, "/Im%d %d 0 R ", i, f.addStream(dict, bytes.TrimSuffix(data, []byte("\n"))))
		}
	}
	return " /XObject <<" + names.String() + ">>", nil
}

// imageDict gives the entries of a picture's dictionary but for its length. What refers to another object, such as a mask, is not expected.
func imageDict(object []byte) (string, error) {
	head, _, found := bytes.Cut(object, []byte("\t/Length "))
	if !found || bytes.Contains(head, []byte(" 0 R")) {
		return "", errShape
	}
	return strings.Join(strings.Fields(string(bytes.TrimPrefix(head, []byte("<<")))), " "), nil
}

var imageEnds = []byte(" Do \nQ\nQ\nQ\n")

// placed copies the lines that place a picture: gopdf turns it by nothing and numbers it by the document that it was drawn in.
func placed(out, lines []byte, image int) ([]byte, error) {
	_, at, found := bytes.Cut(lines, []byte("q\nq\n"))
	matrix, _, ends := bytes.Cut(at, []byte("/I"))
	if !found || !ends {
		return nil, errShape
	}
	return fmt.Appendf(out, "q %s /Im%d Do Q\n", bytes.Join(bytes.Fields(matrix), []byte(" ")), image), nil
}
