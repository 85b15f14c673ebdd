// What finds a name. The first part knows Vietnamese and is the twin of internal/viet (letter.go, spelling.go, keystroke.go, search.go),
// tested with the same table and with random cases. The second reads the index that internal/export writes, whole or in parts. search.js,
// the search field, brings this file when the field is first used; both parts run in node too.
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
      if (fold) words.push(word(fold, shape, tones));
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

  // A word: folded; with y as i; as its search key, which has no zeros before a number.
  function word(fold, shape, tones) {
    var even = fold.replace(/y/g, 'i');
    return { fold: fold, even: even, key: even.replace(/^0+(?=[0-9])/, ''), shape: shape, tones: tones };
  }

  // The words that one says: TP is thành phố.
  function spoken(text) {
    var words = [];
    spell(text).forEach(function (w) {
      if (w.fold === 'tp' && !marks(w)) words.push.apply(words, spell('thành phố')); else words.push(w);
    });
    return words;
  }

  function fold(text) { return spell(text).map(function (w) { return w.fold; }).join(' '); }

  function marks(word) { return word.tones.length + word.shape.filter(Boolean).length; }

  // What is typed while no keyboard turns it into Vietnamese, as in keystroke.go.
  var READS = /^(?:[bhkm]?(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x|[bdgkp][lr])?[aeiouy]{1,3}(?:ch?|k|m|n|n[gh]|p|t)?|d)$/;

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
    var d = key === 'd' ? s.fold.indexOf('d') : -1;
    if (d >= 0 && (d === s.fold.length - 1 || s.voiced())) return s.mark(d, STROKE);
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
      case '9': return s.mark(s.fold.indexOf('d'), STROKE);
    }
    return /[a-z]/.test(key) && s.letter(key);
  }

  function keyed(typed, press) {
    if (marks(typed) || typed.fold.length > 16) return null;
    var s = new Syllable(), n;
    for (var i = 0; i < typed.fold.length; i++) if (!press(s, typed.fold[i])) return null;
    if (!s.keyed || !READS.test(s.fold)) return null;
    n = s.fold.length;
    if (s.pair && s.fold[n - 1] === 'o') s.shape[n - 2] = PLAIN; // thuở, huơ: ươ never ends a syllable
    return word(s.fold, s.shape, s.tone);
  }

  // A query ready to be matched: as typed, then as Telex and as VNI if it may be one; each its words, and the order in which they choose.
  function query(text) {
    var words = spoken(text), readings = [reading(words)];
    [telex, vni].forEach(function (press) {
      var other = words.map(function (w) { return keyed(w, press) || w; });
      if (other.some(function (w, i) { return w !== words[i]; })) readings.push(reading(other));
    });
    return readings;
  }

  function bytes(text) { return encodeURIComponent(text).replace(/%../g, '.').length; }

  function reading(words) {
    var order = words.map(function (_, i) { return i; }), size = words.map(function (w) { return bytes(w.fold); });
    order.sort(function (i, j) { return size[j] - size[i] || marks(words[j]) - marks(words[i]) || i - j; });
    return {
      words: words, order: order,
      runs: words.map(function (w) { return w.fold.length >= 3 && /^[a-z0-9]+$/.test(w.fold); }),
      long: words.map(function (w) { return w.fold.length >= 5 && /^[a-z]+$/.test(w.fold); })
    };
  }

  var NO_MATCH = 6, RUN = 6, TYPO = 9, TYPOS = 1 << 16;

  function cost(asked, word) {
    if (!word.key.startsWith(asked.key)) return NO_MATCH;
    var begins = word.key.length > asked.key.length ? 2 : 0;
    var same = asked.tones === word.tones && word.fold.startsWith(asked.fold);
    if (asked.tones && asked.tones !== word.tones) return 4 + begins / 2;
    for (var i = asked.fold.length - asked.key.length, j = word.fold.length - word.key.length; i < asked.shape.length; i++, j++) {
      if (asked.shape[i] === word.shape[j]) continue;
      if (asked.shape[i] !== PLAIN) return 4 + begins / 2;
      same = false;
    }
    return same ? begins : begins + 1;
  }

  // Whether a long word is a word but for one letter changed, left out, added or swapped with its neighbour.
  function mistyped(asked, word) {
    var a = asked.even, b = word.even, i = 0;
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    while (a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
    return a.slice(i + 1) === b.slice(i + 1) || a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  // The words from at that a query word is the initials of, or that it is without their spaces; null if there are none.
  function run(asked, words, taken) {
    var best = null;
    for (var j = 0; j < words.length; j++) {
      if (words[j].even[0] !== asked.even[0]) continue;
      var n = initials(asked.even, words, taken, j), initial = n > 0, i, fold = '', shape = [], tones = '';
      if (!n) n = joined(asked.even, words, taken, j);
      if (!n) continue;
      for (i = j; i < j + n; i++) {
        fold += initial ? words[i].fold[0] : words[i].fold;
        shape = shape.concat(initial ? words[i].shape[0] : words[i].shape);
        tones += initial ? '' : words[i].tones;
      }
      var c = RUN + Math.min(cost(asked, word(fold, shape, tones)), 2);
      if (!best || c < best.cost) best = { at: j, n: n, cost: c };
    }
    return best;
  }

  function initials(letters, words, taken, at) {
    var n = letters.length;
    if (at + n > words.length) return 0;
    for (var i = 0; i < n; i++) if (taken[at + i] || letters[i] < 'a' || words[at + i].even[0] !== letters[i]) return 0;
    return n;
  }

  function joined(letters, words, taken, at) {
    for (var i = at, made = 0; i < words.length && !taken[i] && letters.startsWith(words[i].even, made); i++) {
      made += words[i].even.length;
      if (made === letters.length && i > at) return i + 1 - at;
    }
    return 0;
  }

  // A reading against a vocabulary, the words of an index by their numbers. What each costs each word of the query stands in tables, so
  // that a text is judged by numbers alone. Of whole texts, runs of words are found too; with loose, one wrong letter is forgiven.
  function Matcher(reading, vocabulary, whole, loose) {
    var long = reading.long;
    this.reading = reading;
    this.vocabulary = vocabulary;
    this.whole = whole;
    this.loose = loose;
    this.takes = reading.words.map(function () { return []; }); // the words that each may take
    this.costs = reading.words.map(function (asked, i) {
      var table = new Uint8Array(vocabulary.length).fill(NO_MATCH), takes = this.takes[i];
      for (var id = 0; id < vocabulary.length; id++) {
        var c = cost(asked, vocabulary[id]);
        if (c === NO_MATCH && loose && long[i] && mistyped(asked, vocabulary[id])) c = TYPO;
        if (c === NO_MATCH) continue;
        table[id] = c;
        takes.push(id);
      }
      return table;
    }, this);
    this.taken = [];
    this.place = [];
  }

  // How well words fit, those from a place in ids to another: 0 is best, -1 is not at all. Of words found through lists, places tells
  // where in their text they stand, total how many words it has, and those between are not known.
  Matcher.prototype.fit = function (ids, from, to, places, total) {
    var r = this.reading, taken = this.taken, place = this.place, n = to - from, rank = 0, count = 0, o, j, k;
    for (j = 0; j < n; j++) taken[j] = false;
    for (o = 0; o < r.order.length; o++) {
      var i = r.order[o], table = this.costs[i], best = NO_MATCH, at = -1, took = 1;
      for (j = 0; j < n; j++) {
        if (!taken[j] && table[ids[from + j]] < best) { best = table[ids[from + j]]; at = j; }
      }
      if (at < 0 && this.whole && r.runs[i]) {
        var made = run(r.words[i], this.text(ids, from, to), taken);
        if (made) { best = made.cost; at = made.at; took = made.n; }
      }
      if (at < 0 && this.loose) {
        for (j = 0; j < n && at < 0; j++) if (!taken[j] && table[ids[from + j]] === TYPO) { best = TYPO; at = j; rank |= TYPOS; }
      }
      if (at < 0) return -1;
      for (k = at; k < at + took; k++) taken[k] = true;
      place[i] = places ? places[from + at] : at;
      rank += 4 * best;
      count += took;
    }
    for (o = 1; o < r.order.length; o++) if (place[o - 1] > place[o]) { rank += 2; break; }
    return rank + (total > count ? 1 : 0);
  };

  Matcher.prototype.text = function (ids, from, to) {
    var words = [];
    for (var j = from; j < to; j++) words.push(this.vocabulary[ids[j]]);
    return words;
  };

  // How well one text fits a query, and which of its words are taken; with single, its words only one by one, as in an index in parts.
  function judge(words, readings, single, loose) {
    var ids = words.map(function (_, i) { return i; }), best = { rank: -1, taken: [] };
    readings.forEach(function (r, i) {
      if (!r.words.length) return;
      var m = new Matcher(r, words, !single, loose), total = words.length, rank = m.fit(ids, 0, total, null, single && total >= MANY ? Infinity : total);
      if (rank >= 0 && i) rank += 4;
      if (rank >= 0 && (best.rank < 0 || rank < best.rank)) best = { rank: rank, taken: m.taken.slice(0, total) };
    });
    return best;
  }

  function match(text, readings, single) { return judge(spoken(text), readings, single, !single).rank; }

  // A text cut into what a query takes of it, at odd places, and what is between; null if it takes nothing.
  function parts(text, readings) {
    var pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u), words = [], of = [], told = [], out = [''];
    pieces.forEach(function (piece, i) { if (i % 2) spoken(piece).forEach(function (w) { words.push(w); of.push(i); }); });
    var best = judge(words, readings, false, true);
    if (best.rank < 0) return null;
    best.taken.forEach(function (on, j) { if (on) told[of[j]] = true; });
    pieces.forEach(function (piece, i) {
      if (told[i]) out.push(piece, ''); else out[out.length - 1] += piece;
    });
    return out;
  }

  // What tells why a row was found: its name cut as above and, where that is not why, the other name that is.
  function cutter(text) {
    var readings = query(text);
    return function (row) {
      var name = parts(row.name, readings), also = null;
      if (!name) row.also.some(function (other) { return also = parts(other, readings); });
      return { name: name || [row.name], also: also };
    };
  }

  // The best rank of each entry so far, and from them the entries, best first. Another name counts a little less than the name.
  function Ranks(n) {
    this.best = new Int32Array(n);
    this.found = new Int32Array(n);
  }

  Ranks.prototype.start = function () {
    this.best.fill(-1);
    this.count = 0;
    return this;
  };

  Ranks.prototype.add = function (entry, rank, other) {
    var best = this.best[entry];
    rank = 2 * rank + (other ? 1 : 0);
    if (best < 0) this.found[this.count++] = entry; else if (best <= rank) return;
    this.best[entry] = rank;
  };

  // Entries are counted, not compared: there are few ranks and many entries. Equals stay in the order of the edition.
  Ranks.prototype.entries = function () {
    var best = this.best, found = this.found.subarray(0, this.count).sort(), out = new Int32Array(found.length), at = new Int32Array(2 * RANKS), i;
    for (i = 0; i < found.length; i++) at[slot(best[found[i]]) + 1]++;
    for (i = 1; i < at.length; i++) at[i] += at[i - 1];
    for (i = 0; i < found.length; i++) out[at[slot(best[found[i]])]++] = found[i];
    return out;
  };

  // A rank's place in a table: with a typo after all others; beyond what thirty words cost, all are the same.
  var RANKS = 2048;
  function slot(rank) { return rank >= 2 * TYPOS ? RANKS + Math.min(rank - 2 * TYPOS, RANKS - 2) : Math.min(rank, RANKS - 1); }

  // The texts that stand in a list of each set: all of their words may be there. Sets are gone through from the smallest.
  function Sieve(size) {
    this.stage = new Uint16Array(size); // how many sets a text is in, if it is in all of those gone through
    this.found = new Int32Array(size);
  }

  Sieve.prototype.common = function (sets) {
    var stage = this.stage, found = this.found, count = 0;
    stage.fill(0);
    sets = sets.map(function (lists) {
      return { lists: lists, size: lists.reduce(function (sum, list) { return sum + list.length; }, 0) };
    }).sort(function (a, b) { return a.size - b.size; });
    for (var step = 0; step < sets.length && (count || !step); step++) {
      count = 0;
      for (var l = 0; l < sets[step].lists.length; l++) {
        var list = sets[step].lists[l];
        for (var k = 0; k < list.length; k++) if (stage[list[k]] === step) { stage[list[k]] = step + 1; found[count++] = list[k]; }
      }
    }
    return found.subarray(0, count);
  };

  var DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$%()*+,./:;=?@';
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

  // Columns come as few long texts, which cost nothing until they are cut.
  function column(columns, name) {
    if (typeof columns[name] !== 'string') return columns[name];
    return columns[name] = name === 'kind' || name === 'prefix' ? numbers(columns[name]) : columns[name] ? columns[name].split('\n') : [];
  }

  function row(columns, i) {
    return {
      name: column(columns, 'names')[i], kind: columns.kinds[column(columns, 'kind')[i]],
      path: columns.prefixes[column(columns, 'prefix')[i]] + column(columns, 'path')[i],
      line: Array.from(numbers(column(columns, 'line')[i] || ''), function (w) { return columns.words[w]; }), also: columns.also[i] ? columns.also[i].split(ALSO) : []
    };
  }

  var ALSO = ' | ', SLICE = 1000;

  // An index in one file: its words and where they stand are gathered once, a slice of the texts at a time.
  function Whole(columns) {
    var texts = column(columns, 'names').slice(), of = texts.map(function (_, i) { return i; });
    Object.keys(columns.also).forEach(function (i) {
      columns.also[i].split(ALSO).forEach(function (also) { texts.push(also); of.push(Number(i)); });
    });
    this.columns = columns;
    this.entries = column(columns, 'names').length;
    this.texts = texts;
    this.of = of;
    this.tokens = new Map();
    this.vocabulary = [];
    this.ids = [];
    this.starts = [0];
    this.longest = 0;
    this.step = 50;
  }

  Whole.prototype.prepare = function () {
    var index = this, texts = this.texts, ids = this.ids, starts = this.starts, from = starts.length - 1, to = Math.min(from + SLICE, texts.length);
    for (var t = from; t < to; t++) {
      var tokens = texts[t].split(' ');
      for (var i = 0; i < tokens.length; i++) {
        var known = this.tokens.get(tokens[i]);
        if (!known) this.tokens.set(tokens[i], known = this.number(tokens[i]));
        for (var j = 0; j < known.length; j++) ids.push(known[j]);
      }
      this.longest = Math.max(this.longest, ids.length - starts[t]);
      starts.push(ids.length);
    }
    if (to < texts.length) return new Promise(function (done) { setTimeout(done); }).then(function () { return index.prepare(); });
    this.gather();
    return new Promise(function (done) { setTimeout(done); }).then(function () {
      index.ranked(query('an'), true); // once before anybody waits for it
      return index;
    });
  };

  Whole.prototype.number = function (token) {
    return spoken(token).map(function (w) { return this.vocabulary.push(w) - 1; }, this);
  };

  // From the words of each text, the texts of each word.
  Whole.prototype.gather = function () {
    var ids = this.ids = Int32Array.from(this.ids), at = new Int32Array(this.vocabulary.length + 1), all = new Int32Array(ids.length), t, i;
    for (i = 0; i < ids.length; i++) at[ids[i] + 1]++;
    for (i = 0; i < at.length - 1; i++) at[i + 1] += at[i];
    this.lists = this.vocabulary.map(function (_, id) { return all.subarray(at[id], at[id + 1]); });
    for (t = 0; t < this.texts.length; t++) for (i = this.starts[t]; i < this.starts[t + 1]; i++) all[at[ids[i]]++] = t;
    this.sieve = new Sieve(this.texts.length);
    this.ranks = new Ranks(this.entries);
    this.tokens = null;
  };

  // What is found: entries, best first, as numbers; whether only with a letter wrong; the words that were left out.
  function answer(entries, near, left) { return { entries: entries, near: near, left: left }; }

  // A query of more words than any text has finds nothing.
  function tooLong(text, longest) { return spoken(text).length > longest; }

  Whole.prototype.find = function (text) {
    if (tooLong(text, this.longest)) return Promise.resolve(answer([], false, []));
    var readings = query(text), entries = this.ranked(readings, false);
    if (entries.length) return Promise.resolve(answer(entries, false, []));
    entries = this.ranked(readings, true);
    return Promise.resolve(answer(entries, entries.length > 0, []));
  };

  Whole.prototype.ranked = function (readings, loose) {
    var ranks = this.ranks.start(), starts = this.starts;
    readings.forEach(function (r, i) {
      if (!r.words.length) return;
      var m = new Matcher(r, this.vocabulary, true, loose), found = this.sieve.common(this.sets(m));
      for (var k = 0; k < found.length; k++) {
        var t = found[k], rank = m.fit(this.ids, starts[t], starts[t + 1], null, starts[t + 1] - starts[t]);
        if (rank >= 0) ranks.add(this.of[t], i ? rank + 4 : rank, t >= this.entries);
      }
    }, this);
    return ranks.entries();
  };

  // For each word of a query the texts in which it may take something.
  Whole.prototype.sets = function (m) {
    return m.takes.map(function (takes, i) {
      var lists = takes.map(function (id) { return this.lists[id]; }, this);
      if (m.reading.runs[i]) lists.push(this.running(m.reading.words[i].even));
      return lists;
    }, this);
  };

  // The texts that may hold a key as initials, or in words without their spaces.
  Whole.prototype.running = function (key) {
    var out = [], vocabulary = this.vocabulary, firsts = this.firsts, keys = this.keys, t;
    if (!firsts) {
      firsts = this.firsts = this.texts.map(function (_, t) {
        for (var s = '', i = this.starts[t]; i < this.starts[t + 1]; i++) s += vocabulary[this.ids[i]].even[0];
        return s;
      }, this);
      keys = this.keys = new Map();
      vocabulary.forEach(function (w, id) { if (keys.has(w.even)) keys.get(w.even).push(id); else keys.set(w.even, [id]); });
      this.widest = vocabulary.reduce(function (most, w) { return Math.max(most, w.even.length); }, 0);
    }
    if (key.length <= this.longest) for (t = 0; t < firsts.length; t++) if (firsts[t].indexOf(key) >= 0) out.push(t);
    if (key.length > this.longest * this.widest) return out;
    // Where a word may end that begins where another ends, from the start of the key.
    var ends = new Set([0]);
    ends.forEach(function (from) { // a set is gone through to its end, also what is added on the way
      for (var to = from + 1; to <= key.length && to <= from + this.widest; to++) {
        if (to - from < key.length && keys.has(key.slice(from, to))) ends.add(to);
      }
    }, this);
    if (!ends.has(key.length)) return out;
    ends.forEach(function (to) {
      if (to && to < key.length && keys.has(key.slice(0, to))) keys.get(key.slice(0, to)).forEach(function (id) { out.push.apply(out, this.lists[id]); }, this);
    }, this);
    return out;
  };

  Whole.prototype.rows = function (entries) {
    return Promise.resolve(Array.from(entries, function (i) { return row(this.columns, i); }, this));
  };

  // An index in parts: lists tell which texts hold a word, rows are loaded when they are shown.
  function Parted(directory, load) {
    var texts = directory.entries + directory.also.length;
    this.directory = directory;
    this.load = load;
    this.shards = directory.shards.map(function () { return false; });
    this.vocabulary = [];
    this.lists = []; // by number of word
    this.size = new Uint8Array(texts); // how many words a text has, up to MANY, as far as lists have told
    this.sieve = new Sieve(texts);
    this.ranks = new Ranks(directory.entries);
    this.last = new Int32Array(texts);
    this.step = 24;
  }

  // How long a text is told to be at most; and how many bytes of lists a search may load, with gzip: 150 KB but for a dozen rows.
  var MANY = 15, MOST = 130000;

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
      if ((i + 1 === first.length || first[i + 1] > key) && (first[i] <= key || first[i].startsWith(key))) out.push(i);
    }
    return out;
  };

  // What is to be loaded for a query, not more than a search may: the words held by the fewest bytes come first, those beyond are left.
  Parted.prototype.plan = function (readings) {
    var index = this, plan = { shards: new Set(), readings: [], left: [] }, weights = this.directory.weights, spent = 0;
    readings.forEach(function (r, n) {
      var held = r.words.map(function (w, i) {
        var shards = index.holding(w.key);
        return { i: i, shards: shards, weight: shards.reduce(function (sum, s) { return sum + weights[s]; }, 0) };
      }).sort(function (a, b) { return a.weight - b.weight || a.i - b.i; });
      var want = new Set(), sum = 0, read = r.words.map(function () { return false; });
      held.forEach(function (h) {
        var more = h.shards.filter(function (s) { return !plan.shards.has(s) && !want.has(s); }), weight = more.reduce(function (sum, s) { return sum + weights[s]; }, 0);
        if (spent + sum + weight > MOST) return;
        more.forEach(function (s) { want.add(s); });
        sum += weight;
        read[h.i] = true;
      });
      var words = r.words.filter(function (_, i) { return read[i]; });
      if (n && words.length < r.words.length) return;
      want.forEach(function (s) { plan.shards.add(s); });
      spent += sum;
      plan.readings.push(reading(words));
      if (!n) plan.left = r.words.filter(function (_, i) { return !read[i]; }).map(function (w) { return w.fold; });
    });
    return plan;
  };

  Parted.prototype.find = function (text) {
    if (tooLong(text, this.directory.longest)) return Promise.resolve(answer([], false, []));
    var index = this, readings = query(text), plan = this.plan(readings);
    return Promise.all(Array.from(plan.shards, function (i) {
      return index.shards[i] || index.part('am-' + i).then(function (columns) { index.keep(i, columns); });
    })).then(function () {
      var ranks = index.ranks.start();
      plan.readings.forEach(function (r, i) { index.rank(r, i ? 4 : 0, ranks); });
      var entries = ranks.entries();
      return plan.left.length && entries.length <= index.step ? index.sure(entries, readings) : answer(entries, false, plan.left);
    });
  };

  // Of a few found by some words of a query, those that hold the others too.
  Parted.prototype.sure = function (entries, readings) {
    return this.rows(entries).then(function (rows) {
      var ranks = rows.map(function (row) {
        return Math.min.apply(null, [row.name].concat(row.also).map(function (text, i) {
          var rank = match(text, readings, true);
          return rank < 0 ? Infinity : 2 * rank + Math.min(i, 1);
        }));
      });
      var kept = rows.map(function (_, i) { return i; }).filter(function (i) { return ranks[i] < Infinity; });
      kept.sort(function (a, b) { return ranks[a] - ranks[b] || entries[a] - entries[b]; });
      return answer(Int32Array.from(kept, function (i) { return entries[i]; }), false, []);
    });
  };

  // Lists are read when they come, not when all have come.
  Parted.prototype.keep = function (i, columns) {
    var texts = columns.texts.split('\n'), places = columns.places.split('\n');
    if (this.shards[i]) return;
    this.shards[i] = true;
    columns.words.split('\n').forEach(function (spelling, k) {
      this.vocabulary.push(spell(spelling)[0]);
      this.lists.push(this.list(numbers(texts[k]), numbers(places[k])));
    }, this);
  };

  Parted.prototype.list = function (texts, places) {
    for (var k = 0, text = 0, size = this.size; k < texts.length; k++) {
      texts[k] = text += texts[k];
      size[text] = places[k] & 15;
      places[k] >>= 4;
    }
    return { texts: texts, places: places };
  };

  Parted.prototype.rank = function (r, penalty, ranks) {
    if (!r.words.length) return;
    var m = new Matcher(r, this.vocabulary, false, false), lists = m.takes.map(function (ids) { return ids.map(function (id) { return this.lists[id]; }, this); }, this);
    if (r.words.length === 1) this.alone(m, lists[0], penalty, ranks);
    else this.together(m, lists, penalty, ranks);
  };

  // A query of one word is answered by its lists as they stand.
  Parted.prototype.alone = function (m, lists, penalty, ranks) {
    var entries = this.directory.entries, also = this.directory.also, size = this.size;
    for (var l = 0; l < lists.length; l++) {
      var texts = lists[l].texts, rank = penalty + 4 * m.costs[0][m.takes[0][l]];
      for (var k = 0; k < texts.length; k++) {
        var text = texts[k], other = text >= entries;
        ranks.add(other ? also[text - entries] : text, size[text] > 1 ? rank + 1 : rank, other);
      }
    }
  };

  Parted.prototype.together = function (m, lists, penalty, ranks) {
    var entries = this.directory.entries, also = this.directory.also, size = this.size, last = this.last, stage = this.sieve.stage, all = lists.length;
    var found = this.sieve.common(lists.map(function (own) { return own.map(function (list) { return list.texts; }); }));
    if (!found.length) return;
    // What is known of the texts found: words in chains, each with the one before it in the same text.
    var every = Array.from(new Set([].concat.apply([], m.takes))), of = [], at = [], before = [], count = 1, i, k, n, text;
    for (n = 0; n < found.length; n++) last[found[n]] = 0;
    for (i = 0; i < every.length; i++) {
      var texts = this.lists[every[i]].texts, places = this.lists[every[i]].places;
      for (k = 0; k < texts.length; k++) {
        text = texts[k];
        if (stage[text] !== all) continue;
        of[count] = every[i];
        at[count] = places[k];
        before[count] = last[text];
        last[text] = count++;
      }
    }
    // In the order of the text, as words choose the first among equals.
    var ids = [], where = [];
    for (n = 0; n < found.length; n++) {
      text = found[n];
      for (i = last[text], k = 0; i; i = before[i], k++) {
        for (var j = k; j && where[j - 1] > at[i]; j--) { where[j] = where[j - 1]; ids[j] = ids[j - 1]; }
        where[j] = at[i];
        ids[j] = of[i];
      }
      var rank = m.fit(ids, 0, k, where, size[text] >= MANY ? Infinity : size[text]);
      if (rank >= 0) ranks.add(text < entries ? text : also[text - entries], rank + penalty, text >= entries);
    }
  };

  Parted.prototype.rows = function (entries) {
    var index = this, size = this.directory.rows, blocks = new Set(Array.from(entries, function (i) { return Math.floor(i / size); }));
    return Promise.all(Array.from(blocks, function (b) {
      return index.part('muc-' + b).then(function (columns) { return [b, columns]; });
    })).then(function (loaded) {
      var columns = new Map(loaded);
      return Array.from(entries, function (i) { return row(columns.get(Math.floor(i / size)), i % size); });
    });
  };

  // The index that load, given the name of a file, brings.
  function open(load, stamp) {
    return load('chi-muc.js' + (stamp ? '?' + stamp : '')).then(function (columns) {
      if (columns.v === 3) return new Whole(columns).prepare();
      if (columns.v === 4) return new Parted(columns, load);
      throw new Error('an index of version ' + columns.v);
    });
  }

  var finding = { fold: fold, spell: spell, query: query, match: match, cutter: cutter, open: open };
  if (typeof module === 'object' && module.exports) module.exports = finding; else window.bangvangFinding = finding;
})();
