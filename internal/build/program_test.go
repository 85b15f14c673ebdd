package build

import (
	"bytes"
	"crypto/sha256"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The sum stands for what "go tool buildid" shows of this very program.
func TestProgramSum(t *testing.T) {
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := exec.Command("go", "tool", "buildid", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	got, err := programSum(f)
	if id := bytes.TrimSpace(want); err != nil || got != sha256.Sum256(id) {
		t.Errorf("%x, %v; want that of %s", got, err, id)
	}
}

// A program without an ID of the toolchain's is known by all its bytes.
func TestProgramSumOfAllBytes(t *testing.T) {
	part := strings.Repeat("x", 20)
	id := strings.Join([]string{part, part, part, part}, "/")
	note := func(id string) string {
		return "\x00" + string(rune(len(id))) + "\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id
	}
	for _, c := range []struct {
		name, program string
		known         bool // by its ID
	}{
		{"ELF", note(id), true},
		{"other", "\x00\xff Go build ID: \"" + id + "\"\n \xff", true},
		{"ELF, no ID", note(""), false},
		{"a word of whoever built it", note("phien-ban-1/x/y/z"), false},
		{"other, a word", "\xff Go build ID: \"mine\"\n \xff", false},
		{"cut off", note(id)[:40], false},
		{"none", "#!/bin/sh", false},
		{"nothing", "", false},
	} {
		one, err := programSum(strings.NewReader(c.program + strings.Repeat("\x00", headSize)))
		if err != nil {
			t.Fatal(err)
		}
		other, _ := programSum(strings.NewReader(c.program + strings.Repeat("\x00", headSize) + "other"))
		if (one == other) != c.known {
			t.Errorf("%s: what follows counts: %v", c.name, one != other)
		}
	}
}
