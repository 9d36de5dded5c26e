package prompt

import "encoding/json"

// drafts is the beginning of the names of the view settings that drafts are kept under.
const drafts = "draft/"

// draft is what was written into a form and not yet accepted. It is kept as a view setting of this coder, so that it
// outlives the screen and the program. Only what differs from what the form began with is in it: what has changed
// elsewhere since is not undone by a draft.
type draft struct {
	name    string   // of the setting
	begun   []string // the values that the form began with
	changed bool     // something is written that the form did not begin with
	doomed  bool     // the key that throws it away was pressed once
}

// Keep has the form keep what is written into it under a name, from each key on, until it is accepted or thrown away.
// A draft that is there comes back at once. The name says what the form is about: "memo/" and the id of a code.
func (f *Form) Keep(name string) *Form {
	f.draft = &draft{name: drafts + name, begun: f.written()}
	if f.recall() {
		f.env.Say(f.env.T("prompt.draft-back"))
	}
	return f
}

// Forget drops the draft: what was written is in the study now.
func (f *Form) Forget() {
	if f.draft != nil {
		f.env.Study.Set(f.draft.name, "")
	}
}

// written are the values of the inputs as they are typed.
func (f *Form) written() []string {
	values := make([]string, len(f.inputs))
	for i, in := range f.inputs {
		values[i] = in.written()
	}
	return values
}

// changed says that there is a draft to be put aside or thrown away.
func (f *Form) changed() bool { return f.draft != nil && f.draft.changed }

// differences are the values that differ from those at the beginning, by the index of their input.
func (f *Form) differences() map[int]string {
	differ := map[int]string{}
	for i, value := range f.written() {
		if value != f.draft.begun[i] {
			differ[i] = value
		}
	}
	return differ
}

// store brings the draft up to date.
func (f *Form) store() {
	if f.draft == nil {
		return
	}
	differ := f.differences()
	if f.draft.changed = len(differ) > 0; !f.draft.changed {
		f.Forget()
		return
	}
	if text, err := json.Marshal(differ); err == nil {
		f.env.Study.Set(f.draft.name, string(text))
	}
}

// recall brings a draft back and says whether there was one. What no longer fits the form is left out.
func (f *Form) recall() bool {
	var differ map[int]string
	if err := json.Unmarshal([]byte(f.env.Study.Setting(f.draft.name)), &differ); err != nil {
		return false
	}
	for i, value := range differ {
		if i >= 0 && i < len(f.inputs) {
			f.inputs[i].rewrite(value)
		}
	}
	f.draft.changed = len(f.differences()) > 0
	return f.draft.changed
}

// discard throws away what was written, once the key for it was pressed twice.
func (f *Form) discard() Result {
	if !f.draft.doomed {
		f.draft.doomed = true
		f.env.Warn(f.env.T("prompt.discard-again"))
		return Open
	}
	f.Forget()
	f.env.Say(f.env.T("prompt.discarded"))
	return Left
}

// abandon leaves the form; a draft stays.
func (f *Form) abandon() Result {
	if f.changed() {
		f.env.Say(f.env.T("prompt.draft-kept"))
	}
	return Left
}
