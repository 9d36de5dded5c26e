package storetest

import (
	"testing"

	"fangtan/codebook"
)

func TestMemory(t *testing.T) {
	Run(t, func(_ testing.TB, p *codebook.Project, founding codebook.Action) Store { return NewMemory(p, founding) })
}
