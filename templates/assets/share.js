// Sharing and printing a page: the browser's own sheet where it has one, else the address to the clipboard. Without this file there are
// no buttons.
(function () {
  'use strict';

  var bar = document.querySelector('.share');
  if (!bar) return;
  var status = bar.querySelector('[role=status]');
  var canonical = document.querySelector('link[rel=canonical]');
  var address = canonical ? canonical.href : location.href.replace(/[?#].*/, '');

  function button(name, does) {
    var b = bar.querySelector('[name=' + name + ']');
    b.hidden = false;
    b.addEventListener('click', does);
  }

  function copy() {
    function tell(done) { status.textContent = done ? bar.dataset.copied : bar.dataset.failed.replace('{q}', address); }
    if (!navigator.clipboard) { tell(false); return; }
    navigator.clipboard.writeText(address).then(function () { tell(true); }, function () { tell(false); });
  }

  if (navigator.share) {
    button('share', function () {
      navigator.share({ title: document.querySelector('h1').innerText.replace(/\s+/g, ' '), url: address }).catch(function (e) {
        if (e.name !== 'AbortError') copy();
      });
    });
  } else {
    button('copy', copy);
  }
  button('print', function () { window.print(); });
})();
