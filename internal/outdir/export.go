package outdir

// Exchange makes two folders change places in one step, or fails; CannotExchange tells whether it is the disk that knows no exchange.
func Exchange(a, b string) error { return exchange(a, b) }

// CannotExchange reports whether a failed Exchange is for want of one.
func CannotExchange(err error) bool { return cannotExchange(err) }

// SyncTree waits until all that lies below a folder is on the disk.
func SyncTree(path string) error { return syncTree(path) }

// SyncFolder waits until the names in a folder are on the disk.
func SyncFolder(path string) error { return syncNames(path) }
