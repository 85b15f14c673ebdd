package edition

import (
	"regexp"
	"strings"
)

// head is a page that an address belongs to, and where the address goes if the page goes to another address: the first of these that
// lives.
type head struct {
	at     Path
	follow func(to Path) []Path
}

// embedFolders hold what belongs to targets, without their folder's name.
var embedFolders = []string{"nhung", "oembed"}

var awardOf = regexp.MustCompile(`^(/vinh-danh/)(.+)(-[0-9]{3,}/.*)$`)

// heads are the pages that an address may belong to, the nearest first.
func (s *settler) heads(p Path) []head {
	for _, t := range s.ed.Twins {
		root := "/" + t.Site.Lang
		inside, ok := strings.CutPrefix(string(p), root+"/")
		if !ok {
			continue
		}
		own := Path("/" + inside)
		out := []head{{own, func(to Path) []Path { return []Path{Path(root) + to, to} }}}
		for _, h := range heads(own) {
			out = append(out, head{h.at, func(to Path) []Path {
				var all []Path
				for _, q := range h.follow(to) {
					all = append(all, Path(root)+q, q)
				}
				return all
			}})
		}
		return out
	}
	return heads(p)
}

func heads(p Path) []head {
	var out []head
	parts := strings.Split(strings.Trim(string(p), "/"), "/")
	slash := ""
	if strings.HasSuffix(string(p), "/") {
		slash = "/"
	}
	for i := len(parts) - 1; i > 0; i-- {
		above := Path("/" + strings.Join(parts[:i], "/") + "/")
		rest := strings.TrimPrefix(string(p), string(above))
		out = append(out, head{above, func(to Path) []Path {
			if !isPage(to) {
				return nil
			}
			return []Path{to + Path(rest)}
		}})
	}
	for i := 1; i < len(parts); i++ {
		for _, id := range idsIn(parts[i], slash == "") {
			ending := parts[i][len(id):]
			for _, kind := range ownersOf(parts[i-1]) {
				at := Path("/" + kind + "/" + id + "/")
				if at == p {
					continue
				}
				out = append(out, head{at, func(to Path) []Path {
					other, ok := strings.CutPrefix(string(to), "/"+kind+"/")
					if other = strings.TrimSuffix(other, "/"); !ok || other == "" || strings.Contains(other, "/") {
						return nil
					}
					changed := append([]string(nil), parts...)
					changed[i] = other + ending
					return []Path{Path("/" + strings.Join(changed, "/") + slash)}
				}})
			}
		}
	}
	if m := awardOf.FindStringSubmatch(string(p)); m != nil {
		out = append(out, head{under(decisionsPath, m[2]), func(to Path) []Path {
			other, ok := strings.CutPrefix(string(to), string(decisionsPath))
			if other = strings.TrimSuffix(other, "/"); !ok || strings.Contains(other, "/") {
				return nil
			}
			return []Path{Path(m[1] + other + m[3])}
		}})
	}
	return out
}

// idsIn are the ids that a part of an address may hold, the longest first: of a file's name "a-b-dark.png" a-b-dark, a-b and a.
func idsIn(part string, file bool) []string {
	id, _, _ := strings.Cut(part, ".")
	out := []string{id}
	for i := strings.LastIndexByte(id, '-'); file && i > 0; i = strings.LastIndexByte(id[:i], '-') {
		out = append(out, id[:i])
	}
	return out
}

// ownersOf are the folders of the pages that a folder may belong to by its name: itself, and of embeds also that of targets.
func ownersOf(name string) []string {
	for _, f := range embedFolders {
		if f == name {
			return []string{name, strings.Trim(string(targetsPath), "/")}
		}
	}
	return []string{name}
}
