package transcript

// Limits on what comes in. They are far above any transcript and far below what
// would hurt: a 100 KB archive can promise a gigabyte.
const (
	// MaxFile is the largest file that is read, in bytes.
	MaxFile = 256 << 20
	// MaxEntry is the largest size of one unpacked part of an archive, in bytes.
	MaxEntry = 64 << 20
	// MaxArchive is the largest size of all unpacked parts together, in bytes.
	MaxArchive = 1 << 30
	// MaxRatio is how many times larger than its packed size a part may be, once it is over RatioFrom bytes.
	MaxRatio = 200
	// RatioFrom is the unpacked size, in bytes, from which MaxRatio holds.
	RatioFrom = 1 << 20
	// MaxEntries is the largest number of parts in an archive.
	MaxEntries = 10_000
	// MaxDepth is how deep XML elements may lie in each other.
	MaxDepth = 256
	// MaxAttributes is how many attributes one XML element may have.
	MaxAttributes = 1_000
	// MaxMarkdown is the largest Markdown file, in bytes; its tree needs many times that in memory.
	MaxMarkdown = 16 << 20
	// MaxNesting is how many quotes and lists one line of Markdown may open.
	MaxNesting = 1_000
	// MaxEmphasis is how many runs of stars and underscores one paragraph of Markdown may have; a link counts for four.
	MaxEmphasis = 20_000
	// MaxFootnotes is how many footnotes a Markdown document may have.
	MaxFootnotes = 5_000
)
