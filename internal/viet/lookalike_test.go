package viet

import "testing"

func TestLatin(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Nguyễn Văn Аn", "Nguyễn Văn An"}, {"Ðặng Vаn Hоа", "Đặng Van Hoa"}, {"Москва", "Москва"}, {"Ａn", "An"}, {"Trần Thị Bé", "Trần Thị Bé"}, {"ðường", "đường"},
	} {
		if got := Latin(c.in); got != c.want {
			t.Errorf("%q = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestStrange(t *testing.T) {
	for in, want := range map[string]string{"Trần Thị Bé": "", "Nguyễn Văn Ðạt": "", "Fatima Jawz": "", "Nguyeãn Vaên Maãu": "", "TrÇn Êng": "Ç", "Josй Müller": "йü", "Y’ Ban": "", "Hi\u0323e\u0302n": ""} {
		if got := string(Strange(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
