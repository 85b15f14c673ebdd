package templates

// Vendored is what others made and lies in assets/ as it came or cut to what is used, with the script that made it (make.sh) beside it. Its
// version is the one in package.json there, the sums of its files are in SHA256SUMS there.
type Vendored struct {
	Package string // in the npm registry
	Version string
	Licence string   // SPDX
	Folder  string   // in this file system
	Files   []string // in Folder; the licence's text first, where it asks for it
}

// ThirdParty lists all of it.
var ThirdParty = []Vendored{
	{"echarts", "6.1.0", "Apache-2.0", "assets/echarts", []string{"LICENSE", "NOTICE", "chart.js"}},
	{"zrender", "6.1.0", "BSD-3-Clause", "assets/echarts", []string{"LICENSE-zrender", "chart.js"}},
	{"tslib", "2.3.0", "0BSD", "assets/echarts", []string{"chart.js"}}, // asks for no text of its licence
	{"@expo-google-fonts/be-vietnam-pro", "0.4.1", "OFL-1.1", "assets/fonts", []string{"OFL-BeVietnamPro.txt", "BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf", "be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"}},
	{"@expo-google-fonts/eb-garamond", "0.4.3", "OFL-1.1", "assets/fonts", []string{"OFL-EBGaramond.txt", "EBGaramond-Bold.ttf", "eb-garamond-700.woff2"}},
	{"@expo-google-fonts/tinos", "0.4.2", "OFL-1.1", "assets/fonts", []string{"OFL-Tinos.txt", "Tinos-Bold.ttf", "Tinos-BoldItalic.ttf", "Tinos-Italic.ttf", "Tinos-Regular.ttf"}},
}
