package export

import (
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"sync"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// A large index is parted two ways: lists of where each word occurs, from which a search is answered, and rows of entries, of which
// only those shown are loaded. The package comment explains the files.
const (
	shardFile  = "tim-kiem/am-%d.js"
	besideFile = "tim-kiem/dong-%d.js"
	blockFile  = "tim-kiem/muc-%d.js"
	shardSize  = 96 << 10 // bytes of lists after which the next word begins a file; a twelfth, and the next letter
	besideSize = 6 << 10
	blockRows  = 32
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

	Beside        []string `json:"beside"`
	BesideWeights []int    `json:"besideWeights"`

	First first `json:"first"`
}

type shard struct {
	Version int    `json:"v"`
	Stamp   string `json:"stamp"`
	Shard   int    `json:"shard"`
	Words   string `json:"words"`
	Texts   string `json:"texts"`
	Places  string `json:"places,omitempty"`
}

type block struct {
	Version int    `json:"v"`
	Stamp   string `json:"stamp"`
	Block   int    `json:"block"`
	rows
}

func addShards(entries *edition.Entries, set *fileset.Set) error {
	origin := sync.OnceValues(sumOf(entries))
	sum, _ := origin()
	d := directory{Version: partedVersion, Stamp: hex.EncodeToString(sum[:])[:12], Entries: entries.Len(), Rows: blockRows, Also: []int{}}
	var ofLines directory
	lines := make(chan []*occurrence)
	go func() { lines <- besides(entries, &ofLines) }()
	names, beside := parted(occurrences(entries, &d), shardSize), parted(<-lines, besideSize)
	d.Longest += ofLines.Longest
	d.Shards, d.Beside = firstKeys(names), firstKeys(beside)
	add := func(name string, columns func() any) error {
		return set.AddOf(name, origin, func(w io.Writer) error { return writeColumns(w, columns()) })
	}
	for i, part := range names {
		if err := add(fmt.Sprintf(shardFile, i), func() any { return newShard(d.Stamp, i, part) }); err != nil {
			return err
		}
	}
	for i, part := range beside {
		if err := add(fmt.Sprintf(besideFile, i), func() any { return newShard(d.Stamp, i, part) }); err != nil {
			return err
		}
	}
	for i := range (entries.Len() + blockRows - 1) / blockRows {
		part := entries.Part(i*blockRows, min((i+1)*blockRows, entries.Len()))
		if err := add(fmt.Sprintf(blockFile, i), func() any { return block{partedVersion, d.Stamp, i, newRows(part)} }); err != nil {
			return err
		}
	}
	return set.AddOf(searchIndex, origin, func(w io.Writer) error {
		weighed := d
		var err error
		if weighed.Weights, err = weights(d.Stamp, names); err != nil {
			return err
		}
		if weighed.BesideWeights, err = weights(d.Stamp, beside); err != nil {
			return err
		}
		return writeColumns(w, weighed)
	})
}

// firstKeys tell where files begin: the key of the first word of each, or as much of it as parts it from the word before.
func firstKeys(parts [][]*occurrence) []string {
	keys := make([]string, len(parts))
	for i, part := range parts {
		keys[i] = part[0].key
		if i == 0 {
			continue
		}
		before := parts[i-1][len(parts[i-1])-1].key
		for n := range keys[i] {
			if n > 0 && keys[i][:n] > before {
				keys[i] = keys[i][:n]
				break
			}
		}
	}
	return keys
}

// sumOf is the origin of the files of an index: its entries and how they are parted. It names them, too, so that no file of an index is taken for one of
// another edition's.
func sumOf(entries *edition.Entries) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		h := sha256.New()
		fmt.Fprintln(h, shardSize, besideSize, blockRows, firstFound, firstRows)
		var b []byte
		for e := range entries.Part(0, entries.Len()) {
			b = appendEntry(b[:0], e)
			h.Write(b)
		}
		h.Sum(sum[:0])
		return sum, true
	}
}

// appendEntry writes all that an entry says so that no other writes the same.
func appendEntry(b []byte, e edition.Entry) []byte {
	said := func(texts ...string) {
		for _, t := range texts {
			b = append(binary.AppendUvarint(b, uint64(len(t))), t...)
		}
	}
	said(string(e.Kind), e.Name, e.Also, e.Line, string(e.Path))
	b = binary.AppendUvarint(b, uint64(len(e.Twins)))
	for _, t := range e.Twins {
		said(t.Lang, t.Name, t.Line)
	}
	return b
}

// occurrence is a word with the texts in which it stands, each but the first told by its distance from the one before, and where in
// them, each in a letter of its own.
type occurrence struct {
	key, spelling string
	last          int
	texts         []byte
	places        []rune
	begun         []begun
}

// standing are the letters that say where a word stands in a text and how long that is, so that a browser reads one of them without the
// others: each still takes a byte there. The first says place 0 of one word, the next two 0 and 1 of two, and so on until long words, which
// are said to be as many as there are.
var standing = func() []rune {
	all := []rune(digits)
	for c := '¡'; c <= 'ÿ'; c++ {
		if c != '\u00ad' {
			all = append(all, c)
		}
	}
	return all
}()

const manyWords = 15

// stands is the letter for a place in a text of so many words.
func stands(place, size int) rune {
	size = min(size, manyWords)
	return standing[min(size*(size-1)/2+place, len(standing)-1)]
}

// occurrences lists all words of names, then of other names, sorted by key. It tells the directory whose the other names are, how
// many words the longest text has, and what single letters find.
func occurrences(entries *edition.Entries, d *directory) []*occurrence {
	var list []*occurrence
	known := map[string]*occurrence{}
	number := 0
	longest := 0
	beginners := newBeginners(entries.Len())
	add := func(text string, entry int, other bool) {
		words := viet.SearchWords(text)
		longest = max(longest, len(words))
		for place, w := range words {
			o := known[w.Spelling]
			if o == nil {
				o = &occurrence{key: w.Key, spelling: w.Spelling, begun: beginners.begins(w.Key, w.Spelling)}
				known[w.Spelling] = o
				list = append(list, o)
			}
			o.texts = appendNumber(o.texts, number-o.last)
			o.places = append(o.places, stands(place, len(words)))
			o.last = number
			beginners.met(o.begun, entry, len(words), other)
		}
		number++
	}
	for i := range entries.Len() {
		add(entries.Name(i), i, false)
	}
	for i, e := range entries.Others {
		for _, other := range alsoNames(e) {
			add(other, len(entries.Honoured)+i, true)
			d.Also = append(d.Also, len(entries.Honoured)+i)
		}
	}
	d.Longest += longest
	d.First = beginners.first(entries)
	sortByKey(list)
	return list
}

// besides lists all words that stand beside entries, in Line, with the entries as texts; a word counts once for an entry. It tells the
// directory how many words the longest line has.
func besides(entries *edition.Entries, d *directory) []*occurrence {
	var list []*occurrence
	known := map[string]*occurrence{}
	phrases := map[string][]*occurrence{} // the words of each phrase; there are few phrases
	longest := 0
	for i := range entries.Len() {
		length := 0
		for phrase := range entries.Beside(i) {
			words, ok := phrases[phrase]
			if !ok {
				for _, w := range viet.SearchWords(phrase) {
					if known[w.Spelling] == nil {
						known[w.Spelling] = &occurrence{key: w.Key, spelling: w.Spelling, last: -1}
						list = append(list, known[w.Spelling])
					}
					words = append(words, known[w.Spelling])
				}
				phrases[phrase] = words
			}
			length += len(words)
			for _, o := range words {
				if o.last != i {
					o.texts = appendNumber(o.texts, i-max(o.last, 0))
					o.last = i
				}
			}
		}
		longest = max(longest, length)
	}
	d.Longest += longest
	sortByKey(list)
	return list
}

func sortByKey(list []*occurrence) {
	slices.SortFunc(list, func(a, b *occurrence) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.spelling, b.spelling))
	})
}

// alsoJoint parts the names of edition.Entry.Also.
const alsoJoint = " | "

// digits write numbers that nothing in JSON or HTML escapes, and that no telephone number and no address of mail can come of by chance, since
// neither 0 to 9 nor @ is among them: of the first 61 one ends a number, of the last 16 one goes before, with
// four bits, the lowest first.
const (
	digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$%()*" + "+,./:;=?[]^`{|}~"
	enders = len(digits) - 16
)

func appendNumber(b []byte, n int) []byte {
	for ; n >= enders; n >>= 4 {
		b = append(b, digits[enders+n&15])
	}
	return append(b, digits[n])
}

// parted cuts lists where they fill a file, or else between letters, so that a query of one letter loads what it asks for and little
// else; all spellings of a key stay together.
func parted(lists []*occurrence, full int) [][]*occurrence {
	var out [][]*occurrence
	size, from := 0, 0
	for i, o := range lists {
		if size >= full && o.key != lists[i-1].key || size >= full/12 && o.key[0] != lists[i-1].key[0] {
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

// weights are how many bytes files of lists have when they are sent.
func weights(stamp string, parts [][]*occurrence) ([]int, error) {
	out := make([]int, len(parts))
	var n counter
	z := gzip.NewWriter(&n)
	for i, part := range parts {
		n = 0
		z.Reset(&n)
		if err := writeColumns(z, newShard(stamp, i, part)); err != nil {
			return nil, err
		}
		if err := z.Close(); err != nil {
			return nil, err
		}
		out[i] = int(n)
	}
	return out, nil
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
		if o.places != nil {
			places.add(string(o.places))
		}
	}
	return shard{partedVersion, stamp, number, words.text(), texts.text(), places.text()}
}
