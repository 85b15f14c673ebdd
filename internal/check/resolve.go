package check

import (
	"sync"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// Options are what a command line may say over the data.
type Options struct {
	AsOf  string // RFC 3339; "" leaves campaign.as_of
	Texts *Texts // what was found out of texts before; nil is nothing

	// What the program can say by itself; nil if that is not known.
	Langs []string          // languages that a twin may be in
	Words map[string]string // the interface's words by key, in any language: those that a translation may say otherwise
}

// Resolve believes what it can of a tree. The documents are those of content/, by the path below it: "ke-hoach.md",
// "en/ke-hoach.md".
func Resolve(tree *source.Tree, opt Options) (*campaign.Ledger, map[string]markdown.Doc, diag.List) {
	ledger, docs, problems, rest := Believe(tree, opt)
	problems.Append(rest())
	return ledger, docs, problems
}

// Believe is Resolve that does not wait for rules which only ask whether a text or figure is meant as it stands: those are looked at while something else
// is done with the ledger, which must not be changed. rest waits for what they tell.
func Believe(tree *source.Tree, opt Options) (ledger *campaign.Ledger, docs map[string]markdown.Doc, problems diag.List, rest func() diag.List) {
	r := &resolver{tree: tree, ledger: &campaign.Ledger{}, docs: map[string]markdown.Doc{}, texts: opt.Texts}
	personal := (&resolver{tree: tree}).beside((*resolver).personal)
	r.campaign(opt)
	r.names()
	r.areas()
	r.sources()
	r.units()
	r.targets()
	r.assignments()
	r.achievements()
	r.results()
	r.forms()
	r.decisions()
	r.awards()
	r.articles()
	r.stories()
	r.corrections()
	r.certificates()
	r.ceremony()
	r.promises()
	r.moves()
	r.approvals()
	r.translations(opt)
	r.documents()
	texts := (&resolver{tree: tree, ledger: r.ledger, reports: r.reports, decided: r.decided, read: r.read, written: r.written, texts: r.texts}).
		beside((*resolver).awardNames, (*resolver).figures, (*resolver).alike, (*resolver).citations, (*resolver).merits)
	return r.ledger, r.docs, r.problems, sync.OnceValue(func() (more diag.List) {
		more.Append(<-personal, <-texts)
		return more
	})
}

// beside looks at rules while others are looked at. What comes out is sent once.
func (r *resolver) beside(rules ...func(*resolver)) <-chan diag.List {
	told := make(chan diag.List, 1)
	go func() {
		for _, rule := range rules {
			rule(r)
		}
		told <- r.problems
	}()
	return told
}

// resolver is the state of one Resolve. Its methods run in the order above: a reference finds only what came before.
type resolver struct {
	tree     *source.Tree
	ledger   *campaign.Ledger
	docs     map[string]markdown.Doc
	problems diag.List

	areaIDs        index[campaign.Area]
	sourceIDs      index[campaign.Source]
	blockIDs       index[campaign.Block]
	unitIDs        index[campaign.Unit]
	targetIDs      index[campaign.Target]
	assignmentIDs  index[campaign.Assignment]
	formIDs        index[campaign.Form]
	decisionIDs    index[campaign.Decision]
	awardIDs       index[campaign.Award]
	achievementIDs index[campaign.Achievement]

	reports    map[*campaign.Result]diag.Place // where each report's value stands
	groups     map[string]bool                 // spellings met
	groupSlugs map[string]source.Value         // the first of each slug
	storyIDs   index[campaign.Story]

	issuers map[*campaign.Form][]string // who may give a form: kinds of units, and organizerWord

	decided map[pair]verdict // data/duplicates.yaml
	read    map[*campaign.Award]*source.Award
	written []*campaign.Award // as data has them, copies too
	speller viet.Speller
	texts   *Texts
}

// add reports a breach of a rule.
func (r *resolver) add(rule *diag.Rule, at diag.Place, text, hint string, also ...diag.Place) {
	r.problems.Add(rule, at, text, hint, also...)
}
