// Finding a name. The first part knows Vietnamese and is the twin of internal/viet (letter.go, spelling.go, search.go), tested with the
// same table; it runs in node too. The second part is the search field: a combobox over an index that is loaded when the field is first
// used, as a classic script, so that it works from a folder without a server. Without this file the field leads to the roll's lists.
(function () {
  'use strict';

  var PLAIN = 0, BREVE = 1, CIRCUMFLEX = 2, HORN = 3, STROKE = 4, FOREIGN = 5;
  var SHAPES = { '\u0306': BREVE, '\u0302': CIRCUMFLEX, '\u031b': HORN };
  var TONES = { '\u0300': 1, '\u0340': 1, '\u0309': 2, '\u0303': 3, '\u0301': 4, '\u0341': 4, '\u0323': 5 };
  var WHOLE = {
    'đ': ['d', STROKE], 'ð': ['d', STROKE], 'ɖ': ['d', STROKE], 'ø': ['o', FOREIGN], 'ł': ['l', FOREIGN], 'ħ': ['h', FOREIGN],
    'ŧ': ['t', FOREIGN], 'ı': ['i', PLAIN], 'ß': ['ss', PLAIN], 'æ': ['ae', PLAIN], 'œ': ['oe', PLAIN], 'þ': ['th', PLAIN]
  };
  var FORMAT = /[\p{Cf}\p{Variation_Selector}]/u, KEPT = /[\p{L}\p{N}\p{M}]/u, MODIFIER = /[\u02b0-\u02ff]/;
  var MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/, LATIN = /[\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/;

  // What a combining mark is: null if it is none.
  function mark(c) {
    if (SHAPES[c]) return { shape: SHAPES[c], tone: 0 };
    if (TONES[c]) return { shape: PLAIN, tone: TONES[c] };
    if (c === '\u034f') return { shape: PLAIN, tone: 0 };
    return MARK.test(c) ? { shape: FOREIGN, tone: 0 } : null;
  }

  function keep(c) {
    if (FORMAT.test(c)) return '';
    return !MODIFIER.test(c) && KEPT.test(c) ? c.toLowerCase() : ' ';
  }

  var known = new Map();

  // One letter taken apart: what it folds to, the mark that makes it another letter, its tone.
  function letter(c) {
    var l = known.get(c);
    if (l) return l;
    l = { fold: '', shape: PLAIN, tone: 0 };
    if (!LATIN.test(c)) {
      var whole = WHOLE[c];
      l.fold = whole ? whole[0] : keep(c);
      l.shape = whole ? whole[1] : PLAIN;
    } else if (!FORMAT.test(c)) {
      Array.from(c.toLowerCase().normalize('NFKD')).forEach(function (d) {
        d = d.toLowerCase();
        var whole = WHOLE[d], m = mark(d);
        if (whole) { l.fold += whole[0]; l.shape = Math.max(l.shape, whole[1]); }
        else if (m) { l.shape = Math.max(l.shape, m.shape); l.tone = Math.max(l.tone, m.tone); }
        else l.fold += keep(d);
      });
      if (!l.fold) l.fold = ' ';
    }
    known.set(c, l);
    return l;
  }

  function letters(text) {
    var out = [];
    Array.from(text.normalize('NFKC')).forEach(function (c) {
      var m = mark(c), last = out[out.length - 1];
      if (m) {
        if (last) out[out.length - 1] = { fold: last.fold, shape: Math.max(last.shape, m.shape), tone: last.tone || m.tone };
        return;
      }
      var l = letter(c);
      if (l.fold) out.push(l);
    });
    return out;
  }

  // The words of a text: folded, as search keys, with the shape of each letter and the tones in order.
  function spell(text) {
    var words = [], fold = '', shape = [], tones = '';
    function flush() {
      if (fold) words.push({ fold: fold, key: fold.replace(/y/g, 'i'), shape: shape, tones: tones });
      fold = ''; shape = []; tones = '';
    }
    letters(text).forEach(function (l) {
      for (var i = 0; i < l.fold.length; i++) {
        if (l.fold[i] === ' ') { flush(); continue; }
        fold += l.fold[i];
        shape.push(PLAIN);
      }
      if (l.shape && shape.length) shape[shape.length - 1] = l.shape;
      if (fold && l.tone) tones += l.tone;
    });
    flush();
    return words;
  }

  function fold(text) { return spell(text).map(function (w) { return w.fold; }).join(' '); }

  function marks(word) { return word.tones.length + word.shape.filter(Boolean).length; }

  // A query ready to be matched: its words, and the order in which they choose.
  function query(text) {
    var words = spell(text);
    var order = words.map(function (_, i) { return i; });
    order.sort(function (i, j) { return words[j].fold.length - words[i].fold.length || marks(words[j]) - marks(words[i]) || i - j; });
    return { words: words, order: order };
  }

  var NO_MATCH = 6;

  function cost(asked, word) {
    if (word.key.lastIndexOf(asked.key, 0) !== 0) return NO_MATCH;
    var begins = word.fold.length > asked.fold.length ? 2 : 0;
    var same = asked.tones === word.tones && word.fold.lastIndexOf(asked.fold, 0) === 0;
    if (asked.tones && asked.tones !== word.tones) return 4 + begins / 2;
    for (var i = 0; i < asked.shape.length; i++) {
      if (asked.shape[i] === word.shape[i]) continue;
      if (asked.shape[i] !== PLAIN) return 4 + begins / 2;
      same = false;
    }
    return same ? begins : begins + 1;
  }

  // How well a query fits a spelled text: 0 is best, -1 is not at all.
  function match(q, words) {
    if (!q.words.length || words.length < q.words.length) return -1;
    var taken = [], place = [], sum = 0;
    for (var n = 0; n < q.order.length; n++) {
      var best = NO_MATCH, at = -1;
      for (var j = 0; j < words.length; j++) {
        if (taken[j]) continue;
        var c = cost(q.words[q.order[n]], words[j]);
        if (c < best) { best = c; at = j; }
      }
      if (at < 0) return -1;
      taken[at] = true;
      place[q.order[n]] = at;
      sum += best;
    }
    var inOrder = place.every(function (p, i) { return !i || place[i - 1] < p; });
    return 4 * sum + (inOrder ? 0 : 2) + (words.length > q.words.length ? 1 : 0);
  }

  // The entries of an index that a query finds, best first; another name counts a little less than the name.
  function search(index, text) {
    var q = query(text), found = [];
    index.spelled = index.spelled || index.names.map(function (name, i) {
      return { name: spell(name), also: index.also[i] ? spell(index.also[i]) : null };
    });
    index.spelled.forEach(function (s, i) {
      var rank = match(q, s.name), other = s.also ? match(q, s.also) : -1;
      if (other >= 0 && (rank < 0 || other + 0.5 < rank)) rank = other + 0.5;
      if (rank >= 0) found.push({ entry: i, rank: rank });
    });
    return found.sort(function (a, b) { return a.rank - b.rank || a.entry - b.entry; });
  }

  var finding = { fold: fold, spell: spell, query: query, match: match, search: search };
  if (typeof module === 'object' && module.exports) module.exports = finding;
  if (typeof document === 'undefined') return;

  var SHOWN = 12, STEP = 50;

  // The index is asked for once; all who ask are told.
  var index = null, state = 'none', waiting = [];
  window.bangvangIndex = function (columns) { if (columns.v === 1) index = columns; };

  function load(address, then) {
    if (state === 'done' || state === 'failed') { then(); return; }
    waiting.push(then);
    if (state === 'loading') return;
    state = 'loading';
    function end() {
      state = index ? 'done' : 'failed';
      waiting.splice(0).forEach(function (tell) { tell(); });
    }
    var script = document.createElement('script');
    script.onload = script.onerror = end;
    // The address stands in the page; where a page asks for trusted types, this policy vouches for that address and no other.
    var policy = window.trustedTypes && window.trustedTypes.createPolicy('bangvang', {
      createScriptURL: function (url) { if (url !== address) throw new TypeError(url); return url; }
    });
    script.src = policy ? policy.createScriptURL(address) : address;
    document.head.appendChild(script);
  }

  function element(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function worded(pattern, values) {
    return pattern.replace(/\{(\w)\}/g, function (_, name) { return values[name]; });
  }

  // As in papers: 05, 1.790.
  function number(n) { return String(n).padStart(2, '0').replace(/\B(?=(\d{3})+$)/g, '.'); }

  function Field(form) {
    this.form = form;
    this.words = form.dataset;
    this.input = form.querySelector('input');
    this.found = [];
    this.active = -1;
    this.build();
  }

  Field.prototype.build = function () {
    var field = this, input = this.input;
    this.status = element('p', 'quiet');
    this.status.setAttribute('role', 'status');
    this.panel = element('div', 'search-panel');
    this.panel.hidden = true;
    this.told = element('p', 'search-status');
    this.told.setAttribute('aria-hidden', 'true');
    this.list = element('div');
    this.list.id = input.id + '-danh-sach';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.words.list);
    this.panel.append(this.told, this.list);
    this.form.append(this.status, this.panel);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    input.addEventListener('focus', function () { load(field.words.index, function () {}); });
    input.addEventListener('input', function () { field.ask(); });
    input.addEventListener('keydown', function (event) { field.key(event); });
    this.form.addEventListener('focusout', function (event) {
      if (!field.form.contains(event.relatedTarget)) field.show(false);
    });
    // A press on a result must not take the focus away before it becomes a click.
    this.panel.addEventListener('mousedown', function (event) { event.preventDefault(); });
  };

  Field.prototype.show = function (on) {
    this.panel.hidden = !on;
    this.input.setAttribute('aria-expanded', String(on && this.list.childElementCount > 0));
    if (!on) this.choose(-1);
  };

  Field.prototype.tell = function (words) {
    this.told.textContent = words;
    this.status.textContent = words;
  };

  Field.prototype.ask = function () {
    var field = this;
    if (!this.input.value.trim()) { this.list.replaceChildren(); this.tell(''); this.show(false); return; }
    if (state !== 'done' && state !== 'failed') {
      this.list.replaceChildren();
      this.tell(this.words.wait);
      this.show(true);
    }
    load(this.words.index, function () { field.answer(); });
  };

  Field.prototype.answer = function () {
    var text = this.input.value.trim(), field = this;
    if (!text) return;
    this.choose(-1);
    this.list.replaceChildren();
    if (!index) { this.tell(this.words.failed); this.show(true); return; }
    this.found = search(index, text);
    this.found.slice(0, SHOWN).forEach(function (f, i) {
      var option = field.result(f.entry);
      option.id = field.list.id + '-' + i;
      option.tabIndex = -1;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      field.list.append(option);
    });
    this.tell(this.count(text));
    this.show(true);
  };

  Field.prototype.count = function (text) {
    var n = this.found.length, values = { n: number(n), m: number(SHOWN), q: text };
    if (n > SHOWN) return worded(this.words.first, values);
    return worded(n === 0 ? this.words.none : n === 1 ? this.words.single : this.words.many, values);
  };

  // A result as a link: the name, and the line that tells namesakes apart.
  Field.prototype.result = function (i) {
    var a = element('a', 'found'), path = index.prefixes[index.prefix[i]] + index.path[i];
    if ('portable' in this.words && /(^|\/)$/.test(path)) path += 'index.html';
    a.href = this.words.root + path;
    var kind = index.kinds[index.kind[i]];
    var line = index.line[i].map(function (w) { return index.words[w]; });
    line.unshift(this.words['kind' + kind.charAt(0).toUpperCase() + kind.slice(1)] || kind);
    a.append(element('b', '', index.names[i]), ' ', element('small', '', line.join(' · ')));
    return a;
  };

  Field.prototype.choose = function (i) {
    var options = this.list.children;
    if (options[this.active]) options[this.active].setAttribute('aria-selected', 'false');
    this.active = i;
    if (!options[i]) { this.input.removeAttribute('aria-activedescendant'); return; }
    options[i].setAttribute('aria-selected', 'true');
    options[i].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', options[i].id);
  };

  Field.prototype.key = function (event) {
    if (event.isComposing) return;
    var n = this.list.childElementCount, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && n) {
      event.preventDefault();
      this.show(true);
      // One place more than there are results: the field itself.
      this.choose((this.active + 1 + step + n + 1) % (n + 1) - 1);
    } else if (event.key === 'Escape' && !this.panel.hidden) {
      event.preventDefault();
      this.show(false);
    } else if (event.key === 'Enter' && this.active >= 0 && !this.panel.hidden) {
      event.preventDefault();
      this.list.children[this.active].click();
    }
  };

  // On the roll's first page, all results of the query in the address.
  Field.prototype.listAll = function (place, text) {
    var field = this, status = element('p', 'search-status', this.words.wait), list = element('div');
    status.setAttribute('role', 'status');
    place.append(status, list);
    place.hidden = false;
    this.input.value = text;
    load(this.words.index, function () {
      if (!index) { status.textContent = field.words.failed; return; }
      field.found = search(index, text);
      status.textContent = worded(field.found.length ? field.words.all : field.words.none, { n: number(field.found.length), q: text });
      var more = element('button', 'search-more', field.words.more), at = 0;
      more.type = 'button';
      function next() {
        field.found.slice(at, at + STEP).forEach(function (f) { list.append(field.result(f.entry)); });
        at += STEP;
        more.hidden = at >= field.found.length;
      }
      more.addEventListener('click', function () {
        var first = list.childElementCount;
        next();
        list.children[first].focus();
      });
      place.append(more);
      next();
    });
  };

  // A folder opened without a server shows no index page, and the site may not have been made with --portable: name the page then.
  if (location.protocol === 'file:') {
    document.addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (link && link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }, true);
    document.querySelectorAll('form[action$="/"]').forEach(function (form) { form.action += 'index.html'; });
  }

  document.querySelectorAll('form.search').forEach(function (form) {
    var field = new Field(form), place = document.getElementById('ket-qua-tim');
    var text = (new URLSearchParams(location.search).get(field.input.name) || '').trim();
    if (place && text) field.listAll(place, text);
  });
})();
