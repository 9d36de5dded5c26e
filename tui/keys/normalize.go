package keys

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Signs that Chinese input methods send for ASCII keys, beside the full-width forms U+FF01 to U+FF5E.
var twins = map[rune]string{
	'\u3000': "space",
	'。':      ".", '｡': ".", '、': "/", '·': "`", '￥': "$", '—': "_", '…': "^",
	'【': "[", '】': "]", '「': "{", '」': "}", '『': "{", '』': "}", '《': "<", '》': ">", '〈': "<", '〉': ">",
	'“': `"`, '”': `"`, '‘': "'", '’': "'",
}

// Normalize returns the name of the pressed key as tables know it: what Bubble Tea calls it, with what an input method
// sends turned into its ASCII twin. It is for places where a command is expected; text fields take keys as they are.
func Normalize(msg tea.KeyPressMsg) string {
	sign, size := utf8.DecodeRuneInString(msg.Text)
	if size == 0 || size < len(msg.Text) {
		return msg.String()
	}
	if '！' <= sign && sign <= '～' {
		return string(sign - '！' + '!')
	}
	if twin, ok := twins[sign]; ok {
		return twin
	}
	return msg.String()
}
