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
const group = children => ({ type: 'group', children, silent: true });

export const SHAPES = {
  // A thin line along the middle of the datum's row.
  rail(datum, look, params, api) {
    const area = params.coordSys, y = api.coord(datum.value)[1];
    return line(area.x, y, area.x + area.width, y, { stroke: look.color, lineWidth: 1 });
  },

  // A line across the plot at x, reaching over it by look.over.
  tick(datum, look, params, api) {
    const area = params.coordSys, x = api.coord(datum.value)[0];
    return line(x, area.y - look.over, x, area.y + area.height + look.over,
      { stroke: look.color, lineWidth: look.width, lineDash: look.dash });
  },

  // A bracket over the plot from datum.value[0] to datum.to.
  bracket(datum, look, params, api) {
    const y = params.coordSys.y, a = px(api.coord(datum.value)[0]), b = px(api.coord([datum.to, datum.value[1]])[0]);
    return { type: 'polyline', silent: true, shape: { points: [[a, y], [a, y - look.over], [b, y - look.over], [b, y]] },
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

  // Words beside the datum: away from datum.from where there is room, else on the other side.
  beside(datum, look, params, api) {
    const [x, y] = api.coord(datum.value), w = width(datum.words, look, datum.bold), all = api.getWidth();
    const left = x - look.clear - w, right = x + look.clear, wantsLeft = datum.side < 0;
    const at = wantsLeft ? (left >= 0 ? left : right) : (right + w <= all ? right : left);
    return words(datum.words, Math.max(0, Math.min(at, all - w)), y, look, datum.bold);
  },

  // All labels over or under the plot at once, each led to its place and none upon another.
  callouts(datum, look, params, api) {
    const area = params.coordSys, all = api.getWidth(), over = look.side === 'over', edge = over ? area.y - look.over : area.y + area.height + look.over;
    const labels = datum.callouts.map(c => ({
      at: api.coord([(c.at + (c.to === undefined ? c.at : c.to)) / 2, 0])[0],
      width: width(c.words, look, c.bold),
      words: c.words,
      bold: c.bold,
      color: c.color,
    }));
    const way = over ? -1 : 1, children = [];
    place(labels, all, look.gap);
    labels.forEach(l => {
      const near = edge + way * (look.lead + l.row * look.line);
      if (l.row > 0) children.push(line(l.at, edge, l.at, near, { stroke: look.rule, lineWidth: 1 }));
    });
    labels.forEach(l => {
      const y = edge + way * (look.lead + (l.row + 0.5) * look.line);
      children.push(words(l.words, l.left, y, { color: l.color, font: look.font, size: look.size, line: look.line }, l.bold));
    });
    return group(children);
  },

  // One square a thing, look.perRow to a row; those beyond datum.goal stand apart. datum.done of datum.count are filled.
  squares(datum, look, params, api) {
    const area = params.coordSys, goal = datum.goal, side = Math.min(look.side, area.width / (Math.min(datum.count, look.perRow) * 1.2 + 0.6));
    const step = side * 1.2, children = [];
    for (let i = 0; i < datum.count; i++) {
      const row = Math.floor(i / look.perRow), column = i % look.perRow, apart = i >= goal && Math.floor(goal / look.perRow) === row ? side * 0.6 : 0;
      const filled = i < datum.done, inset = filled ? 0 : 1;
      children.push({ type: 'rect', silent: true,
        shape: { x: px(area.x + column * step + apart + inset), y: px(area.y + row * (look.side * 1.2) + inset), width: px(side - 2 * inset), height: px(side - 2 * inset) },
        style: filled ? { fill: look.color } : { fill: look.paper, stroke: look.color, lineWidth: 2 } });
    }
    if (goal < datum.count && Math.floor(goal / look.perRow) === Math.floor((goal - 1) / look.perRow)) {
      const x = area.x + (goal % look.perRow) * step + side * 0.2, y = area.y + Math.floor(goal / look.perRow) * look.side * 1.2;
      children.push(line(x, y - 3, x, y + side + 3, { stroke: look.ink, lineWidth: 2 }));
    }
    return group(children);
  },

  // Words in the middle of the plot, where there is nothing to show.
  nothing(datum, look, params) {
    const area = params.coordSys, w = width(datum.words, look, false);
    return words(datum.words, area.x + (area.width - w) / 2, area.y + area.height / 2, look, false);
  },
};
