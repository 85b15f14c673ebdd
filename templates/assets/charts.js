// Brings the chart engine to a page when a chart comes near; until then, and wherever it does not come, the pictures stand.
// The engine's address is in this script's element: <script src="charts.js" data-engine="echarts/chart.js" defer>.
(function () {
  'use strict';
  var self = document.currentScript, figures = document.querySelectorAll('figure[data-chart]');
  if (!self || !figures.length || !window.IntersectionObserver) return;

  var near = new IntersectionObserver(function (entries) {
    if (!entries.some(function (e) { return e.isIntersecting; })) return;
    near.disconnect();
    var engine = document.createElement('script');
    engine.src = window.bangvangVouch(self.getAttribute('data-engine'));
    document.head.appendChild(engine);
  }, { rootMargin: '600px 0px' });
  figures.forEach(function (figure) { near.observe(figure); });
})();
