package edition

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// vietnamese words an edition as administrative papers do.
var vietnamese = &tongue{
	lang: "vi",
	name: "Tiếng Việt",
	titles: map[Path]string{homePath: "Trang chủ", planPath: "Kế hoạch", targetsPath: "Chỉ tiêu", rollPath: "Vinh danh", storiesPath: "Điển hình",
		unitsPath: "Đơn vị", decisionsPath: "Quyết định", bookletPath: "Kỷ yếu", pressPath: "Báo chí", dataPath: "Dữ liệu", feedPath: "Nguồn tin Atom",
		versionsPath: "Các bản đã công bố"},

	number: func(d campaign.Decimal) string { return viet.FormatDecimal(d.Unscaled, int(d.Scale)) },
	count:  func(n int, of noun) string { return viet.Count(n, of.many) },
	stand: map[campaign.Qualifier]func(string) string{
		campaign.Above: func(words string) string { return "trên" + nbsp + words },
		campaign.Below: func(words string) string { return "dưới" + nbsp + words },
		campaign.About: func(words string) string { return "khoảng" + nbsp + words },
	},
	about:   "khoảng ",
	points:  "điểm" + nbsp + "phần" + nbsp + "trăm",
	until:   " đến ",
	ceiling: func(words string) string { return "không quá" + nbsp + words },
	list:    func(words []string) string { return listed(words, " và ") },

	date:    vietnameseDate,
	dated:   vietnameseDated,
	label:   vietnameseDate,
	planned: func(dated string) string { return "dự kiến " + dated },

	noData: "chưa có số liệu",
	verdicts: map[campaign.Attainment]string{
		campaign.Exceeded:  "vượt",
		campaign.Met:       "đạt",
		campaign.Missed:    "chưa đạt",
		campaign.Unknown:   "chưa có số liệu",
		campaign.Undecided: "chưa đủ căn cứ",
	},
	outcomes: map[campaign.Attainment]string{
		campaign.Exceeded:  "vượt",
		campaign.Met:       "đạt",
		campaign.Missed:    "chưa đạt",
		campaign.Unknown:   "chưa có số liệu",
		campaign.Undecided: "chưa đủ căn cứ",
	},
	timely: map[campaign.Timeliness]string{
		campaign.InTime: "đúng hạn",
		campaign.Late:   "sau hạn",
		campaign.Open:   "chưa hoàn thành",
	},
	statuses: map[campaign.Status]string{
		campaign.StatusEstimate: "ước",
		campaign.StatusOfficial: "chính thức",
		campaign.StatusComputed: "tính toán",
	},
	against: map[yardstick]yardstickWords{
		thePlan:     {"Kế hoạch", "kế hoạch", "kế hoạch"},
		theCity:     {"Chỉ tiêu của thành phố", "chỉ tiêu của thành phố", "chỉ tiêu của thành phố"},
		theAssigned: {"Được giao", "chỉ tiêu được giao", "chỉ tiêu được giao"},
	},

	targets:     same("chỉ tiêu"),
	decisions:   same("quyết định khen thưởng"),
	collectives: same("tập thể"),
	individuals: same("cá nhân"),
	households:  same("hộ gia đình"),

	sentences: sentenceWords{
		verdict:  vietnameseVerdict,
		versus:   vietnameseVersus,
		status:   vietnameseStatus,
		source:   vietnameseSource,
		reached:  vietnameseReached,
		evidence: vietnameseEvidence,
		part:     func(name, verdict string) string { return name + " " + verdict },
		parts: func(whole, parts string) string {
			if whole != "" {
				whole += " theo các phần. "
			}
			return whole + "Trong đó: " + parts + "."
		},
		honoured: func(who string) string { return who + " được vinh danh" },
		hidden:   "Chưa công bố danh sách khen thưởng",
		cite: func(k citation) string {
			return k.author + ", “" + k.title + "”, " + k.site + ", dữ liệu đến " + k.dated + ", " + k.address
		},
		dataset: "bộ dữ liệu",
		seen:    "truy cập ngày …",
		seenDay: "{dd}/{month}/{y}",
		months:  "01 02 03 04 05 06 07 08 09 10 11 12",
	},
	site: siteWords{
		title:  "Bảng vàng",
		asOf:   func(dated string) string { return "Dữ liệu đến " + dated },
		sample: "Dữ liệu mẫu: các quyết định, người và tập thể được khen, thành tích và chỉ tiêu giao cho đơn vị trên trang này là minh họa, không có thật.",

		moved:       "Trang đã chuyển địa chỉ",
		movedTo:     func(title string) string { return "Trang này nay ở: " + title },
		withdrawn:   "Đã thu hồi",
		withdrawnOn: func(dated string) string { return "Trang ở địa chỉ này đã thu hồi " + dated + "." },
	},
	plan: planWords{
		title: "Tên kế hoạch", issuer: "Cơ quan ban hành", signatory: "Người ký", number: "Số, ngày ban hành", period: "Thời gian thực hiện", event: "Sự kiện",
		numbered:  vietnameseNumbered,
		elsewhere: "Toàn văn kế hoạch",
		counts:    func(targets, verdicts string) string { return targets + ": " + verdicts },
		inArea:    func(who string) string { return who + " được khen trong nội dung này" },
	},
	target: targetWords{
		goal: "Mức kế hoạch", figures: "Kỳ số liệu", measure: "Đơn vị tính", deadline: "Hạn hoàn thành", area: "Nội dung thi đua",
		according: func(publisher string) string { return "theo " + publisher },
		computed:  func(formula string) string { return "tính toán: " + formula },
		formula:   func(formula string) string { return "Cách tính: " + formula },
		reports:   reportHeads{"Các báo cáo, mới nhất trước", "Thời điểm", "Kết quả", "Loại số", "Nguồn", "Ghi chú"},
		excel:     "CSV cho Excel",
		byArea:    "Kết quả theo nội dung thi đua", areaHead: "Nội dung", targetsHead: "Chỉ tiêu",
		notes: []string{
			"Mỗi chỉ tiêu được đối chiếu với mức kế hoạch theo báo cáo mới nhất. Trang của từng chỉ tiêu nêu đủ các báo cáo và nguồn.",
			"“Chưa đủ căn cứ” nghĩa là số báo cáo không đủ chính xác để kết luận đạt hay chưa đạt."},
	},
	chart: chartWords{
		met:       "Đạt",
		gap:       func(since string) string { return "Từ " + since + " đến đó không có báo cáo" },
		computed:  "Gạch chéo: số tính toán.",
		estimated: "Gạch chéo: số ước.",
		earlier:   "Chấm rỗng nhỏ: số trước đó, chưa chính thức.",
		gaps:      "Chỗ đường đứt: thời gian không có báo cáo.",
	},
	embed: embedWords{target: "Chỉ tiêu thi đua", sample: "Dữ liệu mẫu, không có thật.",
		source: func(words string) string { return "Nguồn: " + words }},
	decision: decisionWords{
		named:   func(number, dated string) string { return "Quyết định số " + joined(" ", number, dated) },
		revoked: func(dated string) string { return "Đã bị thu hồi " + dated },
	},
	tables: map[string]string{
		"chi-tieu": "Chỉ tiêu", "ket-qua": "Kết quả", "don-vi": "Đơn vị", "chi-tieu-giao": "Chỉ tiêu giao cho đơn vị", "thanh-tich": "Thành tích",
		"quyet-dinh-khen": "Quyết định khen thưởng", "vinh-danh": "Vinh danh", "nguon": "Nguồn", "noi-dung": "Nội dung thi đua", "khoi": "Cụm, khối thi đua"},
	press: vietnamesePress,
	picture: pictureWords{
		sample: "DỮ LIỆU MẪU, KHÔNG CÓ THẬT", glance: "Kết quả các chỉ tiêu",
		area:   func(letter string) string { return "Nội dung thi đua " + letter + ")" },
		source: func(by string) string { return "Nguồn: " + by },
		png:    func(width int) string { return "Ảnh PNG, " + viet.FormatInt(int64(width)) + nbsp + "điểm" },
		svg:    "Hình vẽ SVG",
	},
	days: dayWords{
		issued: "Ban hành kế hoạch", start: "Bắt đầu đợt thi đua", end: "Kết thúc đợt thi đua",
		figures:     func(targets string) string { return "Số liệu về " + targets },
		decision:    func(number, form string) string { return "Quyết định số " + joined(": ", number, form) },
		anniversary: func(short string) string { return "Kỷ niệm " + short },
		expected:    func(event string) string { return event + " (dự kiến)" },
		ahead:       "sắp tới",
	},
	correction: correctionWords{
		dated: func(dated string) string { return "Đính chính " + dated },
		was:   "Đã đăng: ", now: "Nay sửa là: ", reason: "Lý do: ",
	},
	frozen: frozenWords{
		copyOf:    func(dated string) string { return "Bản lưu " + dated },
		titleList: func(dated string) string { return "Các chỉ tiêu, bản lưu " + dated },
		title:     func(title, dated string) string { return title + " (bản lưu " + dated + ")" },
		newer:     "Có bản mới hơn", today: "Trang hiện nay", todayList: "Các chỉ tiêu hiện nay",
		same: "Số liệu chưa thay đổi từ ngày đó.", still: "Số liệu mới nhất vẫn như khi đó.", gone: "Chỉ tiêu này không còn trên trang.",
		corrected: "Bản này có chỗ đã được đính chính sau đó.", unchanged: "chưa thay đổi",
		changed: func(was, verdict, is, now string) string {
			return "Khi đó: " + outcome(was, verdict) + "; nay: " + outcome(is, now) + "."
		},
		changedCount: func(targets string, n int) string {
			if n == 0 {
				return "không chỉ tiêu nào có số liệu khác"
			}
			return targets + " có số liệu khác"
		},
		first:   "lần công bố đầu tiên",
		lead:    "Mỗi lần công bố, trang của từng chỉ tiêu và dữ liệu của nó được lưu nguyên vẹn ở một địa chỉ riêng, để trích dẫn.",
		caption: "Các lần công bố, mới nhất trước", captionTargets: "Các chỉ tiêu, như khi công bố",
		target: "Chỉ tiêu", figure: "Số liệu khi đó", verdict: "Kết luận khi đó", now: "Từ đó đến nay",
		day: "Ngày công bố", targetCount: "Chỉ tiêu", changes: "So với lần trước",
		notes: []string{"Bản lưu giữ nguyên lời và số của ngày công bố. Số liệu mới nhất ở trang của từng chỉ tiêu."},
	},
}

func vietnameseDate(d campaign.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return d.ISO()
	case d.Day == 0:
		return viet.MonthYear(d.Year, d.Month)
	}
	return viet.Date(d.Year, d.Month, d.Day)
}

// vietnameseDated is a date after its noun: "ngày 02/01/2019", "tháng 12/2018", "năm 2018".
func vietnameseDated(d campaign.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return "năm" + nbsp + vietnameseDate(d)
	case d.Day == 0:
		return "tháng" + nbsp + vietnameseDate(d)
	}
	return "ngày" + nbsp + vietnameseDate(d)
}

func vietnameseVerdict(f finding) string {
	switch f.attainment {
	case campaign.Unknown:
		return upper(f.verdict) + ": " + f.asks + " " + f.goal + ", " + joined(" ", "chưa có báo cáo nào về kết quả", f.period) + "."
	case campaign.Undecided:
		return "Chưa đủ căn cứ để kết luận: " + f.figure + " là " + f.result + ", " + f.versus + f.source + "."
	}
	return upper(f.verdict) + " " + f.object + ": " + f.figure + " là " + f.result + ", " + f.versus + f.source + "."
}

func vietnameseVersus(c comparison) string {
	switch c.way {
	case equal:
		return "bằng mức " + c.number
	case higher:
		return "cao hơn mức " + c.number + " là " + c.gap
	case lower:
		return "thấp hơn mức " + c.number + " là " + c.gap
	case inside:
		return "nằm trong khoảng " + c.goal
	case overTop:
		return "cao hơn mức trên của khoảng " + c.goal + " là " + c.gap
	case underBottom:
		return "thấp hơn mức dưới của khoảng " + c.goal + " là " + c.gap
	}
	return c.asks + " " + c.goal
}

// vietnameseStatus words the firmness of a figure of a period: "ước cả năm 2018", "số chính thức năm 2018".
func vietnameseStatus(s campaign.Status, period campaign.Date) string {
	p := vietnameseDated(period)
	switch s {
	case campaign.StatusOfficial:
		return strings.TrimSpace("số chính thức " + p)
	case campaign.StatusComputed:
		return strings.TrimSpace("số tính toán " + p)
	}
	if !period.IsZero() && period.Month == 0 {
		p = "cả" + nbsp + p
	}
	return strings.TrimSpace("ước " + p)
}

func vietnameseSource(r report) string {
	switch {
	case r.publisher == "":
		return " (số liệu " + r.dated + ")"
	case r.computed:
		return " (tính từ số của " + r.publisher + ", " + r.dated + ")"
	}
	return " (theo " + r.publisher + ", số liệu " + r.dated + ")"
}

func vietnameseReached(n reached) string {
	switch {
	case n.total == 0:
		return "Kế hoạch không có chỉ tiêu bằng số."
	case n.known == 0:
		return "Kế hoạch có " + viet.Count(n.total, "chỉ tiêu") + ", chưa có số liệu."
	}
	s := viet.Count(n.known, "") + " trong " + viet.Count(n.total, "chỉ tiêu") + " của kế hoạch có số liệu; " + viet.Count(n.reached, "chỉ tiêu đạt hoặc vượt")
	if n.exceeded > 0 {
		s += " (" + viet.Count(n.exceeded, "vượt") + ")"
	}
	if n.missed > 0 {
		s += ", " + viet.Count(n.missed, "chưa đạt")
	}
	if n.undecided > 0 {
		s += ", " + viet.Count(n.undecided, "chưa đủ căn cứ để kết luận")
	}
	return s + ". " + upper(n.evidence) + "."
}

func vietnameseEvidence(s campaign.Status, by string) string {
	return map[campaign.Status]string{campaign.StatusOfficial: "số chính thức", campaign.StatusEstimate: "số ước", campaign.StatusComputed: "số tính toán"}[s] + " theo " + by
}

func vietnameseNumbered(number, dated string) string {
	switch {
	case number != "":
		return joined(", ", number, dated)
	case dated != "":
		return "số chưa rõ, " + dated
	}
	return "chưa rõ"
}
