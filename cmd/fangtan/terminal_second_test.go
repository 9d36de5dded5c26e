package main

import (
	"strings"
	"testing"
)

// Two people, or one with two windows, at the same file: the second reads, and sees
// what the first did when she asks for it.
func TestTerminalSecondOpener(t *testing.T) {
	first := openTerminal(t, 90, 24, "zh_CN.UTF-8")
	aStudy(first)
	first.Type("fangtan -p study.fangtan", "Enter")
	first.Wait("老耿", "0 参考点", "已保存")

	if _, said, err := first.Try("coders", "add", "乙"); codeOf(err) != 1 || strings.Count(said, "\n") > 2 || !strings.Contains(said, "study.fangtan") {
		t.Errorf("a command that writes while the workbench runs: %v, said %q", err, said)
	}
	if got := len(rows(t, first.Run("transcripts"))); got != 3 {
		t.Errorf("a command that reads while the workbench runs: %d transcripts, want 3", got)
	}

	second := first.Another()
	second.Type("fangtan -p study.fangtan", "Enter")
	second.Wait("老耿", "0 参考点", "只读")
	first.Type("Enter")
	first.Wait("话轮", "本段")
	first.Type(")", "1", "j", "2")
	first.Wait("已编码：P2.1", "已保存")

	second.Type("Enter")
	second.Wait("话轮", "未编码", "只读")
	second.Type(")", "1")
	second.Wait("只读方式打开，不能修改")
	second.Type("F2")
	second.Wait("0 参考点")
	second.Type("C-l")
	second.Wait("2 参考点", "只读")
	second.Type("F3")
	second.Wait("▌", "P1.1 目标不明确")
	second.Type("C-q")
	second.Wait("ready>")

	first.Type("j", "3")
	first.Wait("已编码：I3.1", "已保存")
	first.Type("C-q")
	first.Wait("ready>")
	second.Type("clear; fangtan -p study.fangtan", "Enter")
	second.Wait("3 参考点", "已保存")
	second.Type("C-q")
	second.Wait("ready>")
}
