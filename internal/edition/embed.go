package edition

// Embed is a page as other sites show it: in a frame, as a picture that leads to it, in a sentence.
type Embed struct {
	Frame    *EmbedPage
	Path     Path   // of the page for frames: "/nhung/ho-ngheo/"
	Title    string // of a frame that shows it, and of the page it stands for
	Sentence string // what the page says, whose word it is and where it stands, as a text to paste
	Picture  *Picture
	JSON     Path // its oEmbed answers
	XML      Path
}

// Picture is a picture of what a page says, with the source in it. Width and height are in pixels.
type Picture struct {
	Path          Path
	Alt           string // what it says
	Width, Height int
}

// EmbedPage is /nhung/…: what a frame on another site shows. It stands alone: a reader of that site sees no more of ours.
type EmbedPage struct {
	Of       Path   // the page whose matter it shows, to which it leads
	Address  string // of that page, as people type it
	Overline string // what kind of thing it is
	Warning  string // "Đã bị thu hồi …", "" if not
	Sample   string // that it is no real data, "" if it is
	Sentence string
	Verdict  *Verdict
	Chart    *Chart
	Counts   []EmbedCounts
	Source   string // whose word it is: "Nguồn: …"
	Dated    string // "Bản lưu ngày 15/01/2019", "" where the data's own date stands
}

// EmbedCounts are numbers of one kind, each Fact with its number as Value.
type EmbedCounts struct {
	Heading string
	Rows    []Fact
}

func (*EmbedPage) Template() string { return "embed" }
