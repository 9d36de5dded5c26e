package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
)

// codeOptions are what can be said of a code.
func codeOptions(c *codebook.Code) []option {
	return []option{
		{&c.Number, "number", "codescmd.flag.number"},
		{&c.NameZh, "name-zh", "cli.flag.name-zh"},
		{&c.NameEn, "name-en", "cli.flag.name-en"},
		{&c.Color, "color", "codescmd.flag.color"},
		{&c.Pin, "pin", "codescmd.flag.pin"},
		{&c.Role, "role", "codescmd.flag.role"},
		{&c.Heading, "heading", "codescmd.flag.heading"},
		{&c.Archived, "archived", "codescmd.flag.archived"},
		{&c.Definition, "definition", "codescmd.flag.definition"},
		{&c.Include, "include", "codescmd.flag.include"},
		{&c.Exclude, "exclude", "codescmd.flag.exclude"},
		{&c.Cues, "cues", "codescmd.flag.cues"},
		{&c.Examples, "examples", "codescmd.flag.examples"},
	}
}

func (p *program) codesAdd() *cobra.Command {
	var row codebook.Code
	var under string
	cmd := &cobra.Command{
		Use: "add NAME", Short: p.t("codescmd.codes.add"), Args: p.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				if under != "" {
					parent, err := s.code(under)
					if err != nil {
						return err
					}
					row.Parent = parent.No
				}
				row.ID = newID()
				s.nameCode(&row, args[0])
				return s.putCode(row)
			})
		},
	}
	p.options(cmd, []option{{&under, "under", "codescmd.flag.under"}})
	p.options(cmd, codeOptions(&row))
	return p.changes(cmd)
}

// nameCode gives a code its name in the project's language, unless a flag did.
func (s *sitting) nameCode(c *codebook.Code, name string) {
	own := &c.NameZh
	if s.project().Lang == "en" {
		own = &c.NameEn
	}
	if *own == "" {
		*own = name
	}
}

// putCode writes a code whose role is one that the analyses know.
func (s *sitting) putCode(row codebook.Code) error {
	_, _, tension := row.Tension()
	switch row.Role {
	case "", codebook.RoleComponent, codebook.RoleResult, codebook.RoleFacet:
	default:
		if !tension {
			return s.usage("codescmd.usage.role", "Value", row.Role)
		}
	}
	return s.do(&codebook.PutCode{Row: row})
}

func (p *program) codesSet() *cobra.Command {
	var given codebook.Code
	cmd := &cobra.Command{Use: "set CODE", Short: p.t("codescmd.codes.set"), Args: p.exactly(1)}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.writing(func(s *sitting) error {
			old, err := s.code(args[0])
			if err != nil {
				return err
			}
			row := *old
			changedOptions(cmd, codeOptions(&given), codeOptions(&row))
			return s.putCode(row)
		})
	}
	p.options(cmd, codeOptions(&given))
	return p.changes(cmd)
}

// unpinned is what "codes pin" takes for no key.
const unpinned = "none"

func (p *program) codesPin() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "pin CODE KEY", Short: p.t("codescmd.codes.pin"), Args: p.exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				old, err := s.code(args[0])
				if err != nil {
					return err
				}
				row := *old
				if row.Pin = args[1]; row.Pin == unpinned {
					row.Pin = ""
				}
				return s.do(&codebook.PutCode{Row: row})
			})
		},
	})
}

func (p *program) codesMove() *cobra.Command {
	var under string
	var position int
	cmd := &cobra.Command{Use: "move CODE", Short: p.t("codescmd.codes.move"), Args: p.exactly(1)}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !cmd.Flags().Changed("under") && !cmd.Flags().Changed("position") {
			return p.usage("codescmd.usage.move")
		}
		return p.writing(func(s *sitting) error {
			c, err := s.code(args[0])
			if err != nil {
				return err
			}
			op := &codebook.MoveCode{Code: c.No, Parent: c.Parent, Index: s.project().CodeCount()}
			if cmd.Flags().Changed("under") {
				op.Parent = 0
			}
			if under != "" {
				parent, err := s.code(under)
				if err != nil {
					return err
				}
				op.Parent = parent.No
			}
			if cmd.Flags().Changed("position") {
				op.Index = position - 1
			}
			return s.do(op)
		})
	}
	p.options(cmd, []option{{&under, "under", "codescmd.flag.under"}, {&position, "position", "cli.flag.position"}})
	return p.changes(cmd)
}
