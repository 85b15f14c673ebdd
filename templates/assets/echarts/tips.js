// What a chart's points tell: under the pointer, at a tap, or stepped to by the arrow keys.
//
// The live chart is one stop of the Tab key, and to a screen reader a slider over the points, whose value is the point's words:
// the drawing itself is hidden from it. Escape puts the words away, and so does leaving.
// A stop is {at: [x, y] on the axes, or px: [x, y] in pixels, words, long}.

const node = (name, className) => {
  const e = document.createElement(name);
  e.className = className;
  e.hidden = true;
  return e;
};

// Answers with what the page may tell: hide().
export function explore(live, spec, words, place) {
  const stops = spec.stops || [], tip = node('div', 'chart-tip'), ring = node('span', 'chart-ring');
  if (!stops.length) return { hide() {} };
  let now = stops.length - 1;
  const told = stops.map(s => s.words + (s.long ? '. ' + s.long : ''));
  const spot = s => s.at ? place(s.at) : s.px;
  const name = (key, value) => live.setAttribute(key, value);

  name('role', 'slider');
  name('tabindex', '0');
  name('aria-label', (words ? words + ': ' : '') + spec.title);
  name('aria-valuemin', '1');
  name('aria-valuemax', stops.length);
  const turn = i => {
    now = i;
    name('aria-valuenow', i + 1);
    name('aria-valuetext', told[i]);
  };
  turn(now);
  const head = document.createElement('b'), rest = document.createElement('span');
  tip.append(head, rest);
  live.append(ring, tip);

  const hide = () => { tip.hidden = ring.hidden = true; };
  const show = i => {
    turn(i);
    const s = stops[i], [x, y] = spot(s);
    head.textContent = s.words;
    rest.textContent = s.long || '';
    tip.hidden = false;
    ring.hidden = !s.at;
    // Over the point, or under it where the screen ends. Moved by transforms, which are no shift of the layout.
    const width = tip.offsetWidth, over = y - tip.offsetHeight - 16;
    const move = (e, left, top) => { e.style.transform = 'translate(' + Math.round(left) + 'px,' + Math.round(top) + 'px)'; };
    move(ring, x, y);
    move(tip, Math.max(0, Math.min(x - width / 2, live.clientWidth - width)), live.getBoundingClientRect().top + over < 0 ? y + 16 : over);
  };
  const nearest = event => {
    const box = live.getBoundingClientRect();
    let best = 0, least = Infinity;
    stops.forEach((s, i) => {
      const [x, y] = spot(s), far = Math.hypot(x - (event.clientX - box.left), y - (event.clientY - box.top));
      if (far <= least) { least = far; best = i; } // the later one of two in one place
    });
    return best;
  };

  let touched = false, pinned = false; // pinned by a tap, which another one takes back
  live.addEventListener('pointerdown', e => { touched = e.pointerType === 'touch'; });
  live.addEventListener('pointermove', e => {
    if (e.pointerType === 'touch' || tip.contains(e.target)) return;
    const i = nearest(e);
    if (tip.hidden || i !== now) show(i);
  });
  live.addEventListener('pointerleave', e => { if (e.pointerType !== 'touch') hide(); });
  live.addEventListener('click', e => {
    if (tip.contains(e.target)) { hide(); return; }
    const i = nearest(e), again = pinned && touched && !tip.hidden && i === now;
    if (again) hide();
    else show(i);
    pinned = !again;
  });
  live.addEventListener('focus', () => {
    pinned = false;
    if (!touched) show(now);
  });
  live.addEventListener('blur', hide);
  document.addEventListener('pointerdown', e => { if (!live.contains(e.target)) hide(); });
  // Pointing does not need focus: Escape is heard from everywhere.
  document.addEventListener('keydown', e => { if (e.key === 'Escape') hide(); });
  live.addEventListener('keydown', e => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const last = stops.length - 1;
    const to = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: last }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    show(Math.max(0, Math.min(to, last)));
  });
  return { hide };
}
