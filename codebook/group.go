package codebook

// Group is a stakeholder group. It belongs to a speaker; a transcript's group is
// that of its respondents unless a speaker has her own.
type Group struct {
	No     No
	ID     ID
	Key    string // the name in files and on the command line, for example "cadres"
	NameZh string
	NameEn string
	Rank   int32 // order among groups, from 0
}

// Name is the group's name in lang ("zh" or "en"), else the other one, else its key.
func (g *Group) Name(lang string) string { return nameIn(lang, g.NameZh, g.NameEn, g.Key) }

func nameIn(lang, zh, en, other string) string {
	first, second := zh, en
	if lang == "en" {
		first, second = en, zh
	}
	switch {
	case first != "":
		return first
	case second != "":
		return second
	}
	return other
}
