// Package wording puts what the domain says into words: journal entries,
// objections, kinds of things. Its law: each sort of thing has one table from
// its name to a message of the catalogue, and the screens and the commands read
// the same ones.
package wording

import (
	"errors"
	"strings"

	"fangtan/codebook"
	"fangtan/tui/locale"
)

// actions are the messages for kinds of action. Their values are the arguments
// A, B and C, the Last one, how many there are (N), and the lists All, Front (all
// but the last) and Rest (all but the first).
var actions = map[string]string{
	"project.new":       "ops.project-new",
	"import":            "ops.import",
	"undo.to":           "ops.undo-to",
	"transcript.add":    "ops.transcript-add",
	"transcript.set":    "ops.transcript-set",
	"transcript.finish": "ops.transcript-finish",
	"transcript.remove": "ops.transcript-remove",
	"transcript.edit":   "ops.transcript-edit",
	"coding.add":        "ops.coding-add",
	"coding.remove":     "ops.coding-remove",
	"coding.recode":     "ops.coding-recode",
	"coding.ends":       "ops.coding-ends",
	"coding.fields":     "ops.coding-fields",
	"coding.star":       "ops.coding-star",
	"coding.import":     "ops.coding-import",
	"code.add":          "ops.code-add",
	"code.set":          "ops.code-set",
	"code.move":         "ops.code-move",
	"code.merge":        "ops.code-merge",
	"code.split":        "ops.code-split",
	"code.instance":     "ops.code-instance",
	"code.instance-off": "ops.code-instance-off",
	"coding.fuse":       "ops.coding-fuse",
	"code.remove":       "ops.code-remove",
	"code.import":       "ops.code-import",
	"code.apply-new":    "ops.code-apply-new",
	"coder.add":         "ops.coder-add",
	"coder.set":         "ops.coder-set",
	"coder.remove":      "ops.coder-remove",
	"group.add":         "ops.group-add",
	"group.set":         "ops.group-set",
	"group.move":        "ops.group-move",
	"group.remove":      "ops.group-remove",
	"attribute.add":     "ops.attribute-add",
	"attribute.set":     "ops.attribute-set",
	"memo.add":          "ops.memo-add",
	"memo.set":          "ops.memo-set",
	"memo.remove":       "ops.memo-remove",
	"link.add":          "ops.link-add",
	"link.set":          "ops.link-set",
	"link.remove":       "ops.link-remove",
}

// Describe says in one line what an action did; an undo or a redo names what it reversed.
func Describe(w *locale.Words, h codebook.Header) string {
	kind, args := h.Kind, h.Args
	if (kind == codebook.KindUndo || kind == codebook.KindRedo) && len(args) > 0 {
		inner := Describe(w, codebook.Header{Kind: args[0], Args: args[1:]})
		if kind == codebook.KindUndo {
			return w.T("ops.undo", "What", inner)
		}
		return w.T("ops.redo", "What", inner)
	}
	id, ok := actions[kind]
	if !ok {
		return kind + " " + strings.Join(args, " · ")
	}
	if strings.HasPrefix(kind, "link.") && len(args) > 0 {
		args = append([]string{LinkKind(w, args[0])}, args[1:]...)
	}
	between := w.T("ops.between")
	front, rest := args[:max(len(args)-1, 0)], args[min(1, len(args)):]
	return w.T(id, "A", at(args, 0), "B", at(args, 1), "C", at(args, 2), "N", len(args), "Last", at(args, len(front)),
		"All", strings.Join(args, between), "Front", strings.Join(front, between), "Rest", strings.Join(rest, between))
}

func at(args []string, i int) string {
	if i < len(args) {
		return args[i]
	}
	return ""
}

// things and reasons are the messages for objections.
var things = map[codebook.Thing]string{
	codebook.ThingCode:       "errors.thing-code",
	codebook.ThingCoder:      "errors.thing-coder",
	codebook.ThingGroup:      "errors.thing-group",
	codebook.ThingTranscript: "errors.thing-transcript",
	codebook.ThingSpeaker:    "errors.thing-speaker",
	codebook.ThingCoding:     "errors.thing-coding",
	codebook.ThingPassage:    "errors.thing-passage",
	codebook.ThingMemo:       "errors.thing-memo",
	codebook.ThingLink:       "errors.thing-link",
	codebook.ThingAttribute:  "errors.thing-attribute",
	codebook.ThingField:      "errors.thing-field",
	codebook.ThingAction:     "errors.thing-action",
}

var reasons = []struct {
	err error
	id  string
}{
	{codebook.ErrUnknown, "errors.unknown"},
	{codebook.ErrExists, "errors.exists"},
	{codebook.ErrSameName, "errors.same-name"},
	{codebook.ErrNoName, "errors.no-name"},
	{codebook.ErrCycle, "errors.cycle"},
	{codebook.ErrSelf, "errors.self"},
	{codebook.ErrOutside, "errors.outside"},
	{codebook.ErrEmpty, "errors.empty"},
	{codebook.ErrNotCodable, "errors.not-codable"},
	{codebook.ErrInUse, "errors.in-use"},
	{codebook.ErrAmbiguous, "errors.ambiguous"},
	{codebook.ErrChanged, "errors.changed"},
	{codebook.ErrPin, "errors.pin"},
	{codebook.ErrPinTaken, "errors.pin-taken"},
	{codebook.ErrColor, "errors.color"},
	{codebook.ErrDuplicate, "errors.duplicate"},
	{codebook.ErrNothing, "errors.nothing"},
	{codebook.ErrField, "errors.field"},
	{codebook.ErrEncoding, "edit.not-utf8"},
	{codebook.ErrTooLong, "edit.too-long"},
}

// Thing names a sort of thing.
func Thing(w *locale.Words, t codebook.Thing) string { return w.T(things[t]) }

// Objection words why an op was refused, or says that err is none.
func Objection(w *locale.Words, err error) (string, bool) {
	var o *codebook.Objection
	if !errors.As(err, &o) {
		return "", false
	}
	for _, r := range reasons {
		if errors.Is(o.Reason, r.err) {
			return w.T(r.id, "Thing", Thing(w, o.Thing), "Name", o.Name, "Filed", o.Thing == codebook.ThingTranscript), true
		}
	}
	return "", false
}
