package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// find lists the files to read, by path, and the assets of content/. It reports files that nothing reads.
func find(fsys fs.FS, problems *diag.List) (files []found, assets []string, err error) {
	data, err := findData(fsys, problems)
	if err != nil {
		return nil, nil, err
	}
	texts, assets, err := findContent(fsys, languages(data), problems)
	if err != nil {
		return nil, nil, err
	}
	if !slices.ContainsFunc(data, func(f found) bool { return f.kind.Name == "campaign" }) {
		problems.Add(fileMissing, diag.Place{File: "data/campaign.yaml"}, "không có tệp này", "tệp này khai báo tên, thời gian và ban tổ chức của đợt thi đua")
	}
	lock, err := findLock(fsys, problems)
	if err != nil {
		return nil, nil, err
	}
	files = slices.Concat(data, texts, lock)
	slices.SortFunc(files, func(a, b found) int { return strings.Compare(a.path, b.path) })
	return files, assets, nil
}

// list gives a folder's entries by name; a folder that is not there is empty.
func list(fsys fs.FS, dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return entries, err
}

// aside tells whether a name is none of our business: hidden files, editors' copies, notes to people.
func aside(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "README")
}

func findData(fsys fs.FS, problems *diag.List) ([]found, error) {
	entries, err := list(fsys, "data")
	if err != nil {
		return nil, err
	}
	var files []found
	for _, e := range entries {
		p := "data/" + e.Name()
		if aside(e.Name()) || slices.Contains(machineNames, e.Name()) {
			continue
		}
		name, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		kind := fileNamed(name)
		switch {
		case e.Name() == i18n && e.IsDir():
			inner, err := findTranslations(fsys, problems)
			if err != nil {
				return nil, err
			}
			files = append(files, inner...)
		case kind != nil && e.IsDir() && !isYAML:
			inner, err := findParts(fsys, p, kind, problems)
			if err != nil {
				return nil, err
			}
			files = append(files, inner...)
		case kind != nil && isYAML && !kind.tongues:
			files = append(files, found{path: p, kind: kind})
		default:
			if kind := fileNamed(strange(p, e, problems)); kind != nil {
				files = append(files, found{path: p, kind: kind, refused: true})
			}
		}
	}
	return files, nil
}

// findParts lists data/units/*.yaml.
func findParts(fsys fs.FS, dir string, kind *DataFile, problems *diag.List) ([]found, error) {
	entries, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	var files []found
	for _, e := range entries {
		p := dir + "/" + e.Name()
		switch {
		case aside(e.Name()):
		case strings.HasSuffix(p, ".yaml") && !e.IsDir():
			files = append(files, found{path: p, kind: kind})
		case e.IsDir():
			problems.Add(fileUnknown, diag.Place{File: p}, "thư mục con này không được đọc", fmt.Sprintf("đặt các tệp .yaml ngay trong %s/", dir))
			files = append(files, found{path: p, kind: kind, refused: true})
		default:
			if strange(p, e, problems) != "" {
				files = append(files, found{path: p, kind: kind, refused: true})
			}
		}
	}
	return files, nil
}

// i18n is the folder of translations: en.yaml, or en/*.yaml.
const i18n = "i18n"

func findTranslations(fsys fs.FS, problems *diag.List) ([]found, error) {
	const dir = "data/" + i18n
	entries, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	kind := fileNamed(i18n)
	var files []found
	for _, e := range entries {
		p := dir + "/" + e.Name()
		lang, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		switch {
		case aside(e.Name()):
		case e.IsDir() && !isYAML:
			inner, err := findParts(fsys, p, kind, problems)
			if err != nil {
				return nil, err
			}
			for i := range inner {
				inner[i].lang = lang
			}
			files = append(files, inner...)
		case isYAML && !e.IsDir():
			files = append(files, found{path: p, kind: kind, lang: lang})
		default:
			if strange(p, e, problems) != "" {
				files = append(files, found{path: p, kind: kind, refused: true})
			}
		}
	}
	return files, nil
}

// languages are those that data has a translation into.
func languages(files []found) []string {
	var out []string
	for _, f := range files {
		if f.lang != "" && !slices.Contains(out, f.lang) {
			out = append(out, f.lang)
		}
	}
	return out
}

// strange reports a name that nothing reads: an error if it looks like data, as it is then probably a misspelt name. It gives the name
// that was probably meant ("units"), or "" if it is no data.
func strange(p string, e fs.DirEntry, problems *diag.List) string {
	base := path.Base(p)
	stem := strings.TrimSuffix(base, path.Ext(base))
	switch ext := strings.ToLower(path.Ext(base)); {
	case ext == ".yml" || ext == ".yaml" && ext != path.Ext(base):
		problems.Add(fileUnknown, diag.Place{File: p}, "tệp không được đọc vì đuôi không phải .yaml", fmt.Sprintf("đổi tên thành %q", stem+".yaml"))
		return stem
	case ext == ".yaml" || e.IsDir():
		near, _ := viet.Nearest(stem, dataNames())
		hint := "các tệp dữ liệu: " + strings.Join(dataNames(), ", ")
		if near != "" && ext == ".yaml" {
			hint = fmt.Sprintf("có phải %q?", fileNamed(near).file(path.Dir(p)))
		} else if near != "" {
			hint = fmt.Sprintf("có phải %q?", path.Dir(p)+"/"+near+"/")
		}
		problems.Add(fileUnknown, diag.Place{File: p}, "không có tệp dữ liệu nào tên này, nên nó không được đọc", hint)
		return near
	default:
		problems.Add(fileIgnored, diag.Place{File: p}, "tệp này không phải dữ liệu, nên không được đọc", "để tệp ở nơi khác")
	}
	return ""
}

func dataNames() []string {
	names := make([]string, len(dataFiles))
	for i, f := range dataFiles {
		names[i] = f.Name
	}
	return names
}

// languageName is what a folder of translations is called: "en", "zh-Hans".
var languageName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)

// languageOf is the language that a text of content/ lies in: "en" of content/en/a.md and content/en/noi-dung/a.md, else "".
func languageOf(p string) string {
	lang, inside, _ := strings.Cut(strings.TrimPrefix(p, contentDir+"/"), "/")
	if dir := path.Dir(inside); languageName.MatchString(lang) && (dir == "." && inside != "" || contentDir+"/"+dir == areaDir) {
		return lang
	}
	return ""
}

// Folders of content/.
const (
	contentDir = "content"
	areaDir    = "content/noi-dung"  // one text for each area
	storyDir   = "content/dien-hinh" // one story each
)

// findContent lists Markdown files, and below content/ everything else as assets. Translations lie in a folder for each language.
func findContent(fsys fs.FS, langs []string, problems *diag.List) (files []found, assets []string, err error) {
	entries, err := list(fsys, contentDir)
	if err != nil || len(entries) == 0 {
		return nil, nil, err
	}
	err = fs.WalkDir(fsys, contentDir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p != contentDir && aside(e.Name()) {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if e.IsDir() {
			return nil
		}
		if strings.ToLower(path.Ext(p)) != ".md" {
			assets = append(assets, strings.TrimPrefix(p, contentDir+"/"))
			return nil
		}
		switch dir := path.Dir(p); {
		case dir == contentDir || dir == areaDir || dir == storyDir:
			files = append(files, found{path: p})
		case slices.Contains(langs, languageOf(p)):
			files = append(files, found{path: p, lang: languageOf(p)})
		case languageOf(p) != "":
			problems.Add(fileUnknown, diag.Place{File: p}, "tệp Markdown trong thư mục này không được đọc",
				fmt.Sprintf("bài dịch cần có tệp data/%s/%s.yaml", i18n, languageOf(p)))
		default:
			problems.Add(fileUnknown, diag.Place{File: p}, "tệp Markdown trong thư mục này không được đọc",
				fmt.Sprintf("đặt trong %s/, %s/ hoặc %s/", contentDir, areaDir, storyDir))
		}
		return nil
	})
	return files, assets, err
}

// findPublished reads the JSON files that publications kept, by path; what is in them is for others to know.
func findPublished(fsys fs.FS, problems *diag.List) ([]File, error) {
	if entries, err := list(fsys, publishedDir); err != nil || len(entries) == 0 {
		return nil, err
	}
	var out []File
	err := fs.WalkDir(fsys, publishedDir, func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != publishedDir && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() || path.Ext(p) != ".json":
			return nil
		}
		b, err := slurp(fsys, p, MaxFile, problems)
		if b != nil {
			out = append(out, File{Path: p, Text: string(b)})
		}
		return err
	})
	return out, err
}
