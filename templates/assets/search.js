// The search field: a combobox over the names of the site. What finds (find.js) and the index are loaded when the field is first used, as
// classic scripts, so that it works from a folder without a server. Without this file the field leads to the roll's lists. The address of
// find.js is in this script's element: <script src="search.js" data-finding="find.js" defer>.
(function () {
  'use strict';

  var finder = document.currentScript.getAttribute('data-finding');

  var SHOWN = 12, SLOW = 200, QUIET = 500; // results; milliseconds until a wait is told, until a reader who types on is told of results

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
  var files = new Map();

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
      if (!/^(chi-muc|am-\d+|muc-\d+)\.js(\?[0-9a-f]+)?$/.test(name)) return Promise.reject(new TypeError(name));
      return load(folder + name, function (script) { return script.columns; });
    };
  }

  var opened = null;

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

  // first finds a text and brings the rows of some results. On a page that has been open since before the site was built anew, parts
  // are missing or of another edition: the index is then opened anew, once, past what the browser has kept of it.
  function first(address, text, count, stamp) {
    return ready(address, stamp).then(function (open) {
      var index = open.index;
      return index.find(text).then(function (found) {
        return index.rows(found.entries.slice(0, count || index.step)).then(function (rows) {
          return { index: index, entries: found.entries, near: found.near, left: found.left, rows: rows, cut: open.finding.cutter(text) };
        });
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
    this.choose(-1);
    if (!text) { this.list.replaceChildren(); this.tell(''); this.show(false); return; }
    // What was found before stays until there is better.
    this.waiting = setTimeout(function () {
      field.list.replaceChildren();
      field.tell(field.words.wait);
      field.show(true);
    }, SLOW);
    first(this.words.index, text, SHOWN).then(function (answer) {
      if (asked === field.asked) field.answer(answer, field.count(text, answer));
    }, function () {
      if (asked === field.asked) field.answer({ rows: [] }, field.words.failed);
    });
  };

  Field.prototype.answer = function (answer, words) {
    var field = this, options = answer.rows.map(function (row, i) {
      var option = field.result(row, answer.cut(row));
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
    this.tell(words);
    this.show(document.activeElement === this.input);
  };

  // As the page writes numbers: 05 and 1.790, or 5 and 1,790.
  Field.prototype.number = function (n) {
    return String(n).padStart(this.words.digits, '0').replace(/\B(?=(\d{3})+$)/g, this.words.thousands);
  };

  // How many were found, how surely, and what of the query was not looked for.
  Field.prototype.count = function (text, answer, all) {
    var n = answer.entries.length, words = this.words, values = { n: this.number(n), m: this.number(SHOWN), q: text };
    var told = worded(!n ? words.none : answer.near ? words.near : all ? words.all : n > SHOWN ? words.first : n > 1 ? words.many : words.single, values);
    if (answer.near && !all && n > SHOWN) told += ' ' + worded(words.first, values);
    return answer.left.length ? told + ' ' + worded(words.left, { q: answer.left.join(' ') }) : told;
  };

  // A result as a link: the name, and the line that tells namesakes apart. What was found in them is marked.
  Field.prototype.result = function (row, cut) {
    var a = element('a', 'found'), path = row.path, name = element('b'), line = element('small'), rest = line, words = this.words;
    if ('portable' in words && /(^|\/)$/.test(path)) path += 'index.html';
    a.href = words.root + path;
    marked(name, cut.name);
    line.append(words['kind' + row.kind.charAt(0).toUpperCase() + row.kind.slice(1)] || row.kind);
    // On a page in another language than the index: names stay as they are, and lead to where they are at home.
    if (words.lang) {
      a.hreflang = name.lang = words.lang;
      rest = element('span');
      rest.lang = words.lang;
      line.append(rest);
    }
    if (cut.also && row.line.indexOf(cut.also.join('')) < 0) { rest.append(' · '); marked(rest, cut.also); }
    row.line.forEach(function (part) { rest.append(' · ' + part); });
    a.append(name, ' ', line);
    return a;
  };

  function marked(into, parts) {
    parts.forEach(function (part, i) { if (part) into.append(i % 2 ? element('mark', '', part) : part); });
  }

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
    first(this.words.index, text).then(function (answer) {
      var more = element('button', 'search-more', field.words.more), at = 0;
      status.textContent = field.count(text, answer, true);
      function add(rows) {
        rows.forEach(function (row) { list.append(field.result(row, answer.cut(row))); });
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
