package store

import (
	"encoding/hex"
	"fmt"
)

// Trouble is a kind of [Finding].
type Trouble string

// What can be found in a file.
const (
	TroublePage      Trouble = "page"      // the structure of the file
	TroubleChecksum  Trouble = "checksum"  // a record that is not what was written
	TroubleFormat    Trouble = "format"    // a record that cannot be read though its checksum holds
	TroubleAccount   Trouble = "account"   // records missing from a bucket, or too many
	TroubleText      Trouble = "text"      // a text that is not the one its name says, or is missing
	TroubleReference Trouble = "reference" // something refers to what is not there
	TroubleJournal   Trouble = "journal"   // a gap or break in the chain of actions
	TroubleMode      Trouble = "mode"      // others can read the file
)

// Finding is one thing that is wrong with a file.
type Finding struct {
	Trouble Trouble
	Page    uint64 // of [TroublePage]
	Bucket  string // "" for the whole file
	Key     string // hexadecimal, "" for the whole bucket
	Detail  string // English, for reports
}

// String is one line for a report.
func (f Finding) String() string {
	switch {
	case f.Key != "":
		return fmt.Sprintf("%s: record %s of bucket %q: %s", f.Trouble, f.Key, f.Bucket, f.Detail)
	case f.Bucket != "":
		return fmt.Sprintf("%s: bucket %q: %s", f.Trouble, f.Bucket, f.Detail)
	}
	return fmt.Sprintf("%s: %s", f.Trouble, f.Detail)
}

// finding is what is wrong with one record.
func finding(t Trouble, bucket string, key []byte, err error) Finding {
	return Finding{Trouble: t, Bucket: bucket, Key: hex.EncodeToString(key), Detail: err.Error()}
}

// damaged is one finding as an error.
func damaged(t Trouble, bucket string, key []byte, err error) error {
	return &DamagedError{[]Finding{finding(t, bucket, key, err)}}
}
