package transcript

import (
	"errors"
	"testing"
)

func TestReadText(t *testing.T) {
	for _, c := range []struct {
		name, data, text, newline string
		facts                     Facts
	}{
		{"lines of Unix", "问：好\n答：好\n", "问：好\n答：好\n", "lf", Facts{}},
		{"lines of Windows", "问：好\r\n答：好\r\n", "问：好\n答：好\n", "crlf", Facts{}},
		{"lines of the old Mac", "问：好\r答：好\r", "问：好\n答：好\n", "cr", Facts{}},
		{"mixed lines", "a\r\nb\nc\rd", "a\nb\nc\nd", "mixed", Facts{}},
		{"one line", "问：好", "问：好", "", Facts{}},
		{"mark", "\uFEFF问：好", "问：好", "", Facts{}},
		{"two marks", "\uFEFF\uFEFF问：好", "问：好", "", Facts{}},
		{"spaces stay", "  问：\t好　 \n\n\n", "  问：\t好　 \n\n\n", "lf", Facts{}},
		{"cut in a character", "问：好"[:8], "问：\uFFFD\uFFFD", "", Facts{Replaced: 2}},
		{"surrogate", "问：\xED\xA0\x80好", "问：\uFFFD好", "", Facts{Replaced: 1}},
		{"NUL", "问：好\x00", "问：好\uFFFD", "", Facts{Nulls: 1}},
		{"escapes", "红\x1b[31m \x07字", "红\x1b[31m \x07字", "", Facts{Controls: 2}},
		{"overrides", "a\u202Eb\u2066c\u0085d", "a\u202Eb\u2066c\u0085d", "", Facts{Bidi: 2, Controls: 1}},
		{"surrogates of UTF-16", "\xFF\xFE\x00\xD8\x60\x4F\x7D\x59\x00\xDC", "\uFFFD你好\uFFFD", "", Facts{Replaced: 2}},
		{"odd byte of UTF-16", "\xFF\xFE\x60\x4F\x7D", "你\uFFFD", "", Facts{Replaced: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := Read("interview.txt", []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, src)
			if src.Text != c.text || src.Newline != c.newline || src.Format != "txt" {
				t.Errorf("got %q, lines %q, want %q, %q", src.Text, src.Newline, c.text, c.newline)
			}
			c.facts.Invisible = src.Facts.Invisible
			if src.Facts != c.facts {
				t.Errorf("got %+v, want %+v", src.Facts, c.facts)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	ole := oleMagic + "\x00\x00"
	for _, c := range []struct {
		name, data string
		reason     Reason
		detail     Detail
		format     string
	}{
		{"a.txt", "", ReasonEmpty, "", ""},
		{"a.txt", " \n\t　\uFEFF\r\n", ReasonNoText, "", ""},
		{"a.md", "***\n\n> \n", ReasonNoText, "", ""},
		{"a.txt", "\x7fELF\x02\x01\x01" + string(make([]byte, 64)), ReasonBinary, DetailLinuxProgram, ""},
		{"a.txt", "abc\x00\x01\x02\x03\x04\x05\x06def", ReasonBinary, "", ""},
		{"a.docx", "%PDF-1.7\n", ReasonPDF, "", ""},
		{"a.txt", `{\rtf1\ansi}`, ReasonUnsupported, "", "rtf"},
		{"a.txt", "\uFEFF\n<!DOCTYPE html>\n<p>hi", ReasonUnsupported, "", "html"},
		{"a.html", "<p>hi</p>", ReasonUnsupported, "", "html"},
		{`C:\访谈\a.SRT`, "1\n", ReasonUnsupported, "", "srt"},
		{"a.docx", "not a zip at all", ReasonDamaged, "", ""},
		{"a.docx", zipMagic + "cut off", ReasonDamaged, DetailDirectory, ""},
		{"a.docx", ole + string(utf16Name("EncryptedPackage")), ReasonEncrypted, "", ""},
		{"a.docx", ole + string(utf16Name("WordDocument")), ReasonLegacyWord, "", ""},
		{"a.txt", ole + string(utf16Name("Workbook")), ReasonUnsupported, "", "xls"},
		{"a.txt", ole, ReasonBinary, DetailOldOffice, ""},
		{"a.mp3", "ID3\x04\x00", ReasonMedia, "", "mp3"},
		{"a.m4a", "\x00\x00\x00\x20ftypM4A ", ReasonMedia, "", "mp4"},
		{"a.wav", "RIFF\x24\x00\x00\x00WAVEfmt ", ReasonMedia, "", "wav"},
	} {
		_, err := Read(c.name, []byte(c.data))
		var refusal *Error
		if !errors.As(err, &refusal) || refusal.Reason != c.reason || refusal.Detail != c.detail || refusal.Format != c.format {
			t.Errorf("%s %.20q: got %v, want %v %q %q", c.name, c.data, err, c.reason, c.detail, c.format)
		}
	}
}

// TestReasons holds that each reason has a key of its own and words that say what to do.
func TestReasons(t *testing.T) {
	seen := map[string]Reason{}
	for r := ReasonEmpty; r <= ReasonEncoding; r++ {
		key, words := r.String(), (&Error{Reason: r}).Error()
		if other, twice := seen[key]; twice || words == "" {
			t.Errorf("reason %d: key %q (also of %d), words %q", r, key, other, words)
		}
		seen[key] = r
	}
	if len(seen) != len(reasons) {
		t.Errorf("%d reasons seen, %d have words", len(seen), len(reasons))
	}
	for more, e := range map[string]*Error{
		"mp3": failFormat(ReasonMedia, "mp3"), "zip entry": fail(ReasonMedia, DetailEntry), "over 3 levels": failCount(ReasonMedia, DetailLevels, 3),
	} {
		if got := e.Error(); got != reasons[ReasonMedia].words+" ("+more+")" {
			t.Errorf("got %q, want %q at its end", got, more)
		}
	}
}
