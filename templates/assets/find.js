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
      var l = known.get(c), m = l ? null : mark(c), last = out[out.length - 1];
      if (m) {
        if (last) out[out.length - 1] = { fold: last.fold, shape: Math.max(last.shape, m.shape), tone: last.tone + m.tone };
        return;
      }
      l = l || letter(c);
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
    var words = spoken(text), last = words.length - 1, readings = [reading(words, last)];
    [telex, vni].forEach(function (press) {
      var other = words.map(function (w) { return keyed(w, press) || w; });
      if (other.some(function (w, i) { return w !== words[i]; })) readings.push(reading(other, last));
    });
    return readings;
  }

  function bytes(text) { return encodeURIComponent(text).replace(/%../g, '.').length; }

  function reading(words, last) {
    var order = words.map(function (_, i) { return i; }), size = words.map(function (w) { return bytes(w.fold); });
    order.sort(function (i, j) { return size[j] - size[i] || marks(words[j]) - marks(words[i]) || i - j; });
    return {
      words: words, order: order, last: last, // last is the word that may be unfinished, -1 if it is not among them
      runs: words.map(function (w) { return w.fold.length >= 3 && /^[a-z0-9]+$/.test(w.fold); }),
      long: words.map(function (w) { return w.fold.length >= 5 && /^[a-z]+$/.test(w.fold); })
    };
  }

  var NO_MATCH = 6, RUN = 6, NO_BESIDE = 8, TYPO = 9, BESIDES = 1 << 14, TYPOS = 1 << 16;

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

  // What it costs a query word to be found beside a text: among these words, if it is one of them, or the last of a query, which may be
  // unfinished, begins one; or, with runs, as some of them.
  function costBeside(asked, words, last, runs) {
    var best = NO_BESIDE;
    words.forEach(function (w) { best = Math.min(best, aside(asked, w, last)); });
    if (best === NO_BESIDE && runs) {
      var made = run(asked, words, []);
      if (made) best = Math.min(best, made.cost);
    }
    return best;
  }

  function aside(asked, word, last) {
    var c = cost(asked, word);
    return c < 2 || last && c < 4 ? c : NO_BESIDE;
  }

  // A reading against a vocabulary, the words of an index by their numbers. What each costs each word of the query stands in tables, so
  // that a text is judged by numbers alone. Of whole texts, runs of words are found too; with loose, one wrong letter is forgiven.
  function Matcher(reading, vocabulary, whole, loose) {
    this.reading = reading;
    this.vocabulary = vocabulary;
    this.whole = whole;
    this.loose = false;
    this.takes = reading.words.map(function () { return []; }); // the words that each may take
    this.costs = reading.words.map(function (asked, i) {
      var table = new Uint8Array(vocabulary.length).fill(NO_MATCH), takes = this.takes[i];
      for (var id = 0; id < vocabulary.length; id++) {
        var c = cost(asked, vocabulary[id]);
        if (c === NO_MATCH) continue;
        table[id] = c;
        takes.push(id);
      }
      return table;
    }, this);
    this.taken = [];
    this.place = [];
    this.besides = null; // for each word of the query what it costs beside each entry, where that is asked for
    if (loose) this.forgive();
  }

  // From now on one wrong letter is forgiven.
  Matcher.prototype.forgive = function () {
    this.loose = true;
    this.reading.words.forEach(function (asked, i) {
      for (var id = 0, table = this.costs[i]; id < table.length && this.reading.long[i]; id++) {
        if (table[id] !== NO_MATCH || !mistyped(asked, this.vocabulary[id])) continue;
        table[id] = TYPO;
        this.takes[i].push(id);
      }
    }, this);
  };

  // How well words of an entry fit, those from a place in ids to another: 0 is best, -1 is not at all. total is how many words the text counts as.
  Matcher.prototype.fit = function (ids, from, to, total, entry) {
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
      if (at < 0 && this.besides && this.besides[i][entry] < NO_BESIDE) {
        rank = (rank | BESIDES) + 4 * this.besides[i][entry];
        place[i] = -1;
        continue;
      }
      if (at < 0 && this.loose) {
        for (j = 0; j < n && at < 0; j++) if (!taken[j] && table[ids[from + j]] === TYPO) { best = TYPO; at = j; rank |= TYPOS; }
      }
      if (at < 0) return -1;
      for (k = at; k < at + took; k++) taken[k] = true;
      place[i] = at;
      rank += 4 * best;
      count += took;
    }
    if (!count) return -1;
    for (o = 0, k = -1; o < r.order.length; o++) {
      if (place[o] < 0) continue;
      if (place[o] < k) { rank += 2; break; }
      k = place[o];
    }
    return rank + (total > count ? 1 : 0);
  };

  Matcher.prototype.text = function (ids, from, to) {
    var words = [];
    for (var j = from; j < to; j++) words.push(this.vocabulary[ids[j]]);
    return words;
  };

  // How well one text fits a query with what stands beside it, and what of them is taken; with single, words only one by one, as in an index
  // in parts.
  function judge(words, readings, single, loose, beside) {
    var ids = words.map(function (_, i) { return i; }), best = { rank: -1, taken: [], aside: [] };
    readings.forEach(function (r, i) {
      if (!r.words.length) return;
      var m = new Matcher(r, words, !single, loose), total = words.length;
      m.besides = beside.length ? r.words.map(function (asked, j) {
        return [Math.min.apply(null, beside.map(function (all) { return costBeside(asked, all, j === r.last, !single && r.runs[j]); }))];
      }) : null;
      var rank = m.fit(ids, 0, total, single && total >= MANY ? Infinity : total, 0);
      if (rank >= 0 && i) rank += 4;
      if (rank < 0 || best.rank >= 0 && rank >= best.rank) return;
      best = { rank: rank, taken: m.taken.slice(0, total), aside: r.words.map(function (_, j) { return j; }).filter(function (j) { return m.place[j] < 0; }), reading: r };
    });
    return best;
  }

  function match(text, readings, single, beside) { return judge(spoken(text), readings, single, !single, (beside || []).map(spoken)).rank; }

  var CUT = 500, cut = new Map(); // texts that have been cut, since the same are shown key after key

  // A text in pieces, every other one a word that is written together; the words in it, and of which piece each is.
  function pieces(text) {
    var made = cut.get(text);
    if (made) return made;
    made = { pieces: text.split(/([\p{L}\p{N}\p{M}]+)/u), words: [], of: [] };
    made.pieces.forEach(function (piece, i) { if (i % 2) spoken(piece).forEach(function (w) { made.words.push(w); made.of.push(i); }); });
    if (cut.size >= CUT) cut.clear();
    cut.set(text, made);
    return made;
  }

  // The text again, what is taken of it at odd places, and between them the rest.
  function parts(cut, taken) {
    var told = [], out = [''];
    cut.of.forEach(function (i, j) { if (taken[j]) told[i] = true; });
    cut.pieces.forEach(function (piece, i) {
      if (told[i]) out.push(piece, ''); else out[out.length - 1] += piece;
    });
    return out;
  }

  // Which words beside a text are those that a query found there.
  function asides(words, best) {
    var taken = [];
    best.aside.forEach(function (j) {
      var asked = best.reading.words[j], some = false;
      words.forEach(function (w, i) { if (aside(asked, w, j === best.reading.last) < NO_BESIDE) some = taken[i] = true; });
      var made = !some && best.reading.runs[j] && run(asked, words, []);
      if (made && made.cost < NO_BESIDE) for (var i = made.at; i < made.at + made.n; i++) taken[i] = true;
    });
    return taken;
  }

  // What tells why a row was found: its name and its line cut as above and, where the name is not why, the other name that is.
  function cutter(text) {
    var readings = query(text);
    return function (row) {
      var line = row.line.map(pieces), beside = line.map(function (cut) { return cut.words; }), best = null, cuts = { name: [row.name], also: null };
      [row.name].concat(row.also).forEach(function (text, i) {
        var cut = pieces(text), found = judge(cut.words, readings, false, true, beside);
        if (found.rank < 0 || best && best.rank >> 14 <= found.rank >> 14) return; // a name is told before others as good
        best = found;
        cuts = { name: i ? [row.name] : parts(cut, found.taken), also: i ? parts(cut, found.taken) : null };
      });
      cuts.line = line.map(function (cut) { return parts(cut, best ? asides(cut.words, best) : []); });
      return cuts;
    };
  }

  // The best rank of each entry so far, and from them the entries, best first. Another name counts a little less than the name.
  function Ranks(n) {
    this.best = new Int32Array(n);
    this.found = new Int32Array(n);
    this.table = new Int32Array(4 * RANKS + 1);
  }

  // How many names are enough, so that second lines are not searched too.
  var FEW = 12;

  // Whether enough was found, or a name of which no word is left.
  Ranks.prototype.enough = function () {
    for (var i = 0; i < this.count && i < FEW; i++) if (!(this.best[this.found[i]] & 2)) return true;
    return this.count >= FEW;
  };

  // How many were found with their second line.
  Ranks.prototype.beside = function () {
    for (var i = 0, n = 0; i < this.count; i++) if (this.best[this.found[i]] & 2 * BESIDES) n++;
    return n;
  };

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

  // Entries are counted, not compared: there are few ranks and many entries. Equals stay in the order of the edition. Of wanted, no more than
  // these are told.
  Ranks.prototype.entries = function (wanted) {
    var best = this.best, found = this.ascending(), n = Math.min(wanted || found.length, found.length), out = new Int32Array(n), at = this.table.fill(0), last = 0, i, s;
    for (i = 0; i < found.length; i++) {
      s = slot(best[found[i]]) + 1;
      at[s]++;
      if (s > last) last = s;
    }
    for (i = 1; i <= last; i++) at[i] += at[i - 1];
    for (i = 0; n; i++) {
      s = slot(best[found[i]]);
      if (at[s] >= out.length) continue;
      out[at[s]++] = found[i];
      n--;
    }
    return out;
  };

  // Many numbers are sooner met one after the other than sorted.
  Ranks.prototype.ascending = function () {
    var best = this.best, found = this.found.subarray(0, this.count), n = 0;
    if (found.length < best.length >> 4) return found.sort();
    for (var i = 0; i < best.length; i++) if (best[i] >= 0) found[n++] = i;
    return found;
  };

  // A rank's place in a table: names, then what stands beside them, then typos; beyond what thirty words cost, all are the same.
  var RANKS = 2048;
  function slot(rank) {
    var kind = (rank & 2 * TYPOS ? 2 : 0) + (rank & 2 * BESIDES ? 1 : 0);
    return kind * RANKS + Math.min(rank & 2 * BESIDES - 1, RANKS - 1);
  }

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

  var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$%()*+,./:;=?[]^`{|}~', ENDERS = DIGITS.length - 16;
  var VALUES = Array.from(DIGITS).reduce(function (values, c, i) { values[c.charCodeAt(0)] = i; return values; }, new Uint8Array(128));

  // The letters that say where in a text a word stands, and how many words that has, up to MANY.
  var STANDING = DIGITS, MANY = 15, PLACES = new Uint8Array(256), SIZES = new Uint8Array(256);
  for (var code = 0xa1; code < 0x100; code++) if (code !== 0xad) STANDING += String.fromCharCode(code);
  for (var size = 1, nth = 0; nth < STANDING.length; size++) {
    for (var place = 0; (size === MANY || place < size) && nth < STANDING.length; place++, nth++) {
      PLACES[STANDING.charCodeAt(nth)] = place;
      SIZES[STANDING.charCodeAt(nth)] = size;
    }
  }

  function numbers(text) {
    var out = new Int32Array(text.length), n = 0, value = 0, shift = 0;
    for (var i = 0; i < text.length; i++) {
      var digit = VALUES[text.charCodeAt(i)];
      if (digit < ENDERS) { out[n++] = value + (digit << shift); value = shift = 0; }
      else { value += (digit - ENDERS) << shift; shift += 4; }
    }
    return out.subarray(0, n);
  }

  // Ascending numbers, each written as the difference from the one before; n is how many they are, 0 if that is not known.
  function ascending(text, n) {
    var out = new Int32Array(n || text.length), last = 0, shift = 0;
    for (var i = n = 0; i < text.length; i++) {
      var digit = VALUES[text.charCodeAt(i)];
      if (digit < ENDERS) { out[n++] = last += digit << shift; shift = 0; }
      else { last += (digit - ENDERS) << shift; shift += 4; }
    }
    return n < out.length ? out.subarray(0, n) : out;
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
      line: Array.from(numbers(column(columns, 'line')[i] || ''), function (w) { return columns.words[w]; }), also: columns.also[i] ? columns.also[i].split(ALSO) : [],
      twins: twins(columns.twins || {}, i)
    };
  }

  // What an entry is in other languages: its name and line, by language.
  function twins(all, i) {
    var own = {};
    Object.keys(all).forEach(function (lang) { if (all[lang][i]) own[lang] = all[lang][i]; });
    return own;
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
    this.vocabulary = [];
    this.number = vocabularyOf(this.vocabulary);
    this.ids = [];
    this.starts = [0];
    this.longest = 0;
    this.told = new Told(columns.words);
    this.step = 50;
  }

  // What stands beside entries: few phrases, of which each has some. The words of phrases have numbers of their own.
  function Told(phrases) {
    this.phrases = phrases;
    this.vocabulary = [];
    this.ids = null; // of each phrase
    this.of = []; // the phrases of all entries, and where those of each begin
    this.starts = [0];
    this.longest = 0;
    this.made = new Map();
  }

  Told.prototype.prepare = function (columns, from, to) {
    var line = column(columns, 'line'), length;
    if (!this.ids) this.ids = this.phrases.map(vocabularyOf(this.vocabulary));
    for (var i = from; i < to; i++) {
      var own = numbers(line[i] || '');
      for (var k = length = 0; k < own.length; k++) {
        this.of.push(own[k]);
        length += this.ids[own[k]].length;
      }
      this.starts.push(this.of.length);
      this.longest = Math.max(this.longest, length);
    }
  };

  // What make tells of a word of a query, as it was told before if it is among a few in all: of a text with one letter more most words are the same.
  function before(all, reading, i, make) {
    var w = reading.words[i], key = [w.fold, w.shape.join(''), w.tones, i === reading.last].join(' '), made = all.get(key);
    if (made) return made;
    if (all.size >= FEW) all.clear();
    all.set(key, made = make());
    return made;
  }

  // What it costs to find a word of a query beside each entry.
  Told.prototype.costs = function (reading, i) {
    var told = this;
    return before(this.made, reading, i, function () { return told.reckon(reading, i); });
  };

  Told.prototype.reckon = function (reading, i) {
    var asked = reading.words[i], last = i === reading.last, vocabulary = this.vocabulary, of = this.of, starts = this.starts, k, n;
    var single = new Uint8Array(vocabulary.length), phrase = new Uint8Array(this.ids.length), out = new Uint8Array(starts.length - 1);
    for (k = 0; k < single.length; k++) single[k] = aside(asked, vocabulary[k], last);
    for (n = 0; n < phrase.length; n++) {
      var ids = this.ids[n], best = NO_BESIDE;
      for (k = 0; k < ids.length; k++) if (single[ids[k]] < best) best = single[ids[k]];
      if (best === NO_BESIDE && reading.runs[i]) best = costBeside(asked, ids.map(function (id) { return vocabulary[id]; }), last, true);
      phrase[n] = best;
    }
    for (n = 0; n < out.length; n++) {
      out[n] = NO_BESIDE;
      for (k = starts[n]; k < starts[n + 1]; k++) if (phrase[of[k]] < out[n]) out[n] = phrase[of[k]];
    }
    return out;
  };

  // vocabularyOf numbers the words of texts in a vocabulary, each way of writing once.
  function vocabularyOf(vocabulary) {
    var tokens = new Map();
    return function (text) {
      var ids = [];
      text.split(' ').forEach(function (token) {
        var known = tokens.get(token);
        if (!known) tokens.set(token, known = spoken(token).map(function (w) { return vocabulary.push(w) - 1; }));
        for (var j = 0; j < known.length; j++) ids.push(known[j]);
      });
      return ids;
    };
  }

  Whole.prototype.prepare = function () {
    var index = this, texts = this.texts, ids = this.ids, starts = this.starts, from = starts.length - 1, to = Math.min(from + SLICE, texts.length);
    for (var t = from; t < to; t++) {
      var own = this.number(texts[t]);
      for (var i = 0; i < own.length; i++) ids.push(own[i]);
      this.longest = Math.max(this.longest, ids.length - starts[t]);
      starts.push(ids.length);
    }
    this.told.prepare(this.columns, Math.min(from, this.entries), Math.min(to, this.entries));
    if (to < texts.length) return new Promise(function (done) { setTimeout(done); }).then(function () { return index.prepare(); });
    this.gather();
    return index;
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
    this.number = null;
    this.told.of = Int32Array.from(this.told.of);
    this.told.starts = Int32Array.from(this.told.starts);
  };

  // What is found: entries, best first, as numbers; how many they are, which may be more than are told; how many of them with what stands beside their name; whether only with a letter wrong;
  // the words that were left out.
  function answer(entries, beside, near, left, count) {
    return { entries: entries, count: count || entries.length, beside: beside, near: near, left: left };
  }

  // A query of more words than any text has finds nothing.
  function tooLong(text, longest) { return spoken(text).length > longest; }

  Whole.prototype.find = function (text, wanted) {
    if (tooLong(text, this.longest + this.told.longest)) return Promise.resolve(answer([], 0, false, []));
    var readings = query(text), matchers = readings.map(function (r) { return new Matcher(r, this.vocabulary, true, false); }, this);
    var ranks = this.ranked(matchers, false, false);
    if (!ranks.enough() && readings[0].words.length > 1) ranks = this.ranked(matchers, false, true);
    var near = !ranks.count;
    if (near) ranks = this.ranked(matchers, true, true);
    return Promise.resolve(answer(ranks.entries(wanted), ranks.beside(), near && ranks.count > 0, [], ranks.count));
  };

  Whole.prototype.ranked = function (matchers, loose, beside) {
    var ranks = this.ranks.start(), starts = this.starts;
    matchers.forEach(function (m, i) {
      var r = m.reading;
      if (!r.words.length) return;
      if (loose) m.forgive();
      if (beside && !m.besides) m.besides = r.words.map(function (_, i) { return this.told.costs(r, i); }, this);
      var found = this.sieve.common(this.sets(m));
      for (var k = 0; k < found.length; k++) {
        var t = found[k], rank = m.fit(this.ids, starts[t], starts[t + 1], starts[t + 1] - starts[t], this.of[t]);
        if (rank >= 0) ranks.add(this.of[t], i ? rank + 4 : rank, t >= this.entries);
      }
    }, this);
    return ranks;
  };

  // The texts of the entries beside which a word is found, where of tells whose each text is.
  function besideTexts(costs, of) {
    for (var t = 0, n = 0; t < of.length; t++) if (costs[of[t]] < NO_BESIDE) n++;
    var out = new Int32Array(n);
    for (t = n = 0; n < out.length; t++) if (costs[of[t]] < NO_BESIDE) out[n++] = t;
    return out;
  }

  // For each word of a query the texts in which it may take something.
  Whole.prototype.sets = function (m) {
    return m.takes.map(function (takes, i) {
      var lists = takes.map(function (id) { return this.lists[id]; }, this);
      if (m.reading.runs[i]) lists.push(this.running(m.reading.words[i].even));
      if (m.besides) lists.push(besideTexts(m.besides[i], this.of));
      return lists;
    }, this);
  };

  // The texts that may hold a key as initials, or in words without their spaces.
  Whole.prototype.running = function (key) {
    var out = [], vocabulary = this.vocabulary, firsts = this.firsts, keys = this.keys, at, t;
    if (!firsts) {
      firsts = this.texts.map(function (_, t) {
        for (var s = '', i = this.starts[t]; i < this.starts[t + 1]; i++) s += vocabulary[this.ids[i]].even[0];
        return s + '\n';
      }, this);
      this.begin = new Int32Array(firsts.length + 1); // where those of each text begin
      for (t = 0; t < firsts.length; t++) this.begin[t + 1] = this.begin[t] + firsts[t].length;
      firsts = this.firsts = firsts.join('');
      keys = this.keys = new Map();
      vocabulary.forEach(function (w, id) { if (keys.has(w.even)) keys.get(w.even).push(id); else keys.set(w.even, [id]); });
      this.widest = vocabulary.reduce(function (most, w) { return Math.max(most, w.even.length); }, 0);
    }
    if (key.length <= this.longest) {
      for (t = 0, at = firsts.indexOf(key); at >= 0; at = firsts.indexOf(key, this.begin[t])) {
        while (this.begin[t + 1] <= at) t++;
        out.push(t++);
      }
    }
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

  Whole.prototype.known = function (entries) { return Array.from(entries, function (i) { return row(this.columns, i); }, this); };

  Whole.prototype.rows = function (entries) { return Promise.resolve(this.known(entries)); };

  // A moment in which a browser has nothing else to do.
  function idle() {
    return new Promise(function (done) { if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout: 1000 }); else setTimeout(done); });
  }

  // Lists are files of words, each word with the numbers of the texts, or of the entries, that hold it. What a file has of a word stays as it
  // is until it is used.
  function Lists(file, first, weights) {
    this.file = file;
    this.first = first; // the key of the first word in each
    this.weights = weights;
    this.here = first.map(function () { return false; });
    this.vocabulary = [];
    this.lists = []; // by number of word
    this.done = 0; // how many of them have been read
  }

  // The numbers of the files that hold the words beginning with a key, or the words that are it.
  Lists.prototype.holding = function (key, whole) {
    var first = this.first, out = [];
    for (var i = 0; i < first.length; i++) {
      if ((i + 1 === first.length || first[i + 1] > key) && (first[i] <= key || !whole && first[i].startsWith(key))) out.push(i);
    }
    return out;
  };

  // How many of these files are not here.
  Lists.prototype.missing = function (files) {
    var here = this.here;
    return Array.from(files).filter(function (i) { return !here[i]; }).length;
  };

  Lists.prototype.load = function (part, files) {
    var all = this;
    return Promise.all(Array.from(files, function (i) {
      return all.here[i] || part(all.file + i).then(function (columns) { all.keep(i, columns); });
    }));
  };

  Lists.prototype.keep = function (i, columns) {
    var texts = columns.texts.split('\n'), places = (columns.places || '').split('\n');
    if (this.here[i]) return;
    this.here[i] = true;
    columns.words.split('\n').forEach(function (spelling, k) {
      this.vocabulary.push(spell(spelling)[0]);
      this.lists.push({ texts: texts[k], places: places[k] || '' });
    }, this);
  };

  // All lists are read, so that nobody waits for it.
  Lists.prototype.read = function () {
    for (; this.done < this.lists.length; this.done++) this.list(this.done);
  };

  // The list of a word, by its number. Where the word stands in each text, and in how long a one, is read when it is asked for.
  Lists.prototype.list = function (id) {
    var list = this.lists[id];
    if (typeof list.texts !== 'string') return list;
    var places = new Uint8Array(list.places.length);
    for (var i = 0; i < places.length; i++) places[i] = list.places.charCodeAt(i);
    list.texts = ascending(list.texts, places.length);
    list.places = places;
    return list;
  };

  // An index in parts: lists tell which texts hold a word, and beside which entries it stands; rows are loaded when they are shown.
  function Parted(directory, load) {
    var entries = directory.entries, texts = entries + directory.also.length;
    this.directory = directory;
    this.entries = entries;
    this.loader = load;
    this.part = this.part.bind(this);
    this.names = new Lists('am-', directory.shards, directory.weights);
    this.told = new Lists('dong-', directory.beside, directory.besideWeights);
    this.blocks = new Map();
    this.recent = []; // what was shown last
    this.last = null; // the text for which it was found, and all that was
    this.kept = new Map(); // rows that the directory has
    numbers(directory.first.of).forEach(function (entry, i) { this.kept.set(entry, i); }, this);
    this.of = new Int32Array(texts); // whose each text is
    for (var t = 0; t < texts; t++) this.of[t] = t < entries ? t : directory.also[t - entries];
    this.sieve = new Sieve(texts);
    this.ranks = new Ranks(entries);
    this.rates = new Int32Array(texts); // of the texts found: how well each fits so far
    this.best = new Int32Array(texts); // what is the best that the word at hand has found there
    this.size = new Uint8Array(texts); // how many words it has, up to MANY
    this.chosen = [0, 1, 2, 3].map(function () { return new Int16Array(texts); }); // and where in it each word before has found it
    this.step = 24;
  }

  // How many bytes of lists a search may load, with gzip: 150 KB but for a dozen rows; how many of them of names, if it has so many words that
  // some may have to be looked for beside them. Two files of rows have fewer than TWO.
  var MOST = 130000, TWO = 4000, WORDY = 5, WORDY_MOST = 75000, BLOCKS = 12;

  Parted.prototype.part = function (name) {
    var stamp = this.directory.stamp;
    return this.loader(name + '.js?' + stamp).then(function (columns) {
      if (columns.stamp === stamp) return columns;
      var stale = new Error('the index is of another edition');
      stale.stamp = columns.stamp;
      throw stale;
    });
  };

  // What is to be loaded for a query, not more than a search may: the words held by the fewest bytes come first, those beyond are left.
  // After a plan for names alone, the same for names and for what stands beside them.
  Parted.prototype.plan = function (readings, before) {
    var names = this.names, told = this.told, plan = { names: new Set(before && before.names), told: new Set(), readings: [], left: [], spent: before ? before.spent : 0 };
    var most = before || readings[0].words.length <= WORDY ? MOST : WORDY_MOST;
    readings.forEach(function (r, n) {
      var want = [new Set(), new Set()], sum = 0, read = r.words.map(function () { return false; });
      function missing(h) {
        return [names, told].map(function (lists, of) {
          return h.files[of].filter(function (f) { return !plan[of ? 'told' : 'names'].has(f) && !want[of].has(f); });
        });
      }
      function weight(files) {
        return [names, told].reduce(function (sum, lists, of) { return files[of].reduce(function (sum, f) { return sum + lists.weights[f]; }, sum); }, 0);
      }
      r.words.map(function (w, i) {
        var h = { i: i, files: [names.holding(w.key), before ? told.holding(w.key, i !== r.last) : []] };
        h.weight = weight(h.files);
        return h;
      }).sort(function (a, b) { return a.weight - b.weight || a.i - b.i; }).forEach(function (h) {
        var more = missing(h), heavy = weight(more);
        if (plan.spent + sum + heavy > most) return;
        more.forEach(function (files, of) { files.forEach(function (f) { want[of].add(f); }); });
        sum += heavy;
        read[h.i] = true;
      });
      var words = r.words.filter(function (_, i) { return read[i]; });
      if (n && words.length < r.words.length) return;
      want.forEach(function (files, of) { files.forEach(function (f) { plan[of ? 'told' : 'names'].add(f); }); });
      plan.spent += sum;
      plan.readings.push(reading(words, read[r.last] ? words.length - 1 : -1));
      if (!n) plan.left = r.words.filter(function (_, i) { return !read[i]; }).map(function (w) { return w.fold; });
    });
    return plan;
  };

  // What a letter finds first, if there are so many that no more are wanted; else nothing.
  Parted.prototype.first = function (text, wanted) {
    var first = this.directory.first, at = text.length === 1 ? first.letters.indexOf(text.toLowerCase()) : -1, entries = at < 0 ? [] : numbers(column(first, 'found')[at]);
    if (entries.length < wanted) return null;
    return answer(entries.slice(0, wanted), 0, false, [], numbers(this.directory.first.counts)[at]);
  };

  // What a text with one letter more will ask for, while nobody waits: its lists if only its first letter was answered; if it has found few,
  // those of what stands beside names, and up to two files of rows that these leave; then those of other words of names, one file after the
  // other as long as going says so. count is how many the text has found.
  Parted.prototype.expect = function (text, count, going) {
    var index = this, readings = query(text), plan = this.plan(readings), few = count < FEW && readings[0].words.length > 1 && !plan.left.length;
    if (few) plan = this.plan(readings, plan);
    return this.loaded(plan).then(function () {
      var most = MOST - TWO - plan.spent;
      if (!going || plan.left.length || most < 0) return null;
      return Promise.resolve(few && going() && index.narrowed(readings, 3)).then(function () { return index.ahead(most, going); });
    });
  };

  // Lists of names that are not here yet, those of the most frequent words first, up to so many bytes; in small steps, so that a key waits for
  // one at most.
  Parted.prototype.ahead = function (most, going) {
    var index = this, names = this.names, weights = names.weights, next = -1;
    weights.forEach(function (weight, i) { if (!names.here[i] && weight <= most && (next < 0 || weight > weights[next])) next = i; });
    function step(then) { return idle().then(function () { return going() && then(); }); }
    return next >= 0 && step(function () {
      return index.part(names.file + next).then(function (columns) {
        return step(function () {
          names.keep(next, columns);
          return step(function () {
            names.read();
            return index.ahead(most - weights[next], going);
          });
        });
      });
    });
  };

  // How many files of a plan are not here.
  Parted.prototype.missing = function (plan) { return this.names.missing(plan.names) + this.told.missing(plan.told); };

  Parted.prototype.loaded = function (plan) { return Promise.all([this.names.load(this.part, plan.names), this.told.load(this.part, plan.told)]); };

  // wanted, if it is given, is how many entries will be shown. Where lists have to come, early is told what is known before: entries with rows
  // that are found for certain.
  Parted.prototype.find = function (text, wanted, early) {
    var index = this, last = this.last;
    if (wanted && last && last.text === text) return Promise.resolve(last.found); // as with a space after it
    return this.sought(text, wanted, early).then(function (found) {
      if (!wanted) return found;
      index.recent = found.entries.slice(0, wanted);
      index.last = { text: text, found: found };
      return found;
    });
  };

  Parted.prototype.sought = function (text, wanted, early) {
    if (tooLong(text, this.directory.longest)) return Promise.resolve(answer([], 0, false, []));
    var first = wanted && this.first(text, wanted);
    if (first) return Promise.resolve(first);
    var index = this, readings = query(text), plan = this.plan(readings);
    if (early && this.missing(plan)) early(this.remembered(readings, false));
    return this.ranked(plan, false, function (ranks) {
      var alone = readings[0].words.length < 2, enough = alone || ranks.enough(), entries = ranks.entries(!plan.left.length && enough ? wanted : 0);
      if (plan.left.length ? !index.few(entries) : enough) return answer(entries, 0, false, plan.left, ranks.count);
      return (plan.left.length ? index.sure(entries, readings, false) : Promise.resolve(answer(entries, 0, false, []))).then(function (named) {
        return alone || named.enough ? named : index.beside(readings, plan, named, early);
      });
    });
  };

  // What is found with what stands beside names; where that would be too much to load, the names alone.
  Parted.prototype.beside = function (readings, before, named, early) {
    var index = this, plan = this.plan(readings, before);
    if (this.missing(plan)) {
      var narrowed = this.recent.length < FEW && this.narrowed(readings, this.missing(plan));
      if (narrowed) return narrowed;
      // Names come before what is found beside them.
      if (early) early(named.entries.length ? named.entries : this.remembered(readings, true));
    }
    return this.ranked(plan, true, function (ranks) {
      var entries = ranks.entries();
      if (!plan.left.length) return answer(entries, ranks.beside(), false, []);
      if (index.few(entries)) return index.sure(entries, readings, true);
      return named.entries.length ? named : answer(entries, ranks.beside(), false, plan.left);
    });
  };

  // tell is told at once: what is looked for next takes the ranks for itself.
  Parted.prototype.ranked = function (plan, beside, tell) {
    var index = this;
    return this.loaded(plan).then(function () {
      var ranks = index.ranks.start();
      plan.readings.forEach(function (r, i) { index.rank(r, i ? 4 : 0, ranks, beside); });
      return tell(ranks);
    });
  };

  // Whether the rows of all of these may be loaded.
  Parted.prototype.few = function (entries) {
    for (var k = 0, blocks = new Set(); k < entries.length && blocks.size <= BLOCKS; k++) blocks.add(this.block(entries[k]));
    return blocks.size <= BLOCKS;
  };

  // Of a few found by some words of a query, those that hold the others too.
  Parted.prototype.sure = function (entries, readings, beside) {
    return this.rows(entries).then(function (rows) { return judged(entries, rows, readings, beside); });
  };

  // Of entries, those that their rows tell to be found.
  function judged(entries, rows, readings, beside) {
    var ranks = rows.map(function (row) {
      return Math.min.apply(null, [row.name].concat(row.also).map(function (text, i) {
        var rank = match(text, readings, true, beside ? row.line : []);
        return rank < 0 ? Infinity : 2 * rank + Math.min(i, 1);
      }));
    });
    var kept = rows.map(function (_, i) { return i; }).filter(function (i) { return ranks[i] < Infinity; });
    kept.sort(function (a, b) { return ranks[a] - ranks[b] || entries[a] - entries[b]; });
    var sure = answer(Int32Array.from(kept, function (i) { return entries[i]; }), kept.filter(function (i) { return ranks[i] >= 2 * BESIDES; }).length, false, []);
    sure.enough = kept.length >= FEW || kept.some(function (i) { return !(ranks[i] & 2); });
    return sure;
  }

  // Of what was shown last, what a query finds too.
  Parted.prototype.remembered = function (readings, beside) {
    var entries = this.recent.filter(this.has, this);
    return judged(entries, this.known(entries), readings, beside).entries;
  };

  // What a query finds, told by the lists of some of its words, which are here, and by the rows of what these leave, if fewer of them have to come
  // than lists; else null.
  Parted.prototype.narrowed = function (readings, lists) {
    var names = this.names, told = this.told, ranks = this.ranks.start(), some = readings.map(function (r) {
      var words = r.words.filter(function (w, i) { return !names.missing(names.holding(w.key)) && !told.missing(told.holding(w.key, i !== r.last)); });
      return reading(words, words.indexOf(r.words[r.last]));
    });
    if (!some.every(function (r) { return r.words.length; })) return null;
    some.forEach(function (r) { this.rank(r, 0, ranks, true, true); }, this);
    var entries = ranks.entries(), blocks = new Set(entries.filter(function (e) { return !this.has(e); }, this).map(this.block, this));
    return blocks.size < lists ? this.sure(entries, readings, true) : null;
  };

  // With partly, not all words of a query are among those of the reading, and no text need have any of these.
  Parted.prototype.rank = function (r, penalty, ranks, beside, partly) {
    if (!r.words.length) return;
    var m = new Matcher(r, this.names.vocabulary, false, false), names = this.names;
    var lists = m.takes.map(function (ids) { return ids.map(names.list, names); });
    if (beside) m.besides = r.words.map(function (_, i) { return this.costs(r, i); }, this);
    if (r.words.length === 1 && !beside) this.alone(m, lists[0], penalty, ranks);
    else this.together(m, lists, penalty, ranks, partly);
  };

  // What it costs to find a word of a query beside each entry.
  Parted.prototype.costs = function (r, i) {
    var index = this, told = this.told;
    if (this.read !== told.vocabulary.length) this.made = new Map(); // as far as lists are here
    this.read = told.vocabulary.length;
    return before(this.made, r, i, function () { return index.reckon(r, i); });
  };

  Parted.prototype.reckon = function (r, i) {
    var told = this.told, out = new Uint8Array(this.entries).fill(NO_BESIDE);
    told.vocabulary.forEach(function (w, id) {
      var c = aside(r.words[i], w, i === r.last), list = c < NO_BESIDE ? told.list(id).texts : [];
      for (var k = 0; k < list.length; k++) if (out[list[k]] > c) out[list[k]] = c;
    });
    return out;
  };

  // A query of one word is answered by its lists as they stand.
  Parted.prototype.alone = function (m, lists, penalty, ranks) {
    var entries = this.entries, of = this.of;
    for (var l = 0; l < lists.length; l++) {
      var texts = lists[l].texts, places = lists[l].places, rank = penalty + 4 * m.costs[0][m.takes[0][l]];
      for (var k = 0; k < texts.length; k++) {
        var text = texts[k];
        ranks.add(of[text], SIZES[places[k]] > 1 ? rank + 1 : rank, text >= entries);
      }
    }
  };

  // Queries of more words go through the lists of one after the other, in the order in which words choose, as in Matcher.fit.
  Parted.prototype.together = function (m, lists, penalty, ranks, partly) {
    var order = m.reading.order, rates = this.rates, found = this.sieve.common(lists.map(function (lists, i) {
      var sets = lists.map(function (list) { return list.texts; });
      if (m.besides) sets.push(besideTexts(m.besides[i], this.of));
      return sets;
    }, this));
    for (var n = 0; n < found.length; n++) rates[found[n]] = 0;
    for (var o = 0; o < order.length; o++) {
      this.meet(found, lists[order[o]], m.takes[order[o]], m.costs[order[o]], o, lists.length);
      this.choose(found, m.besides && m.besides[order[o]], o);
    }
    this.judge(found, order, penalty, ranks, partly);
  };

  // An occurrence as a number: the less it costs the less it is, and of equals that which stands before the others.
  var COST = 128, NOWHERE = 1 << 29;

  // What a word of a query, the o-th to choose, finds best in each text: a word that none before it has taken.
  Parted.prototype.meet = function (found, lists, takes, costs, o, all) {
    var best = this.best, size = this.size, stage = this.sieve.stage, chosen = this.chosen;
    for (var n = 0; n < found.length; n++) best[found[n]] = NOWHERE;
    for (var l = 0; l < lists.length; l++) {
      var texts = lists[l].texts, places = lists[l].places, cost = COST * costs[takes[l]];
      for (var k = 0; k < texts.length; k++) {
        var text = texts[k];
        if (stage[text] !== all) continue;
        var letter = places[k], at = PLACES[letter], by = 0;
        if (best[text] < cost + at) continue;
        while (by < o && chosen[by][text] !== at) by++;
        if (by < o) continue;
        best[text] = cost + at;
        size[text] = SIZES[letter];
      }
    }
  };

  // What the word has found is taken, and rated; what it has not found may stand beside.
  Parted.prototype.choose = function (found, besides, o) {
    var best = this.best, rates = this.rates, chosen = this.chosen[o] = this.chosen[o] || new Int16Array(best.length);
    for (var n = 0; n < found.length; n++) {
      var text = found[n], value = best[text], beside = besides && value === NOWHERE ? besides[this.of[text]] : NO_BESIDE;
      chosen[text] = -1;
      if (value !== NOWHERE) {
        chosen[text] = value % COST;
        rates[text] += 4 * Math.floor(value / COST);
      } else if (beside < NO_BESIDE) rates[text] = (rates[text] | BESIDES) + 4 * beside;
      else rates[text] = NOWHERE;
    }
  };

  Parted.prototype.judge = function (found, order, penalty, ranks, partly) {
    var entries = this.entries, of = this.of, size = this.size, rates = this.rates, chosen = order.map(function (_, i) { return this.chosen[order.indexOf(i)]; }, this);
    for (var n = 0; n < found.length; n++) {
      var text = found[n], last = -1, count = 0, turned = 0;
      if (rates[text] >= NOWHERE) continue;
      for (var i = 0; i < chosen.length; i++) {
        var at = chosen[i][text];
        if (at < 0) continue;
        if (at < last) turned = 2;
        last = at;
        count++;
      }
      if (count || partly) ranks.add(of[text], rates[text] + turned + (size[text] >= MANY || size[text] > count ? 1 : 0) + penalty, text >= entries);
    }
  };

  Parted.prototype.has = function (entry) { return this.blocks.has(this.block(entry)) || this.kept.has(entry); };

  Parted.prototype.block = function (entry) { return Math.floor(entry / this.directory.rows); };

  // The rows that are there, up to the first that is not.
  Parted.prototype.known = function (entries) {
    for (var out = [], k = 0; k < entries.length && this.has(entries[k]); k++) {
      var block = this.blocks.get(this.block(entries[k]));
      out.push(block ? row(block, entries[k] % this.directory.rows) : row(this.directory.first, this.kept.get(entries[k])));
    }
    return out;
  };

  // more, if it is given, is told each time that rows have come.
  Parted.prototype.rows = function (entries, more) {
    var index = this, missing = new Set(Array.from(entries).filter(function (e) { return !index.has(e); }).map(this.block, this));
    return Promise.all(Array.from(missing, function (b) {
      return index.part('muc-' + b).then(function (columns) {
        index.blocks.set(b, columns);
        if (more) more();
      });
    })).then(function () { return index.known(entries); });
  };

  // A number as numbers reads it.
  function written(n) {
    for (var out = ''; n >= ENDERS; n >>= 4) out += DIGITS[ENDERS + (n & 15)];
    return out + DIGITS[n];
  }

  // An index of invented names for practise: as a real one it has words in several files, other names, and words at all places of long texts
  // and short ones.
  function invented() {
    var words = 'an bé bình hoà nam ngọc nguyễn nguyên thị tiến tran trần tú văn vân'.split(' '), last = words.map(function () { return 0; }), seed = 1;
    var texts = words.map(function () { return ''; }), places = texts.slice(), also = [], blank = '\n'.repeat(31), half = 8;
    function random(n) { seed = seed * 16807 % 2147483647; return seed % n; }
    for (var t = 0; t < PRACTICE; t++) {
      if (t >= PRACTICE * 7 / 8) also.push(random(PRACTICE * 7 / 8));
      for (var n = t % 97 ? 1 + random(6) : 15, k = 0; k < n; k++) {
        var w = random(words.length);
        texts[w] += written(t - last[w]);
        places[w] += STANDING[n * (n - 1) / 2 + k];
        last[w] = t;
      }
    }
    function cut(from, to) { return { words: words.slice(from, to).join('\n'), texts: texts.slice(from, to).join('\n'), places: places.slice(from, to).join('\n') }; }
    var rows = { kinds: ['person', 'unit'], prefixes: ['a', 'b'], words: ['Sở Nội vụ', 'Bằng khen'], names: 'Nguyễn Văn An\n'.repeat(30) + 'Trần Thị Bé\nTổ 1', kind: '01'.repeat(16), prefix: '01'.repeat(16),
      path: blank, line: '01\n1\n'.repeat(15) + '0\n', also: { 3: 'Nguyễn An | Văn Bé' } };
    return {
      directory: { entries: PRACTICE - also.length, rows: 32, longest: 9, shards: ['a', words[half]], weights: [1, 1], beside: ['a'], besideWeights: [1], also: also, first: { letters: '', of: '' } },
      load: function (name) {
        var own = /-0/.test(name) ? cut(0, half) : cut(half);
        if (/^dong/.test(name)) own.places = '';
        return Promise.resolve(/^muc/.test(name) ? rows : own);
      }
    };
  }

  // practise searches an index, so that a browser has met all of this code, with all that it may meet, before anybody waits: what a browser
  // makes fast for less than that it has to take back later.
  function practise(index) {
    return ['n', 't', 'ng v', 'nguyễn', 'ngyuen', 'tran', 'nguyen van', 'v n', 'n t', 'nguyễn trần v', 'thi tran t', 'n t v', 'nguyên be so', 'tranx be so', 'n t'].reduce(function (before, text) {
      return before.then(function () { return new Promise(function (done) { setTimeout(done); }); }).then(function () { return index.find(text, FEW); }).then(function (found) {
        return index.rows(found.entries.slice(0, FEW)).then(function (rows) { rows.forEach(cutter(text)); });
      });
    }, Promise.resolve());
  }

  var PRACTICE = 4000;

  // The index that load, given the name of a file, brings.
  function open(load, stamp) {
    return load('chi-muc.js' + (stamp ? '?' + stamp : '')).then(function (columns) {
      if (columns.v === 5) {
        return Promise.resolve(new Whole(columns).prepare()).then(function (index) {
          practise(index);
          return index;
        });
      }
      if (columns.v === 7) {
        var made = invented();
        practise(new Parted(made.directory, made.load));
        return new Parted(columns, load);
      }
      throw new Error('an index of version ' + columns.v);
    });
  }

  var finding = { fold: fold, spell: spell, query: query, match: match, cutter: cutter, open: open };
  if (typeof module === 'object' && module.exports) module.exports = finding; else window.bangvangFinding = finding;
})();
