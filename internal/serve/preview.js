// The preview's own script: reloads pages, changes style sheets, shows problems. No build has it.
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

  // restyle puts new style sheets in the place of old ones once they are there, so that the page is never without.
  function restyle(names) {
    document.querySelectorAll('link[rel=stylesheet]').forEach(function (link) {
      Object.keys(names).forEach(function (old) {
        if (!link.href.endsWith('/' + old)) return;
        var next = link.cloneNode();
        next.href = link.href.slice(0, -old.length) + names[old];
        next.addEventListener('load', function () { link.remove(); });
        link.after(next);
      });
    });
  }

  var source = new EventSource('/.bangvang/news');
  source.addEventListener('message', function (event) {
    var news = JSON.parse(event.data);
    show(news.told);
    if (news.styles) { restyle(news.styles); good = news.good; }
    if (news.good === good) return;
    source.close();
    location.reload();
  });
  addEventListener('pagehide', function () { source.close(); });
  addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
})();
