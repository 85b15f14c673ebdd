package intake

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestHostileCosts imports each hostile file in a process of its own: it ends in a message within half a second of the processor's time and 100 MB, and
// writes nothing.
func TestHostileCosts(t *testing.T) {
	long(t)
	if file := os.Getenv("HOSTILE_FILE"); file != "" {
		out, problems := imported(t, Order{Source: os.Getenv("HOSTILE_DIR"), Files: []string{file}, Decision: "bk-01"})
		if !out.Problems.Failed(false) {
			fmt.Println("no error:", problems)
		}
		status, _ := os.ReadFile("/proc/self/status")
		_, peak, _ := strings.Cut(string(status), "VmHWM:")
		peak, _, _ = strings.Cut(peak, "kB")
		fmt.Println("peak", strings.TrimSpace(peak))
		return
	}
	if testing.Short() {
		t.Skip("a process for each file")
	}
	base := costOf(t, campaignIn(t), "")
	for _, h := range hostile(t) {
		dir := campaignIn(t)
		file := filepath.Join(dir, h.name)
		put(t, file, h.bytes)
		c := costOf(t, dir, file)
		if c.cpu -= base.cpu; c.cpu > 500*time.Millisecond {
			t.Errorf("%s (%d KB): %v of the processor", h.name, len(h.bytes)>>10, c.cpu)
		}
		if c.memory > 100<<20 {
			t.Errorf("%s (%d KB): %d MB", h.name, len(h.bytes)>>10, c.memory>>20)
		}
		if c.said != "" {
			t.Errorf("%s: %s", h.name, c.said)
		}
		if rollIn(t, dir) != "" {
			t.Errorf("%s: something is written", h.name)
		}
		t.Logf("%-28s %6d KB  %4d ms  %3d MB", h.name, len(h.bytes)>>10, c.cpu.Milliseconds(), c.memory>>20)
	}
}

type cost struct {
	cpu    time.Duration
	memory int64
	said   string
}

// costOf runs this test again, for one file. Without a file it is what a process costs that does nothing.
func costOf(t *testing.T, dir, file string) cost {
	t.Helper()
	run := "TestHostileCosts"
	if file == "" {
		run = "xxx"
	}
	c := exec.Command(os.Args[0], "-test.run=^"+run+"$")
	c.Env = append(os.Environ(), "HOSTILE_FILE="+file, "HOSTILE_DIR="+dir, "GOMAXPROCS=2")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", file, err, out)
	}
	var peak int64 // of the process itself: its parent's is in what the system says of a child
	text := string(out)
	if _, rest, ok := strings.Cut(text, "peak "); ok {
		line, after, _ := strings.Cut(rest, "\n")
		peak, _ = strconv.ParseInt(line, 10, 64)
		text = strings.Replace(text, "peak "+line+"\n"+after, after, 1)
	}
	said := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.ReplaceAll(text, "testing: warning: no tests to run", "")), "PASS"))
	return cost{c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak << 10, said}
}

// hostile are files that are as bad as the limits let them be.
func hostile(t *testing.T) []made {
	var out []made
	for _, m := range handmade(t) {
		switch strings.TrimSuffix(m.name, ".xlsx") {
		case "tay-cot-xfd", "tay-mot-o-xa", "tay-bom-nen", "tay-nhieu-o", "tay-nhieu-chu", "tay-long-sau", "tay-doctype", "tay-xxe-trong-chu", "tay-macro", "tay-cut-nua", "tay-mat-khau":
			out = append(out, m)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	noise := func(n int, word func(i int) string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(word(i))
		}
		return b.String()
	}
	add := func(name string, over parts) { out = append(out, made{name + ".xlsx", zipped(t, over)}) }
	const most = 11 << 19
	add("so-ngau-nhien", parts{sheet1: sheetXML(headRow + noise(most, func(i int) string {
		return fmt.Sprintf(`<row><c><v>%d</v></c><c><v>%d</v></c></row>`, rng.Uint64(), rng.Uint64())
	}))})
	add("o-trong", parts{sheet1: sheetXML(noise(most, func(i int) string {
		return fmt.Sprintf(`<row r="%d" ht="%d"><c r="A%d" s="0"/></row>`, i+1, rng.Uint32(), i+1)
	}))})
	rows := 0
	long := noise(most, func(i int) string {
		rows++
		return fmt.Sprintf(`<row r="%d" ht="%d"><c r="A%d" s="0"/><c r="B%d" x="%x"/></row>`, i+1, rng.Uint32(), i+1, i+1, strings.Repeat(strconv.Itoa(rng.Int()), 5))
	})
	add("o-trong-roi-chu", parts{sheet1: sheetXML(long + fmt.Sprintf(`<row r="%d"><c><v>1</v></c></row>`, rows+1))})
	for i, name := range []string{"o-rong-vua-du", "o-rong"} { // one is read, one refused
		add(name, parts{sheet1: sheetXML(noise(most*[]int{3, 10}[i]/10, func(i int) string {
			return fmt.Sprintf(`<row>%s<c x="%d"><v>1</v></c></row>`, strings.Repeat(fmt.Sprintf(`<c x="%d"/>`, rng.IntN(1e6)), 60+rng.IntN(180)), rng.Uint64())
		}))})
	}
	add("chu-rong", parts{"xl/sharedStrings.xml": `<sst ` + ns + `>` + noise(most, func(i int) string { return "<si/>" + []string{"", "<!--x-->"}[rng.IntN(2)] }) + `</sst>`, sheet1: sheetXML(plainRows)})
	add("thuoc-tinh", parts{sheet1: `<worksheet ` + ns + noise(most, func(i int) string { return fmt.Sprintf(` a%x="%d"`, rng.Uint64(), i) }) + `/>`})
	add("chu-rieng", parts{"xl/sharedStrings.xml": `<sst ` + ns + `>` + noise(most, func(i int) string { return fmt.Sprintf("<si><t>%x</t></si>", rng.Uint64()) }) + `</sst>`, sheet1: sheetXML(`<row><c t="s"><v>999999999</v></c></row>`)})
	add("thuc-the", parts{"xl/sharedStrings.xml": `<sst ` + ns + `><si><t>` + noise(most, func(i int) string { return fmt.Sprintf("&#%d;", 0x1EA0+rng.IntN(80)) }) + `</t></si></sst>`, sheet1: sheetXML(`<row><c t="s"><v>1</v></c></row>`)})
	add("o-gop", parts{sheet1: strings.Replace(sheetXML(plainRows), "</sheetData>", "</sheetData><mergeCells>"+noise(most, func(i int) string { return fmt.Sprintf(`<mergeCell ref="A%d:IV%d"/>`, 3*i+10, 3*i+11+rng.IntN(2)) })+"</mergeCells>", 1)})
	add("phong-chu", parts{"xl/styles.xml": `<styleSheet ` + ns + `><fonts>` + noise(most, func(i int) string { return fmt.Sprintf(`<font><name val="%x"/></font>`, rng.Uint64()) }) + `</fonts></styleSheet>`, sheet1: sheetXML(`<row><c s="5"><v>1</v></c></row>`)})
	out = append(out,
		made{"dau-phay.csv", []byte(strings.Repeat(",", 11<<19))},
		made{"nhieu-o.csv", []byte(strings.Repeat("1,2,3,4,5,6,7,8\n", 340_000))},
		made{"ngoac-kep.csv", []byte("a,\"" + strings.Repeat("\"\"x,\n", 900_000))},
		made{"mot-byte.csv", []byte(strings.Repeat("\xE3\xF2\xA8,", 2<<20))},
	)
	return out
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}
