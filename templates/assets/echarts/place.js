// Sets labels of {at, width} into rows along a line of the given length, giving each {left, row}; row 0 is next to the plot.
// Every arrangement of rows and sides is weighed, so it is meant for three labels or so.
export function place(labels, length, gap) {
  const sorted = labels.slice().sort((a, b) => a.at - b.at);
  const choices = sorted.map(l => {
    const sides = [[l.at - l.width / 2, 0], [l.at - l.width - 4, 1], [l.at + 4, 1]];
    const lefts = sides.map(([left, cost]) => {
      const kept = Math.max(0, Math.min(left, length - l.width));
      return { left: kept, cost: cost + Math.abs(kept - left) / 40 };
    });
    const all = [];
    for (let row = 0; row < labels.length; row++) lefts.forEach(c => all.push({ left: c.left, row, cost: c.cost + 4 * row }));
    return all;
  });
  let best = null, least = Infinity;
  const weigh = (chosen, cost) => {
    if (cost >= least) return;
    const i = chosen.length;
    if (i === sorted.length) { best = chosen; least = cost; return; }
    choices[i].forEach(c => {
      let more = c.cost;
      for (let j = 0; j < i; j++) more += clash(chosen[j], sorted[j], c, sorted[i], gap);
      weigh(chosen.concat([c]), cost + more);
    });
  };
  weigh([], 0);
  sorted.forEach((l, i) => { l.left = best[i].left; l.row = best[i].row; });
}

// Text upon text is as good as forbidden; the leader of a far label through a near one is only ugly.
function clash(a, la, b, lb, gap) {
  if (a.row === b.row) return a.left < b.left + lb.width + gap && b.left < a.left + la.width + gap ? 1000 : 0;
  const [near, width, leader] = a.row < b.row ? [a, la.width, lb.at] : [b, lb.width, la.at];
  return leader > near.left - 2 && leader < near.left + width + 2 ? 50 : 0;
}
