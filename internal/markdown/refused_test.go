package markdown

import (
	"runtime"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

// TestRefused: what would run a script, load something from elsewhere or be dropped unseen is an error on its line, however it is spelt and
// wherever it stands.
func TestRefused(t *testing.T) {
	spellings := map[string][]string{
		"link-form": {
			"[a](javascript:alert)", "[a](JaVaScRiPt:alert)", "[a](&#106;avascript:alert)", "[a](&#x6A;avascript:alert)", "[a](javascript&colon;alert)",
			"[a](java&Tab;script:alert)", "[a](java&NewLine;script:alert)", "[a](&#1;javascript:alert)", "[a](\x01javascript:alert)", "[a](<java\tscript:alert>)",
			"[a](< javascript:alert>)", "[a](java\\script:alert)", "[a](javascript\\:alert)", "[a](\\javascript:alert)", "<javascript:alert>", "<JAVASCRIPT:alert>",
			"[a](vbscript:x)", "[a](data:text/html,x)", "[a](DATA:text/html;base64,eA==)", "<data:text/html,x>", "[a](file:///etc/passwd)", "[a](blob:x)", "[a](view-source:x)",
			"[a](ｊavascript:alert)", "[a](javaſcript:alert)", "[a](java\u200bscript:alert)", "[a](\u202ejavascript:alert)", "[a](\ufeffjavascript:alert)", "[a](java%0ascript:alert)", "[a](%6Aavascript:alert)",
			"[a](//evil.example)", "[a](/\\evil.example)", "[a](\\\\evil.example)", "[a](///evil.example)", "[a](https:evil.example)", "[a](https:///evil.example)", "[a](https://a@evil.example)", "[a](http://evil.example)", "[a](&#47;&#47;evil.example)",
			"[a][b]\n\n[b]: javascript:alert", "[b]\n\n[b]: <JavaScript:alert>", "[![a](a.png)](javascript:alert)", "*[**a**](javascript:alert)*",
		},
		"image-form": {
			"![a](https://evil.example/a.png)", "![a](HTTPS://evil.example/a.png)", "![a](//evil.example/a.png)", "![a](data:image/png;base64,eA==)", "![a](javascript:alert)", "![a](&#104;ttps://evil.example/a.png)",
			"![a](/a.png)", "![a](../a.png)", "![a](a/../../a.png)", "![a](\\\\evil.example\\a.png)", "![a][b]\n\n[b]: https://evil.example/a.png", "![a](a.png?x)", "![a](a%2e%2e/a.png)", "![a](file:///a.png)",
		},
		"markdown-html": {
			"<b>a</b>", "a <b>c", "</div>", "<script>alert(1)</script>", "<SCRIPT\n>alert(1)</SCRIPT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<!-- a -->", "<?php a ?>", "<!DOCTYPE html>", "<![CDATA[a]]>",
			"<iframe src=//evil.example>", "<style>a{}</style>", "<pre>a</pre>", "<textarea>", "<x-y>", "<div>\n\na\n\n</div>", "![<b>a</b>](a.png)", "[<i>a</i>](/a/)", "*<u>a</u>*",
		},
	}
	places := map[string]string{"paragraph": "", "item": "- ", "quote": "> ", "item of an item": "- - "}
	for rule, texts := range spellings {
		for _, text := range texts {
			for place, mark := range places {
				rest := strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(mark)))
				if mark == "> " {
					rest = strings.ReplaceAll(text, "\n", "\n> ")
				}
				_, problems := Parse("a.md", 5, []byte("Đoạn đầu.\n\n"+mark+rest+"\n"))
				if !refuses(problems, rule, 7) {
					t.Errorf("%s in a %s: no %s on line 7:\n%+v", text, place, rule, problems.Sorted())
				}
			}
			if !strings.ContainsAny(text, "\n|") {
				_, problems := Parse("a.md", 1, []byte("| a | b |\n|---|---|\n| "+text+" | c |\n"))
				if !refuses(problems, rule, 3) {
					t.Errorf("%s in a table: no %s on line 3:\n%+v", text, rule, problems.Sorted())
				}
			}
		}
	}
}

// TestNearlyHTML: what browsers might take for a tag, and CommonMark does not, is text, and all of it is kept for others to escape.
func TestNearlyHTML(t *testing.T) {
	for _, text := range []string{"<svg/onload=alert(1)>", "a <!-- b", "< script>a</ script>", "<1>", "a < b > c"} {
		doc, problems := Parse("a.md", 1, []byte("a "+text+"\n"))
		if len(problems.Sorted()) > 0 || len(doc.Blocks) != 1 || Plain(doc.Blocks[0].Spans) != "a "+text {
			t.Errorf("%s: %+v %+v", text, doc, problems.Sorted())
		}
	}
}

func refuses(problems diag.List, rule string, line int32) bool {
	for _, p := range problems.Sorted() {
		if p.Rule.ID == rule && p.Rule.Severity == diag.Error && p.Place.Line == line {
			return true
		}
	}
	return false
}

// TestMemory: what is made to hurt costs memory in proportion, and never a quarter of a gigabyte. Bytes are counted, not time.
func TestMemory(t *testing.T) {
	for name, body := range hostile() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, problems := Parse("a.md", 1, body)
		runtime.ReadMemStats(&after)
		if cost := after.TotalAlloc - before.TotalAlloc; cost > 256<<20 {
			t.Errorf("%s: %d bytes cost %d MB", name, len(body), cost>>20)
		} else if testing.Verbose() {
			t.Logf("%-20s %8d bytes cost %4d MB, %d problems", name, len(body), cost>>20, len(problems.Sorted()))
		}
	}
}
