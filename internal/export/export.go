package export

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/sheet"
)

const (
	dataFolder  = "du-lieu/v1/"
	searchIndex = "tim-kiem/chi-muc.js"
	pressPage   = edition.Path("/bao-chi/")
)

// Kept keeps tables as they were packed, from one build to the next; nil keeps nothing.
type Kept = sheet.Kept

// Add puts into set the files that this package makes of ed. It fails if the base URL is not one, a name is refused, a feed or a page
// has a time that is none, or if the edition offers a download under /du-lieu/v1/ that is not in set. seen is of ed, for origins; it may be nil.
func Add(ed *edition.Edition, packed *Kept, seen *digest.Book, set *fileset.Set) error {
	b, err := newBase(ed.Site.BaseURL)
	if err != nil {
		return err
	}
	if err := addDatasets(ed, b, packed, seen, set); err != nil {
		return err
	}
	for _, add := range []func(*edition.Edition, *digest.Book, *fileset.Set) error{addRoll, addExtracts} {
		if err := add(ed, seen, set); err != nil {
			return err
		}
	}
	for _, add := range []func(*edition.Edition, base, *fileset.Set) error{
		addSearch, addFeeds, addSitemap, addRobots, addSecurity, addScript, addHumans, addReferences,
	} {
		if err := add(ed, b, set); err != nil {
			return err
		}
	}
	if err := addSums(set); err != nil {
		return err
	}
	return checkDownloads(ed, set)
}

// checkDownloads refuses an edition that offers a file of data that is not in set.
func checkDownloads(ed *edition.Edition, set *fileset.Set) error {
	for i := range ed.Datasets {
		d := &ed.Datasets[i]
		if err := checkOffers("bộ dữ liệu "+d.ID, d.Downloads, "/", set); err != nil {
			return err
		}
	}
	for i := range ed.Pages {
		p := &ed.Pages[i]
		var offers []edition.Download
		switch body := p.Body.(type) {
		case *edition.TargetPage:
			offers = body.Downloads
		case *edition.DecisionPage:
			offers = body.Downloads
		case *edition.DataPage:
			for _, d := range body.Datasets {
				offers = append(offers, d.Downloads...)
			}
		}
		folder := "/" + dataFolder
		if f, ok := p.Body.(*edition.FrozenPage); ok {
			offers, folder = f.Downloads, "/"
		}
		if err := checkOffers("trang "+string(p.Path), offers, folder, set); err != nil {
			return err
		}
	}
	return nil
}

// checkOffers refuses a download below folder that is not in set.
func checkOffers(who string, offers []edition.Download, folder string, set *fileset.Set) error {
	for _, o := range offers {
		if strings.HasPrefix(string(o.Path), folder) && !set.Has(fileName(o.Path)) {
			return fmt.Errorf("%s mời tải %q nhưng không có tệp này", who, o.Path)
		}
	}
	return nil
}

// fileName is what fileset calls the file at p.
func fileName(p edition.Path) string { return strings.TrimPrefix(string(p), "/") }

// of is the origin of a file that is made from these values, and from nothing else.
func of(values ...any) fileset.Origin {
	return func() ([sha256.Size]byte, bool) { return digest.Of(values...) }
}

// text is a recipe for a file that is known from the start.
func text(s string) fileset.Recipe {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}
