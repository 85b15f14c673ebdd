// The preview's own script: shows what changed, changes style sheets, shows problems. No build has it.
//
// A page that was built anew is fetched and held against what was written before, and only where they differ the page that is open is changed: it
// stays where it was scrolled to, with what was typed, and with what its scripts made of it. What scripts took hold of when the page was loaded,
// or have changed since, cannot be changed under them: then the page is loaded anew.
(function () {
  'use strict';

  var good = document.currentScript.dataset.good, box = null;

  // show lays the problems over the page as the terminal shows them; with none it takes them away.
  function show(told) {
    if (box) box.remove();
    box = null;
    if (!told) return;
    box = document.createElement('div');
    box.id = 'bangvang-preview';
    box.setAttribute('role', 'alert');
    var head = document.createElement('p'), text = document.createElement('pre'), close = document.createElement('button');
    head.textContent = 'Dữ liệu có lỗi. Trang dưới đây là bản tốt gần nhất; sửa xong thì bảng này tự mất.';
    text.textContent = told;
    close.type = 'button';
    close.textContent = 'Ẩn';
    close.addEventListener('click', function () { box.hidden = true; });
    box.append(close, head, text);
    document.body.append(box);
  }

  // mark notes when the last change was told of, fetched and shown, for those who measure.
  function mark(what) {
    performance.clearMarks('bangvang-' + what);
    performance.mark('bangvang-' + what);
  }

  // was is the page as it was written; here tells what became of a node of it in the page that is open.
  var was = null, here = new WeakMap();

  function pair(written, open) {
    here.set(written, open);
    for (var w = written.firstChild, o = open.firstChild; w && o; w = w.nextSibling, o = o.nextSibling) pair(w, o);
  }

  // Before any script of the page runs: they are all deferred, and this one is not.
  document.addEventListener('readystatechange', function () {
    if (was || document.readyState !== 'interactive') return;
    was = document.documentElement.cloneNode(true);
    pair(was, document.documentElement);
  });

  function Unsafe(why) { this.why = why; }

  var CHART = 'figure[data-chart]', HELD = 'form,input,button,select,textarea,video,audio,iframe,object';

  function element(n) { return n.nodeType === Node.ELEMENT_NODE; }
  function own(n) { return element(n) && /^\/\.bangvang\//.test(n.getAttribute('src') || n.getAttribute('href') || ''); }
  function runs(n) { return n.nodeName === 'SCRIPT' && /^(|module|(text|application)\/(java|ecma)script)$/.test(n.type); }
  function sheet(n) { return n.nodeName === 'LINK' && n.rel === 'stylesheet'; }
  function same(a, b) { return own(a) && own(b) || a.isEqualNode(b); }
  function alive(figure) { return element(figure) && figure.matches(CHART) && here.get(figure).querySelector('.chart-live'); }

  // open is what a written node is in the page; it must still stand where it was.
  function open(a) {
    var o = here.get(a);
    if (!o || a.parentNode && o.parentNode !== here.get(a.parentNode)) throw new Unsafe('moved');
    return o;
  }

  // free tells that nothing in a node needs a script that has run already.
  function free(n) {
    if (!element(n)) return n;
    [n].concat(Array.from(n.querySelectorAll('*'))).forEach(function (e) {
      if (runs(e) || e.matches(HELD)) throw new Unsafe(e.nodeName);
    });
    return n;
  }

  // differ lists what must be done to both pages, the written one and the open one, so that a becomes b.
  function differ(a, b, does) {
    if (same(a, b) || a.nodeName === 'NOSCRIPT') return; // what is in noscript is read otherwise where scripts run
    if (!element(a)) {
      var o = open(a);
      if (o.data !== a.data || a.parentNode.nodeName === 'TEXTAREA' && o.parentNode.value !== a.data) throw new Unsafe('text');
      does.push(function () { a.data = o.data = b.data; });
      return;
    }
    if (runs(a) || runs(b)) throw new Unsafe('script');
    if (a.nodeName === 'SCRIPT' || alive(a)) { replace(a, b, does); return; }
    if (sheet(a)) {
      does.push(function () { restyle(a, b.getAttribute('href')); });
      return;
    }
    attributes(a, b, does);
    children(a, b, does);
  }

  function attributes(a, b, does) {
    var names = new Set(a.getAttributeNames().concat(b.getAttributeNames())), o = open(a);
    names.forEach(function (name) {
      var before = a.getAttribute(name), next = b.getAttribute(name);
      if (before === next) return;
      if (o.getAttribute(name) !== before) throw new Unsafe(name);
      does.push(function () {
        [a, o].forEach(function (e) { if (next === null) e.removeAttribute(name); else e.setAttribute(name, next); });
      });
    });
  }

  function children(a, b, does) {
    var from = Array.from(a.childNodes), to = Array.from(b.childNodes), first = 0, cut = 0;
    while (first < from.length && first < to.length && same(from[first], to[first])) first++;
    while (cut < from.length - first && cut < to.length - first && same(from[from.length - 1 - cut], to[to.length - 1 - cut])) cut++;
    var end = from[from.length - cut] || null;
    from = from.slice(first, from.length - cut);
    to = to.slice(first, to.length - cut);
    var both = 0;
    while (both < from.length && both < to.length && from[both].nodeName === to[both].nodeName) { differ(from[both], to[both], does); both++; }
    from.slice(both).forEach(function (n) {
      if (runs(n) || sheet(n)) throw new Unsafe(n.nodeName);
      var o = open(n);
      does.push(function () { n.remove(); o.remove(); });
    });
    to.slice(both).forEach(function (n) { insert(free(n), a, end, does); });
  }

  function insert(n, parent, before, does) {
    if (sheet(n)) throw new Unsafe('style');
    var into = here.get(parent), at = before && open(before);
    if (!into) throw new Unsafe('moved');
    if (!at && into.lastChild !== (parent.lastChild && here.get(parent.lastChild))) throw new Unsafe('end');
    does.push(function () {
      var w = n.cloneNode(true), o = document.adoptNode(n); // a copy of a block of data would be taken for a script of somebody's
      pair(w, o);
      parent.insertBefore(w, before);
      into.insertBefore(o, at);
      if (w.nodeType === Node.ELEMENT_NODE && (w.matches(CHART) || w.querySelector(CHART))) does.charts = true;
    });
  }

  function replace(a, b, does) {
    var o = open(a);
    free(b);
    does.push(function () {
      var w = b.cloneNode(true), next = document.adoptNode(b);
      pair(w, next);
      a.replaceWith(w);
      o.replaceWith(next);
      if (w.matches(CHART)) does.charts = true;
    });
  }

  // restyle puts a new style sheet in the place of the old one once it is there, so that the page is never without.
  function restyle(link, href) {
    var o = here.get(link), next = o.cloneNode();
    link.setAttribute('href', href);
    next.setAttribute('href', href);
    here.set(link, next);
    next.addEventListener('load', function () { o.remove(); });
    o.after(next);
  }

  // Charts that came are brought to life by the engine, which passes over those that live. What it keeps of each run is little, but kept.
  var runsOfEngine = 0;
  function revive() {
    var self = document.querySelector('script[data-engine]');
    if (!self) return;
    runsOfEngine++;
    var engine = document.createElement('script');
    engine.addEventListener('load', function () { engine.remove(); });
    engine.src = window.bangvangVouch(self.dataset.engine);
    document.head.append(engine);
  }

  // What a script has fetched of the site, an index say, may be old now.
  function fetched() {
    var known = Array.from(document.querySelectorAll('script[src]'), function (s) { return s.src; });
    var engine = document.querySelector('script[data-engine]');
    if (engine) known.push(new URL(engine.dataset.engine, location.href).href);
    return performance.getEntriesByType('resource').some(function (r) {
      return r.initiatorType === 'script' && !known.includes(r.name) && !/\/\.bangvang\//.test(r.name);
    });
  }

  function change(page) {
    if (!was || location.search || runsOfEngine > 30 || fetched()) throw new Unsafe('state');
    var does = [];
    differ(was, page.documentElement, does);
    does.forEach(function (act) { act(); });
    if (does.charts) revive();
  }

  // reload loads the page anew, and takes along what was being typed.
  var KEPT = 'bangvang-typed';
  function reload() {
    var field = document.activeElement;
    try {
      if (field && field.id && /^(INPUT|TEXTAREA)$/.test(field.nodeName)) {
        sessionStorage.setItem(KEPT, JSON.stringify({ at: location.href, id: field.id, value: field.value, from: field.selectionStart, to: field.selectionEnd }));
      }
    } catch (e) { /* nothing is kept where nothing may be */ }
    if (source) source.close();
    location.reload();
  }
  document.addEventListener('DOMContentLoaded', function () {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch (e) { return; }
    var field = kept && kept.at === location.href && document.getElementById(kept.id);
    if (!field) return;
    field.focus({ preventScroll: true });
    field.value = kept.value;
    field.setSelectionRange(kept.from, kept.to);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

  // fetch brings the page as it is built now.
  var asking = null;
  function fetch() {
    if (asking) asking.abort();
    var x = asking = new XMLHttpRequest();
    x.open('GET', location.pathname + location.search);
    x.responseType = 'document'; // no script of it runs, and no policy is asked
    x.onerror = reload;
    x.onload = function () {
      asking = null;
      mark('fetched');
      var self = x.response && x.response.querySelector('script[data-good]');
      if (!self) { reload(); return; }
      try {
        change(x.response);
        good = self.dataset.good;
        mark('shown');
      } catch (e) {
        if (!(e instanceof Unsafe)) console.error(e);
        reload();
      }
    };
    x.send();
  }

  // Style sheets alone: old name to new.
  function restyleAll(names) {
    Array.from(was.querySelectorAll('link[rel=stylesheet]')).forEach(function (link) {
      Object.keys(names).forEach(function (old) {
        var href = link.getAttribute('href');
        if (href.endsWith('/' + old)) restyle(link, href.slice(0, -old.length) + names[old]);
      });
    });
  }

  var source = null;
  function listen() {
    source = new EventSource('/.bangvang/news');
    source.addEventListener('message', function (event) {
      var news = JSON.parse(event.data);
      mark('told');
      show(news.told);
      if (news.styles && was) { restyleAll(news.styles); good = news.good; }
      if (news.good !== good) fetch();
    });
  }
  document.addEventListener('DOMContentLoaded', listen);
  addEventListener('pagehide', function () { if (source) source.close(); });
  addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
})();
