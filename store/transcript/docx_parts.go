package transcript

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
)

// relation is a link from one part of a document to another.
type relation struct{ kind, target string }

// parts knows where the parts of a document lie; their names are not fixed.
type parts struct {
	*archive
	main      string     // the part with the text
	relations []relation // from the main part
}

// mainTypes are what content types of a main part of Word end in.
var mainTypes = []string{
	"wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
	"ms-word.document.macroenabled.main+xml", "ms-word.template.macroenabledtemplate.main+xml",
}

// foreign tells other archives by a part that they have: what they are.
var foreign = []struct{ part, ending string }{
	{"xl/workbook.xml", "xlsx"},
	{"ppt/presentation.xml", "pptx"},
	{"content.xml", "odt"},
	{"META-INF/container.xml", "epub"},
	{"project.qde", "qdpx"},
	{"Index/Document.iwa", "pages"},
}

// findParts finds the main part, by the relations of the package and else by
// the content types, and where it points to.
func findParts(a *archive) (*parts, error) {
	for _, f := range foreign {
		if a.has(f.part) {
			return nil, failFormat(ReasonUnsupported, f.ending)
		}
	}
	if !a.has("[Content_Types].xml") && !a.has("_rels/.rels") {
		return nil, failFormat(ReasonUnsupported, "zip")
	}
	p := &parts{archive: a}
	fromPackage, err := p.relationsOf("")
	if err != nil {
		return nil, err
	}
	for _, r := range fromPackage {
		if r.kind == "officeDocument" && a.has(r.target) {
			p.main = r.target
		}
	}
	if p.main == "" {
		if p.main, err = p.mainByType(); err != nil {
			return nil, err
		}
	}
	p.relations, err = p.relationsOf(p.main)
	return p, err
}

// mainByType finds the main part in the list of content types.
func (p *parts) mainByType() (string, error) {
	main := ""
	err := p.scan("[Content_Types].xml", func(e xml.StartElement) {
		kind := strings.ToLower(attr(e, "ContentType"))
		for _, m := range mainTypes {
			if e.Name.Local == "Override" && strings.HasSuffix(kind, m) && p.has(attr(e, "PartName")) {
				main = attr(e, "PartName")
			}
		}
	})
	if err == nil && main == "" {
		err = fail(ReasonDamaged, DetailNoDocument)
	}
	return main, err
}

// relationsOf reads where a part points to ("" is the package itself). Targets
// outside of the file are left out.
func (p *parts) relationsOf(name string) ([]relation, error) {
	folder, base := path.Split(name)
	file := path.Join(folder, "_rels", base+".rels")
	if !p.has(file) {
		return nil, nil
	}
	var out []relation
	err := p.scan(file, func(e xml.StartElement) {
		if e.Name.Local != "Relationship" || strings.EqualFold(attr(e, "TargetMode"), "External") {
			return
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		out = append(out, relation{path.Base(attr(e, "Type")), target})
	})
	return out, err
}

// scan calls f for every element of a part.
func (p *parts) scan(name string, f func(xml.StartElement)) error {
	in, err := p.open(name)
	if err != nil {
		return err
	}
	return in.all(f)
}

// open begins to read a part.
func (p *parts) open(name string) (*part, error) {
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	return newPart(data)
}

// targets are the parts of a kind that the main part points to and that are there, each once.
func (p *parts) targets(kind string) []string {
	var out []string
	for _, r := range p.relations {
		if r.kind == kind && p.has(r.target) && !slices.Contains(out, r.target) {
			out = append(out, r.target)
		}
	}
	return out
}
