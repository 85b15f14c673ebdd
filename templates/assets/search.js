// The search field: a combobox over the names of the site. What finds (find.js) and the index are loaded when the field is first used, as
// classic scripts, so that it works from a folder without a server. Without this file the field leads to the roll's lists. The address of
// find.js is in this script's element: <script src="search.js" data-finding="find.js" defer>.
(function () {
  'use strict';

  var finder = document.currentScript.getAttribute('data-finding');

  var SHOWN = 12, FIRST = 2, LOADED = 1; // results; of them at once, as many as a slow phone paints in time with some to spare; the same if files had to come for them
  var SLOW = 200, QUIET = 500; // milliseconds until a wait is told, until a reader who types on is told of results

  // Where a page asks for trusted types, one policy vouches for this site's own scripts. Every page has this file, and before any other
  // deferred script: roll.js and charts.js call this too.
  var policy = window.trustedTypes && window.trustedTypes.createPolicy('bangvang', {
    createScriptURL: function (url) {
      var to = new URL(url, location.href);
      if (to.protocol !== location.protocol || to.host !== location.host || !/\.js$/.test(to.pathname)) throw new TypeError(url);
      return url;
    }
  });

  function vouched(address) { return policy ? policy.createScriptURL(address) : address; }
  window.bangvangVouch = vouched;

  // A script of the site, each once; it is there when taken finds what it brought, or has failed.
  var files = new Map(), loads = 0; // how many have been asked for

  function load(address, taken) {
    var file = files.get(address);
    if (file) return file;
    file = new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.onload = script.onerror = function () {
        var brought = taken(script);
        script.remove();
        if (brought) { done(brought); return; }
        files.delete(address);
        failed(new Error(address));
      };
      script.src = vouched(address);
      document.head.appendChild(script);
    });
    files.set(address, file);
    loads++;
    return file;
  }

  // What a folded part of a page needs comes when it is unfolded.
  document.addEventListener('toggle', function (e) {
    var address = e.target.getAttribute('data-script');
    if (address) load(address, function () { return true; });
  }, true);

  window.bangvangIndex = function (columns) {
    if (document.currentScript) document.currentScript.columns = columns;
  };

  function part(folder) {
    return function (name) {
      if (!/^(chi-muc|(am|dong|muc)-\d+)\.js(\?[0-9a-f]+)?$/.test(name)) return Promise.reject(new TypeError(name));
      return load(folder + name, function (script) { return script.columns; });
    };
  }

  var opened = null, turns = 0; // how many texts have been looked for

  // ready opens the index at an address; what failed is tried again the next time.
  function ready(address, stamp) {
    if (opened) return opened;
    var parts = part(address.replace(/[^/]*$/, ''));
    parts('chi-muc.js' + (stamp ? '?' + stamp : '')).catch(function () {}); // comes along with find.js, not after it
    opened = load(finder, function () { return window.bangvangFinding; }).then(function (finding) {
      return finding.open(parts, stamp).then(function (index) { return { finding: finding, index: index }; });
    });
    opened.catch(function () { opened = null; });
    return opened;
  }

  // search finds a text and brings the rows of the first results, as many as are wanted. show is told of the answer each time there is
  // more of it: first with a few rows that need one part at most, which are painted before others are asked for; what it tells again are
  // the same rows and those that follow. Where lists must come to know all that is found, or the first rows of it, it is told before of a few
  // rows that are found for certain, as early; others may come between. Nothing more is loaded once show gives false. On a page that has been open since
  // before the site was built anew, parts are missing or of another edition: the index is then opened anew, once, past what the browser has
  // kept of it.
  function search(address, text, count, show, stamp) {
    return ready(address, stamp).then(function (open) {
      var index = open.index, cut = open.finding.cutter(text), before = loads, turn = count ? ++turns : 0, told = [];
      function early(entries) {
        var rows = index.known(entries.slice(0, FIRST));
        told = Array.from(entries.slice(0, rows.length));
        if (rows.length) show({ entries: told, rows: rows, early: true, whole: false, cut: cut });
      }
      function going() { return turn === turns && !(navigator.connection && navigator.connection.saveData); }
      return index.find(text, count, count ? early : null).then(function (found) {
        var wanted = Array.from(found.entries.slice(0, count || index.step)), here = 0, most;
        // Rows that are here need not wait for those that come before them.
        if (count && !told.length && wanted.length && index.has && !index.has(wanted[0])) early(wanted.filter(index.has, index));
        most = told.length;
        // What was told early stays, if need be as the last of all.
        told = told.filter(function (e) { return wanted.indexOf(e) < 0; });
        wanted = wanted.slice(0, wanted.length - told.length).concat(told);
        function tell() {
          most = most || (loads === before ? FIRST : LOADED);
          var rows = index.known(wanted.slice(0, most)), whole = rows.length === wanted.length;
          if (rows.length === here && !whole) return true;
          here = rows.length;
          return show({ index: index, entries: count ? wanted : found.entries, count: found.count, beside: found.beside, near: found.near, left: found.left, rows: rows, whole: whole, cut: cut });
        }
        return index.rows(wanted.slice(0, 1)).then(tell).then(function (on) {
          if (on === false) return;
          most = wanted.length;
          return painted().then(function () {
            if (here < wanted.length && tell() === false) return false;
            if (count && index.expect) index.expect(text, found.count, going).catch(function () {});
            return here < wanted.length && index.rows(wanted, tell);
          });
        });
      }).catch(function (error) {
        if (stamp || !index.directory) throw error;
        files.clear();
        opened = null;
        return search(address, text, count, show, error.stamp || index.directory.stamp);
      });
    });
  }

  // When what is there has been painted; at once on a page that nobody sees.
  function painted() {
    return new Promise(function (done) {
      if (document.hidden) done(); else requestAnimationFrame(function () { setTimeout(done); });
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
    this.choice = null; // the entry that was chosen, while its row is to come again
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
    this.link = element('a', 'found');
    this.link.append(element('b'), ' ', element('small'));
    this.option = this.link.cloneNode(true);
    this.option.tabIndex = -1;
    this.option.setAttribute('role', 'option');
    this.option.setAttribute('aria-selected', 'false');
    this.panel.append(this.told, this.list);
    this.form.append(this.status, this.panel);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    function prepare() {
      if (opened) return;
      ready(field.words.index).then(function (open) {
        // All of this once, in a field that nobody sees, before anybody waits for it.
        var spare = new Field(field.form.cloneNode(true)), row = { name: 'An', kind: 'unit', path: '', line: ['B', 'C'], also: ['D'], twins: {} };
        spare.answer({ entries: [0], rows: [row], whole: true, cut: open.finding.cutter('an c') }, spare.count('', { count: 2, beside: 0, left: [] }));
        return search(field.words.index, '', SHOWN, function () { return false; });
      }).catch(function () {});
    }
    input.addEventListener('focus', prepare);
    input.addEventListener('pointerenter', prepare);
    if (menu) menu.addEventListener('toggle', function (event) { if (event.newState === 'open') prepare(); });
    input.addEventListener('input', function () { field.ask(); });
    input.addEventListener('click', function () { if (field.list.childElementCount) field.show(true); });
    input.addEventListener('keydown', function (event) { field.key(event); });
    this.form.addEventListener('focusout', function (event) {
      if (event.relatedTarget !== input && !field.panel.contains(event.relatedTarget)) field.show(false);
    });
    this.panel.addEventListener('scroll', function () { field.scrolled = true; });
    // A press on a result must not take the focus away before it becomes a click.
    this.panel.addEventListener('mousedown', function (event) { event.preventDefault(); });
  };

  Field.prototype.show = function (on) {
    this.panel.hidden = !on;
    var some = String(on && this.list.childElementCount > 0);
    if (this.input.getAttribute('aria-expanded') !== some) this.input.setAttribute('aria-expanded', some);
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
    this.choose(-1);
    this.choice = null;
    if (!text) { this.list.replaceChildren(); this.busy(false); this.tell(''); this.show(false); return; }
    // What was found before stays until there is better.
    this.waiting = setTimeout(function () {
      field.list.replaceChildren();
      field.list.style.minHeight = field.height = '';
      field.tell(field.words.wait);
      field.show(true);
    }, SLOW);
    var shown = { rows: [] };
    search(this.words.index, text, SHOWN, function (answer) {
      if (asked !== field.asked) return false;
      field.answer(shown = answer, answer.early ? field.words.wait : field.count(text, answer));
    }).catch(function () {
      if (asked === field.asked) field.answer({ entries: shown.entries, rows: shown.rows, whole: true, cut: shown.cut }, field.words.failed);
    });
  };

  // answer shows what there is of an answer. Rows of it that are shown already stay as they are, and so does the choice among them: others
  // come below. The words are the same from the first row to the last, so that nothing is pushed down.
  Field.prototype.answer = function (answer, words) {
    var field = this, list = this.list, from = this.begun(answer), chosen = this.chosen(answer);
    var options = answer.rows.slice(from).map(function (row, i) {
      var option = field.result(field.option, row, answer.cut);
      option.id = list.id + '-' + (from + i);
      return option;
    });
    clearTimeout(this.waiting);
    this.busy(!answer.whole);
    if (words !== this.told.textContent || !from) this.tell(words);
    this.entries = answer.entries;
    this.cut = answer.cut;
    if (from) list.append.apply(list, options); else {
      this.choose(-1);
      if (this.scrolled) this.panel.scrollTop = 0; // else the page would be laid out for nothing
      this.scrolled = false;
      list.replaceChildren.apply(list, options);
      this.show(document.activeElement === this.input);
    }
    if (chosen !== null && this.active < 0) this.choose(answer.entries.slice(0, answer.rows.length).indexOf(chosen));
    this.choice = this.active < 0 ? chosen : null;
  };

  // The entry chosen among what is shown of the same answer; its row may be still to come again.
  Field.prototype.chosen = function (answer) {
    if (answer.cut !== this.cut) return null;
    return this.active < 0 ? this.choice : this.entries[this.active];
  };

  // How many rows of an answer are shown.
  Field.prototype.begun = function (answer) {
    var shown = answer.cut === this.cut && answer.entries ? this.list.childElementCount : 0;
    for (var i = 0; i < shown; i++) if (answer.entries[i] !== this.entries[i]) return 0;
    return shown;
  };

  // While rows are still to come the list stays as high as it was, so that what is below it does not go up and down with each key.
  Field.prototype.busy = function (on) {
    var field = this, list = this.list;
    var least = on && this.height && !this.panel.hidden ? this.height + 'px' : '';
    if (list.style.minHeight !== least) list.style.minHeight = least;
    if (on) { list.setAttribute('aria-busy', 'true'); return; }
    list.removeAttribute('aria-busy');
    painted().then(function () { if (!list.hasAttribute('aria-busy')) field.height = list.offsetHeight; }); // when nothing needs to be laid out for it
  };

  // As the page writes numbers: 05 and 1.790, or 5 and 1,790.
  Field.prototype.number = function (n) {
    return String(n).padStart(this.words.digits, '0').replace(/\B(?=(\d{3})+$)/g, this.words.thousands);
  };

  // How many were found, how surely, and what of the query was not looked for.
  Field.prototype.count = function (text, answer, all) {
    var n = answer.count, words = this.words, values = { n: this.number(n), m: this.number(answer.beside), q: text };
    var told = worded(!n ? words.none : answer.near ? words.near : answer.beside ? words.beside : all ? words.all : n > 1 ? words.many : words.single, values);
    if (!all && n > SHOWN) told += ' ' + words.rest;
    return answer.left.length ? told + ' ' + worded(words.left, { q: answer.left.join(' ') }) : told;
  };

  // A result as a copy of an empty link: the name, and the line that tells namesakes apart. What was found in them is marked.
  Field.prototype.result = function (empty, row, cutter) {
    var a = empty.cloneNode(true), name = a.firstChild, line = a.lastChild, rest = line, words = this.words, own = twin(row, words.lang), cut = cutter(own || row);
    var path = own ? document.documentElement.lang + '/' + row.path : row.path, said = words['kind' + row.kind.charAt(0).toUpperCase() + row.kind.slice(1)] || row.kind;
    if ('portable' in words && /(^|\/)$/.test(path)) path += 'index.html';
    a.href = words.root + path;
    marked(name, cut.name);
    // On a page in another language than the index: names that it has no page for stay as they are, and lead to where they are at home.
    if (words.lang && !own) {
      a.hreflang = name.lang = words.lang;
      rest = element('span');
      rest.lang = words.lang;
      line.append(said, rest);
      said = '';
    }
    if (cut.also && row.line.indexOf(cut.also.join('')) < 0) {
      var also = element('span'), lang = own ? words.lang : Object.keys(row.twins).find(function (lang) { return row.twins[lang][0] === cut.also.join(''); });
      if (lang) also.lang = lang;
      marked(also, cut.also);
      rest.append(said + ' · ', also);
      said = '';
    }
    marked(rest, joined([[said]].concat(cut.line)));
    return a;
  };

  // Texts in parts, every other one marked, as one: the fewer parts, the sooner they are laid out.
  function joined(texts) {
    var out = [''];
    texts.forEach(function (parts, n) {
      parts.forEach(function (part, i) { if (i % 2) out.push(part, ''); else out[out.length - 1] += n && !i ? ' · ' + part : part; });
    });
    return out;
  }

  // A row in the language of the page, where that is not the language of the index and has a page of it.
  function twin(row, lang) {
    var own = lang && row.twins[document.documentElement.lang];
    return own && { name: own[0], line: own[1] ? own[1].split(' · ') : [], also: [row.name].concat(row.also).filter(function (name) { return name !== own[0]; }) };
  }

  function marked(into, parts) {
    parts.forEach(function (part, i) { if (part) into.append(i % 2 ? element('mark', '', part) : part); });
  }

  Field.prototype.choose = function (i) {
    if (i < 0 && this.active < 0) return;
    var options = this.list.children;
    if (options[this.active]) options[this.active].setAttribute('aria-selected', 'false');
    this.active = i;
    if (!options[i]) { this.input.removeAttribute('aria-activedescendant'); return; }
    options[i].setAttribute('aria-selected', 'true');
    options[i].scrollIntoView({ block: 'nearest' });
    this.scrolled = true;
    this.input.setAttribute('aria-activedescendant', options[i].id);
  };

  Field.prototype.key = function (event) {
    if (event.isComposing) return;
    this.choice = null;
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
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
      this.choose(-1); // back in the field, where the key moves the cursor
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
    var more = element('button', 'search-more', this.words.more), answer;
    more.type = 'button';
    more.hidden = true;
    place.append(more);
    function add(rows) {
      rows.slice(list.childElementCount).forEach(function (row) { list.append(field.result(field.link, row, answer.cut)); });
      more.hidden = !answer.whole || list.childElementCount >= answer.entries.length;
    }
    function failed() { status.textContent = field.words.failed; }
    more.addEventListener('click', function () {
      var before = list.childElementCount, wanted = answer.entries.slice(0, before + answer.index.step);
      answer.index.rows(wanted).then(function (rows) {
        add(rows);
        list.children[before].focus();
      }, failed);
    });
    search(this.words.index, text, 0, function (found) {
      answer = found;
      status.textContent = field.count(text, answer, true);
      add(answer.rows);
    }).catch(failed);
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
