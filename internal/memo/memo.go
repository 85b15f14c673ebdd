// Package memo remembers what a function gave, so that it need not be asked again: the same builds follow each other while someone edits.
//
// What is remembered must depend on the key alone. It is bounded: what was not asked for lately is forgotten. It knows nothing of what keys and
// values are.
package memo

import "sync"

// Memo holds at most twice Most values: the newest, and those that were asked for since there were as many. Several goroutines may use it.
type Memo[K comparable, V any] struct {
	Most int
	Own  func(K) K // makes of a key one to be kept: without the rest of the text that it is a part of; nil is the key itself

	mu          sync.RWMutex
	now, before map[K]V
}

// Of is the value of a key, made if it is not known. Of two who ask for it at the same time both may make it.
func (m *Memo[K, V]) Of(key K, make func(K) V) V {
	m.mu.RLock()
	v, ok := m.now[key]
	m.mu.RUnlock()
	if ok {
		return v
	}
	m.mu.RLock()
	v, ok = m.before[key]
	m.mu.RUnlock()
	if m.Own != nil {
		key = m.Own(key)
	}
	if !ok {
		v = make(key) // of its own, so that what is made of its parts does not keep the rest of the text either
	}
	m.keep(key, v)
	return v
}

func (m *Memo[K, V]) keep(key K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.now == nil {
		m.now = map[K]V{}
	}
	if len(m.now) >= m.Most {
		m.now, m.before = make(map[K]V, m.Most), m.now
	}
	m.now[key] = v
}
