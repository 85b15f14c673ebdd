// Copying what stands in a field: a button to each field of a folded part, which takes its words from the part; and of a text that says on
// which day the page was seen, the day. search.js brings this file when such a part is unfolded. Without it the fields can be selected, and
// the day is an ellipsis.
(function () {
  'use strict';

  // dated puts the day where the text, at its end, leaves it open.
  function dated(field) {
    var now = new Date(), d = String(now.getDate()), at = field.value.lastIndexOf('\u2026');
    if (at < 0) return;
    field.value = field.value.slice(0, at) + field.dataset.day.replace('{dd}', d.padStart(2, '0')).replace('{d}', d)
      .replace('{month}', field.dataset.months.split(' ')[now.getMonth()]).replace('{y}', now.getFullYear()) + field.value.slice(at + 1);
  }

  document.querySelectorAll('.taking').forEach(function (part) {
    part.querySelectorAll('textarea').forEach(function (field) {
      var button = document.createElement('button'), status = document.createElement('span');
      if (field.dataset.day) dated(field);
      button.type = 'button';
      button.className = 'button';
      button.textContent = part.dataset.copy;
      button.setAttribute('aria-describedby', field.id);
      status.setAttribute('role', 'status');
      field.after(button, ' ', status);

      function tell(done) {
        status.textContent = done ? part.dataset.copied : part.dataset.failed;
        if (!done) field.select();
      }
      button.addEventListener('click', function () {
        if (!navigator.clipboard) { tell(false); return; }
        navigator.clipboard.writeText(field.value).then(function () { tell(true); }, function () { tell(false); });
      });
    });
  });
})();
