package locale

import "strings"

// Detect chooses the language of the interface: flag (the value of --lang) when it is not empty, else the
// first of LC_ALL, LC_MESSAGES and LANG that env gives. Whatever Chinese they name (zh, zh_CN.UTF-8, zh-Hant)
// is "zh", anything else "en".
func Detect(flag string, env func(string) string) string {
	if flag != "" {
		return speak(flag)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			return speak(value)
		}
	}
	return English
}

// speak turns the name of a locale, POSIX or BCP 47, into a language of the catalogue.
func speak(name string) string {
	tongue, _, _ := strings.Cut(strings.ToLower(name), ".")
	tongue, _, _ = strings.Cut(strings.ReplaceAll(tongue, "-", "_"), "_")
	if tongue == Chinese || tongue == "chinese" {
		return Chinese
	}
	return English
}
