package viet_test

import (
	"bytes"
	"fmt"
	"slices"

	"bangvang/internal/viet"
)

func ExampleFold() {
	fmt.Println(viet.Fold("Ban Thi đua - Khen thưởng"))
	fmt.Println(viet.SearchKey("Lý Thị Mỹ"))
	fmt.Println(viet.Slug("Quận Bình Thủy"))
	// Output:
	// ban thi dua khen thuong
	// li thi mi
	// quan-binh-thuy
}

// To sort many names, make each key once.
func ExampleCollator_NameKey() {
	names := []string{"Trần Văn Ân", "Lê Thị Ánh", "Đỗ Đức Đạt", "Bùi Thị Hoá", "Võ Hoà", "Nguyễn Thị Hòa", "Phạm An", "Lê Dương"}
	c := viet.NewCollator()
	keys := map[string][]byte{}
	for _, n := range names {
		keys[n] = c.NameKey(viet.ParseName(n, ""))
	}
	slices.SortFunc(names, func(a, b string) int { return bytes.Compare(keys[a], keys[b]) })
	for _, n := range names {
		fmt.Println(viet.Letter(viet.ParseName(n, "").Given), n)
	}
	// Output:
	// A Phạm An
	// A Lê Thị Ánh
	// Â Trần Văn Ân
	// D Lê Dương
	// Đ Đỗ Đức Đạt
	// H Nguyễn Thị Hòa
	// H Võ Hoà
	// H Bùi Thị Hoá
}

func ExampleMatch() {
	for _, text := range []string{"Lê Dương", "Lê Đường", "Lê Duy"} {
		rank, ok := viet.Match("đường le", text)
		fmt.Println(text, ok, rank)
	}
	// Output:
	// Lê Dương true 22
	// Lê Đường true 6
	// Lê Duy false 0
}
