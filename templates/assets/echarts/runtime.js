// What a chart's option may name, and the two places it is drawn in: a page in a browser, and a build without one.
//
// The option is plain JSON. It holds no function: an axis' formatter and a custom series' renderItem are names,
// resolved below. Texts come in final words; the only ones worded here are the numbers and months along an axis.
//
// In a page:
//
//   <figure data-chart="Words before the chart's name">
//     <svg …>…</svg>                                    one still picture or several, the style sheet choosing which is seen
//     <script type="application/json">{"title":"…","height":132,"palette":{"#1c1a17":"ink"},"stops":[…],"option":{…}}</script>
//     <figcaption>…</figcaption>
//   </figure>
//
// When the figure comes near and the fonts are there, the live chart takes the place of the pictures, as high as they are and as
// wide as the figure; on paper the style sheet shows the pictures (.chart-live is not to be printed), as a chart may mount while
// the printer waits. A figure whose chart cannot be drawn keeps its pictures.
// palette names the option's colours: where the style sheet sets --c-ink, that colour is used, now and whenever
// the colour scheme changes. stops are the points that tell more: see tips.js.
//
// In a build, `charts.scene(json, width, height)` answers with the display list as JSON; see scene below.
import * as echarts from 'echarts/core';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { FORMATTERS } from './formatters.js';
import { SHAPES } from './shapes.js';
import { explore } from './tips.js';

echarts.use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

const own = (table, name) => {
  if (!Object.prototype.hasOwnProperty.call(table, name)) throw new Error('no such name: ' + name);
  return table[name];
};

// Puts functions where the option has names. Any other formatter, a template with {braces} say, is refused.
function resolve(option) {
  const formatter = holder => {
    if (holder && holder.formatter !== undefined) holder.formatter = own(FORMATTERS, holder.formatter);
  };
  option.series.forEach(series => {
    formatter(series.label);
    if (series.markLine) series.markLine.data.forEach(item => formatter(item.label));
  });
  option.series = together(option.series);
  [].concat(option.xAxis || [], option.yAxis || []).forEach(axis => formatter(axis.axisLabel));
  return option;
}

// The series in the order of painting, those next to each other drawn as one where they can be: ECharts takes a tenth of a chart's time
// for each, however little is in it. Of the same z, ours are painted first: points lie above shapes.
function together(all) {
  const ours = s => s.type === 'custom', joined = [];
  const points = s => s.type === 'scatter' && !s.markLine && !s.markArea;
  let last = {};
  all.slice().sort((a, b) => (a.z || 0) - (b.z || 0) || ours(b) - ours(a)).forEach(s => {
    if (ours(s)) {
      if (!last.things) joined.push(last = shapes(s.z));
      const draw = own(SHAPES, s.renderItem), look = Object.assign({ over: 0, rise: 0 }, s.look);
      s.data.forEach(datum => {
        last.data.push(datum.value);
        last.things.push((params, api) => draw(datum, look, params, api));
      });
    } else if (points(s) && points(last)) {
      last.data = last.data.concat(s.data);
    } else {
      joined.push(last = s);
    }
  });
  return joined;
}

function shapes(z) {
  const things = [];
  return { type: 'custom', z, silent: true, data: [], things, renderItem: (params, api) => things[params.dataIndex](params, api) };
}

// A copy of the option in which every colour of the palette has become the page's.
function recoloured(value, colours) {
  if (typeof value === 'string') return Object.prototype.hasOwnProperty.call(colours, value) ? colours[value] : value;
  if (Array.isArray(value)) return value.map(v => recoloured(v, colours));
  if (value === null || typeof value !== 'object') return value;
  const copy = {};
  Object.keys(value).forEach(k => { copy[k] = recoloured(value[k], colours); });
  return copy;
}

function pageColours(figure, palette) {
  const style = getComputedStyle(figure), colours = {};
  Object.keys(palette).forEach(colour => {
    colours[colour] = style.getPropertyValue('--c-' + palette[colour]).trim() || colour;
  });
  return colours;
}

// Fixed height, width of the figure. Answers with what is to be told when the page changes.
function mount(figure) {
  const block = figure.querySelector('script[type="application/json"]');
  const stills = Array.from(figure.querySelectorAll('svg'));
  if (!block || !stills.length || figure.querySelector('.chart-live')) return null;
  const spec = JSON.parse(block.textContent);
  const option = () => resolve(recoloured(spec.option, pageColours(figure, spec.palette || {})));
  const live = document.createElement('div');
  live.className = 'chart-live';
  live.style.height = spec.height + 'px';
  const show = on => {
    live.hidden = !on;
    // An SVG has no hidden property, and its style sheet may choose among several: the attribute stands above both.
    stills.forEach(svg => { svg.style.display = on ? 'none' : ''; });
  };
  stills[0].parentNode.insertBefore(live, stills[0]);
  show(true);
  let chart, tips;
  try {
    chart = echarts.init(live, null, { renderer: 'svg', height: spec.height });
    chart.setOption(option());
    live.firstChild.setAttribute('aria-hidden', 'true'); // its words are beside it
    tips = explore(live, spec, figure.dataset.chart, at => chart.convertToPixel({ gridIndex: 0 }, at));
  } catch (e) {
    show(false);
    console.error(e);
    return null;
  }
  let width = live.clientWidth;
  return {
    resize() {
      if (live.clientWidth === 0 || live.clientWidth === width) return;
      width = live.clientWidth;
      chart.resize({ animation: { duration: 0 } });
      tips.hide();
    },
    recolour() { chart.setOption(option(), { notMerge: true }); },
  };
}

function mountAll() {
  const mounted = [], figures = Array.from(document.querySelectorAll('figure[data-chart]'));
  const tell = message => () => mounted.forEach(m => m[message]());
  const add = figure => {
    const m = mount(figure);
    if (m) mounted.push(m);
  };
  const near = new IntersectionObserver(entries => entries.forEach(e => {
    if (!e.isIntersecting) return;
    near.unobserve(e.target);
    add(e.target);
  }), { rootMargin: '600px 0px' });
  figures.forEach(f => near.observe(f));
  let waiting = false;
  addEventListener('resize', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; tell('resize')(); });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell('recolour'));
}

if (typeof document !== 'undefined') {
  // Widths measured before the fonts are there would be those of another face.
  const faces = ['400 12px "Be Vietnam Pro"', '600 12px "Be Vietnam Pro"'];
  const start = () => Promise.all(faces.map(f => document.fonts.load(f, 'Đạt'))).then(() => document.fonts.ready).then(mountAll, mountAll);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

// The display list of an option at a size: {tag, attrs, children, text}, without keys, styles and hit areas of a live page.
export function scene(json, width, height) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(resolve(JSON.parse(json)));
    const renderer = chart.getZr();
    renderer.refreshImmediately();
    const list = renderer.painter.renderToVNode({ animation: false, emphasis: false, willUpdate: false, compress: true, useViewBox: true });
    return JSON.stringify(list, (k, v) => k === 'key' || k.startsWith('ecmeta_') ? undefined : v);
  } finally {
    chart.dispose();
  }
}

// measure(text, font) answers with a width in pixels, for hosts without a canvas.
export function setMeasure(measure) {
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: measure(text, font) }) });
}

export const version = echarts.version;
