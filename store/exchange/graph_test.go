package exchange_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/store/exchange"
	"fangtan/store/sample"
)

// kindsZh are names for kinds, as the catalogue has them.
var kindsZh = map[string]string{
	codebook.LinkCauses: "导致", codebook.LinkTension: "有张力", codebook.LinkContradicts: "相矛盾", codebook.LinkSupports: "支持", codebook.LinkPartOf: "属于",
}

func nameKind(kind string) string {
	if name, ok := kindsZh[kind]; ok {
		return name
	}
	return kind
}

func sampleGraph(t *testing.T, lang string) *exchange.Graph {
	t.Helper()
	p, _, err := sample.Build(codebook.ID{1}, lang)
	if err != nil {
		t.Fatal(err)
	}
	w := exchange.GraphWords{Title: "Links between codes"}
	if lang == "zh" {
		w = exchange.GraphWords{Title: "编码之间的关系", Kind: nameKind}
	}
	return exchange.LinksGraph(p, p.Links(), w)
}

// writers are the two ways to write a drawing.
var writers = map[string]func(io.Writer, *exchange.Graph) error{"dot": exchange.WriteDot, "svg": exchange.WriteSVG}

func written(t *testing.T, format string, g *exchange.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writers[format](&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSampleGraphs(t *testing.T) {
	for format := range writers {
		for _, lang := range []string{"zh", "en"} {
			t.Run(format+"-"+lang, func(t *testing.T) {
				first := written(t, format, sampleGraph(t, lang))
				if again := written(t, format, sampleGraph(t, lang)); !bytes.Equal(first, again) {
					t.Error("the same study gives other bytes")
				}
				golden.RequireEqual(t, first)
			})
		}
	}
}

// awkward is a study whose names try to break out, with a circle, a pair joined both
// ways, an island and a kind of the user's own; the links are those of a script.
func awkward(t *testing.T, links ...codebook.Link) *codebook.Project {
	t.Helper()
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "en")
	do := func(op codebook.Op) {
		t.Helper()
		if _, err := op.Apply(p); err != nil {
			t.Fatal(err)
		}
	}
	do(&codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{3}, Name: "one"}})
	for i, name := range []string{`say "no" \N`, `a & b <script>`, "tab\tand\nline", `ends with \`, "干部队伍不稳定", "&amp;", "alone", "a name that is so long that no box holds it in one line"} {
		do(&codebook.PutCode{Row: codebook.Code{ID: codebook.ID{4, byte(i)}, NameEn: name}})
	}
	for i, l := range links {
		l.ID, l.Coder = codebook.ID{5, byte(i)}, 1
		do(&codebook.PutLink{Row: l})
	}
	return p
}

func TestAwkwardGraphs(t *testing.T) {
	p := awkward(t,
		codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 2}, codebook.Link{Kind: codebook.LinkCauses, From: 2, To: 3},
		codebook.Link{Kind: codebook.LinkCauses, From: 3, To: 1}, codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 3},
		codebook.Link{Kind: "“wears”\n\\", From: 3, To: 4}, codebook.Link{Kind: codebook.LinkContradicts, From: 2, To: 4},
		codebook.Link{Kind: codebook.LinkPartOf, From: 4, To: 3}, codebook.Link{Kind: codebook.LinkTension, From: 5, To: 6},
		codebook.Link{Kind: codebook.LinkSupports, From: 8, To: 3}, codebook.Link{Kind: codebook.LinkTension, From: 2, To: 8},
	)
	g := exchange.LinksGraph(p, p.Links(), exchange.GraphWords{Title: `Title "1" & <2>`})
	for format := range writers {
		t.Run(format, func(t *testing.T) { golden.RequireEqual(t, written(t, format, g)) })
	}
}

// What is written can be read by those it is for.
func TestGraphsAreWellFormed(t *testing.T) {
	graphs := map[string]*exchange.Graph{"sample": sampleGraph(t, "zh")}
	p := awkward(t)
	graphs["nothing"] = exchange.LinksGraph(p, nil, exchange.GraphWords{})
	p = awkward(t, codebook.Link{Kind: codebook.LinkTension, From: 1, To: 4})
	graphs["one"] = exchange.LinksGraph(p, p.Links(), exchange.GraphWords{})
	for name, g := range graphs {
		d := xml.NewDecoder(bytes.NewReader(written(t, "svg", g)))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		dot, err := exec.LookPath("dot")
		if err != nil {
			continue
		}
		cmd := exec.Command(dot, "-Tcanon")
		cmd.Stdin = bytes.NewReader(written(t, "dot", g))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: Graphviz says %v: %s", name, err, out)
		}
	}
}

func TestLinksTable(t *testing.T) {
	p, founding, err := sample.Build(codebook.ID{1}, "zh")
	if err != nil {
		t.Fatal(err)
	}
	texts := func(n codebook.No) (string, error) { return founding.Patch.NewTexts[p.Transcript(n).Text], nil }
	table := exchange.LinksTable(p, exchange.Source{Texts: texts}, p.Links()[:1], nil, exchange.Words{})
	var b strings.Builder
	if err := exchange.Write(&b, exchange.FormatCSV, table, exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "from,kind,to,file,start,end,group,speaker,turn,paragraph,text,memo,coder,created,id\n政策范围,causes,要求不具体,第一书记/07 东坪村 周明.txt,"
	if got := b.String(); !strings.HasPrefix(got, want) || !strings.Contains(got, "可不就只能写得那么虚嘛。,覆盖的村太多，写细了套不上，只好写虚,") {
		t.Errorf("got %s", got)
	}
}
