// Bangvang turns a campaign's data and texts into a website, a booklet and data to download. Its manual is in internal/cli.
package main

import (
	"os"

	"bangvang/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
