// Package outdir replaces one directory by the files of a fileset.Set, all at
// once, or leaves it untouched.
//
// # What it promises
//
// At every moment the destination is the old site or the new one, complete:
// when a recipe or a write fails, the disk is full, the process is killed or
// interrupted. A reader who opens files by path while the site is replaced finds
// each of them. (It may read one file of the old and the next of the new site.)
// One exception: on a system that cannot exchange two folders in one step (any
// but Linux and macOS, and some network disks) the destination is absent for the
// time between two renames; after a kill just there the next run brings it back.
//
// Two runs with the same set make the same bytes, whatever the number of jobs,
// the umask or the clock. Files have mode 0644, folders 0755, where the disk
// knows modes.
//
// # Whose folder it is
//
// The destination may be absent, empty, hold only .gitignore, or have been made
// here. What was made here holds a manifest, the file .bangvang: a version line,
// then the SHA-256, size and name of each file. Everything that is neither in
// the manifest nor .gitignore is somebody's: the run is refused with ErrForeign
// and nothing is lost. (What file managers leave behind, .DS_Store and the like,
// counts as nothing.) .gitignore stays as it is. A file of the manifest that was
// changed or lost is made anew and counted as Mended; a folder that was closed to readers is opened.
//
// Refused with ErrPlace: a file, a dangling link, the root, a mount point, and
// any folder that is or holds the home folder, the working folder or the source.
// A link to a folder is followed.
//
// # How
//
// Beside the destination public/ lie .public.bangvang-lock (one run at a time,
// else ErrBusy; the file stays), .public.bangvang-new (the new site while it is
// made, and after the exchange the old one while it is removed) and, on systems
// without exchange, .public.bangvang-old. A run that finds leftovers of a killed
// one clears them away first.
//
// With Options.Spare the old site is not removed after the exchange but made like the new one, by links, and laid there; the next run makes its new site
// of it. So a run costs what changes, and not what there is. If somebody removes the destination, it comes back from there as far as it would be made
// the same. What lies there is looked at before it is used, and never read by anybody else.
//
// Every recipe is run once, unless [Known] spares it, into memory up to 1 MiB a job and from there to the
// disk. A file whose bytes the destination has already is not written: it is
// linked into the new folder and keeps its time. If that is true of all files
// nothing is swapped and the destination is not touched. Whether it has them is read from the disk, unless [Stamps] tell that the file was not
// written since it was read or written last. So it is with folders: what is in one is read, unless Stamps tell that nothing was put into it or taken out of it.
//
// # Power cuts
//
// A build does not wait for the disk unless asked: its output can be made again.
// After a power cut soon after it files may be empty; the next run sees by their
// bytes that they differ, and mends them. If it is the manifest that is torn, the
// folder is refused and has to be deleted by hand. Options.Sync waits for the
// disk before the exchange and after it; whoever publishes asks for it.
//
// # Sign-off
//
// Manifest.Sum is one number for all bytes of a site, the same on any machine. Weigh gives the manifest of a Set without writing it, and
// Options.Judge is shown the manifest of what is about to be the destination: what was weighed, shown to somebody and approved is what
// comes to stand there, or nothing does.
//
// It must never know: what is in the files.
package outdir

import (
	"cmp"
	"context"
	"errors"

	"bangvang/internal/fileset"
)

// Options say how to replace a directory. The zero value is fine.
type Options struct {
	Jobs     int                   // recipes run at a time; GOMAXPROCS if below 1
	Source   string                // folder of the input, which is never overwritten; may be empty
	Progress func(done, total int) // called after each file, never twice at a time; may be nil
	Sync     bool                  // survive a power cut: wait for the disk

	Known  *Known  // what need not be made again; nil is nothing
	Spare  string  // a folder, on the same disk, where the old site may stay to become the next new one; "" is none
	Stamps *Stamps // of files at the destination that need not be read again; nil is of none

	// Judge, if not nil, is asked once all files are made and nothing is exchanged yet: these very files will be the destination. Its error
	// leaves the destination untouched and is what Replace returns.
	Judge func(Manifest) error

	// Ask, if not nil, is asked before each change of the disk and may refuse it: tests fail it at the n-th.
	Ask func(op, path string) error

	disk disk
}

// Stats say what a run did. Files = Written + Unchanged.
type Stats struct {
	Files     int   // in the destination now, without manifest and .gitignore
	Written   int   // whose bytes the destination did not have
	Unchanged int   // which stayed as they were
	Spared    int   // not even made, since Known told what they are: of Unchanged, and of Written those that came back from Spare
	Removed   int   // which are gone
	Mended    int   // of Written: changed or lost since the last run, not by a run
	Bytes     int64 // of all Files
}

// Replace makes dir hold the files of set and no others. On an error dir is as
// it was before, unless the error is ErrLeftover: then dir is new and complete,
// and only the old site could not be removed. errors.Is tells ErrBusy,
// ErrForeign, ErrPlace, ErrLeftover and the cause of ctx; any other error is of
// a recipe (it names the file) or of the machine.
//
// The context is looked at before each file and at each write. A recipe that
// computes for long without writing must look at it by itself.
func Replace(ctx context.Context, dir string, set *fileset.Set, opt Options) (Stats, error) {
	if opt.Ask != nil {
		opt.disk.ask = opt.Ask
	}
	p, err := locate(dir, opt.Source)
	if err != nil {
		return Stats{}, err
	}
	if err := opt.disk.mkdirAll(p.parent); err != nil {
		return Stats{}, p.machine("không tạo được thư mục", p.parent, err)
	}
	unlock, err := p.acquire(opt.disk)
	if err != nil {
		return Stats{}, err
	}
	defer unlock()
	if err := p.clearLeftovers(opt.disk); err != nil {
		return Stats{}, err
	}
	stats, err := replace(ctx, p, set, opt)
	if err == nil || errors.Is(err, ErrLeftover) {
		return stats, err
	}
	_ = p.clearLeftovers(opt.disk) // the next run tries again
	if ctx.Err() != nil {
		err = p.stopped(context.Cause(ctx))
	}
	return Stats{}, err
}

// replace does the work of Replace under the lock.
func replace(ctx context.Context, p place, set *fileset.Set, opt Options) (Stats, error) {
	before, err := p.survey(opt.Stamps)
	if err != nil {
		return Stats{}, err
	}
	go before.all() // whoever needs it waits
	s := newStage(ctx, p, before, set, opt)
	err = s.rescue()
	if err == nil {
		err = set.Each(ctx, opt.Jobs, s.read, s.makeFile)
	}
	if err = cmp.Or(before.all(), err); err != nil {
		return Stats{}, err
	}
	if opt.Judge != nil {
		if err := opt.Judge(s.files); err != nil {
			return Stats{}, err
		}
	}
	stats := s.stats()
	if before.ours && stats.Written == 0 && stats.Removed == 0 {
		if err := s.drop(); err != nil {
			return Stats{}, err
		}
		before.open(p, opt.disk)
		s.stamp(false)
		return stats, nil
	}
	if err := s.complete(); err != nil {
		return Stats{}, err
	}
	if before.exists { // somebody may have put a file there meanwhile
		if err := p.resurvey(before, opt.Jobs); err != nil {
			return Stats{}, err
		}
	}
	if ctx.Err() != nil {
		return Stats{}, ctx.Err()
	}
	if err := p.swap(opt.disk, before); err != nil {
		return Stats{}, err
	}
	if opt.Sync {
		if err := opt.disk.syncFolder(p.parent); err != nil {
			return stats, p.leftover(err)
		}
	}
	s.leaveSpare()
	for _, old := range []string{p.staging, p.aside} {
		if err := opt.disk.removeAll(old); err != nil {
			return stats, p.leftover(err)
		}
	}
	s.stamp(true)
	return stats, nil
}
