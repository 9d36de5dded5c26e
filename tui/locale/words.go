package locale

import (
	"embed"
	"path"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// The languages that the catalogue speaks.
const (
	Chinese = "zh"
	English = "en"
)

// Languages lists the languages of the catalogue.
func Languages() []string { return []string{Chinese, English} }

//go:embed zh/*.toml en/*.toml
var catalogue embed.FS

// Words is the catalogue in one language. It is safe for use by several goroutines.
type Words struct {
	lang string

	mu        sync.RWMutex
	plain     map[string]string // results of T without arguments
	areas     map[string]bool   // areas that were read
	bundle    *i18n.Bundle
	localizer *i18n.Localizer
}

// New returns the words of lang, "zh" or "en"; any other language is English.
func New(lang string) *Words {
	if lang != Chinese {
		lang = English
	}
	bundle := i18n.NewBundle(language.Make(lang))
	return &Words{
		lang:      lang,
		plain:     map[string]string{},
		areas:     map[string]bool{},
		bundle:    bundle,
		localizer: i18n.NewLocalizer(bundle, lang),
	}
}

// Of returns the words of lang as New does; all who ask get the same, so that each
// area is read once.
func Of(lang string) *Words {
	if lang == Chinese {
		return chinese()
	}
	return english()
}

var (
	chinese = sync.OnceValue(func() *Words { return New(Chinese) })
	english = sync.OnceValue(func() *Words { return New(English) })
)

// Lang returns "zh" or "en".
func (w *Words) Lang() string { return w.lang }

// T returns the message id in the language of w.
//
// args are alternating names and values for the message's template: T("app.of", "N", 3, "Total", 12)
// fills {{.N}} and {{.Total}}. The value named Count, a whole number, also chooses between one and many; when
// Count is already written out for people ("41,380"), the number itself goes in as PluralCount.
// An id that is not in the catalogue comes back as ⟦id⟧.
func (w *Words) T(id string, args ...any) string {
	if len(args) > 0 {
		return w.fill(id, args)
	}
	w.mu.RLock()
	s, ok := w.plain[id]
	w.mu.RUnlock()
	if ok {
		return s
	}
	s = w.fill(id, nil)
	w.mu.Lock()
	w.plain[id] = s
	w.mu.Unlock()
	return s
}

// fill looks the message up, reading its area first if need be, and executes its template.
func (w *Words) fill(id string, args []any) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.read(id)
	values := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			values[name] = args[i+1]
		}
	}
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: values}
	if n, ok := values["PluralCount"]; ok {
		config.PluralCount = n
	} else if n, ok := values["Count"]; ok {
		config.PluralCount = n
	}
	s, err := w.localizer.Localize(config)
	if err != nil {
		return "⟦" + id + "⟧"
	}
	return s
}

// read adds the area that id belongs to, once. An area without a file adds nothing; its ids are missing.
func (w *Words) read(id string) {
	area, _, _ := strings.Cut(id, ".")
	if w.areas[area] {
		return
	}
	w.areas[area] = true
	messages, err := parse(w.lang, area)
	if err != nil {
		return
	}
	// The only error is a language without plural rules; both languages have them.
	_ = w.bundle.AddMessages(language.Make(w.lang), messages...)
}

// parse returns the messages of one file of the catalogue, with whole ids.
func parse(lang, area string) ([]*i18n.Message, error) {
	name := path.Join(lang, area+".toml")
	data, err := catalogue.ReadFile(name)
	if err != nil {
		return nil, err
	}
	messages, err := i18n.ParseMessageBytes(data, toml.Unmarshal)
	if err != nil {
		return nil, err
	}
	for _, m := range messages {
		m.ID = area + "." + m.ID
	}
	return messages, nil
}
