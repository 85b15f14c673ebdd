// Brings the chart engine to a page when a chart comes near; until then, and wherever it does not come, the pictures stand.
// The engine's address is in this script's element: <script src="charts.js" data-engine="echarts/chart.js" defer>.
(function () {
  'use strict';
  var self = document.currentScript, figures = document.querySelectorAll('figure[data-chart]');
  if (!self || !figures.length || !window.IntersectionObserver) return;

  // Where a page asks for trusted types, one policy vouches for this site's own scripts. Whichever script needs it first makes it.
  function trusted(address) {
    if (!window.trustedTypes) return address;
    window.bangvangPolicy = window.bangvangPolicy || window.trustedTypes.createPolicy('bangvang', {
      createScriptURL: function (url) {
        var to = new URL(url, location.href);
        if (to.protocol !== location.protocol || to.host !== location.host || !/\.js$/.test(to.pathname)) throw new TypeError(url);
        return url;
      }
    });
    return window.bangvangPolicy.createScriptURL(address);
  }

  var near = new IntersectionObserver(function (entries) {
    if (!entries.some(function (e) { return e.isIntersecting; })) return;
    near.disconnect();
    var engine = document.createElement('script');
    engine.src = trusted(self.getAttribute('data-engine'));
    document.head.appendChild(engine);
  }, { rootMargin: '600px 0px' });
  figures.forEach(function (figure) { near.observe(figure); });
})();
