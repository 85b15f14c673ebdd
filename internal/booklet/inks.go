package booklet

// ink is a colour of four-colour print, in percent.
type ink struct{ C, M, Y, K uint8 }
