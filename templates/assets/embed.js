// A frame that can be as high as what is in it tells the page around it how high that is, in the ways that such pages know: that of AMP and
// of those who read its messages, and that of WordPress, which asks by a secret in the address and lets no link lead out but through itself.
// Without this file the frame keeps the height that its code gives.
(function () {
  'use strict';

  if (window.parent === window) return;
  var secret = (location.hash.match(/secret=(\w+)/) || [])[1], main = document.querySelector('main'), told = 0;

  function tell(message) { window.parent.postMessage(message, '*'); }

  function measure() {
    main.style.minHeight = '0';
    var height = Math.ceil(main.getBoundingClientRect().height);
    main.style.minHeight = '';
    if (height === told) return;
    told = height;
    tell({ sentinel: 'amp', type: 'embed-size', height: height });
    if (secret) tell({ message: 'height', value: height, secret: secret });
  }

  window.addEventListener('resize', measure);
  measure();
  if (secret) document.addEventListener('click', function (e) {
    var link = e.target.closest('a');
    if (link) tell({ message: 'link', value: link.href, secret: secret });
  });
})();
