package check

import (
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/source"
)

// Rules are all kinds of problems that reading and checking may report: those of source, of markdown and its own.
var Rules = slices.Concat(source.Rules, markdown.Rules, []*diag.Rule{
	charInvisible, markLoose, numberForm, numberRange, integerForm, dateForm, momentForm, zoneUnknown, spanReversed,
	clockMissing, boolForm, wordUnknown, idForm, idDuplicate, urlForm, emailForm, colourForm, langForm,
	areaUnknown, sourceUnknown, blockUnknown, unitUnknown, targetUnknown, assignmentUnknown, formUnknown, decisionUnknown,
	awardUnknown, contentMissing,
	goalKeys, boundsReversed, countWhole, valueDecimals, measureMissing, partWhole, resultOwner, resultLate,
	computedFormula, sourceMissing, dateAfterClock, unitCycle, leadOutside, assignmentName,
	decisionUndated, decisionEarly, decisionFuture, numberDuplicate, sampleReal, decisionCounts, draftCounts, awardID,
	noDuplicate, awardTwice, awardNamesake, givenName, withdrawnEarly, photoConsent, minorConsent, storyWithdrawn,
})
