// Brings one map to life: fills and hatches, tooltips, legend, layers, views and the keyboard.
// `map` and `places` are Leaflet's; `settings` is written by bassin.show.maps.leaflet. Names and labels
// are data: they become text (textContent, setAttribute), never HTML.
function bassinMap(map, places, settings) {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const { say } = bassinWords.speaker(settings.words, settings.language);
  const main = document.querySelector('main');
  const STROKES = {
    '/': 'M-2,2l4,-4M0,8l8,-8M6,10l4,-4',
    '\\': 'M-2,6l4,4M0,0l8,8M6,-2l4,4',
    x: 'M0,8l8,-8M0,0l8,8',
    '.': 'M2,2h.01M6,6h.01',
    '-': 'M0,2h8M0,6h8',
    '|': 'M2,0v8M6,0v8',
    '+': 'M0,4h8M4,0v8',
  };
  const WIDE = 560; // as in the style sheet
  const home = settings.views.length ? L.latLngBounds(settings.views[0].bounds) : places.getBounds();
  let current = settings.first;

  const make = (tag, parent, attributes = {}, text = '') => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  const draw = (tag, parent, attributes) => {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    parent.append(element);
    return element;
  };

  // Fills. A pattern lives in a drawing of its own, as Leaflet may redraw its own at any time.
  const drawing = draw('svg', main, { width: 0, height: 0, style: 'position:absolute', 'aria-hidden': 'true' });
  const fills = settings.entries.map(({ fill }, rank) => {
    if (!fill.hatch) return fill.color;
    const id = `${settings.id}-hatch-${rank}`;
    const pattern = draw('pattern', drawing, { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' });
    draw('rect', pattern, { width: 8, height: 8, fill: fill.color });
    const dots = fill.hatch[0] === '.';
    draw('path', pattern, {
      d: STROKES[fill.hatch[0]], stroke: fill.ink, fill: 'none',
      'stroke-width': dots ? 2 : 1.2, 'stroke-linecap': dots ? 'round' : 'butt',
    });
    return `url(#${id})`;
  });
  const plain = { color: '#fff', weight: 0.8, opacity: 1, fillOpacity: 1 };
  const picked = { color: '#222', weight: 2.5 };
  const of = (layer) => settings.places[layer.feature.properties.rank];
  const styleOf = (layer) => ({ ...plain, fillColor: fills[of(layer).entries[current]] });

  // Lines above and below the places, which never catch the pointer.
  const pane = (name, level) => {
    const element = map.createPane(name);
    element.style.zIndex = level;
    element.style.pointerEvents = 'none';
    return { pane: name, interactive: false };
  };
  const below = pane('below', 390);
  const above = pane('above', 410);
  if (settings.context) {
    L.geoJSON(settings.context, { ...below, style: (f) => ({ color: f.properties.color, weight: 1.2 }) }).addTo(map);
  }
  [[settings.outline, 1.4], [settings.highlight, 3]].forEach(([line, weight]) => {
    if (line) L.geoJSON(line, { ...above, style: { color: '#222', weight } }).addTo(map);
  });

  // Places: colour, words, keyboard. One stop of the Tab key; arrows go from place to place.
  const layers = [];
  places.eachLayer((layer) => layers.push(layer));
  layers.sort((a, b) => bassinWords.compare(of(a).name, of(b).name));
  const words = ({ name, values }) => {
    const content = make('div');
    make('b', content, {}, name);
    values.forEach((value, rank) => {
      if (!value) return;
      const style = values.length > 1 && rank === current ? { style: 'font-weight:600' } : {};
      make('div', content, style, say('map.value', { what: settings.layers[rank] || settings.label, value }));
    });
    return content;
  };
  const label = ({ name, values }) => (values[current] ? say('map.value', { what: name, value: values[current] }) : name);
  const pick = (layer) => layer.setStyle(picked);
  const drop = (layer) => layer.setStyle(plain);
  layers.forEach((layer, rank) => {
    layer.bindTooltip(() => words(of(layer)), { sticky: true });
    layer.on({ mouseover: () => { pick(layer); layer.bringToFront(); }, mouseout: () => drop(layer) });
    const path = layer.getElement();
    path.setAttribute('tabindex', rank ? -1 : 0);
    path.setAttribute('role', 'img');
    path.addEventListener('focus', () => pick(layer)); // Leaflet opens the tooltip
    path.addEventListener('blur', () => drop(layer));
    path.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const next = layers[(rank + step + layers.length) % layers.length].getElement();
      path.setAttribute('tabindex', -1);
      next.setAttribute('tabindex', 0);
      next.focus();
    });
  });
  const paint = () => layers.forEach((layer) => {
    layer.setStyle(styleOf(layer));
    layer.getElement().setAttribute('aria-label', label(of(layer)));
  });
  paint();

  // Legend.
  const legend = make('details', main, { class: 'bassin-legend', open: '' });
  make('summary', legend, {}, settings.legend);
  const list = make('ul', legend);
  const counts = settings.entries.map(({ label: text, counts: numbers }, rank) => {
    const item = make('li', list);
    const swatch = draw('svg', item, { width: 20, height: 14, 'aria-hidden': 'true' });
    draw('rect', swatch, { x: 0.5, y: 0.5, width: 19, height: 13, fill: fills[rank], stroke: '#777' });
    const said = make('span', item, {}, `${text} `);
    return [make('small', said), numbers];
  }).filter(([, numbers]) => numbers.length);
  if (settings.highlightLabel) {
    const item = make('li', list);
    const swatch = draw('svg', item, { width: 20, height: 14, 'aria-hidden': 'true' });
    draw('rect', swatch, { x: 1.5, y: 1.5, width: 17, height: 11, fill: 'none', stroke: '#222', 'stroke-width': 3 });
    make('span', item, {}, settings.highlightLabel);
  }
  const count = () => counts.forEach(([small, numbers]) => { small.textContent = say('legend.count', { label: '', counts: numbers[current] }).trim(); });
  count();

  // Layers and views.
  const bar = make('div', null, { class: 'bassin-bar' });
  if (settings.layers.length > 1) {
    const choice = make('fieldset', bar, { 'aria-label': say('map.layers') });
    settings.layers.forEach((title, rank) => {
      const line = make('label', choice);
      const button = make('input', line, { type: 'radio', name: 'layer', value: rank });
      button.checked = rank === current;
      button.addEventListener('change', () => { current = rank; paint(); count(); });
      line.append(title);
    });
  }
  if (settings.views.length > 1) {
    settings.views.forEach(({ title, bounds }) => {
      make('button', bar, { type: 'button' }, title).addEventListener('click', () => fit(L.latLngBounds(bounds)));
    });
  }
  if (bar.childElementCount) main.prepend(bar);

  // Frame: leave room for the legend where it lies over the map; never get lost.
  const box = map.getContainer();
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', settings.title);
  function fit(bounds) {
    const room = window.innerWidth >= WIDE && legend.open ? legend.offsetWidth + 16 : 8;
    map.fitBounds(bounds, { paddingTopLeft: [room, 8], paddingBottomRight: [8, 24], animate: false });
  }
  new ResizeObserver(() => {
    if (!box.offsetWidth) return; // in a hidden tab
    map.invalidateSize({ animate: false });
    map.setMinZoom(0);
    fit(home);
    map.setMinZoom(Math.max(map.getZoom() - (settings.views.length > 1 ? 3 : 1), 0));
    map.setMaxBounds(places.getBounds().pad(1)); // not before, as it would start to move the map
  }).observe(box);
  map.setMaxZoom(14);
  L.control.zoom({ zoomInTitle: say('map.zoom_in'), zoomOutTitle: say('map.zoom_out') }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  map.on('click focus', () => map.scrollWheelZoom.enable());
  map.on('mouseout blur', () => map.scrollWheelZoom.disable());
  if (L.Browser.mobile) map.dragging.disable(); // one finger scrolls the page, two move the map
}
