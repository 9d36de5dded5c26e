package starters

// Group is a stakeholder group that a new study begins with: its key in files and
// its names.
type Group struct{ Key, NameZh, NameEn string }

// Groups returns the groups a new study begins with, in their order; a study may
// rename, add, drop and reorder them.
func Groups() []Group {
	return []Group{
		{"department-heads", "部门领导", "Department heads"},
		{"supervisors", "监督者", "Supervisors"},
		{"secretaries", "第一书记", "First secretaries"},
		{"cadres", "村干部", "Village cadres"},
	}
}
