// Package campaign is the vocabulary and arithmetic of emulation and commendation (thi đua, khen thưởng).
//
// A Ledger holds everything believed of one campaign: every reference is a pointer, every value valid. Nobody but the check package
// makes one from input. The arithmetic here is what the domain itself says: when a goal is reached (attainment.go), which report is the
// newest (target.go), what is public at a moment (award.go), in which order units stand (unit.go).
//
// The package never knows files, YAML, formatting, words shown to users or today's date: the clock is Campaign.AsOf, handed in.
// Places are kept only so that a later problem can say where a record came from.
package campaign
