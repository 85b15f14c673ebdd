package source

import "bangvang/internal/diag"

// Certificate is one of data/certificates.yaml: where on the printed stock of a form what stands. Lengths are millimetres, sizes points.
type Certificate struct {
	Place    diag.Place
	Form     Value              `key:"form"`
	Kinds    []Value            `key:"kinds?"`
	Width    Value              `key:"width"`
	Height   Value              `key:"height"`
	Measured Value              `key:"measured"`
	Fields   []CertificateField `key:"fields"`
}

// CertificateField is one text of a certificate. X and Y are where its first baseline begins, from the upper left corner of the sheet.
type CertificateField struct {
	Place   diag.Place
	Name    Value `key:"name"`
	Text    Value `key:"text"`
	X       Value `key:"x"`
	Y       Value `key:"y"`
	Width   Value `key:"width"`
	Align   Value `key:"align?"`
	Face    Value `key:"face?"`
	Size    Value `key:"size"`
	Least   Value `key:"least?"`
	Leading Value `key:"leading?"`
	Lines   Value `key:"lines?"`
	Grow    Value `key:"grow?"`
	Fit     Value `key:"fit?"`
	Upper   Value `key:"upper?"`
}
