package page

import (
	"errors"
	"fmt"
	"strings"
)

// Errors of Open and Snapshot. All else that is wrong with a file is a Damage.
var (
	// ErrTooSmall says that the file cannot hold two metas, for example because it is empty.
	ErrTooSmall = errors.New("file is too small to be a project")
	// ErrNotBolt says that no meta begins with bbolt's mark.
	ErrNotBolt = errors.New("file is not a project")
	// ErrMeta says that the file has the mark, but no meta that can be trusted.
	ErrMeta = errors.New("both meta pages are damaged")
	// ErrChanging says that a writer committed during every try of Snapshot.
	ErrChanging = errors.New("file kept changing while it was read")
)

// Rule names what a healthy file always keeps and this one does not.
type Rule string

// The rules, from the outside in.
const (
	MetaBroken      Rule = "meta page is damaged, the last change may be lost"
	MetaApart       Rule = "meta pages are too far apart, changes may be lost"
	MetaBounds      Rule = "meta page points outside the file"
	FileShort       Rule = "file is shorter than its pages"
	FileLarge       Rule = "file has more pages than any that is written"
	ReadFailed      Rule = "page cannot be read"
	PageOutside     Rule = "page lies outside the file"
	PageID          Rule = "page does not carry its own number"
	PageType        Rule = "page is of the wrong type"
	PageCount       Rule = "page has an impossible number of elements"
	PageSize        Rule = "page has more or fewer overflow pages than it needs"
	PageTwice       Rule = "page is used twice"
	PageFreeUsed    Rule = "page is used and free"
	PageLost        Rule = "page is neither used nor free"
	TailDirty       Rule = "page is not zero after its last value"
	ElementPosition Rule = "element does not follow the one before"
	ElementFlags    Rule = "element is of the wrong kind"
	KeySize         Rule = "key has an impossible length"
	KeyOrder        Rule = "keys are out of order"
	KeyRange        Rule = "key lies outside the range of its branch"
	ValueLarge      Rule = "value is larger than any that is written"
	TreeDeep        Rule = "tree is deeper than any that is written"
	FreeList        Rule = "free list is not an ascending list of pages"
	FreeListAbsent  Rule = "free list is not stored"
	BucketHeader    Rule = "bucket has an impossible header"
	BucketMissing   Rule = "bucket is missing"
	BucketUnknown   Rule = "bucket is not known"
)

// Damage is one broken rule and the place where it was seen.
type Damage struct {
	Page   uint64 // page number, 0 for the whole file or the first meta
	Bucket string // bucket whose tree was read, "" outside of one
	What   Rule
	Got    uint64 // what was found, when it is a number
	Err    error  // cause, for ReadFailed
}

// Error tells the place and the rule; the bucket is quoted, since its name may come from the damage.
func (d Damage) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %d", d.Page)
	if d.Bucket != "" {
		fmt.Fprintf(&b, " of bucket %q", d.Bucket)
	}
	fmt.Fprintf(&b, ": %s", d.What)
	if d.Got != 0 {
		fmt.Fprintf(&b, " (%d)", d.Got)
	}
	if d.Err != nil {
		fmt.Fprintf(&b, ": %v", d.Err)
	}
	return b.String()
}

// Unwrap gives the error of the disk, if it was one.
func (d Damage) Unwrap() error { return d.Err }
