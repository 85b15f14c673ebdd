package export

import (
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// A large index is parted two ways: lists of where each word occurs, from which a search is answered, and rows of entries, of which
// only those shown are loaded. The package comment explains the files.
const (
	shardFile = "tim-kiem/am-%d.js"
	blockFile = "tim-kiem/muc-%d.js"
	shardSize = 24 << 10 // bytes of lists after which the next word begins a file
	blockRows = 32
)

type directory struct {
	Version int      `json:"v"`
	Stamp   string   `json:"stamp"`
	Entries int      `json:"entries"`
	Rows    int      `json:"rows"`
	Longest int      `json:"longest"`
	Shards  []string `json:"shards"`
	Weights []int    `json:"weights"`
	Also    []int    `json:"also"`
}

type shard struct {
	Version int    `json:"v"`
	Stamp   string `json:"stamp"`
	Shard   int    `json:"shard"`
	Words   string `json:"words"`
	Texts   string `json:"texts"`
	Places  string `json:"places"`
}

type block struct {
	Version int    `json:"v"`
	Stamp   string `json:"stamp"`
	Block   int    `json:"block"`
	rows
}

func addShards(entries []edition.Entry, set *fileset.Set) error {
	d := directory{Version: 4, Stamp: stamp(entries), Entries: len(entries), Rows: blockRows, Shards: []string{}, Also: []int{}}
	parts := parted(occurrences(entries, &d))
	add := func(name string, columns func() any) error {
		return set.Add(name, func(w io.Writer) error { return writeColumns(w, columns()) })
	}
	for i, part := range parts {
		d.Shards = append(d.Shards, part[0].key)
		if err := add(fmt.Sprintf(shardFile, i), func() any { return newShard(d.Stamp, i, part) }); err != nil {
			return err
		}
	}
	for i := range (len(entries) + blockRows - 1) / blockRows {
		part := entries[i*blockRows : min((i+1)*blockRows, len(entries))]
		if err := add(fmt.Sprintf(blockFile, i), func() any { return block{4, d.Stamp, i, newRows(part)} }); err != nil {
			return err
		}
	}
	return set.Add(searchIndex, func(w io.Writer) error {
		weighed := d
		for i, part := range parts {
			n, err := weight(newShard(d.Stamp, i, part))
			if err != nil {
				return err
			}
			weighed.Weights = append(weighed.Weights, n)
		}
		return writeColumns(w, weighed)
	})
}

// stamp names the content of an index, so that no file of it is taken for one of another edition's.
func stamp(entries []edition.Entry) string {
	h := sha256.New()
	for _, e := range entries {
		fmt.Fprintf(h, "%q\n", e)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// occurrence is a word with the texts in which it stands, each but the first told by its distance from the one before, and where in
// them: 16 times its place and the number of the text's words, at most 15.
type occurrence struct {
	key, spelling string
	last          int
	texts, places []byte
}

// occurrences lists all words of names, then of other names, sorted by key. It tells the directory whose the other names are, and how
// many words the longest text has.
func occurrences(entries []edition.Entry, d *directory) []*occurrence {
	var list []*occurrence
	known := map[string]*occurrence{}
	number := 0
	add := func(text string) {
		words := viet.SearchWords(text)
		d.Longest = max(d.Longest, len(words))
		for place, w := range words {
			o := known[w.Spelling]
			if o == nil {
				o = &occurrence{key: w.Key, spelling: w.Spelling}
				known[w.Spelling] = o
				list = append(list, o)
			}
			o.texts = appendNumber(o.texts, number-o.last)
			o.places = appendNumber(o.places, 16*place+min(len(words), 15))
			o.last = number
		}
		number++
	}
	for _, e := range entries {
		add(e.Name)
	}
	for i, e := range entries {
		if e.Also == "" {
			continue
		}
		for other := range strings.SplitSeq(e.Also, alsoJoint) {
			add(other)
			d.Also = append(d.Also, i)
		}
	}
	slices.SortFunc(list, func(a, b *occurrence) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.spelling, b.spelling))
	})
	return list
}

// alsoJoint parts the names of edition.Entry.Also.
const alsoJoint = " | "

// digits write numbers that nothing in JSON or HTML escapes: of the first 64 one ends a number, of the last 16 one goes before, with
// four bits, the lowest first.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_" + "!#$%()*+,./:;=?@"

func appendNumber(b []byte, n int) []byte {
	for ; n >= 64; n >>= 4 {
		b = append(b, digits[64+n&15])
	}
	return append(b, digits[n])
}

// parted cuts lists where they fill a file; all spellings of a key stay together.
func parted(lists []*occurrence) [][]*occurrence {
	var out [][]*occurrence
	size, from := 0, 0
	for i, o := range lists {
		if size >= shardSize && o.key != lists[i-1].key {
			out = append(out, lists[from:i])
			size, from = 0, i
		}
		size += len(o.texts) + len(o.places)
	}
	if from < len(lists) {
		out = append(out, lists[from:])
	}
	return out
}

// weight is how many bytes a file of lists has when it is sent.
func weight(s shard) (int, error) {
	var n counter
	z := gzip.NewWriter(&n)
	if err := writeColumns(z, s); err != nil {
		return 0, err
	}
	err := z.Close()
	return int(n), err
}

type counter int

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}

func newShard(stamp string, number int, lists []*occurrence) shard {
	var words, texts, places lines
	for _, o := range lists {
		words.add(o.spelling)
		texts.add(string(o.texts))
		places.add(string(o.places))
	}
	return shard{4, stamp, number, words.text(), texts.text(), places.text()}
}
