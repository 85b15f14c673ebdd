package check

import (
	"math"

	"bangvang/internal/campaign"
)

// Literal is how the value of a key is written.
type Literal uint8

// The literals. Free text is whatever somebody writes.
const (
	FreeText Literal = iota
	SlugLiteral
	Reference // an id of another data file
	DateLiteral
	MomentLiteral
	NumberLiteral
	WholeLiteral // a number without a fraction
	FlagLiteral
	WordLiteral // one of a closed list
	URLLiteral
	EmailLiteral
	ColourLiteral
	LanguageLiteral
	ZoneLiteral
	ContentFile        // a file below content/
	AddressLiteral     // within the site
	HashLiteral        // 64 hexadecimal digits
	DestinationLiteral // an address within the site, or a URL
)

// Meaning is what Resolve takes the value of a key for: what editors are told before anything is checked. A test holds each to what Resolve does.
type Meaning struct {
	Literal   Literal
	Words     []Word // of a WordLiteral
	Of        string // of a Reference: "units"
	Low, High int    // of numbers, both included, if there are bounds: High is at least 1 then; math.MaxInt32 is none
}

// Bounded tells whether the number must lie within bounds.
func (m Meaning) Bounded() bool { return m.High > 0 }

// MeaningOf gives what a key of a source record is taken for.
func MeaningOf(record, key string) Meaning { return meanings[record][key] }

var (
	slugs    = Meaning{Literal: SlugLiteral}
	dates    = Meaning{Literal: DateLiteral}
	figures  = Meaning{Literal: NumberLiteral}
	flags    = Meaning{Literal: FlagLiteral}
	urls     = Meaning{Literal: URLLiteral}
	contents = Meaning{Literal: ContentFile}
)

func idOf(file string) Meaning       { return Meaning{Literal: Reference, Of: file} }
func wordOf(words []Word) Meaning    { return Meaning{Literal: WordLiteral, Words: words} }
func whole(low, high int) Meaning    { return Meaning{Literal: WholeLiteral, Low: low, High: high} }
func measured(low, high int) Meaning { return Meaning{Literal: NumberLiteral, Low: low, High: high} }

// meanings are those of keys that are no free text, by the source record's name.
var meanings = map[string]map[string]Meaning{
	"Area":        {"id": slugs},
	"Source":      {"id": slugs, "date": dates, "url": urls},
	"Target":      {"id": slugs, "area": idOf("areas"), "decimals": whole(0, campaign.MaxScale), "deadline": dates, "period": dates, "cumulative": flags, "part_of": idOf("targets")},
	"Goal":        {"at_least": figures, "at_most": figures, "count": whole(0, math.MaxInt32)},
	"Bounds":      {"from": figures, "to": figures},
	"Official":    {"source": idOf("sources")},
	"Baseline":    {"period": dates, "value": figures, "qualifier": wordOf(qualifierWords), "source": idOf("sources")},
	"Computed":    {"from": idOf("sources")},
	"Result":      {"target": idOf("targets"), "assignment": idOf("assignments"), "as_of": dates, "value": figures, "qualifier": wordOf(qualifierWords), "status": wordOf(statusWords), "source": idOf("sources"), "sample": flags},
	"Block":       {"id": slugs, "lead": idOf("units")},
	"Unit":        {"id": slugs, "kind": wordOf(unitWords), "block": idOf("blocks"), "parent": idOf("units"), "order": figures, "verified": flags, "source": idOf("sources")},
	"Assignment":  {"id": slugs, "unit": idOf("units"), "target": idOf("targets"), "decimals": whole(0, campaign.MaxScale), "deadline": dates, "sample": flags},
	"Achievement": {"id": slugs, "unit": idOf("units"), "area": idOf("areas"), "target": idOf("targets"), "value": figures, "date": dates, "source": idOf("sources"), "sample": flags},
	"Form":        {"id": slugs, "rank": whole(1, 1000), "issued_by": wordOf(issuerWords), "kind": wordOf(formWords)},
	"Decision":    {"id": slugs, "form": idOf("forms"), "date": dates, "issuer_unit": idOf("units"), "publish_at": {Literal: MomentLiteral}, "sample": flags},
	"Expects":     {"collectives": whole(0, math.MaxInt32), "individuals": whole(0, math.MaxInt32), "households": whole(0, math.MaxInt32)},
	"Revocation":  {"date": dates},
	"Roll":        {"decision": idOf("decisions")},
	"Award":       {"id": slugs, "no": whole(1, math.MaxInt32), "kind": wordOf(awardWords), "unit": idOf("units"), "area": idOf("areas")},
	"Photo":       {"file": contents, "consent": flags},
	"Minor":       {"consent": flags},
	"Withdrawal":  {"date": dates},
	"Origin":      {"row": whole(1, math.MaxInt32)},
	"Campaign":    {"as_of": {Literal: MomentLiteral}, "time_zone": {Literal: ZoneLiteral}, "lang": {Literal: LanguageLiteral}, "base_url": urls, "short_url": urls, "first_url": urls, "logo": contents, "booklet": flags},
	"Cards":       {"awards": whole(0, mostCards)},
	"Span":        {"from": dates, "to": dates},
	"Plan":        {"date": dates},
	"Event":       {"date": dates, "programme": contents},
	"Contact":     {"email": {Literal: EmailLiteral}},
	"Brand":       {"red": {Literal: ColourLiteral}, "gold": {Literal: ColourLiteral}},
	"Correction":  {"date": dates, "target": idOf("targets"), "decision": idOf("decisions"), "award": idOf("awards"), "unit": idOf("units"), "story": idOf("stories")},
	"Ceremony":    {"group_size": whole(1, 200), "order": wordOf(awardWords), "decisions": idOf("decisions")},
	"PlaceCard":   {"width": measured(40, cardRoomWide), "height": measured(25, cardRoomHigh/2)},
	"Certificate": {"form": idOf("forms"), "kinds": wordOf(awardWords), "width": measured(50, 1000), "height": measured(50, 1000), "measured": flags},
	"CertificateField": {"x": measured(0, 1000), "y": measured(0, 1000), "width": measured(5, 1000), "align": wordOf(alignWords), "face": wordOf(faceWords), "size": measured(6, 120),
		"least": measured(6, 120), "leading": measured(6, 200), "lines": whole(1, 20), "grow": wordOf(growWords), "fit": wordOf(fitWords), "upper": flags},
	"Approval":  {"hash": {Literal: HashLiteral}, "at": {Literal: MomentLiteral}, "as_of": {Literal: MomentLiteral}},
	"Move":      {"from": {Literal: AddressLiteral}, "to": {Literal: DestinationLiteral}},
	"Farewell":  {"date": dates},
	"Duplicate": {"awards": idOf("awards"), "same": flags},
	"Story":     {"date": dates, "award": idOf("awards"), "area": idOf("areas"), "sample": flags},
}

// Pattern is what all values of a literal match, in the dialect that Go and JavaScript share; "" if nothing can be said. What matches need not be
// right: there is no 30 February.
func (l Literal) Pattern() string {
	switch l {
	case SlugLiteral, Reference:
		return `^[a-z0-9]+(-[a-z0-9]+)*$`
	case DateLiteral:
		return isoDate.String()
	case MomentLiteral:
		return `^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?$`
	case NumberLiteral:
		return plainNumber.String()
	case WholeLiteral:
		return `^-?(0|[1-9][0-9]*)(\.0+)?$`
	case URLLiteral:
		return "^[hH][tT][tT][pP][sS]?://[^ \\t\\n\"<>\\\\^`{|}]+$"
	case EmailLiteral:
		return `^.+@.+$`
	case ColourLiteral:
		return colourLiteral.String()
	case LanguageLiteral:
		return langLiteral.String()
	case AddressLiteral:
		return `^/[^?#]*$`
	case HashLiteral:
		return hashLiteral.String()
	case DestinationLiteral:
		return `^(/|[hH][tT][tT][pP][sS]?://)`
	}
	return ""
}

// MaxID is how many letters an id may have.
const MaxID = maxID
