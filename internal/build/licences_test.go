package build_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// licences are the ones that a linked module may be under, by words that stand in each text of that licence and in no other's.
var licences = map[string][]string{
	"MIT":        {"Permission is hereby granted, free of charge", "The above copyright notice and this permission notice"},
	"BSD":        {"Redistribution and use in source and binary forms", "THIS SOFTWARE IS PROVIDED BY"},
	"Apache-2.0": {"Apache License", "Version 2.0, January 2004", "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"},
	"Unlicense":  {"This is free and unencumbered software released into the public domain"},
	"ISC":        {"Permission to use, copy, modify, and/or distribute this software for any purpose"},
}

// foreign are words of licences that ask of a whole program what we do not give.
var foreign = []string{"GNU GENERAL PUBLIC", "GNU LESSER", "GNU AFFERO", "Mozilla Public License", "Business Source License", "Commons Clause", "Server Side Public", "Elastic License"}

// TestLicences reads the licence of every module that is linked on any system for which the program is built. The README names that of each
// that is asked for by name.
func TestLicences(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range linked(t) {
		found := licencesIn(t, m.Dir)
		if len(found) == 0 {
			t.Errorf("%s %s: no licence that is known and allowed", m.Path, m.Version)
		}
		if m.Indirect {
			continue
		}
		name := strings.TrimPrefix(strings.TrimPrefix(m.Path, "github.com/"), "golang.org/")
		row := rowOf(string(readme), name)
		if row == "" {
			t.Errorf("README.md: no row of dependencies has %s (%s)", name, strings.Join(found, ", "))
		}
		for _, licence := range found {
			if row != "" && !strings.Contains(row, licence) {
				t.Errorf("README.md: %s is under %s: %s", name, licence, row)
			}
		}
	}
}

func rowOf(readme, name string) string {
	for _, line := range strings.Split(readme, "\n") {
		if cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | "); strings.HasPrefix(line, "| ") && strings.Contains(cell, name) {
			return cell
		}
	}
	return ""
}

type module struct {
	Path, Version, Dir string
	Main, Indirect     bool
}

// linked lists the modules that the program is made of on the systems that .ci/run compiles it for.
func linked(t *testing.T) []module {
	t.Helper()
	all := map[string]module{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		t.Setenv("GOOS", system)
		d := json.NewDecoder(strings.NewReader(run(t, "go", "list", "-deps", "-json=Module", "../../cmd/bangvang")))
		for {
			var p struct{ Module *module }
			err := d.Decode(&p)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if p.Module != nil && !p.Module.Main {
				all[p.Module.Path] = *p.Module
			}
		}
	}
	if len(all) < 20 {
		t.Fatalf("%d modules", len(all))
	}
	var out []module
	for _, m := range all {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// licencesIn names the licences in a module's folder; none if one of them is not allowed.
func licencesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !slices.ContainsFunc([]string{"LICENSE", "LICENCE", "COPYING", "UNLICENSE"}, func(p string) bool { return strings.HasPrefix(upper, p) }) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(string(b)), " ")
		if slices.ContainsFunc(foreign, func(f string) bool { return strings.Contains(text, f) }) {
			return nil
		}
		for name, words := range licences {
			if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) && !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	slices.Sort(found)
	return found
}

// TestForeignLicence: a module under a licence that is not allowed, or under none, is told.
func TestForeignLicence(t *testing.T) {
	for text, want := range map[string]int{
		"Permission is hereby granted, free of charge … The above copyright notice and this\npermission notice": 1,
		"GNU GENERAL PUBLIC LICENSE Version 3": 0,
		"Permission is hereby granted, free of charge … The above copyright notice and this permission notice … Commons Clause": 0,
		"All rights reserved.": 0,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "LICENSE.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := licencesIn(t, dir); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := licencesIn(t, t.TempDir()); len(got) != 0 {
		t.Errorf("no licence: %v", got)
	}
}
