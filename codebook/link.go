package codebook

// The kinds of link that every study has; a study may use its own beside them.
const (
	LinkCauses      = "causes"
	LinkTension     = "in tension with"
	LinkContradicts = "contradicts"
	LinkSupports    = "supports"
	LinkPartOf      = "part of"
)

// Link is a typed relation between two codes, with an evidence passage.
type Link struct {
	No         No
	ID         ID
	Kind       string
	From, To   No // codes
	Transcript No // where the evidence stands; 0 for none
	Start, End uint32
	Coder      No
	Created    int64 // Unix milliseconds
	Note       string
}
