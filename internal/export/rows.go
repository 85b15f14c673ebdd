package export

import (
	"fmt"
	"iter"
	"sync"

	"bangvang/internal/edition"
)

// madeRows gives the rows of a table, made cell by cell from its number in the row and what it says. Where a cell says what the one above says, as
// of awards every other does, what was made above stands again. The cells of a row are good until the next is asked for.
func madeRows[T any](t *edition.Table, cell func(i int, c *edition.Cell, was T) T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		above, made := make([]edition.Cell, len(t.Columns)), make([]T, len(t.Columns))
		for n, row := range t.All() {
			for i := range row {
				if c := &row[i]; n == 0 || c.Value != above[i].Value || c.Words != above[i].Words {
					above[i], made[i] = *c, cell(i, c, made[i])
				}
			}
			if !yield(made) {
				return
			}
		}
	}
}

// proof remembers of tables whether they fit their columns: each is written in several formats.
type proof struct{ tables sync.Map } // of *edition.Table → func() error

func (p *proof) of(t *edition.Table) error {
	check, _ := p.tables.LoadOrStore(t, sync.OnceValue(func() error { return checkTable(t) }))
	return check.(func() error)()
}

// checkTable refuses a table that does not fit its columns.
func checkTable(t *edition.Table) error {
	if err := checkColumns(t.Columns); err != nil {
		return err
	}
	above := make([]string, len(t.Columns)) // what is empty fits
	for n, row := range t.All() {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("hàng %d có %d ô, bảng có %d cột", n+1, len(row), len(t.Columns))
		}
		for i := range row {
			value := row[i].Value
			if value == above[i] {
				continue
			}
			ok, err := fits(t.Columns[i].Kind, value)
			if err != nil {
				return err
			}
			if !ok {
				return fmt.Errorf("hàng %d, cột %s: %q không đúng kiểu %s", n+1, t.Columns[i].Key, value, t.Columns[i].Kind)
			}
			above[i] = value
		}
	}
	return nil
}
