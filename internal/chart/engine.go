package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"bangvang/internal/edition"
)

// engineVersion changes whenever the same bundle, fonts and option give another scene.
const engineVersion = "1"

// Widths in CSS pixels at which pictures are wanted: a phone, a page, the booklet's text column.
const (
	Narrow = 300 // fits a screen of 320
	Wide   = 680
	Column = 460
)

// Store keeps scenes between builds, by keys in hexadecimal. Its functions may be called by several goroutines at once;
// a nil one keeps nothing. What Load answers need not be trusted: a spoilt scene is drawn anew.
type Store struct {
	Load   func(key string) ([]byte, bool)
	LoadTo func(room []byte, key string) ([]byte, bool) // Load, but into room if that is large enough; what it answers is room for the next
	Save   func(key string, scene []byte)
}

// Engine draws scenes. It is safe for use by several goroutines. Neither bundle nor fonts are read before the first
// scene that the store lacks.
type Engine struct {
	store   Store
	hash    func() string
	works   func() *works
	mu      sync.Mutex
	drawing map[string]*sight // scenes that are being drawn now, by key
}

// sight is a scene that somebody draws and others may wait for.
type sight struct {
	done  chan struct{}
	scene *Scene
	err   error
}

// NewEngine takes the bundle made by templates/assets/echarts/make.sh and Be Vietnam Pro's two weights as TrueType.
// They must not be changed afterwards.
func NewEngine(bundle, regular, semibold []byte, store Store) *Engine {
	e := &Engine{store: store}
	e.hash = sync.OnceValue(func() string {
		h := sha256.New()
		for _, part := range [][]byte{bundle, regular, semibold} {
			sum := sha256.Sum256(part)
			h.Write(sum[:])
		}
		return hex.EncodeToString(h.Sum([]byte(engineVersion)))
	})
	e.works = sync.OnceValue(func() *works {
		return shared(e.hash(), func() *works { return newWorks(bundle, regular, semibold) })
	})
	return e
}

// Hash names all that a scene depends on besides its chart and width.
func (e *Engine) Hash() string { return e.hash() }

// Scene draws a chart at a width in CSS pixels. It belongs to everybody who asks for it: nobody may change it.
func (e *Engine) Scene(c edition.Chart, width int) (*Scene, error) {
	d, err := build(c)
	if err != nil {
		return nil, err
	}
	option, err := d.option()
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	key := e.key(option, width, d.height)
	s, err := e.once(key, func() (*Scene, error) { return e.stored(key, option, width, d.height) })
	if err != nil {
		return nil, fmt.Errorf("chart %s at %d px: %w", c.ID, width, err)
	}
	return s, nil
}

// once draws a scene that several want at the same time only once. They share it, and must not change it.
func (e *Engine) once(key string, draw func() (*Scene, error)) (*Scene, error) {
	e.mu.Lock()
	if s := e.drawing[key]; s != nil {
		e.mu.Unlock()
		<-s.done
		return s.scene, s.err
	}
	s := &sight{done: make(chan struct{}), err: errGone}
	if e.drawing == nil {
		e.drawing = map[string]*sight{}
	}
	e.drawing[key] = s
	e.mu.Unlock()
	defer func() {
		e.mu.Lock()
		delete(e.drawing, key)
		e.mu.Unlock()
		close(s.done)
	}()
	s.scene, s.err = draw()
	return s.scene, s.err
}

// errGone is what those who wait get of a scene whose drawing panicked.
var errGone = errors.New("its drawing was cut short")

// stored takes a scene from the store, or draws it and puts it there.
func (e *Engine) stored(key string, option []byte, width, height int) (*Scene, error) {
	if e.store.Load != nil {
		if b, ok := e.store.Load(key); ok {
			if s := ReadScene(b); s != nil {
				return s, nil
			}
		}
	}
	s, err := e.draw(option, width, height)
	if err != nil {
		return nil, err
	}
	if e.store.Save != nil {
		b, err := json.Marshal(s)
		if err != nil {
			return nil, err
		}
		e.store.Save(key, b)
	}
	return s, nil
}

// key names a scene by all that it depends on.
func (e *Engine) key(option []byte, width, height int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %d %d\n", e.hash(), width, height)
	h.Write(option)
	return hex.EncodeToString(h.Sum(nil))
}

func (e *Engine) draw(option []byte, width, height int) (*Scene, error) {
	w := e.works()
	m, err := w.machine()
	if err != nil {
		return nil, err
	}
	list, err := w.list(m, option, width, height)
	if err != nil {
		return nil, err
	}
	return readList(list, m.faces.regular.central)
}

// Still draws a chart as a picture to stand in a page beside its words; see Scene.Still.
func (e *Engine) Still(c edition.Chart, width int) ([]byte, error) {
	s, err := e.Scene(c, width)
	if err != nil {
		return nil, err
	}
	return s.Still(fmt.Sprintf("%s-%d", c.ID, width)), nil
}

// SVG draws a chart as a picture to stand alone; see Scene.SVG.
func (e *Engine) SVG(c edition.Chart, width int) ([]byte, error) {
	s, err := e.Scene(c, width)
	if err != nil {
		return nil, err
	}
	return s.SVG(fmt.Sprintf("%s-%d", c.ID, width), c.Title, c.Sentence), nil
}
