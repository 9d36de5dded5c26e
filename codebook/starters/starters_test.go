package starters

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var header = []string{"code", "parent", "number", "name_zh", "name_en", "dimension", "level", "role", "color", "pin",
	"codable", "archived", "definition", "include", "exclude", "cues", "examples", "memo", "id", "fields"}

// row is a line of a codebook by column name.
type row map[string]string

var books = map[string]func(lang string) []byte{smith: Smith, firstSecretary: FirstSecretary}

// rowsOf reads a codebook and fails the test on anything but clean CSV.
func rowsOf(t *testing.T, name, lang string) []row {
	t.Helper()
	data := books[name](lang)
	if bytes.ContainsAny(data, "\r\ufeff") {
		t.Errorf("%s.%s: carriage return or byte-order mark", name, lang)
	}
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s.%s: %v", name, lang, err)
	}
	if !slices.Equal(lines[0], header) {
		t.Fatalf("%s.%s: header %v", name, lang, lines[0])
	}
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, cell := range line {
			r[header[i]] = cell
		}
		rows = append(rows, r)
	}
	return rows
}

// each runs test on every file.
func each(t *testing.T, test func(t *testing.T, lang string, rows []row)) {
	for _, name := range Names() {
		for _, lang := range []string{"zh", "en"} {
			t.Run(name+"."+lang, func(t *testing.T) { test(t, lang, rowsOf(t, name, lang)) })
		}
	}
}

func TestLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "en", "en-GB": "en", "EN": "en", "zh": "zh", "zh-Hans": "zh", "": "zh"} {
		if !bytes.Equal(Smith(lang), Smith(want)) || len(Smith(want)) == 0 {
			t.Errorf("Smith(%q) is not the %s codebook", lang, want)
		}
	}
	if bytes.Equal(FirstSecretary("zh"), FirstSecretary("en")) {
		t.Error("both languages give the same codebook")
	}
}

func TestTree(t *testing.T) {
	each(t, func(t *testing.T, lang string, rows []row) {
		seen := map[string]row{}
		numbers, ids := map[string]bool{}, map[string]bool{}
		for _, r := range rows {
			n := r["number"]
			if numbers[n] || ids[r["id"]] || seen[r["code"]] != nil {
				t.Errorf("%s: number, id or name used twice", n)
			}
			numbers[n], ids[r["id"]] = true, true
			wantLevel, wantDimension := "1", r["code"]
			if r["parent"] != "" {
				above := seen[r["parent"]]
				if above == nil {
					t.Fatalf("%s: parent %q does not stand above", n, r["parent"])
				}
				if above["number"] != numberAbove(n) {
					t.Errorf("%s stands under %s", n, above["number"])
				}
				wantLevel, wantDimension = string(above["level"][0]+1), above["dimension"]
			} else if len(n) != 1 {
				t.Errorf("%s has no parent", n)
			}
			if r["level"] != wantLevel || r["dimension"] != wantDimension {
				t.Errorf("%s: level %s of %s, want %s of %s", n, r["level"], r["dimension"], wantLevel, wantDimension)
			}
			if r["code"] != r["name_"+lang] {
				t.Errorf("%s: code %q is not the %s name", n, r["code"], lang)
			}
			seen[r["code"]] = r
		}
	})
}

// numberAbove is the number of the code that number stands under.
func numberAbove(number string) string {
	if at := strings.LastIndexAny(number, ".-"); at >= 0 {
		return number[:at]
	}
	return number[:1]
}

func TestTexts(t *testing.T) {
	han := regexp.MustCompile(`\p{Han}`)
	uuid := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	each(t, func(t *testing.T, lang string, rows []row) {
		numbers := map[string]bool{}
		for _, r := range rows {
			numbers[r["number"]] = true
		}
		cited := regexp.MustCompile(`[（(][^）)]*[）)]`)
		number := regexp.MustCompile(`\b[A-Z](?:-[A-Z]{2}|\d+(?:\.\d+)?)?\b`)
		for _, r := range rows {
			n := r["number"]
			if !han.MatchString(r["name_zh"]) || han.MatchString(r["name_en"]) || r["name_en"] == "" {
				t.Errorf("%s: names %q, %q", n, r["name_zh"], r["name_en"])
			}
			if !uuid.MatchString(r["id"]) {
				t.Errorf("%s: id %q", n, r["id"])
			}
			needed := []string{"definition", "include", "cues", "examples"}
			if r["codable"] == "false" {
				needed = needed[:1]
			}
			for _, column := range needed {
				if r[column] == "" {
					t.Errorf("%s has no %s", n, column)
				}
			}
			for _, column := range []string{"definition", "include", "exclude", "cues", "examples"} {
				if text := r[column]; text != "" && han.MatchString(text) != (lang == "zh") {
					t.Errorf("%s: %s is not in %s: %q", n, column, lang, text)
				}
				if strings.HasPrefix(r[column], " ") || strings.HasSuffix(r[column], " ") {
					t.Errorf("%s: %s has space at an end", n, column)
				}
			}
			for _, bracket := range cited.FindAllString(r["exclude"], -1) {
				for _, c := range number.FindAllString(bracket, -1) {
					if !numbers[c] {
						t.Errorf("%s: exclude sends to %s, which is not there", n, c)
					}
				}
			}
			if examples := len(strings.Split(r["examples"], "; ")); examples > 2 {
				t.Errorf("%s has %d examples, want one or two", n, examples)
			}
		}
	})
}

// TestSameInBothLanguages holds the columns that are not in a language.
func TestSameInBothLanguages(t *testing.T) {
	for _, name := range Names() {
		zh, en := rowsOf(t, name, "zh"), rowsOf(t, name, "en")
		if len(zh) != len(en) {
			t.Fatalf("%s: %d codes in Chinese, %d in English", name, len(zh), len(en))
		}
		for i := range zh {
			for _, column := range []string{"number", "id", "name_zh", "name_en", "level", "role", "color", "pin", "codable", "archived", "memo", "fields"} {
				if zh[i][column] != en[i][column] {
					t.Errorf("%s, %s: %s is %q and %q", name, zh[i]["number"], column, zh[i][column], en[i][column])
				}
			}
			for _, column := range []string{"include", "exclude"} {
				if (zh[i][column] == "") != (en[i][column] == "") {
					t.Errorf("%s, %s: %s in one language only", name, zh[i]["number"], column)
				}
			}
		}
	}
}

func TestCounts(t *testing.T) {
	cases := map[string]map[string]int{ // codes below each level-1 code
		smith:          {"P": 11, "I": 17, "T": 12, "E": 10, "R": 4, "X": 10, "F": 5},
		firstSecretary: {"D": 14, "M": 19, "N": 6, "O": 9, "F": 5},
	}
	for name, want := range cases {
		got := map[string]int{}
		for _, r := range rowsOf(t, name, "zh") {
			got[r["number"][:1]]++
		}
		for top, n := range want {
			if got[top] != n+1 {
				t.Errorf("%s: %d codes below %s, want %d", name, got[top]-1, top, n)
			}
			delete(got, top)
		}
		if len(got) > 0 {
			t.Errorf("%s: unexpected %v", name, got)
		}
	}
}

func TestRoles(t *testing.T) {
	const tensionFields = "from:choice(P|I|T|E); to:choice(P|I|T|E); strength:choice(1|2|3); " +
		"handling:choice(avoid|bargain|formalise|escalate|none); evidence:text"
	each(t, func(t *testing.T, _ string, rows []row) {
		isSmith := rows[0]["number"] == "P"
		for _, r := range rows {
			n := r["number"]
			var role, fields string
			switch {
			case n[0] == 'F' && n != "F":
				role = "facet"
			case isSmith && strings.Contains("PITE", n):
				role = "component"
			case isSmith && n[0] == 'R':
				role = "result"
			case isSmith && n[0] == 'X' && n != "X":
				role, fields = "tension:"+n[2:3]+"-"+n[3:4], tensionFields
			}
			if r["role"] != role || r["fields"] != fields {
				t.Errorf("%s: role %q with fields %q, want %q with %q", n, r["role"], r["fields"], role, fields)
			}
			if heading := n == "X" || n == "F"; (r["codable"] == "false") != heading || r["archived"] != "false" {
				t.Errorf("%s: codable %s, archived %s", n, r["codable"], r["archived"])
			}
		}
	})
}

func TestPins(t *testing.T) {
	each(t, func(t *testing.T, _ string, rows []row) {
		seen := map[string]string{}
		digits := 0
		for _, r := range rows {
			pin := r["pin"]
			if pin == "" {
				continue
			}
			if len(pin) != 1 || !strings.Contains("123456789abcdefghijklmnopqrstuvwxyz", pin) || r["codable"] != "true" {
				t.Errorf("%s: pin %q", r["number"], pin)
			}
			if seen[pin] != "" {
				t.Errorf("%s and %s share the key %s", seen[pin], r["number"], pin)
			}
			seen[pin] = r["number"]
			if pin <= "9" {
				digits++
			}
		}
		if digits != 9 {
			t.Errorf("%d pins on digits, want 9", digits)
		}
	})
}

// TestFacetsAreShared: both codebooks hold the same facets under the same ids.
func TestFacetsAreShared(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		facets := map[string]row{}
		for _, r := range rowsOf(t, smith, lang) {
			if r["number"][0] == 'F' {
				facets[r["number"]] = r
			}
		}
		for _, r := range rowsOf(t, firstSecretary, lang) {
			if f := facets[r["number"]]; f != nil && (f["id"] != r["id"] || f["definition"] != r["definition"]) {
				t.Errorf("%s: %s differs between the codebooks", lang, r["number"])
			}
		}
	}
}
