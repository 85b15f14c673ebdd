package cli

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestManual runs the examples of the manual, the package comment, from the folder of the real campaign.
func TestManual(t *testing.T) {
	long(t)
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	runExamples(t, regexp.MustCompile(`(?m)^//\s+\$ bangvang (.+)$`).FindAllStringSubmatch(string(text), -1), 5)
}

// TestHelpExamples runs the examples that --help shows. They stand in the commands, so they can't name a campaign's folders.
func TestHelpExamples(t *testing.T) {
	long(t)
	var found [][]string
	for _, command := range []string{"build", "check", "booklet", "certificates", "call-sheet", "place-cards", "appraisal", "press-kit", "diff", "publish", "verify", "rollback", "template", "import", "schema", "explain"} {
		o := want(t, exitFine, "Ví dụ:", "", command, "--help")
		_, examples, _ := strings.Cut(o.out, "Ví dụ:")
		for _, m := range regexp.MustCompile(`(?m)^\s+bangvang (.+)$`).FindAllStringSubmatch(examples, -1) {
			// A stick, a server's folder and the web are not at hand; the rehearsal, whose examples come before, is.
			m[1] = strings.NewReplacer("/mnt/usb/", "", "dir:/srv/www/bang-vang", "dir:thu-cong-bo/may-chu").Replace(m[1])
			if strings.Contains(m[1], "https://") {
				continue
			}
			if command == "verify" {
				m[1] += " -d thu-cong-bo/public"
			}
			found = append(found, m)
		}
	}
	runExamples(t, found, 5)
}

// known are the lines of the README's shell blocks that are not ours to run here.
var known = regexp.MustCompile(`^(git clone |cd |\.ci/(test|run)\b|#|$)`)

// TestReadme runs the commands of the README.
func TestReadme(t *testing.T) {
	long(t)
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var found [][]string
	for _, block := range regexp.MustCompile("(?ms)^```(?:sh|console|bash)\n(.*?)^```").FindAllStringSubmatch(string(text), -1) {
		for line := range strings.SplitSeq(block[1], "\n") {
			line = strings.TrimSpace(strings.TrimPrefix(line, "$ "))
			command, _, _ := strings.Cut(line, " #")
			rest, ok := strings.CutPrefix(strings.TrimSpace(command), "go run ./cmd/bangvang")
			if !ok {
				rest, ok = strings.CutPrefix(command, "bangvang")
			}
			switch {
			case ok:
				found = append(found, []string{line, rest})
			case !known.MatchString(line):
				t.Errorf("README tells to run %q, which no test runs", line)
			}
		}
	}
	for _, m := range regexp.MustCompile("`((?:data|content|internal|templates|cmd)/[^` ]*)`").FindAllStringSubmatch(string(text), -1) {
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("README names %s: %v", m[1], err)
		}
	}
	for _, m := range regexp.MustCompile(`!?\[[^\]]*\]\(([^)#]+)[^)]*\)`).FindAllStringSubmatch(string(text), -1) {
		if strings.Contains(m[1], "://") {
			continue
		}
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("README links to %s: %v", m[1], err)
		}
	}
	runExamples(t, found, 1)
}

// exampleCampaign is a copy of the real campaign, one for all examples.
func exampleCampaign(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(drawings, "vi-du")
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	from := campaignIn(t, "../..")
	if err := errors.Join(os.CopyFS(dir, os.DirFS(from)), os.RemoveAll(filepath.Join(dir, ".bangvang")),
		os.Mkdir(filepath.Join(dir, ".bangvang"), 0o755), os.Symlink(drawings, filepath.Join(dir, ".bangvang", "cache"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// ranWell are the examples that were run, by their words.
var ranWell = map[string]bool{}

func runExamples(t *testing.T, found [][]string, least int) {
	t.Helper()
	if len(found) < least {
		t.Fatalf("%d examples, want at least %d", len(found), least)
	}
	t.Chdir(exampleCampaign(t))
	for _, m := range found {
		t.Run(m[1], func(t *testing.T) {
			args := shellWords(m[1])
			if ranWell[strings.TrimSpace(m[1])] { // in this folder, for another text that tells of it
				return
			}
			defer func() { ranWell[strings.TrimSpace(m[1])] = !t.Failed() }()
			if args[0] == "serve" { // which goes on until it is told to end
				address, _ := serving(t, append(args[1:], "--port", "0")...)
				if !strings.Contains(body(t, address), "<h1") {
					t.Error("shows nothing")
				}
				return
			}
			o := bangvang(args...)
			strict := strings.Contains(m[1], "--strict")
			if args[0] == "rollback" && strings.Contains(o.err, "không còn giữ bản nào khác") {
				return // one rehearsal is all that was delivered
			}
			// The samples give warnings, so that a strict check of them says no.
			if o.code != exitFine && !(strict && o.code == exitProblems) {
				t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
			}
			if o.out == "" {
				t.Error("says nothing")
			}
		})
	}
}

// shellWords cuts a command line at spaces outside of double quotes.
func shellWords(line string) []string {
	quoted := false
	parts := strings.FieldsFunc(line, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ' ' && !quoted
	})
	for i := range parts {
		parts[i] = strings.ReplaceAll(parts[i], `"`, "")
	}
	return parts
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}
