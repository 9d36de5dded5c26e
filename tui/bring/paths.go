package bring

import (
	"net/url"
	"strings"
)

// Paths takes apart what a person typed, pasted or dropped: one path or several, each on its own line or after a blank,
// plain, in quotes, with blanks escaped by backslashes, or as a file: address.
//
// A blank in a plain path is part of it unless what follows begins a new one: a quote, a /, a ~, a ./, a drive (C:\) or file:.
// A backslash escapes only what a shell would have to escape, so that C:\访谈\甲.docx stays what it is.
func Paths(typed string) []string {
	var paths []string
	for _, line := range strings.FieldsFunc(typed, func(r rune) bool { return r == '\n' || r == '\r' }) {
		for rest := strings.TrimSpace(line); rest != ""; rest = strings.TrimLeft(rest, " \t") {
			var path string
			path, rest = first(rest)
			if path = plain(path); path != "" {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// first takes the first path off.
func first(s string) (path, rest string) {
	if quote := s[0]; quote == '\'' || quote == '"' {
		if end := strings.IndexByte(s[1:], quote); end >= 0 {
			return s[1 : 1+end], s[2+end:]
		}
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(" '\"()[]&;$!#\\", s[i+1]) >= 0:
			i++
		case (s[i] == ' ' || s[i] == '\t') && rooted(strings.TrimLeft(s[i:], " \t")):
			return out.String(), s[i:]
		}
		out.WriteByte(s[i])
	}
	return strings.TrimRight(out.String(), " \t"), ""
}

// rooted says whether s looks like the beginning of a path of its own.
func rooted(s string) bool {
	for _, start := range []string{"/", "~/", "./", "../", "'", `"`, "file:", `\\`} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return len(s) > 2 && s[1] == ':' && (s[2] == '\\' || s[2] == '/')
}

// plain is the path of a file: address; any other path is itself.
func plain(path string) string {
	if !strings.HasPrefix(path, "file:") {
		return path
	}
	u, err := url.Parse(path)
	if err != nil || u.Path == "" {
		return path
	}
	if len(u.Path) > 2 && u.Path[0] == '/' && u.Path[2] == ':' { // file:///C:/访谈
		return u.Path[1:]
	}
	return u.Path
}

// Typed is how a person would have typed paths: [Paths] takes it apart again.
func Typed(paths []string) string {
	typed := make([]string, len(paths))
	for i, path := range paths {
		typed[i] = quoted(path)
	}
	return strings.Join(typed, " ")
}

// quoted is a path as it is where Paths would find it again among others, else in quotes, else with backslashes.
func quoted(path string) string {
	if found := Paths(path + " /"); rooted(path) && len(found) == 2 && found[0] == path {
		return path
	}
	for _, quote := range []string{"'", `"`} {
		if !strings.Contains(path, quote) {
			return quote + path + quote
		}
	}
	return escaper.Replace(path)
}

var escaper = strings.NewReplacer(`\`, `\\`, `'`, `\'`, `"`, `\"`, " ", `\ `)
