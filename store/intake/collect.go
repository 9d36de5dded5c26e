package intake

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"fangtan/store/transcript"
)

// Why a path is left out before its content is looked at.
var (
	ErrNothing     = errors.New("holds no transcripts")
	ErrLinkedDir   = errors.New("is a link to a folder, which is not followed")
	ErrNotRegular  = errors.New("is no ordinary file")
	errTooLargeFor = &transcript.Error{Reason: transcript.ReasonTooLarge}
)

// File is a file to be looked at.
type File struct {
	Path    string   // where it lies
	Name    string   // its path below the folder that was asked for, with "/"
	Folders []string // names of the folders it lies in, the nearest first, that one included
	Size    int64    // bytes
	Err     error    // why it cannot be read, known beforehand

	open func() (io.ReadCloser, error)
}

// notTranscripts are names that a folder of transcripts holds beside them.
var notTranscripts = []string{"manifest.csv", "codebook.csv", "codings.csv", "thumbs.db", "desktop.ini"}

// passedOver says that a file in a folder is no transcript by its name: hidden,
// the lock file of an office program, a list of ours, a project.
func passedOver(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		slices.Contains(notTranscripts, lower) || strings.HasSuffix(lower, ".fangtan")
}

// Collect lists the files at paths, those of a folder with all below it. A path
// that is not there, and a folder without anything to read, are errors that name
// the path ([fs.PathError]); a path inside a folder that cannot be read is a file
// with an Err.
func Collect(paths []string) ([]File, error) {
	var all []File
	seen := map[string]bool{}
	for _, p := range paths {
		files, err := collect(p)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if whole, err := filepath.Abs(f.Path); err == nil && !seen[whole] {
				seen[whole] = true
				all = append(all, f)
			}
		}
	}
	return all, nil
}

func collect(p string) ([]File, error) {
	info, err := os.Stat(p)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		f := diskFile(p, filepath.Base(p), nil, info)
		if whole, err := filepath.Abs(p); err == nil {
			f.Folders = []string{filepath.Base(filepath.Dir(whole))}
		}
		return []File{f}, nil
	}
	root := p
	if whole, err := filepath.Abs(p); err == nil {
		root = whole
	}
	files, err := walk(os.DirFS(p), filepath.Base(root), func(name string) (File, fs.FileInfo) {
		at := filepath.Join(p, filepath.FromSlash(name))
		info, err := os.Stat(at)
		if err != nil {
			return File{Path: at, Err: err}, nil
		}
		return diskFile(at, name, nil, info), info
	})
	if err == nil && len(files) == 0 {
		err = &fs.PathError{Op: "import", Path: p, Err: ErrNothing}
	}
	return files, err
}

// diskFile is a file on the disk; it is opened when its turn comes.
func diskFile(at, name string, folders []string, info fs.FileInfo) File {
	f := File{Path: at, Name: name, Folders: folders, Size: info.Size(), open: func() (io.ReadCloser, error) { return os.Open(at) }}
	if !info.Mode().IsRegular() {
		f.Err = &fs.PathError{Op: "import", Path: at, Err: ErrNotRegular}
	}
	return f
}

// CollectFS lists the files of fsys, as if it were a folder of that name.
func CollectFS(fsys fs.FS, root string) ([]File, error) {
	return walk(fsys, root, func(name string) (File, fs.FileInfo) {
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return File{Path: name, Err: err}, nil
		}
		return File{Path: name, Size: info.Size(), open: func() (io.ReadCloser, error) { return fsys.Open(name) }}, info
	})
}

// walk lists what is to be read below fsys, in natural order.
func walk(fsys fs.FS, root string, look func(name string) (File, fs.FileInfo)) ([]File, error) {
	var files []File
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case name == "." && err != nil:
			return err
		case name == ".":
			return nil
		case passedOver(entry.Name()) && entry.IsDir():
			return fs.SkipDir
		case passedOver(entry.Name()), entry.IsDir() && err == nil:
			return nil
		}
		f, info := look(name)
		f.Name, f.Folders = name, foldersOf(root, name)
		switch {
		case err != nil:
			f.Err = err
		case info != nil && info.IsDir():
			f.Err = &fs.PathError{Op: "import", Path: f.Path, Err: ErrLinkedDir}
		}
		files = append(files, f)
		return nil
	})
	slices.SortStableFunc(files, func(a, b File) int { return compareNames(a.Name, b.Name) })
	return files, err
}

// foldersOf names the folders that a file lies in, the nearest first.
func foldersOf(root, name string) []string {
	var folders []string
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		folders = append(folders, path.Base(dir))
	}
	return append(folders, root)
}

// content reads a file whole, but never more than one transcript may have.
func (f *File) content() ([]byte, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	if f.Size > transcript.MaxFile {
		return nil, errTooLargeFor
	}
	r, err := f.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data := make([]byte, 0, f.Size+1)
	return readAll(data, io.LimitReader(r, transcript.MaxFile+1))
}

// readAll reads r into data, which is grown only if the file has grown.
func readAll(data []byte, r io.Reader) ([]byte, error) {
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
