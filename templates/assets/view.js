// Before a linked view of the roll, or what was looked for there, is painted: where there is room the fields stand open, the plain list is
// away, and what comes has its room, so that nothing jumps when roll.js and search.js have brought it. This script is small and waited for; it acts on
// each part of the page as soon as it is read. The names of a view's parameters are in its element: <script src="view.js" data-view="…">.
(function () {
  'use strict';

  var query = new URLSearchParams(location.search), names = document.currentScript.getAttribute('data-view').split(' ');
  var view = names.some(function (name) { return query.get(name); }), search = (query.get('tim') || '').trim() !== '';
  if (!view && !search) return;

  function at(id) { return document.getElementById(id) || { style: {} }; }

  function prepare() {
    var main = document.querySelector('main'), form = document.querySelector('form.sift');
    if (main) main.style.minHeight = '100vh'; // what follows begins below what is seen, whether much is found or little
    if (search) {
      at('ket-qua-tim').hidden = false;
      at('ket-qua-tim').style.minHeight = '100vh';
    }
    if (!view) return;
    if (form && matchMedia('(min-width: 48rem)').matches) form.parentElement.open = true;
    at('danh-sach').hidden = true;
  }

  // What is to come has not come: the page is as it was written.
  function undo() {
    if (!window.bangvangRoll) at('danh-sach').hidden = false;
    if (!window.bangvangVouch) at('ket-qua-tim').hidden = true;
  }

  var reading = new MutationObserver(prepare);
  reading.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', function () {
    reading.disconnect();
    prepare();
  });
  window.addEventListener('load', undo);
})();
