package main

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fangtan/codebook"
)

// momentForms are how a moment can be written, each with how long it is: the study
// is looked at as it stood when the moment ended.
var momentForms = []struct {
	layout string
	long   time.Duration
}{
	{"2006-01-02T15:04:05", time.Second}, {"2006-01-02 15:04:05", time.Second},
	{"2006-01-02T15:04", time.Minute}, {"2006-01-02 15:04", time.Minute},
}

// endOf is the end of a moment written by a user, in local time.
func endOf(word string) (time.Time, bool) {
	if day, err := time.ParseInLocation(time.DateOnly, word, time.Local); err == nil {
		return day.AddDate(0, 0, 1), true // days are not all of one length
	}
	if at, err := time.Parse(time.RFC3339, word); err == nil {
		return at.Add(time.Second), true
	}
	for _, f := range momentForms {
		if at, err := time.ParseInLocation(f.layout, word, time.Local); err == nil {
			return at.Add(f.long), true
		}
	}
	return time.Time{}, false
}

// point is the last action of a point in the study's life: the number of the
// action, or a date or time up to which everything is meant.
func (s *sitting) point(word string) (uint64, error) {
	last := s.file.LastAction()
	if no, err := strconv.ParseUint(strings.TrimPrefix(word, "#"), 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		if err != nil || no == 0 || no > last {
			return 0, s.usage("journalcmd.no-action", "No", strings.TrimPrefix(word, "#"), "Last", last)
		}
		return no, nil
	}
	end, ok := endOf(word)
	if !ok {
		return 0, s.usage("journalcmd.point", "Value", word)
	}
	headers, err := s.file.Headers(0, int(last))
	if err != nil {
		return 0, &about{s.path, err}
	}
	for _, h := range headers {
		if h.Time < end.UnixMilli() {
			return h.No, nil
		}
	}
	return 0, s.fail("journalcmd.before-beginning", "Value", word, "Begun", minute(headers[len(headers)-1].Time))
}

// minute writes Unix milliseconds as a local time for people.
func minute(ms int64) string { return time.UnixMilli(ms).Local().Format("2006-01-02 15:04") }

// header is the journal entry of an action.
func (s *sitting) header(no uint64) (codebook.Header, error) {
	headers, err := s.file.Headers(no, 1)
	if err != nil {
		return codebook.Header{}, &about{s.path, err}
	}
	return headers[0], nil
}

// standThen makes the study what it was at a point, and says so.
func (s *sitting) standThen(word string) (codebook.Header, error) {
	last := s.file.LastAction()
	no, err := s.point(word)
	if err != nil {
		return codebook.Header{}, err
	}
	h, err := s.header(no)
	if err != nil {
		return h, err
	}
	if err := s.file.StandAt(no); err != nil {
		return h, &about{s.path, err}
	}
	s.say(s.t("journalcmd.as-of", "No", no, "Last", last, "Time", minute(h.Time)))
	return h, nil
}
