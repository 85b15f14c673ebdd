// Package private finds personal data in text: numbers of identity papers, bank accounts and telephones, addresses of mail, dates of birth,
// home addresses.
//
// [Scan] goes over a text once. It looks closer only where digits, "@", ":" or one of two words stand, so a text costs next to nothing where it
// has none of them. What it takes for personal data:
//
//   - identity: 12 digits as on a CCCD, 9 as on a CMND, in one piece or in groups; a passport's after the word;
//   - telephone: 10 or 11 digits from 0, or after +84, in the groups in which people write them; fewer digits after "ĐT", "điện thoại" …;
//   - account: 6 to 19 digits after "STK", "tài khoản" …; 10 to 19 digits in one piece, whatever they are: no figure is written so in prose;
//   - mail: name@domain;
//   - birth: a date or a year after "sinh ngày", "ngày sinh", "SN" …, of somebody who may be alive;
//   - address: "số nhà 12", "tổ 5, khu vực 3", "12/3 đường …", "thường trú tại ấp …", "địa chỉ: số 5 …".
//
// Groups may be parted by spaces of any kind, points, hyphens and brackets; digits may be of full width, with what no reader sees between them;
// letters may be composed or not. Not taken for personal data: sums of money and other figures (1.790, 15.000.000 đồng), figures with decimals,
// numbers of decisions (3245/QĐ-UBND), years, dates of events, moments written in digits (20181205080000), what is within an address of the web.
//
// [Allowed] holds what is public on purpose: the telephone, mail and address of the office that answers for the campaign. The same value counts
// as the same however it is written.
//
// [Mask] writes a text as it may be shown: rune for rune, so that columns stay, each letter and digit of a finding a dot.
//
// The package never knows where a text comes from: files, formats, fields.
package private
