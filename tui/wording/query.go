package wording

import (
	"errors"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/tui/locale"
)

// wanted are the messages for what a query should have had.
var wanted = map[query.Reason]string{
	query.WantPassages: "query.passages",
	query.WantOperator: "query.operator",
	query.WantClose:    "query.close",
	query.WantQuote:    "query.quote",
	query.WantSlash:    "query.slash",
	query.WantNumber:   "query.number",
	query.WantTurn:     "query.turn",
	query.WantMemo:     "query.memo",
	query.WantValue:    "query.value",
	query.WantShallow:  "query.shallow",
}

// QueryFault says in one line where a query is at fault and what was expected
// there, or which name the study lacks and what was perhaps meant.
func QueryFault(w *locale.Words, f *query.Fault) string {
	switch {
	case f.Reason == query.WantRegexp:
		return w.T("query.expression", "At", f.At, "Why", f.Err.Error())
	case f.Err != nil:
		why, known := Objection(w, f.Err)
		if !known {
			why = f.Err.Error()
		}
		if f.Nearest != "" && !errors.Is(f.Err, codebook.ErrAmbiguous) {
			return w.T("query.unknown-near", "At", f.At, "Why", why, "Near", f.Nearest)
		}
		return w.T("query.unknown", "At", f.At, "Why", why)
	}
	return w.T("query.fault", "At", f.At, "Want", w.T(wanted[f.Reason]))
}
