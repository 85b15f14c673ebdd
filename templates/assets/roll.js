// The roll's live filter: fields above the list, all combinations at once, each view at an address of its own. What it shows was decided
// and put in order by the edition; nothing is collated here. Its columns (internal/export, package comment) are loaded when the filter is
// first used, as classic scripts, so that it works from a folder without a server. Without this file the roll's plain lists remain.
(function () {
  'use strict';

  var form = document.querySelector('form.sift');
  var still = document.getElementById('danh-sach'), status = document.getElementById('dang-xem');
  if (!form || !still || !status) return;

  var PAGE = 50, AT_ONCE = 2000, LIMIT = 100000;
  var SORT = 'xep', NO = 'stt', NUMBER = 'trang', WHOLE = 'tat-ca';
  var words = form.dataset, first = status.textContent;
  var live = element('div');
  live.hidden = true;
  still.after(live);

  function element(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function worded(pattern, values) {
    return pattern.replace(/\{(\w)\}/g, function (_, name) { return values[name]; });
  }

  function number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, words.thousands); }

  // As internal/site/unbroken.go: no line ends within a number.
  var TOKEN = /([\p{L}\p{N}][\p{L}\p{M}\p{N}./-]*[\p{L}\p{M}\p{N}])/u;
  function unbroken(into, text) {
    text.split(TOKEN).forEach(function (part, i) {
      var whole = i % 2 && part.indexOf('-') > 0 && /\d/.test(part) && part.length <= 32;
      if (part) into.append(whole ? element('span', 'nb', part) : part);
    });
    return into;
  }

  // A script of the site, loaded once; all who ask are told.
  var asked = {};
  function load(address, then) {
    var a = asked[address];
    if (a && !a.waiting) return then();
    if (a) return void a.waiting.push(then);
    a = asked[address] = { waiting: [then] };
    var script = document.createElement('script');
    script.onload = script.onerror = function () {
      var tell = a.waiting;
      a.waiting = null;
      tell.forEach(function (t) { t(); });
    };
    script.src = window.bangvangVouch(address);
    document.head.appendChild(script);
  }

  // The columns, as long as the whole roll; lines of parts that are not here are not in orders.
  var head = null, facets = [], at = {}, col = {}, parts = [];

  window.bangvangRoll = function (h) {
    if (h.v !== 1) return;
    head = h;
    facets = h.facets;
    facets.forEach(function (f, i) { at[f.key] = i; });
    col.of = facets.map(function () { return new Int32Array(h.total); });
    ['prefix', 'part', 'honorific', 'position', 'citation', 'byName'].forEach(function (c) { col[c] = new Int32Array(h.total); });
    col.names = new Array(h.total);
    col.paths = new Array(h.total);
    if (h.part) window.bangvangRollPart(0, h.part);
  };

  window.bangvangRollPart = function (n, part) {
    var names = part.names.split('\n'), paths = part.paths.split('\n');
    parts[n] = { first: part.first, count: names.length, texts: part.texts };
    names.forEach(function (name, i) {
      var k = part.first + i;
      col.names[k] = name;
      col.paths[k] = paths[i];
      col.part[k] = n;
      col.citation[k] = part.citation.length ? part.citation[i] : -1;
      col.prefix[k] = part.prefix[i];
      col.honorific[k] = part.honorific[i];
      col.position[k] = part.position[i];
      col.byName[k] = part.byName[i];
    });
    part.of.forEach(function (o, f) { col.of[f].set(o, part.first); });
    orders = {};
  };

  // The lines that are here, in each order: by decision and STT, by name, by unit.
  var orders = {};
  function order(sort) {
    if (orders[sort]) return orders[sort];
    var lines = [], i;
    parts.filter(Boolean).sort(function (a, b) { return a.first - b.first; }).forEach(function (p) { for (i = 0; i < p.count; i++) lines.push(p.first + i); });
    if (sort === 'ten') lines = ranked(lines, col.byName, head.total);
    else if (sort === 'don-vi') lines = ranked(lines, col.of[at['don-vi']], facets[at['don-vi']].values.length);
    return orders[sort] = Int32Array.from(lines);
  }

  // The lines by a rank below n, equal ones as they stood; -1 is last. Counted, not compared.
  function ranked(lines, rank, n) {
    var place = new Int32Array(n + 2), out = new Int32Array(lines.length);
    function of(k) { return rank[k] < 0 ? n : rank[k]; }
    lines.forEach(function (k) { place[of(k) + 1]++; });
    for (var r = 1; r < place.length; r++) place[r] += place[r - 1];
    lines.forEach(function (k) { out[place[of(k)]++] = k; });
    return out;
  }

  function text(k, column) { var t = col[column][k]; return t < 0 ? '' : parts[col.part[k]].texts[t]; }

  // What is asked for: { chosen: {facet key: value}, sort, page, whole }.
  var selects = Array.from(form.querySelectorAll('select'));
  var fields = selects.filter(function (s) { return s.name !== SORT; });
  var sortField = selects.find(function (s) { return s.name === SORT; });
  var letters = Array.from(document.querySelectorAll('nav.letters a')).map(function (a) {
    return { link: a, value: a.getAttribute('href').replace(/index\.html$/, '').split('/').slice(-2)[0], count: a.querySelector('small') };
  });
  var wide = null, fold = form.parentElement.querySelector('summary'), folded = fold.textContent;
  var keys = fields.map(function (s) { return s.name; }).concat('van');

  function fromAddress() {
    var q = new URLSearchParams(location.search), view = { chosen: {}, sort: q.get(SORT) || '', page: parseInt(q.get(NUMBER), 10) || 1, whole: q.has(WHOLE) };
    keys.forEach(function (k) { var v = q.get(k); if (v && known(k, v)) view.chosen[k] = v; });
    if (view.sort === NO ? !view.chosen.van : !Array.from(sortField.options).some(function (o) { return o.value === view.sort; })) view.sort = '';
    return view;
  }

  function known(key, value) {
    if (key === 'van') return letters.some(function (l) { return l.value === value; });
    return fields.some(function (s) { return s.name === key && Array.from(s.options).some(function (o) { return o.value === value; }); });
  }

  // The query of a view; what others have put into the address stays.
  function query(view) {
    var q = new URLSearchParams(location.search);
    keys.concat(SORT, NUMBER, WHOLE).forEach(function (k) { q.delete(k); });
    keys.forEach(function (k) { if (view.chosen[k]) q.set(k, view.chosen[k]); });
    if (view.sort) q.set(SORT, view.sort);
    if (view.page > 1) q.set(NUMBER, view.page);
    if (view.whole) q.set(WHOLE, '1');
    var s = q.toString();
    return s ? '?' + s : '';
  }

  // Under a letter people stand by name unless their numbers are asked for.
  function sorted() { return view.sort === NO ? '' : view.sort || (view.chosen.van ? 'ten' : ''); }

  function plain(view) { return !view.sort && view.page <= 1 && !view.whole && !Object.keys(view.chosen).length; }

  function changed(view, changes) { return Object.assign({}, view, { page: 1, whole: false }, changes); }

  var view = fromAddress();

  function go(to) {
    view = to;
    if (view.sort === NO && !view.chosen.van) view.sort = '';
    try { history.pushState(null, '', location.pathname + query(view)); } catch (e) { /* a folder's page in a strict browser: the view has no address */ }
    show();
  }

  // Shows the view, once what it needs is here.
  function show() {
    fields.forEach(function (s) { s.value = view.chosen[s.name] || ''; });
    sortField.value = sorted();
    letters.forEach(function (l) { if (l.value === view.chosen.van) l.link.setAttribute('aria-current', 'true'); else l.link.removeAttribute('aria-current'); });
    // Where there is room the fields stand open over a view; else its list comes first, and the fold tells how much is chosen.
    if (!plain(view) && matchMedia('(min-width: 48rem)').matches) form.parentElement.open = true;
    var chosen = selects.filter(function (s) { return s.value; }).length;
    fold.textContent = folded + (chosen ? ' (' + chosen + ')' : '');
    if (plain(view) && !head) return rest();
    if (!head) {
      if (!asked[words.index] || asked[words.index].waiting) {
        status.textContent = words.wait;
        return load(words.index, show);
      }
      return fail(words.failed);
    }
    if (plain(view)) { count(); return rest(); }
    var need = needed(), sum = 0;
    need.forEach(function (n) { sum += head.parts[n].count; });
    if (need.length > 1 && sum > LIMIT) return fail(worded(words.choose, { n: number(sum) }));
    var missing = need.filter(function (n) { return !parts[n]; });
    if (!missing.length) return list(count());
    var waiting = missing.length;
    status.textContent = words.wait;
    missing.forEach(function (n) {
      load(words.index.replace(/\.js$/, '-' + n + '.js'), function () {
        if (--waiting) return;
        if (missing.every(function (m) { return parts[m]; })) show(); else fail(words.failed);
      });
    });
  }

  function fail(why) { rest(); status.textContent = why; }

  // The plain list, as it was written.
  function rest() {
    document.querySelector('main').style.minHeight = '';
    live.hidden = true;
    live.replaceChildren();
    still.hidden = false;
    status.textContent = first;
  }

  function index(key) { return view.chosen[key] ? facets[at[key]].values.indexOf(view.chosen[key]) : -1; }

  function needed() {
    var decision = index('quyet-dinh'), kind = index('hinh-thuc'), out = [];
    head.parts.forEach(function (p, n) {
      if ((decision < 0 || p.decision < 0 || p.decision === decision) && (kind < 0 || p.form < 0 || p.form === kind)) out.push(n);
    });
    return out;
  }

  // The lines of the view in its order. Each facet's options tell how many they would leave: whoever fails one facet only counts there.
  function count() {
    var lines = order(sorted()), n = facets.length, out = [];
    var wanted = facets.map(function (f) { return index(f.key); });
    var counts = facets.map(function (f) { return new Int32Array(f.values.length + 1); }); // the last for none
    var of = col.of;
    for (var i = 0; i < lines.length; i++) {
      var k = lines[i], failed = -1, fails = 0;
      for (var f = 0; f < n && fails < 2; f++) {
        if (wanted[f] >= 0 && of[f][k] !== wanted[f]) { failed = f; fails++; }
      }
      if (fails > 1) continue;
      if (fails === 1) { counts[failed][of[failed][k] < 0 ? counts[failed].length - 1 : of[failed][k]]++; continue; }
      out.push(k);
      for (f = 0; f < n; f++) counts[f][of[f][k] < 0 ? counts[f].length - 1 : of[f][k]]++;
    }
    if (lines.length === head.total || view.chosen['quyet-dinh'] || view.chosen['hinh-thuc']) tell(counts, lines.length === head.total);
    return out;
  }

  function tell(counts, all) {
    fields.forEach(function (s) {
      if (!all && (s.name === 'quyet-dinh' || s.name === 'hinh-thuc')) return;
      var f = at[s.name];
      Array.from(s.options).slice(1).forEach(function (o, i) {
        var c = counts[f][i];
        if (o.count === c) return;
        o.count = c;
        o.textContent = facets[f].words[i] + ' (' + number(c) + ')';
        o.disabled = !c;
      });
    });
    // A count is never more than that of the whole roll: in its room the bar stands still.
    if (!wide) wide = letters.map(function (l) { return l.count ? l.count.getBoundingClientRect().width : 0; });
    letters.forEach(function (l, n) {
      var i = facets[at.van].values.indexOf(l.value);
      if (!l.count || i < 0) return;
      l.count.style.display = 'inline-block';
      l.count.style.minWidth = wide[n] + 'px';
      l.count.textContent = number(counts[at.van][i]);
    });
  }

  function list(lines) {
    document.querySelector('main').style.minHeight = '100vh'; // what follows the list stays below what is seen, however short it is
    if (view.whole && lines.length > AT_ONCE) view.whole = false;
    var pages = view.whole ? 1 : Math.max(1, Math.ceil(lines.length / PAGE));
    view.page = Math.min(Math.max(1, view.page), pages);
    var from = (view.page - 1) * PAGE, to = view.whole ? lines.length : Math.min(from + PAGE, lines.length);
    var values = { a: number(from + 1), b: number(to), n: number(lines.length), m: number(head.total) };
    status.textContent = worded(!lines.length ? words.none : lines.length === head.total ? words.shown : words.of, values);
    var all = document.createDocumentFragment(), last = null, rows = null;
    for (var i = from; i < to; i++) {
      var group = heading(lines[i]);
      if (!rows || group.words !== last) {
        last = group.words;
        var section = element('section'), h = element('h2', 'group');
        if (group.path) h.append(unbroken(link(group.path), group.words)); else h.textContent = group.words;
        rows = element('ul', 'roll');
        section.append(h, rows);
        all.append(section);
      }
      rows.append(row(lines[i]));
    }
    if (pages > 1 || view.whole) all.append(pager(pages, lines.length));
    live.replaceChildren(all);
    live.hidden = false;
    still.hidden = true;
  }

  function option(key, k) {
    var f = at[key], i = col.of[f][k];
    return i < 0 ? null : { words: facets[f].words[i], path: facets[f].paths[i] };
  }

  function heading(k) {
    if (sorted() === 'ten') return { words: (option('van', k) || { words: '…' }).words };
    if (sorted() === 'don-vi') return option('don-vi', k) || { words: '…' };
    var d = head.decisions[col.of[at['quyet-dinh']][k]];
    return { words: [d.form, d.words, option('doi-tuong', k).words].join('\u00a0· '), path: d.path };
  }

  function link(path, words_) {
    var a = element('a', '', words_);
    if ('portable' in words && /(^|\/)$/.test(path)) path += 'index.html';
    a.href = words.root + path;
    return a;
  }

  // One honoured, as the template "honoured" sets it.
  function row(k) {
    var li = element('li'), div = element('div'), name = element('p', 'name'), a = link(head.prefixes[col.prefix[k]] + col.paths[k]);
    var honorific = text(k, 'honorific'), position = text(k, 'position'), citation = text(k, 'citation');
    if (honorific) a.append(element('span', 'honorific', honorific), ' ');
    a.append(col.names[k]);
    name.append(a);
    div.append(name);
    var unit = sorted() === 'don-vi' ? null : option('don-vi', k);
    if (position || unit) {
      var office = element('p', 'office', position);
      if (position && unit) office.append(', ');
      if (unit) office.append(link(unit.path, unit.words));
      div.append(office);
    }
    if (citation) div.append(element('p', 'citation', citation));
    if (sorted()) {
      var d = head.decisions[col.of[at['quyet-dinh']][k]], by = element('p', 'by'), of = element('span');
      of.append(unbroken(link(d.path), d.words));
      by.append(element('span', '', d.form), ' ', of);
      if (d.sample) by.append(' ', element('span', 'tag', words.sample));
      div.append(by);
    }
    li.append(div);
    return li;
  }

  function pager(pages, n) {
    var nav = element('nav', 'pages'), chips = element('ul', 'chips');
    nav.setAttribute('aria-label', words.pages);
    function turn(to, text_, className) {
      var a = element('a', className, text_);
      a.href = query(to) || location.pathname;
      a.addEventListener('click', function (event) {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
        status.scrollIntoView({ block: 'start' });
        status.focus({ preventScroll: true });
      });
      return a;
    }
    function page(i) { return Object.assign({}, view, { page: i }); }
    if (view.page > 1) nav.append(turn(page(view.page - 1), words.previous, 'previous'));
    for (var i = 1; i <= pages && pages > 1; i++) {
      if (i !== 1 && i !== pages && Math.abs(i - view.page) > 3) continue;
      var li = element('li'), a = turn(page(i), String(i));
      if (i === view.page) a.setAttribute('aria-current', 'page');
      li.append(a);
      chips.append(li);
    }
    if (pages > 1) nav.append(chips);
    if (view.page < pages) nav.append(turn(page(view.page + 1), words.next, 'next'));
    if (view.whole) nav.append(turn(changed(view), words.paged));
    else if (n <= AT_ONCE) nav.append(turn(changed(view, { whole: true }), worded(words.whole, { n: number(n) })));
    return nav;
  }

  function fromFields() {
    var chosen = view.chosen.van ? { van: view.chosen.van } : {};
    fields.forEach(function (s) { if (s.value) chosen[s.name] = s.value; });
    return changed(view, { chosen: chosen, sort: sortField.value || (chosen.van ? NO : '') });
  }

  form.addEventListener('change', function () { go(fromFields()); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function (event) { event.preventDefault(); go({ chosen: {}, sort: '', page: 1, whole: false }); });
  form.parentElement.addEventListener('toggle', function () { load(words.index, function () {}); }, { once: true });
  letters.forEach(function (l) {
    l.link.addEventListener('click', function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      var chosen = Object.assign({}, view.chosen);
      if (chosen.van === l.value) delete chosen.van; else chosen.van = l.value;
      go(changed(view, { chosen: chosen }));
    });
  });
  window.addEventListener('popstate', function () { view = fromAddress(); show(); });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { view = fromAddress(); show(); } });
  show();
})();
