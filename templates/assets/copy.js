// Copying what stands in a field: a button to each field of a folded part, which takes its words from the part. search.js brings this file
// when such a part is unfolded. Without it the fields can be selected.
(function () {
  'use strict';

  document.querySelectorAll('.taking').forEach(function (part) {
    part.querySelectorAll('textarea').forEach(function (field) {
      var button = document.createElement('button'), status = document.createElement('span');
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
