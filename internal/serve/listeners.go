package serve

import "sync"

// listeners are the pages that are open.
type listeners struct {
	mu  sync.Mutex
	all map[chan news]bool
}

func newListeners() *listeners { return &listeners{all: map[chan news]bool{}} }

// join gives a channel on which the newest news comes; who does not take one gets the next in its place, without styles to change: those
// were for a page of the build before.
func (l *listeners) join() chan news {
	c := make(chan news, 1)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all[c] = true
	return c
}

func (l *listeners) leave(c chan news) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, c)
}

func (l *listeners) tell(n news) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for c := range l.all {
		mine := n
		select {
		case <-c:
			mine.Styles = nil
		default:
		}
		c <- mine
	}
}
