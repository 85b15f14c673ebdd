// Package viet knows Vietnamese text: how it is normalised, folded for
// searching, compared, put in order, and how Vietnamese writes numbers, counts,
// dates and names of people. It must never know units, awards or any other word
// of the domain, HTML, files, or today's date.
//
// # Normal form
//
// Text is kept and printed as given, in NFC: Vietnamese always composes to one
// rune a letter, and only so is it drawn right everywhere. [NFC] and [IsNFC]
// are all there is to it; [Invisible] and [Loose] find what a reader cannot see
// or a font cannot draw.
//
// # Four forms for four questions
//
//   - What does a careless reader type? [Fold]: lower case, no tone, no mark,
//     đ as d, words parted by one space. “Đỗ Đức-Đạt” → “do duc dat”.
//   - Do two words find each other? [SearchKey]: Fold with y as i and without
//     the zeros before a number, so that Lý and Lí, kỷ and kỉ, 05 and 5 are one.
//   - Are two spellings the same words? [SpellingKey]: accents count, capitals,
//     spacing, place of the tone (hoà, hòa) and a lone y or i (kỷ, kỉ) do not.
//     It is the key for finding duplicates.
//   - What is its address? [Slug]: Fold with hyphens, ASCII only.
//
// All four give the same for NFC and NFD, and the same again when given their
// own result.
//
// Fold takes compatibility forms apart (ﬁ, ², full width) and knows Ð and ð,
// the Icelandic letters that conversions leave in place of Đ and đ. Zero-width
// and other format characters vanish; punctuation, symbols and controls part
// words. Letters of other scripts stay, in lower case.
//
// # Order
//
// [Collator] orders by the Vietnamese alphabet (a ă â b c d đ e ê … o ô ơ … u ư
// … y), then by tone: ngang, huyền, hỏi, ngã, sắc, nặng; numbers by value;
// capitals do not count. It is golang.org/x/text/collate (Vietnamese, Numeric),
// that is the order of ICU, with one thing more: a tone counts for its whole
// syllable, so that hoà and hòa stand together and both before hoá.
// What is still equal is ordered by its bytes: two texts compare equal only if
// their NFC is the same, so a list has one order.
//
// People are ordered by tên (given), then họ (family), then đệm (middle), part
// by part: all of a part, tone too, before the next part is looked at.
//
// [Letters] is the bar of letters over an index; [Letter] puts a name under one
// of them, [LetterSlug] is that letter's address, as Telex types it.
//
// # Search
//
// [Match] is the meaning of the search by name; the browser's twin of it passes
// the same table, testdata/search.json. Texts and queries are cut into words of
// SearchKey. Each query word takes one text word that it equals or begins, each
// text word is taken once. Query words choose longest first, then those with
// more marks, then as typed; each takes the text word that costs it least, the
// earlier one among equals. A pair costs
//
//	0  whole word, same accents       1  whole word, more accents than typed
//	2  beginning, same accents        3  beginning, more accents than typed
//	4  whole word, other accents      5  beginning, other accents
//
//	6, 7, 8  several words: same accents, more, other
//	9  whole word, mistyped
//
// so a typed accent speaks first: “đường” finds Đường before Dương, and a word
// typed without accents finds all. Accents are compared letter by letter, the
// tone once for the word. The rank is four times the sum of costs, plus two
// if the words are not in the order typed, plus one if words of the text are
// left over. Lower is better; equals are for the caller to order.
//
// A query word of three letters or more that fits no text word may take several
// next to each other, if it is their initials (“nvd”, “ubnd”: Nguyễn Văn Đạt,
// Ủy ban nhân dân) or is them without spaces (“khđt”: KH&ĐT). If nothing fits, a
// query word of five letters or more takes a text word that is one letter away:
// one changed, left out, added or swapped with its neighbour. [Typo] is then
// added to the rank, so that such texts come last, and a caller may leave them
// out where others are found.
//
// What stands beside a text, such as the office and unit of a name, is looked at
// by [Query.MatchBeside], phrase by phrase. Words that fit nothing in the text but
// for a typo may be there: as whole words with the accents typed (cost 0 or 1), the
// last of the query also as a beginning (2 or 3), or as initials or joined words (6
// or 7); a word there may answer several. [Beside] is then added to the rank, so
// that texts come after all that have the whole query themselves, and before those
// with a typo. At least one word must be in the text. Order, and words left over,
// are judged of the text alone.
//
// TP is read as thành phố, in texts and in queries.
//
// A query may have been typed while no keyboard turned it into Vietnamese: all
// its words that can be are then read as Telex (“dduowngf”), or all as VNI
// (“d9u7o7ng2”), with marks and tones anywhere after the vowel, as keyboards
// allow. What is found in such a reading ranks four lower.
//
// [SearchWords] cuts a text for an index, so that no other package need know
// how words are taken apart.
//
// # Old fonts and charsets
//
// Before Unicode, fonts drew Vietnamese in place of Western letters, and files still hold such texts: TCVN3 (.VnTime) and VNI (VNI-Times). Decode
// reads them; FontEncoding knows them by the font, and Weigh by the words: a word speaks for an encoding if it is a syllable in no other.
// DecodeText finds the charset of a text file. Nothing here decides: what to make of the evidence, and whom to tell, is the caller's.
//
// # Two names that may be one
//
// [Likeness] tells how two names are near: spelt in two ways, without accents, in another order, one letter apart. What parts Tổ 1 from Tổ 2 is
// no slip. Names that are alike share one of their Keys, so that each need be set against few.
//
// # Before a name
//
// Addressed takes Ông, Bà, đ/c, TS., Thượng tá and the like off a person's name, and loses no word. Ông is a surname too, so it is taken off only
// if a surname follows, or another title.
//
// # Numbers, dates, lines
//
// Numbers have points between thousands and a decimal comma, minus is U+2212.
// [Count] writes counts from 1 to 9 with a zero (“05 xã”), as administrative
// papers do. Dates are “02/01/2019” and “ngày 05 tháng 9 năm 2018”. [Bind] puts
// no-break spaces where a line must not end.
package viet
