// Package stencil executes templates of html/template faster than they execute themselves, and says the same.
//
// html/template asks anew at each action, by reflection, what a field, a method or a function is, and calls each escaper so. A stencil
// asks once for each type that comes by. It is made of a template that html/template has executed before, which is what makes one
// safe: its escapers are in it by then. An action without one is never executed here.
//
// A stencil knows what templates usually do, not all that they can do. What it does not know, and whatever goes wrong (an error of a
// function, a field that is not there, a nil pointer), it leaves to html/template, which says what is wrong and where: Append tells that
// it could not, and the caller executes the template itself. Not known are methods with arguments, "break" and "continue", ranges over anything but slices and
// arrays, and comparisons of anything but texts, whole numbers and truths.
//
// The package never knows what a page is.
package stencil
