package schema

// reportSchema is of what check --format json prints.
var reportSchema = object("Kết quả của “bangvang check --format json”.", map[string]*node{
	"errors":   number("Số lỗi. Có lỗi thì không gì được dựng."),
	"warnings": number("Số cảnh báo."),
	"problems": list(problemSchema, "Mọi lỗi và cảnh báo, theo tệp, dòng, cột."),
	"units":    list(unitSchema, "Sẽ công bố gì của từng đơn vị; không có khi dữ liệu còn lỗi."),
}, "errors", "warnings", "problems")

var problemSchema = object("Một lỗi hoặc cảnh báo.", with(placeKeys, map[string]*node{
	"rule":     word("Mã quy tắc, không bao giờ đổi; “bangvang explain” giải thích."),
	"severity": {Description: "error: lỗi; warning: cảnh báo.", Type: "string", Enum: []string{"error", "warning"}, EnumDescriptions: []string{"lỗi", "cảnh báo"}},
	"text":     word("Sai ở đâu, viết cho người đọc."),
	"hint":     word("Nên sửa thế nào."),
	"also":     list(object("Một chỗ khác có liên quan.", placeKeys, "file"), "Những chỗ khác có liên quan."),
}), "rule", "severity", "text")

var unitSchema = object("Một đơn vị.", map[string]*node{
	"id":           word("Mã đơn vị."),
	"name":         word("Tên đơn vị."),
	"assigned":     number("Số chỉ tiêu được giao."),
	"reported":     number("Trong đó số chỉ tiêu đã có kết quả."),
	"results":      number("Số kết quả."),
	"achievements": number("Số thành tích."),
	"awards": object("Lượt khen được công bố.", map[string]*node{
		"collectives": number("Tập thể."), "individuals": number("Cá nhân."), "households": number("Hộ gia đình."),
	}, "collectives", "individuals", "households"),
	"missing": list(word("Một điều còn thiếu."), "Những điều còn thiếu."),
}, "id", "name", "assigned", "reported", "results", "achievements", "awards")

// placeKeys say where something stands.
var placeKeys = map[string]*node{
	"file":   word("Tệp, tính từ thư mục của đợt thi đua."),
	"line":   number("Dòng, đếm từ 1."),
	"column": number("Cột, đếm từ 1, mỗi chữ là một cột."),
	"cell":   word("Ô của bảng tính, thay cho dòng và cột: Cá nhân!C7."),
}

func word(says string) *node   { return &node{Description: says, Type: "string", MinLength: 1} }
func number(says string) *node { return &node{Description: says, Type: "integer", Minimum: bound(0)} }

func object(says string, keys map[string]*node, required ...string) *node {
	return &node{Description: says, Type: "object", Required: required, Properties: keys, Additional: closed}
}

// with joins two sets of keys.
func with(a, b map[string]*node) map[string]*node {
	out := map[string]*node{}
	for _, keys := range []map[string]*node{a, b} {
		for k, n := range keys {
			out[k] = n
		}
	}
	return out
}
