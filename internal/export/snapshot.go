package export

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"bangvang/internal/edition"
)

// SnapshotName is the file of a kept publication that says what it told.
const SnapshotName = "so-lieu.json"

// WriteSnapshot writes what a publication told, for later ones to compare themselves with.
func WriteSnapshot(w io.Writer, s edition.Snapshot) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(s)
}

// ReadSnapshot reads what WriteSnapshot wrote. What a later version of the program may have added is passed by.
func ReadSnapshot(b []byte) (*edition.Snapshot, error) {
	var s edition.Snapshot
	if err := json.Unmarshal(b, &s); err != nil {
		return nil, err
	}
	if _, err := time.Parse(time.DateOnly, s.Day); err != nil {
		return nil, fmt.Errorf("day %q không phải ngày", s.Day)
	}
	return &s, nil
}
