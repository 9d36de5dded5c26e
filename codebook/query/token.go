package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the sort of a token.
type kind uint8

const (
	end       kind = iota
	sign           // one of & | ! ( )
	word           // a name or a part of one, or a value
	quoted         // a name or value that stood in quotes
	pattern        // an expression that stood between slashes
	operator       // near: then: same:
	filter         // text: group: coder: speaker: has:
	attribute      // attr.NAME:
	torn           // something without its end; text is the Reason
)

// token is a piece of a query: what it means, and the bytes it stands in.
type token struct {
	kind     kind
	text     string
	from, to int
}

// is says whether the token is this sign.
func (t token) is(s string) bool { return t.kind == sign && t.text == s }

// between says whether the token is "in", which is an operator behind a passage and a name elsewhere.
func (t token) between() bool { return t.kind == word && strings.EqualFold(t.text, "in") }

// signs are the signs with what an input method writes for them.
var signs = map[rune]string{
	'&': "&", '＆': "&", '|': "|", '｜': "|", '!': "!", '！': "!", '(': "(", '（': "(", ')': ")", '）': ")",
}

// closing gives the quotation marks that close what another opens.
var closing = map[rune]string{'"': `"`, '“': "“”", '”': "“”", '＂': "＂"}

// keywords are what stands before a colon.
var keywords = map[string]kind{
	"near": operator, "then": operator, "same": operator,
	"text": filter, "group": filter, "coder": filter, "speaker": filter, "has": filter,
}

// attr stands before the name of an attribute.
const attr = "attr."

// lexer goes through a query from left to right. What follows a colon is a value,
// in which colons have no meaning; text: may have an expression.
type lexer struct {
	src   string
	at    int
	after kind // of the token before: a keyword makes a value of the next
	slash bool // the token before was "text:"
}

// tokens takes a query apart; the last token is the end.
func tokens(src string) []token {
	l := lexer{src: src}
	var list []token
	for {
		t := l.next()
		list = append(list, t)
		if t.kind == end {
			return list
		}
		l.after, l.slash = t.kind, t.kind == filter && t.text == "text"
	}
}

func (l *lexer) next() token {
	l.at = len(l.src) - len(strings.TrimLeftFunc(l.src[l.at:], unicode.IsSpace))
	c, size := l.first()
	switch {
	case size == 0:
		return token{end, "", l.at, l.at}
	case signs[c] != "":
		l.at += size
		return token{sign, signs[c], l.at - size, l.at}
	case closing[c] != "":
		return l.until(size, closing[c], quoted, WantQuote)
	case l.slash && (c == '/' || c == '／'):
		return l.until(size, "/／", pattern, WantSlash)
	case l.after == operator || l.after == filter || l.after == attribute:
		from := l.at
		l.bare()
		return token{word, l.src[from:l.at], from, l.at}
	}
	return l.wordOrKeyword()
}

// first is the next code point and its size; 0 at the end.
func (l *lexer) first() (rune, int) { return utf8.DecodeRuneInString(l.src[l.at:]) }

// until takes what stands between a mark of this size and one of the ends. In an
// expression "\/" does not end it.
func (l *lexer) until(size int, ends string, k kind, want Reason) token {
	from := l.at
	for l.at += size; ; {
		c, n := l.first()
		switch {
		case n == 0:
			return token{torn, string(want), from, l.at}
		case strings.ContainsRune(ends, c):
			l.at += n
			return token{k, l.src[from+size : l.at-n], from, l.at}
		case k == pattern && c == '\\':
			l.at += n
			_, n = l.first()
		}
		l.at += n
	}
}

// wordOrKeyword takes a word, up to its colon where that makes it a keyword.
func (l *lexer) wordOrKeyword() token {
	from := l.at
	for l.bareUntilColon(); ; l.bareUntilColon() {
		text := l.src[from:l.at]
		c, size := l.first()
		if strings.EqualFold(text, attr) && closing[c] != "" {
			return l.quotedAttribute(from)
		}
		if c != ':' && c != '：' {
			return token{word, text, from, l.at}
		}
		l.at += size
		lower := strings.ToLower(text)
		switch k := keywords[lower]; {
		case k != 0:
			return token{k, lower, from, l.at}
		case len(text) > len(attr) && strings.HasPrefix(lower, attr):
			return token{attribute, text[len(attr):], from, l.at}
		}
	}
}

// quotedAttribute takes the name of an attribute that stands in quotes, and its colon.
func (l *lexer) quotedAttribute(from int) token {
	c, size := l.first()
	name := l.until(size, closing[c], quoted, WantQuote)
	c, size = l.first()
	if name.kind == torn || c != ':' && c != '：' {
		return token{torn, string(WantValue), from, l.at}
	}
	l.at += size
	return token{attribute, name.text, from, l.at}
}

// bare passes over a word; bareUntilColon over as much of it as has no colon.
func (l *lexer) bare() { l.pass(func(rune) bool { return false }) }

func (l *lexer) bareUntilColon() { l.pass(func(c rune) bool { return c == ':' || c == '：' }) }

func (l *lexer) pass(stops func(rune) bool) {
	for {
		c, size := l.first()
		if size == 0 || unicode.IsSpace(c) || signs[c] != "" || closing[c] != "" || stops(c) {
			return
		}
		l.at += size
	}
}
