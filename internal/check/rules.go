package check

import (
	"bangvang/internal/diag"
)

// Rules are all kinds of problems that Resolve reports, but for those of markdown.
var Rules = []*diag.Rule{
	numberForm, numberRange, integerForm, dateForm, momentForm, zoneUnknown, spanReversed,
	clockMissing, boolForm, wordUnknown, nameLetterless, idForm, idDuplicate, urlForm, emailForm, colourForm, langForm,
	areaUnknown, sourceUnknown, blockUnknown, unitUnknown, targetUnknown, assignmentUnknown, formUnknown, decisionUnknown,
	awardUnknown, storyUnknown, contentMissing,
	goalKeys, boundsReversed, countWhole, valueDecimals, measureMissing, partWhole, resultOwner, resultLate,
	figureTenfold, percentRange, partsSum, estimateLate, resultConflict, cumulativeFalls,
	computedFormula, sourceMissing, dateAfterClock, unitCycle, leadOutside, assignmentName,
	decisionUndated, decisionEarly, decisionFuture, numberDuplicate, sampleReal, decisionCounts, draftCounts, awardID,
	noDuplicate, awardTwice, awardNamesake, awardAlike, awardAgain, duplicateFew, duplicateTwice, duplicateIdle, duplicateSpelling, approvalHash,
	givenName, nameDigit, nameCapitals, nameSwitch, nameShort, nameBare, nameCase, nameInitial, nameTitle, nameLookalike, nameLetter, namePunctuation, noGap,
	formIssuer, citationUnit, citationYear, meritMissed, unitIdle, withdrawnEarly, photoConsent, minorConsent, storyWithdrawn, storyMinor,
	certificateSlot, certificateNameless, certificateOutside, certificateSize, certificateTwice, readingEmpty, orderTwice, cardSize,
	correctionSame, correctionTwice, correctionHidden, correctionName,
	addressForm, groupMeets, movedWay, movedTwice, movedCircle, farewellEarly,
	personalData,
	translationOwn, translationUnread, translationMissing, translationUnknown, wordSlots,
}
