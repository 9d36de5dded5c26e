package page

import "io"

// Snapshot runs fn on a file that another process may be writing to. A commit leaves the pages of the transaction
// before it alone, so fn saw one state if the newest transaction is the same before and after. Else fn runs again, at
// most tries times in all, and what it had gathered must be dropped. It returns the error of the try that counts, or
// ErrChanging. size gives the present length of r in bytes.
func Snapshot(r io.ReaderAt, size func() (int64, error), tries int, fn func(*File) error) error {
	err := ErrChanging
	for left := tries; left > 0; left-- {
		var settled bool
		if settled, err = try(r, size, fn, left == 1); settled {
			return err
		}
	}
	return err
}

// try is one reading. A meta that is damaged may be one that is being written, so only the last try accepts it.
func try(r io.ReaderAt, size func() (int64, error), fn func(*File) error, last bool) (settled bool, err error) {
	n, err := size()
	if err != nil {
		return true, err
	}
	f, err := Open(r, n)
	if err != nil {
		return last, err
	}
	if f.OneMetaOnly() && !last {
		return false, ErrChanging
	}
	if n, err = size(); err != nil { // the file may have grown before its newest meta was read
		return true, err
	}
	f.resize(n)
	err = fn(f)
	after, lost := readMetas(r, n)
	if newest := after.newest(); lost == nil && newest >= 0 && after.at[newest].txid == f.TxID() {
		return true, err
	}
	return false, ErrChanging
}
