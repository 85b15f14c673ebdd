// The shapes that ECharts lacks, as renderItem functions by name: draw(datum, look, params, api).
// A datum's place is datum.value = [x, row]; look holds the colours and sizes of its series.
import { format } from 'echarts/core';
import { place } from './place.js';

const px = v => Math.round(v * 2) / 2;
const line = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2) }, style, silent: true });
const words = (text, x, y, look, bold) => ({
  type: 'text',
  x, y, silent: true,
  style: { text, fill: look.color, fontFamily: look.font, fontSize: look.size, fontWeight: bold ? 600 : 400, lineHeight: look.line, align: 'left', verticalAlign: 'middle' },
});
const width = (text, look, bold) => format.getTextRect(text, (bold ? 600 : 400) + ' ' + look.size + 'px ' + look.font).width;
// Strokes across a rectangle, and across a disc, as a path: what lies under them is an estimate.
const STEP = 5;
const stroke = (x1, y1, x2, y2) => 'M' + px(x1) + ' ' + px(y1) + 'L' + px(x2) + ' ' + px(y2);
function acrossBox(x, y, width, height) {
  let d = '';
  for (let c = STEP / 2; c < width + height; c += STEP) {
    const low = Math.min(c, width), high = Math.max(0, c - height);
    d += stroke(x + low, y + height - (c - low), x + high, y + height - (c - high));
  }
  return d;
}
function acrossDisc(x, y, r) {
  let d = '';
  const slope = Math.SQRT1_2, step = STEP * slope;
  for (let c = -Math.floor(r / step) * step; c < r; c += step) {
    const half = Math.sqrt(r * r - c * c) * slope, off = c * slope;
    if (half > 1) d += stroke(x + off - half, y - off - half, x + off + half, y - off + half);
  }
  return d;
}
const strokes = (pathData, color) => ({ type: 'path', silent: true, shape: { pathData }, style: { fill: 'none', stroke: color, lineWidth: 1.5 } });
const group = children => ({ type: 'group', children, silent: true });

export const SHAPES = {
  // A thin line along the middle of the datum's row.
  rail(datum, look, params, api) {
    const area = params.coordSys, y = api.coord(datum.value)[1];
    return line(area.x, y, area.x + area.width, y, { stroke: look.color, lineWidth: 1 });
  },

  // A line at x: across the plot and look.over beyond, or look.half up and down from the middle of the datum's row.
  tick(datum, look, params, api) {
    const area = params.coordSys, [x, y] = api.coord(datum.value), style = { stroke: look.color, lineWidth: look.width, lineDash: look.dash };
    return look.half ? line(x, y - look.half, x, y + look.half, style) : line(x, area.y - look.over, x, area.y + area.height + look.over, style);
  },

  // A tinted part, from datum.value[0] to datum.to, of the plot, or look.half up and down from the middle of the datum's row.
  zone(datum, look, params, api) {
    const area = params.coordSys, [x, y] = api.coord(datum.value), width = api.coord([datum.to, datum.value[1]])[0] - x;
    const shape = look.half ? { x, y: y - look.half, width, height: 2 * look.half } : { x, y: area.y, width, height: area.height };
    return { type: 'rect', silent: true, shape, style: { fill: look.color } };
  },

  // A bracket from datum.value[0] to datum.to, over the plot, or under the datum's row where look.half tells how far that reaches.
  bracket(datum, look, params, api) {
    const [x, row] = api.coord(datum.value), y = look.half ? row + look.half + 1 : params.coordSys.y, far = look.half ? y + look.over : y - look.over;
    const a = px(x), b = px(api.coord([datum.to, datum.value[1]])[0]);
    return { type: 'polyline', silent: true, shape: { points: [[a, y], [a, far], [b, far], [b, y]] },
      style: { fill: 'none', stroke: look.color, lineWidth: look.width } };
  },

  // A thin arrow from one value of the row to another, keeping clear of the dots at both.
  move(datum, look, params, api) {
    const y = api.coord(datum.value)[1], from = api.coord(datum.value)[0], to = api.coord([datum.to, datum.value[1]])[0];
    const way = to < from ? -1 : 1, start = from + way * look.clear, tip = to - way * look.clear;
    if ((tip - start) * way < 8) return group([]);
    return group([
      line(start, y, tip - way * 3, y, { stroke: look.color, lineWidth: 1.5 }),
      { type: 'polygon', silent: true, shape: { points: [[tip, y], [tip - way * 6, y - 3.5], [tip - way * 6, y + 3.5]] }, style: { fill: look.color } },
    ]);
  },

  // A chevron beyond a value whose true size is only known to lie on that side: datum.way is +1 or -1.
  open(datum, look, params, api) {
    const [x, y] = api.coord(datum.value), tip = x + datum.way * (look.clear + 5), base = x + datum.way * look.clear;
    return { type: 'polyline', silent: true, shape: { points: [[base, y - 4.5], [tip, y], [base, y + 4.5]] },
      style: { fill: 'none', stroke: look.color, lineWidth: 2 } };
  },

  // Strokes over an estimate: over the bar that ends at the datum's place, look.half high up and down, or over the dot there.
  hatch(datum, look, params, api) {
    const [x, y] = api.coord(datum.value), left = params.coordSys.x + 1;
    if (!look.half) return strokes(acrossDisc(x, y, look.dot), look.color);
    return x - left < 3 ? group([]) : strokes(acrossBox(left, y - look.half, x - 1 - left, 2 * look.half), look.color);
  },

  // A line of a timeline's key over the plot: a sample, then words; datum.value is [0, lines from the top].
  key(datum, look, params) {
    const x = params.coordSys.x, y = (datum.value[1] + 0.5) * look.line;
    const sample = look.dot
      ? { type: 'circle', silent: true, shape: { cx: x + 9, cy: y, r: look.dot }, style: { fill: look.paper, stroke: look.color, lineWidth: look.width, lineDash: look.dash } }
      : line(x, y, x + 18, y, { stroke: look.color, lineWidth: look.width, lineDash: look.dash });
    return group([sample, words(datum.words, x + 24, y, Object.assign({}, look, { color: look.ink }), datum.bold)]);
  },

  // Words at the left of the datum's row, look.rise higher than its middle.
  heading(datum, look, params, api) {
    return words(datum.words, params.coordSys.x, api.coord(datum.value)[1] - look.rise, look, datum.bold);
  },

  // All labels over or under the plot at once, each led to its place and none upon another.
  callouts(datum, look, params, api) {
    const area = params.coordSys, over = look.side === 'over', way = over ? -1 : 1, children = [];
    const edge = over ? area.y - look.over : area.y + area.height + look.over;
    const labels = datum.callouts.map(c => ({
      at: api.coord([c.to === undefined ? c.at : (c.at + c.to) / 2, 0])[0],
      width: width(c.words, look, c.bold),
      words: c.words,
      bold: c.bold,
      look: { color: c.color, font: look.font, size: look.size, line: look.line },
    }));
    place(labels, api.getWidth(), look.gap);
    // A label's leader is broken where it would run through a nearer label.
    const covers = (row, x) => labels.some(l => l.row === row && x > l.left - 2 && x < l.left + l.width + 2);
    labels.forEach(l => {
      const lead = (from, to) => children.push(line(l.at, edge + way * from, l.at, edge + way * to, { stroke: look.rule, lineWidth: 1 }));
      let from = 0;
      for (let row = 0; row < l.row; row++) {
        if (!covers(row, l.at)) continue;
        lead(from, look.lead + row * look.pitch);
        from = look.lead + (row + 1) * look.pitch;
      }
      if (l.row > 0 && look.lead + l.row * look.pitch > from) lead(from, look.lead + l.row * look.pitch);
    });
    labels.forEach(l => children.push(words(l.words, l.left, edge + way * (look.lead + (l.row + 0.5) * look.pitch), l.look, l.bold)));
    return group(children);
  },

  // One square a thing, look.perRow to a row; those beyond datum.goal stand apart, a bracket over the others.
  // datum.done of datum.count are filled, with strokes over them if look.hatch has a colour.
  squares(datum, look, params, api) {
    const area = params.coordSys, step = look.square * 1.2, across = Math.min(datum.count, look.perRow);
    const side = Math.min(look.square, area.width / (across * 1.2 + 0.6)), gap = side * 1.2, children = [];
    let over = '';
    for (let i = 0; i < datum.count; i++) {
      const row = Math.floor(i / look.perRow), apart = i >= datum.goal && row === Math.floor((datum.goal - 1) / look.perRow) ? side * 0.6 : 0;
      const filled = i < datum.done, inset = filled ? 0 : 1, inner = side - 2 * inset;
      const x = area.x + (i % look.perRow) * gap + apart + inset, y = area.y + row * step + inset;
      if (filled) over += acrossBox(x, y, inner, inner);
      children.push({ type: 'rect', silent: true, shape: { x, y, width: inner, height: inner, r: 2 },
        style: filled ? { fill: look.color } : { fill: look.paper, stroke: look.color, lineWidth: 2 } });
    }
    if (look.hatch && over) children.push(strokes(over, look.hatch));
    if (datum.goal <= look.perRow) {
      const y = area.y - 1, end = area.x + (datum.goal - 1) * gap + side;
      children.push({ type: 'polyline', silent: true, shape: { points: [[area.x, y], [area.x, y - look.over + 1], [end, y - look.over + 1], [end, y]] },
        style: { fill: 'none', stroke: look.ink, lineWidth: 1.5 } });
    }
    return group(children);
  },

  // A line of text at the left, its upper edge look.over from the plot.
  note(datum, look, params) {
    const area = params.coordSys, half = look.line / 2;
    const y = look.side === 'over' ? area.y - look.over - half : area.y + area.height + look.over + half;
    return words(datum.words, area.x, y, look, datum.bold);
  },
};
