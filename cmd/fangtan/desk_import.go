package main

import (
	"fangtan/store/intake"
	"fangtan/tui"
)

// Preview reads files and folders and says what they would bring in.
func (d *desk) Preview(paths []string, progress func(done, total int), stop func() bool) ([]tui.Proposal, error) {
	files, err := intake.Collect(paths)
	if err != nil {
		return nil, err
	}
	plan, err := intake.Read(files, d.snapshot.Load(), intake.Options{
		NewID: newID, Now: now(), Stage: d.open().Stage, Stop: stop,
		Progress: func(at intake.Progress) { progress(at.Done, at.Total) },
	})
	if err != nil {
		return nil, err
	}
	proposals := make([]tui.Proposal, len(plan.Items))
	for i := range plan.Items {
		proposals[i] = d.proposal(&plan.Items[i])
	}
	return proposals, nil
}

func (d *desk) proposal(item *intake.Item) tui.Proposal {
	p := tui.Proposal{File: item.File, Add: item.Add, Err: item.Err, Twin: item.Twin}
	if item.Add != nil {
		p.Speakers = len(item.Add.Row.Speakers)
		p.Warnings = notes(d.p.words, item)
	}
	return p
}
