// Package chart turns an edition chart into pictures: it knows how a target, its goal and its reports are drawn, and on what.
// It must never know how a number was computed, and words none but those along an axis.
//
// There is one definition of each chart, a go-echarts option, and it is only ever validated and marshalled:
// the library's own rendering puts data into script text. Where the option needs a function it holds a name, which
// templates/assets/echarts/runtime.js resolves. The option goes two ways:
//
//	Live     → JSON in the page, drawn by ECharts in the browser
//	Engine   → the same ECharts in QuickJS → Scene → SVG for readers without script, and strokes on a Canvas
//
// An option does not depend on a width: labels are set in rows where they are drawn, by the same code in both places.
// Its height is fixed (Height), so that nothing on a page moves when the live chart takes the place of the picture.
//
// A Mark is a chart's smallest form, for tables and for all targets at a glance, drawn here without ECharts.
//
// # What a reader may rely on
//
// Filled means that the goal is met, hollow that it is not, a broken outline that the report leaves it open; the plan's goal
// is a black tick or a tinted zone, the City's own a thinner grey one; the year before is a small hollow grey dot. Strokes across
// a result mean that it is an estimate; older reports are small dots, hollow for an estimate.
// Colours are Okabe and Ito's blue and vermilion with greys, and no state is told by colour alone.
//
// Scenes hold only what is listed in scene.go. Anything else, after an upgrade of ECharts say, is an error: better than
// a picture that differs between page and booklet.
package chart
