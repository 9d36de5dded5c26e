package find

import (
	"fmt"
	"strings"
	"testing"
)

// many is 5,000 codes of two names each.
func many() []Entry {
	stems := []string{"要求不具体", "目标不明确", "基层任务繁重", "选择性合作", "权责错配", "能力不足", "村干部队伍不稳定", "政策形象", "检查考核压力", "信息沟通"}
	english := []string{"Requirements not specific", "Goals unclear", "Heavy grassroots tasks", "Selective cooperation", "Power mismatch", "Lack of ability", "Unstable cadre team", "Image of the policy", "Inspection pressure", "Information"}
	tails := []string{"在县里", "在镇上", "在村里", "对干部", "对村民", "以前", "现在", "以后"}
	entries := make([]Entry, 5000)
	for i := range entries {
		entries[i] = Entry{
			Names:  []string{fmt.Sprintf("%s%s%d", stems[i%10], tails[i/10%8], i), fmt.Sprintf("%s %d", english[i%10], i)},
			Number: fmt.Sprintf("C%d.%d", i/20, i%20),
		}
	}
	return entries
}

var queries = []string{"y", "yq", "yqbjt", "yaoqiu", "要求", "压力", "goals", "yjt", "tsk", "c12.3", "zzzz"}

func BenchmarkFind(b *testing.B) {
	x := New(many())
	for _, q := range queries {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				x.Find(q, 50)
			}
		})
	}
}

// BenchmarkContains is the least that looking at every name can cost.
func BenchmarkContains(b *testing.B) {
	entries := many()
	found := 0
	for b.Loop() {
		for i := range entries {
			for _, s := range entries[i].Names {
				if strings.Contains(s, "要求") {
					found++
				}
			}
		}
	}
	_ = found
}

func BenchmarkNew(b *testing.B) {
	entries := many()
	for b.Loop() {
		New(entries)
	}
}
