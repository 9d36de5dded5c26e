package exchange

import (
	"strings"

	"fangtan/codebook"
)

// What a coding with a code may carry is written as
//
//	fields = field { "; " field }
//	field  = name ":" type
//	type   = "text" | "choice(" value { "|" value } ")"
//
// A backslash keeps the sign after it from meaning anything.
const (
	textType    = "text"
	choiceType  = "choice"
	fieldsMarks = `\:;|()`
)

func formatFields(fields []codebook.Field) string {
	var b strings.Builder
	for i := range fields {
		f := &fields[i]
		if i > 0 {
			b.WriteString(Separator)
		}
		escapeInto(&b, f.Name)
		if f.Kind != codebook.FieldChoice {
			b.WriteString(":" + textType)
			continue
		}
		b.WriteString(":" + choiceType + "(")
		for j, c := range f.Choices {
			if j > 0 {
				b.WriteByte('|')
			}
			escapeInto(&b, c)
		}
		b.WriteByte(')')
	}
	return b.String()
}

func escapeInto(b *strings.Builder, s string) {
	for i := range len(s) {
		if strings.IndexByte(fieldsMarks, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
}

// parseFields reads what formatFields writes; false if it is something else.
func parseFields(s string) ([]codebook.Field, bool) {
	var fields []codebook.Field
	for rest := strings.TrimSpace(s); rest != ""; {
		name, mark, after := word(rest)
		if mark != ':' || name == "" {
			return nil, false
		}
		f := codebook.Field{Name: name}
		kind, mark, after := word(after)
		switch {
		case kind == textType && (mark == 0 || mark == ';'):
		case kind == choiceType && mark == '(':
			f.Kind = codebook.FieldChoice
			if f.Choices, mark, after = choices(after); mark != 0 && mark != ';' {
				return nil, false
			}
		default:
			return nil, false
		}
		fields = append(fields, f)
		rest = after
	}
	return fields, true
}

// choices reads values up to the parenthesis, and the mark behind it.
func choices(s string) (values []string, mark byte, rest string) {
	for {
		value, mark, after := word(s)
		values = append(values, value)
		switch mark {
		case '|':
			s = after
			continue
		case ')':
			behind, mark, after := word(after)
			if behind != "" {
				mark = ')'
			}
			return values, mark, after
		}
		return nil, '(', ""
	}
}

// word reads up to the next mark (0: the end), without blanks around.
func word(s string) (w string, mark byte, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
		case strings.IndexByte(fieldsMarks, s[i]) >= 0:
			return strings.TrimSpace(b.String()), s[i], strings.TrimSpace(s[i+1:])
		}
		b.WriteByte(s[i])
	}
	return strings.TrimSpace(b.String()), 0, ""
}
