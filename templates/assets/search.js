// Finding a name. The first part knows Vietnamese and is the twin of internal/viet (letter.go, spelling.go, keystroke.go, search.go),
// tested with the same table and with random cases. The second reads the index that internal/export writes, whole or in parts. Both run
// in node too. The third is the search field: a combobox over an index that is loaded when the field is first used, as classic scripts,
// so that it works from a folder without a server. Without this file the field leads to the roll's lists.
(function () {
  'use strict';

  var PLAIN = 0, BREVE = 1, CIRCUMFLEX = 2, HORN = 3, STROKE = 4, FOREIGN = 5;
  var SHAPES = { '\u0306': BREVE, '\u0302': CIRCUMFLEX, '\u031b': HORN };
  var TONES = { '\u0300': 'f', '\u0340': 'f', '\u0309': 'r', '\u0303': 'x', '\u0301': 's', '\u0341': 's', '\u0323': 'j' }; // as in Telex
  var WHOLE = {
    'đ': ['d', STROKE], 'ð': ['d', STROKE], 'ɖ': ['d', STROKE], 'ø': ['o', FOREIGN], 'ł': ['l', FOREIGN], 'ħ': ['h', FOREIGN],
    'ŧ': ['t', FOREIGN], 'ı': ['i', PLAIN], 'ß': ['ss', PLAIN], 'æ': ['ae', PLAIN], 'œ': ['oe', PLAIN], 'þ': ['th', PLAIN]
  };
  var FORMAT = /[\p{Cf}\p{Variation_Selector}]/u, KEPT = /[\p{L}\p{N}\p{M}]/u, MODIFIER = /[\u02b0-\u02ff]/;
  var MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/, LATIN = /[\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/;

  // What a combining mark is: null if it is none.
  function mark(c) {
    if (SHAPES[c]) return { shape: SHAPES[c], tone: '' };
    if (TONES[c]) return { shape: PLAIN, tone: TONES[c] };
    if (c === '\u034f') return { shape: PLAIN, tone: '' };
    return MARK.test(c) ? { shape: FOREIGN, tone: '' } : null;
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
    l = { fold: '', shape: PLAIN, tone: '' };
    if (!LATIN.test(c)) {
      var whole = WHOLE[c];
      l.fold = whole ? whole[0] : keep(c);
      l.shape = whole ? whole[1] : PLAIN;
    } else if (!FORMAT.test(c)) {
      Array.from(c.toLowerCase().normalize('NFKD')).forEach(function (d) {
        d = d.toLowerCase();
        var whole = WHOLE[d], m = mark(d);
        if (whole) { l.fold += whole[0]; l.shape = Math.max(l.shape, whole[1]); }
        else if (m) { l.shape = Math.max(l.shape, m.shape); l.tone += m.tone; }
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
        if (last) out[out.length - 1] = { fold: last.fold, shape: Math.max(last.shape, m.shape), tone: last.tone + m.tone };
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

  // What is typed while no keyboard turns it into Vietnamese, as in keystroke.go.
  var READS = /^(?:(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|k|m|n|n[gh]|p|t)?|d)$/;

  function Syllable() { this.fold = ''; this.shape = []; this.tone = ''; this.keyed = false; this.pair = false; }

  Syllable.prototype.letter = function (c) { this.fold += c; this.shape.push(PLAIN); return true; };
  Syllable.prototype.voiced = function () { return /[aeiouy]/.test(this.fold); };
  Syllable.prototype.mark = function (i, shape) {
    if (i < 0 || this.shape[i] !== PLAIN) return false;
    this.shape[i] = shape;
    return this.keyed = true;
  };
  Syllable.prototype.sound = function (tone) {
    if (!this.voiced() || this.tone === tone) return false;
    this.tone = tone;
    return this.keyed = true;
  };
  Syllable.prototype.last = function (of) {
    for (var i = this.fold.length - 1; i >= 0; i--) if (this.shape[i] === PLAIN && of.indexOf(this.fold[i]) >= 0) return i;
    return -1;
  };
  Syllable.prototype.ends = function (i, letters) {
    var from = i + 1 - letters.length;
    return from >= 0 && this.fold.slice(from, i + 1) === letters && !this.shape.slice(from, i + 1).some(Boolean);
  };
  Syllable.prototype.horn = function (of) {
    var i = this.last(of);
    if (i < 0) return false;
    if (this.ends(i, 'uou')) i--;
    if (!this.ends(i, 'quo') && !this.ends(i, 'qua')) {
      if (this.ends(i, 'uo')) { this.pair = true; this.shape[i - 1] = HORN; }
      else if (this.ends(i, 'ua') || this.ends(i, 'uu')) i--;
    }
    return this.mark(i, this.fold[i] === 'a' ? BREVE : HORN);
  };

  function telex(s, key) {
    if (/[sfrxj]/.test(key) && s.voiced()) return s.sound(key);
    if (key === 'z') return s.tone !== '' && s.sound('');
    if (key === 'w') {
      if (!s.voiced()) s.letter('u');
      return s.horn('aou');
    }
    if (key === 'd' && s.fold[0] === 'd' && (s.fold.length === 1 || s.voiced())) return s.mark(0, STROKE);
    if (/[aeo]/.test(key) && s.fold.indexOf(key) >= 0) return s.mark(s.fold.lastIndexOf(key), CIRCUMFLEX);
    return /[a-z]/.test(key) && s.letter(key);
  }

  function vni(s, key) {
    switch (key) {
      case '0': return s.tone !== '' && s.sound('');
      case '1': case '2': case '3': case '4': case '5': return s.sound('sfrxj'[key - 1]);
      case '6': return s.mark(s.last('aeo'), CIRCUMFLEX);
      case '7': return s.horn('ou');
      case '8': return s.mark(s.last('a'), BREVE);
      case '9': return s.fold[0] === 'd' && s.mark(0, STROKE);
    }
    return /[a-z]/.test(key) && s.letter(key);
  }

  function keyed(word, press) {
    if (marks(word) || word.fold.length > 16) return null;
    var s = new Syllable(), n;
    for (var i = 0; i < word.fold.length; i++) if (!press(s, word.fold[i])) return null;
    if (!s.keyed || !READS.test(s.fold)) return null;
    n = s.fold.length;
    if (s.pair && s.fold[n - 1] === 'o') s.shape[n - 2] = PLAIN; // thuở, huơ: ươ never ends a syllable
    return { fold: s.fold, key: s.fold.replace(/y/g, 'i'), shape: s.shape, tones: s.tone };
  }

  // A query ready to be matched: as typed, then as Telex and as VNI if it may be one; each its words, and the order in which they choose.
  function query(text) {
    var words = spell(text), readings = [reading(words)];
    [telex, vni].forEach(function (press) {
      var other = words.map(function (w) { return keyed(w, press) || w; });
      if (other.some(function (w, i) { return w !== words[i]; })) readings.push(reading(other));
    });
    return readings;
  }

  function bytes(text) { return encodeURIComponent(text).replace(/%../g, '.').length; }

  function reading(words) {
    var order = words.map(function (_, i) { return i; });
    order.sort(function (i, j) { return bytes(words[j].fold) - bytes(words[i].fold) || marks(words[j]) - marks(words[i]) || i - j; });
    return {
      words: words, order: order, costs: words.map(function () { return []; }), typos: words.map(function () { return []; }),
      runs: words.map(function (w) { return w.fold.length >= 3 && /^[a-z0-9]+$/.test(w.fold); }),
      long: words.map(function (w) { return w.fold.length >= 5 && /^[a-z]+$/.test(w.fold); })
    };
  }

  var NO_MATCH = 6, RUN = 6, TYPO = 9, TYPOS = 1 << 16;

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

  // The same, remembered: a word of an index has a number.
  function costOf(r, i, word) {
    var known = r.costs[i], c = known[word.id];
    if (c === undefined) c = known[word.id] = cost(r.words[i], word);
    return c;
  }

  function isTypo(r, i, word) {
    var known = r.typos[i], c = known[word.id];
    if (c === undefined) c = known[word.id] = mistyped(r.words[i], word);
    return c;
  }

  // The n words from at that a query word is the initials of, or that it is without their spaces; null if there are none.
  function run(asked, words, taken) {
    var key = asked.key, best = null;
    for (var j = 0; j < words.length; j++) {
      if (words[j].key[0] !== key[0]) continue;
      var made = initials(key, words, taken, j) || joined(key, words, taken, j);
      if (!made) continue;
      made.cost = RUN + Math.min(cost(asked, made), 2);
      if (!best || made.cost < best.cost) best = made;
    }
    return best;
  }

  function initials(key, words, taken, at) {
    var n = key.length, made;
    if (at + n > words.length) return null;
    for (var i = 0; i < n; i++) if (taken[at + i] || key[i] < 'a' || words[at + i].key[0] !== key[i]) return null;
    made = words.slice(at, at + n);
    return { at: at, n: n, key: key, fold: made.map(function (w) { return w.fold[0]; }).join(''), shape: made.map(function (w) { return w.shape[0]; }), tones: '' };
  }

  function joined(key, words, taken, at) {
    var made = { at: at, n: 0, key: '', fold: '', shape: [], tones: '' };
    for (var i = at; i < words.length && !taken[i] && key.slice(made.key.length).lastIndexOf(words[i].key, 0) === 0; i++) {
      made = { at: at, n: made.n + 1, key: made.key + words[i].key, fold: made.fold + words[i].fold, shape: made.shape.concat(words[i].shape), tones: made.tones + words[i].tones };
      if (made.key.length === key.length && made.n > 1) return made;
    }
    return null;
  }

  // Whether a long word is a word but for one letter changed, left out, added or swapped with its neighbour.
  function mistyped(asked, word) {
    var a = asked.key, b = word.key, i = 0;
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    while (a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
    return a.slice(i + 1) === b.slice(i + 1) || a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  var taken = [], place = [];

  // How well a reading fits words: 0 is best, -1 is not at all. With loose, one wrong letter in a word is forgiven. Of words found
  // through lists, places tells where in their text they stand, total how many words it has, and those between are not known.
  function fit(r, words, loose, places, total) {
    var rank = 0, typos = 0, sorted = true, count = 0, asked, best, at, n, c, i, j, o, made;
    if (!r.words.length) return -1;
    for (j = 0; j < words.length; j++) taken[j] = false;
    for (o = 0; o < r.order.length; o++) {
      i = r.order[o]; asked = r.words[i]; best = NO_MATCH; at = -1; n = 1;
      for (j = 0; j < words.length; j++) {
        if (taken[j]) continue;
        c = costOf(r, i, words[j]);
        if (c < best) { best = c; at = j; }
      }
      if (at < 0 && !places && r.runs[i] && (made = run(asked, words, taken))) { best = made.cost; at = made.at; n = made.n; }
      if (at < 0 && loose && r.long[i]) {
        for (j = words.length - 1; j >= 0; j--) if (!taken[j] && isTypo(r, i, words[j])) { best = TYPO; at = j; typos = TYPOS; }
      }
      if (at < 0) return -1;
      for (j = 0; j < n; j++) taken[at + j] = true;
      place[i] = places ? places[at] : at;
      rank += 4 * best;
      count += n;
    }
    for (i = 1; i < r.words.length; i++) if (place[i - 1] > place[i]) sorted = false;
    return typos + rank + (sorted ? 0 : 2) + (total > count ? 1 : 0);
  }

  // How well a text fits a query, or only its words one by one: 0 is best, -1 is not at all; for tests.
  function match(text, query, single) {
    var words = spell(text), best = -1;
    words.forEach(function (w, i) { w.id = i; });
    query.forEach(function (r, i) {
      r.costs = r.words.map(function () { return []; });
      r.typos = r.words.map(function () { return []; });
      var rank = fit(r, words, !single, single ? words.map(function (_, j) { return j; }) : null, words.length);
      if (rank >= 0 && i) rank += 4;
      if (rank >= 0 && (best < 0 || rank < best)) best = rank;
    });
    return best;
  }

  // The best rank of each entry so far, and from them the entries, best first. Another name counts a little less than the name.
  function Ranks(n) { this.best = new Int32Array(n).fill(-1); }

  Ranks.prototype.add = function (entry, rank, other) {
    rank = 2 * rank + (other ? 1 : 0);
    if (this.best[entry] < 0 || rank < this.best[entry]) this.best[entry] = rank;
  };

  Ranks.prototype.entries = function () {
    var byRank = new Map(), best = this.best, i, list;
    for (i = 0; i < best.length; i++) {
      if (best[i] < 0) continue;
      list = byRank.get(best[i]);
      if (list) list.push(i); else byRank.set(best[i], [i]);
    }
    return [].concat.apply([], Array.from(byRank.keys()).sort(function (a, b) { return a - b; }).map(function (rank) { return byRank.get(rank); }));
  };

  function row(columns, i) {
    return {
      name: columns.names[i], kind: columns.kinds[columns.kind[i]], path: columns.prefixes[columns.prefix[i]] + columns.path[i],
      line: columns.line[i].map(function (w) { return columns.words[w]; })
    };
  }

  // An index in one file: all texts are gone through.
  function Whole(columns) {
    var tokens = new Map(), count = 0, texts = this.texts = [];
    function words(text) {
      var out = [];
      text.split(' ').forEach(function (token) {
        var known = tokens.get(token);
        if (!known) {
          known = spell(token);
          known.forEach(function (w) { w.id = count++; });
          tokens.set(token, known);
        }
        for (var i = 0; i < known.length; i++) out.push(known[i]);
      });
      return out;
    }
    columns.names.forEach(function (name, i) {
      texts.push({ entry: i, words: words(name), other: false });
      if (columns.also[i]) columns.also[i].split(' | ').forEach(function (also) { texts.push({ entry: i, words: words(also), other: true }); });
    });
    this.columns = columns;
    this.step = 50;
  }

  Whole.prototype.find = function (text) {
    var found = this.ranked(query(text), false);
    return Promise.resolve(found.length ? found : this.ranked(query(text), true));
  };

  Whole.prototype.ranked = function (readings, loose) {
    var ranks = new Ranks(this.columns.names.length);
    this.texts.forEach(function (t) {
      readings.forEach(function (r, i) {
        var rank = fit(r, t.words, loose, null, t.words.length);
        if (rank >= 0) ranks.add(t.entry, i ? rank + 4 : rank, t.other);
      });
    });
    return ranks.entries();
  };

  Whole.prototype.rows = function (entries) {
    return Promise.resolve(entries.map(function (i) { return row(this.columns, i); }, this));
  };

  // An index in parts: lists tell which texts hold a word, rows are loaded when they are shown.
  function Parted(directory, load) {
    this.directory = directory;
    this.load = load;
    this.shards = directory.shards.map(function () { return null; });
    this.count = 0;
    this.step = 24;
  }

  var MOST_WORDS = 12, DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$%()*+,./:;=?@';
  var VALUES = Array.from(DIGITS).reduce(function (values, c, i) { values[c.charCodeAt(0)] = i; return values; }, new Uint8Array(128));

  function numbers(text) {
    var out = new Int32Array(text.length), n = 0, value = 0, shift = 0;
    for (var i = 0; i < text.length; i++) {
      var digit = VALUES[text.charCodeAt(i)];
      if (digit < 64) { out[n++] = value + (digit << shift); value = shift = 0; }
      else { value += (digit - 64) << shift; shift += 4; }
    }
    return out.subarray(0, n);
  }

  Parted.prototype.part = function (name) {
    var stamp = this.directory.stamp;
    return this.load(name + '.js?' + stamp).then(function (columns) {
      if (columns.stamp === stamp) return columns;
      var stale = new Error('the index is of another edition');
      stale.stamp = columns.stamp;
      throw stale;
    });
  };

  // The numbers of the files that hold the words beginning with key.
  Parted.prototype.holding = function (key) {
    var first = this.directory.shards, out = [];
    for (var i = 0; i < first.length; i++) {
      if ((i + 1 === first.length || first[i + 1] > key) && (first[i] <= key || first[i].lastIndexOf(key, 0) === 0)) out.push(i);
    }
    return out;
  };

  Parted.prototype.find = function (text) {
    var index = this, readings = query(text).filter(function (r) { return r.words.length <= MOST_WORDS; }), wanted = new Set();
    readings.forEach(function (r) { r.words.forEach(function (w) { index.holding(w.key).forEach(function (i) { wanted.add(i); }); }); });
    return Promise.all(Array.from(wanted).map(function (i) {
      return index.shards[i] || index.part('am-' + i).then(function (columns) { index.keep(i, columns); });
    })).then(function () {
      var ranks = new Ranks(index.directory.entries);
      readings.forEach(function (r, i) { index.rank(r, i ? 4 : 0, ranks); });
      return ranks.entries();
    });
  };

  Parted.prototype.keep = function (i, columns) {
    var index = this;
    this.shards[i] = this.shards[i] || columns.words.map(function (spelling, k) {
      var word = spell(spelling)[0];
      word.id = index.count++;
      return { word: word, coded: columns.texts[k], places: columns.places[k], texts: null };
    });
  };

  function decode(list) {
    if (list.texts) return;
    list.texts = numbers(list.coded);
    for (var i = 1; i < list.texts.length; i++) list.texts[i] += list.texts[i - 1];
    list.places = numbers(list.places);
    list.coded = '';
  }

  Parted.prototype.rank = function (r, penalty, ranks) {
    var index = this, entries = this.directory.entries, also = this.directory.also;
    if (!r.words.length) return;
    function add(text, rank) {
      if (text < entries) ranks.add(text, rank + penalty, false);
      else ranks.add(also[text - entries], rank + penalty, true);
    }
    var lists = r.words.map(function (w, i) {
      var own = [];
      index.holding(w.key).forEach(function (s) {
        index.shards[s].forEach(function (list) { if (costOf(r, i, list.word) < NO_MATCH) { decode(list); own.push(list); } });
      });
      return own;
    });
    if (r.words.length === 1) {
      lists[0].forEach(function (list) {
        var whole = 4 * costOf(r, 0, list.word);
        for (var k = 0; k < list.texts.length; k++) add(list.texts[k], whole + ((list.places[k] & 15) > 1 ? 1 : 0));
      });
      return;
    }
    // Which texts hold all words: stage counts how many of the query's words, rarest first, have been found in a text.
    var all = r.words.length, size = entries + also.length, stage = new Uint8Array(size), slots = new Int32Array(size), found = [], k, n;
    var sizes = lists.map(function (own) { return own.reduce(function (sum, list) { return sum + list.texts.length; }, 0); });
    var every = Array.from(new Set([].concat.apply([], lists)));
    lists.map(function (_, i) { return i; }).sort(function (a, b) { return sizes[a] - sizes[b]; }).forEach(function (i, step) {
      lists[i].forEach(function (list) {
        for (var k = 0; k < list.texts.length; k++) if (stage[list.texts[k]] === step) stage[list.texts[k]] = step + 1;
      });
    });
    // How many words are known of each, and from where on they are kept.
    every.forEach(function (list) {
      for (var k = 0; k < list.texts.length; k++) {
        if (stage[list.texts[k]] === all && !slots[list.texts[k]]++) found.push(list.texts[k]);
      }
    });
    var starts = new Int32Array(found.length + 1), filled = new Int32Array(found.length);
    for (n = 0; n < found.length; n++) { starts[n + 1] = starts[n] + slots[found[n]]; slots[found[n]] = n; }
    var which = new Int32Array(starts[found.length]), places = new Int32Array(which.length);
    every.forEach(function (list, number) {
      for (var k = 0; k < list.texts.length; k++) {
        if (stage[list.texts[k]] !== all) continue;
        // In the order of the text, as words choose the first among equals.
        var slot = slots[list.texts[k]], at = starts[slot] + filled[slot]++;
        for (; at > starts[slot] && places[at - 1] >> 4 > list.places[k] >> 4; at--) { places[at] = places[at - 1]; which[at] = which[at - 1]; }
        places[at] = list.places[k];
        which[at] = number;
      }
    });
    var words = [], where = [];
    for (n = 0; n < found.length; n++) {
      words.length = where.length = 0;
      for (k = starts[n]; k < starts[n + 1]; k++) { words.push(every[which[k]].word); where.push(places[k] >> 4); }
      var rank = fit(r, words, false, where, places[starts[n]] & 15);
      if (rank >= 0) add(found[n], rank);
    }
  };

  Parted.prototype.rows = function (entries) {
    var index = this, size = this.directory.rows, blocks = new Set(entries.map(function (i) { return Math.floor(i / size); }));
    return Promise.all(Array.from(blocks).map(function (b) {
      return index.part('muc-' + b).then(function (columns) { return [b, columns]; });
    })).then(function (loaded) {
      var columns = new Map(loaded);
      return entries.map(function (i) { return row(columns.get(Math.floor(i / size)), i % size); });
    });
  };

  // The index that load, given the name of a file, brings.
  function open(load, stamp) {
    return load('chi-muc.js' + (stamp ? '?' + stamp : '')).then(function (columns) {
      if (columns.v === 1) return new Whole(columns);
      if (columns.v === 2) return new Parted(columns, load);
      throw new Error('an index of version ' + columns.v);
    });
  }

  if (typeof module === 'object' && module.exports) module.exports = { fold: fold, spell: spell, query: query, match: match, open: open };
  if (typeof document === 'undefined') return;

  var SHOWN = 12, SLOW = 200, QUIET = 500; // results; milliseconds until a wait is told, until a reader who types on is told of results

  // Files of the index come as classic scripts, each once.
  var folder = '', files = new Map(), opened = null;

  function ours(address) {
    if (!folder || address.lastIndexOf(folder, 0) !== 0 || !/^(chi-muc|am-\d+|muc-\d+)\.js(\?[0-9a-f]+)?$/.test(address.slice(folder.length))) throw new TypeError(address);
    return address;
  }

  // Where a page asks for trusted types, one policy vouches for this site's own scripts. Every page has this file, and before any other
  // script: roll.js and charts.js call this too.
  var policy = window.trustedTypes && window.trustedTypes.createPolicy('bangvang', {
    createScriptURL: function (url) {
      var to = new URL(url, location.href);
      if (to.protocol !== location.protocol || to.host !== location.host || !/\.js$/.test(to.pathname)) throw new TypeError(url);
      return url;
    }
  });

  function vouched(address) { return policy ? policy.createScriptURL(address) : address; }
  window.bangvangVouch = vouched;

  window.bangvangIndex = function (columns) {
    if (document.currentScript) document.currentScript.columns = columns;
  };

  function load(name) {
    var file = files.get(name);
    if (file) return file;
    file = new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.onload = script.onerror = function () {
        script.remove();
        if (script.columns) { done(script.columns); return; }
        files.delete(name);
        failed(new Error(name));
      };
      script.src = vouched(ours(folder + name));
      document.head.appendChild(script);
    });
    files.set(name, file);
    return file;
  }

  // ready opens the index at an address; what failed is tried again the next time.
  function ready(address, stamp) {
    folder = address.replace(/[^/]*$/, '');
    if (!opened) opened = open(load, stamp).catch(function (error) { opened = null; throw error; });
    return opened;
  }

  // first finds a text and brings the rows of some results. On a page that has been open since before the site was built anew, parts
  // are missing or of another edition: the index is then opened anew, once, past what the browser has kept of it.
  function first(address, text, count, stamp) {
    return ready(address, stamp).then(function (index) {
      return index.find(text).then(function (entries) {
        return index.rows(entries.slice(0, count || index.step)).then(function (rows) { return { index: index, entries: entries, rows: rows }; });
      }).catch(function (error) {
        if (stamp || !index.directory) throw error;
        files.clear();
        opened = null;
        return first(address, text, count, error.stamp || index.directory.stamp);
      });
    });
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

  function Field(form) {
    this.form = form;
    this.words = form.dataset;
    this.input = form.querySelector('input');
    this.active = -1;
    this.asked = 0;
    this.build();
  }

  Field.prototype.build = function () {
    var field = this, input = this.input, menu = this.form.closest('[popover]');
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
    function prepare() { ready(field.words.index).catch(function () {}); }
    input.addEventListener('focus', prepare);
    input.addEventListener('pointerenter', prepare);
    if (menu) menu.addEventListener('toggle', function (event) { if (event.newState === 'open') prepare(); });
    input.addEventListener('input', function () { field.ask(); });
    input.addEventListener('click', function () { if (field.list.childElementCount) field.show(true); });
    input.addEventListener('keydown', function (event) { field.key(event); });
    this.form.addEventListener('focusout', function (event) {
      if (event.relatedTarget !== input && !field.panel.contains(event.relatedTarget)) field.show(false);
    });
    // A press on a result must not take the focus away before it becomes a click.
    this.panel.addEventListener('mousedown', function (event) { event.preventDefault(); });
  };

  Field.prototype.show = function (on) {
    this.panel.hidden = !on;
    this.input.setAttribute('aria-expanded', String(on && this.list.childElementCount > 0));
    if (!on) this.choose(-1);
  };

  // tell shows words at once; they are spoken when no more keys come.
  Field.prototype.tell = function (words) {
    var status = this.status;
    this.told.textContent = words;
    clearTimeout(this.speaking);
    this.speaking = setTimeout(function () { status.textContent = words; }, words ? QUIET : 0);
  };

  Field.prototype.ask = function () {
    var field = this, text = this.input.value.trim(), asked = ++this.asked;
    clearTimeout(this.waiting);
    if (!text) { this.list.replaceChildren(); this.tell(''); this.show(false); return; }
    // What was found before stays until there is better.
    this.waiting = setTimeout(function () {
      field.list.replaceChildren();
      field.tell(field.words.wait);
      field.show(true);
    }, SLOW);
    first(this.words.index, text, SHOWN).then(function (answer) {
      if (asked === field.asked) field.answer(text, answer.entries.length, answer.rows);
    }, function () {
      if (asked === field.asked) field.answer(text, -1, []);
    });
  };

  Field.prototype.answer = function (text, n, rows) {
    var field = this, options = rows.map(function (row, i) {
      var option = field.result(row);
      option.id = field.list.id + '-' + i;
      option.tabIndex = -1;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      return option;
    });
    clearTimeout(this.waiting);
    this.choose(-1);
    this.list.replaceChildren.apply(this.list, options);
    this.panel.scrollTop = 0;
    this.tell(n < 0 ? this.words.failed : this.count(text, n));
    this.show(document.activeElement === this.input);
  };

  // As the page writes numbers: 05 and 1.790, or 5 and 1,790.
  Field.prototype.number = function (n) {
    return String(n).padStart(this.words.digits, '0').replace(/\B(?=(\d{3})+$)/g, this.words.thousands);
  };

  Field.prototype.count = function (text, n) {
    var values = { n: this.number(n), m: this.number(SHOWN), q: text };
    if (n > SHOWN) return worded(this.words.first, values);
    return worded(n === 0 ? this.words.none : n === 1 ? this.words.single : this.words.many, values);
  };

  // A result as a link: the name, and the line that tells namesakes apart.
  Field.prototype.result = function (row) {
    var a = element('a', 'found'), path = row.path;
    if ('portable' in this.words && /(^|\/)$/.test(path)) path += 'index.html';
    a.href = this.words.root + path;
    var kind = this.words['kind' + row.kind.charAt(0).toUpperCase() + row.kind.slice(1)] || row.kind;
    var name = element('b', '', row.name), line = element('small', '', this.words.lang ? kind : [kind].concat(row.line).join(' · '));
    // On a page in another language than the index: names stay as they are, and lead to where they are at home.
    if (this.words.lang) {
      a.hreflang = name.lang = this.words.lang;
      if (row.line.length) {
        var rest = element('span', '', row.line.join(' · '));
        rest.lang = this.words.lang;
        line.append(' · ', rest);
      }
    }
    a.append(name, ' ', line);
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
    if (step && event.altKey) {
      event.preventDefault();
      this.show(step > 0 && n > 0);
    } else if (step && n) {
      event.preventDefault();
      this.show(true);
      // One place more than there are results: the field itself.
      this.choose((this.active + 1 + step + n + 1) % (n + 1) - 1);
    } else if (event.key === 'Escape' && (!this.panel.hidden || this.input.value)) {
      // The first closes the list, the next empties the field; only then may it close the menu.
      event.preventDefault();
      if (this.panel.hidden) { this.input.value = ''; this.ask(); } else this.show(false);
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
    first(this.words.index, text).then(function (answer) {
      var more = element('button', 'search-more', field.words.more), at = 0;
      status.textContent = worded(answer.entries.length ? field.words.all : field.words.none, { n: field.number(answer.entries.length), q: text });
      function add(rows) {
        rows.forEach(function (row) { list.append(field.result(row)); });
        at += rows.length;
        more.hidden = at >= answer.entries.length;
      }
      more.type = 'button';
      more.addEventListener('click', function () {
        var before = list.childElementCount;
        answer.index.rows(answer.entries.slice(at, at + answer.index.step)).then(function (rows) {
          add(rows);
          list.children[before].focus();
        }, function () { status.textContent = field.words.failed; });
      });
      place.append(more);
      add(answer.rows);
    }, function () { status.textContent = field.words.failed; });
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
