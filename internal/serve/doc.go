// Package serve is HTTP over a fileset.Set that is made anew when its input changes: a preview, never the site.
//
// # What it serves
//
// Files of the Set, each made when a browser asks for it and kept until the next build; nothing else. No file of a disk is ever opened for a
// request, so that no source file, dot-file or link out of a folder can be served. Pages get a script of the preview's own at the end of
// their head; a build never has it. Files with a hash in their name may be kept by the browser, all others may not.
//
// Before the first build there may be a part of the site that is known already (Options.First); whatever else is asked for waits for the build.
//
// The site stands below the path that it will be published at, so that links in the 404 page work; "/" leads there.
//
// # Who may ask
//
// The preview answers requests that name a host it was told of (Options.Hosts) and no other, so that a page elsewhere cannot reach it under a
// name of its own (DNS rebinding); a request that says it comes from another origin is refused. Only GET and HEAD are known.
//
// # When input changes
//
// A Watcher tells that something below its folders changed: by the system's word where there is one, by looking again and again where there is
// none (network folders). Changes that come together are one. What counts is the state of the folders (names, sizes, times of change), not
// the events: whatever an editor does (a file replaced, renamed, half written, deleted) ends in a state, and each state that lasts is built.
// A change during a build ends that build. Where a state has problems and a file of it is gone, empty or cut within a line, somebody may be
// about to write the rest: such a state is told of when it has lasted a moment.
//
// If a build has problems, the last good site stays and pages show the problems over it, as the terminal does; the next good build takes them away.
// Pages that are open fetch what was built and change where it differs from what was written before (preview.js); what their scripts hold on to
// makes them load anew. If nothing but style sheets changed, they change their style sheet and fetch nothing else.
//
// The package must never know how the site is made, what its problems mean, and never writes to a disk.
package serve
