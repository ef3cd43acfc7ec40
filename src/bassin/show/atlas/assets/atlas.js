// The views of the atlas: each is given `settings` by bassin.show.atlas.frames. What they hold is
// text and is only ever set as text; nothing is fetched.
const atlas = (() => {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const make = (tag, parent, attributes = {}, text = '') => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== '') element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  const drawn = (tag, parent, attributes = {}) => {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    parent.append(element);
    return element;
  };
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/[^0-9a-z]+/g, ' ').trim();

  // Numbers and outlines, as bassin.show.atlas.packed writes them.
  const reader = (digits) => {
    const rank = new Map([...digits].map((digit, at) => [digit, at]));
    const base = digits.length;
    const number = (text, from, width) => {
      let found = 0;
      for (let at = from; at < from + width; at += 1) found = found * base + rank.get(text[at]);
      return found;
    };
    const column = ({ low, scale, text, width }) => {
      const none = base ** width - 1;
      const found = [];
      for (let at = 0; at < text.length; at += width) {
        const read = number(text, at, width);
        found.push(read === none ? null : (low + read) / scale);
      }
      return found;
    };
    const outlines = ({ arcs, shapes }) => {
      const half = Math.floor(base / 2);
      const lines = arcs.map((text) => {
        let x = number(text, 0, 2);
        let y = number(text, 2, 2);
        const points = [[x, y]];
        for (let at = 4; at < text.length; at += 2) {
          x += rank.get(text[at]) - half;
          y += rank.get(text[at + 1]) - half;
          points.push([x, y]);
        }
        return points;
      });
      const line = (n) => (n < 0 ? [...lines[-1 - n]].reverse() : lines[n]);
      return shapes.map((rings) => rings.map((ring) => {
        const points = ring.flatMap((n, at) => line(n).slice(at ? 1 : 0));
        return `M${points.map((point) => point.join(' ')).join('L')}Z`;
      }).join(''));
    };
    return { column, outlines };
  };

  const opened = (settings) => {
    const read = reader(settings.digits);
    const { say, number } = bassinWords.speaker(settings.words, settings.language);
    const columns = (settings.columns || []).map((column) => {
      const values = read.column(column);
      const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
      const decimals = Math.round(Math.log10(column.scale));
      const write = (value) => (value === null ? say('atlas.page.none') : `${number(value, decimals)}${column.unit}`);
      // The first place of those that are level, the highest first.
      const first = new Map();
      sorted.forEach((value, at) => { if (!first.has(value)) first.set(value, at + 1); });
      const rank = (value) => (value === null ? '' : say('atlas.page.rank', { rank: first.get(value), of: sorted.length }));
      return { ...column, values, sorted, write, rank };
    });
    const names = settings.names;
    const keys = names.map(plain);
    // The places in the order of their names, and the rank of each.
    const listed = names.map((_, at) => at).sort((a, b) => bassinWords.compare(names[a], names[b]) || a - b);
    const ranks = new Array(names.length);
    listed.forEach((at, rank) => { ranks[at] = rank; });
    const byName = (a, b) => ranks[a] - ranks[b];
    const find = (text, most = 8) => {
      const words = plain(text).split(' ').filter(Boolean);
      if (!words.length) return [];
      const found = listed.filter((at) => words.every((word) => keys[at].includes(word)));
      return most ? found.slice(0, most) : found;
    };
    return { read, columns, names, listed, byName, find, say };
  };

  // A field that finds a place by a part of its name; `take` is told which.
  const finder = (parent, label, names, find, take) => {
    const box = make('label', parent, { class: 'field' }, label);
    const input = make('input', box, { type: 'search', autocomplete: 'off' });
    const list = make('ul', box, { class: 'found' });
    const close = () => list.replaceChildren();
    const choose = (at) => { input.value = names[at]; close(); take(at); };
    input.addEventListener('input', () => {
      close();
      find(input.value).forEach((at) => {
        const button = make('button', make('li', list), { type: 'button' }, names[at]);
        button.addEventListener('click', () => choose(at));
      });
      if (input.value === '') take(null);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const [at] = find(input.value, 1);
      if (at !== undefined) choose(at);
    });
    return { input, choose };
  };

  const chooser = (parent, label, options, take) => {
    const select = make('select', make('label', parent, {}, label));
    const groups = new Map();
    options.forEach(({ label: text, group }, at) => {
      if (group && !groups.has(group)) groups.set(group, make('optgroup', select, { label: group }));
      make('option', groups.get(group) || select, { value: at }, text);
    });
    select.addEventListener('change', () => take(+select.value));
    return select;
  };

  const form = (main) => {
    const held = make('form', main);
    held.addEventListener('submit', (event) => event.preventDefault());
    return held;
  };

  // A map: `paint` tells class and text of a place, `order` the places as arrow keys go.
  const sheet = (main, settings, opening, label) => {
    const [width, height] = settings.topology.size;
    const svg = drawn('svg', main, { class: 'map', viewBox: `-20 -20 ${width + 40} ${height + 40}`, tabindex: 0, role: 'application', 'aria-label': label });
    const pattern = drawn('pattern', drawn('defs', svg), { id: 'none', width: 40, height: 40, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    drawn('rect', pattern, { class: 'ground', width: 40, height: 40 });
    drawn('line', pattern, { class: 'hatch', x1: 0, y1: 0, x2: 0, y2: 40 });
    const paths = opening.read.outlines(settings.topology).map((d, at) => drawn('path', svg, { d, 'data-at': at }));
    let chosen = null;
    let order = [];
    let tell = () => {};
    const take = (at) => {
      if (chosen !== null) paths[chosen].classList.remove('chosen');
      chosen = at;
      if (at === null) return;
      paths[at].classList.add('chosen');
      svg.append(paths[at]);
      tell(at);
    };
    const place = (event) => event.target.closest && event.target.closest('path');
    svg.addEventListener('pointerover', (event) => { const path = place(event); if (path) take(+path.dataset.at); });
    svg.addEventListener('click', (event) => { const path = place(event); if (path) take(+path.dataset.at); });
    svg.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || !order.length) return;
      event.preventDefault();
      const at = order.indexOf(chosen);
      take(order[at < 0 ? 0 : (at + step + order.length) % order.length]);
    });
    const paint = (color, next, said) => {
      paths.forEach((path, at) => path.setAttribute('fill', color(at) || 'url(#none)'));
      order = next;
      tell = said;
      if (chosen !== null) tell(chosen);
    };
    return { paint, take };
  };

  const legend = (list, entries) => {
    list.replaceChildren();
    entries.forEach(({ color, label }) => {
      const item = make('li', list);
      make('i', item, color ? { style: `background:${color}` } : { class: 'none' });
      item.append(label);
    });
  };

  function map(settings) {
    const main = document.querySelector('main');
    const opening = opened(settings);
    const { columns, names, listed, find, say } = opening;
    const bar = form(main);
    const select = chooser(bar, say('atlas.page.indicator'), columns, (at) => show(at));
    finder(bar, say('atlas.page.place'), names, find, (at) => drawing.take(at));
    const told = make('output', main, { 'aria-live': 'polite' });
    const drawing = sheet(main, settings, opening, say('atlas.page.map'));
    const list = make('ul', main, { class: 'legend' });
    function show(which) {
      const column = columns[which];
      const up = [...column.sorted].reverse();
      const cuts = [];
      for (let n = 1; n < settings.colors.length; n += 1) {
        const cut = up[Math.floor((n * up.length) / settings.colors.length)];
        if (cut > up[0] && cut !== cuts[cuts.length - 1]) cuts.push(cut);
      }
      const step = (settings.colors.length - 1) / Math.max(1, cuts.length);
      const shade = (rank) => settings.colors[Math.round(rank * step)];
      const rank = (value) => cuts.filter((cut) => value >= cut).length;
      const counted = Array(cuts.length + 1).fill(0);
      column.values.forEach((value) => { if (value !== null) counted[rank(value)] += 1; });
      const order = listed.filter((at) => column.values[at] !== null)
        .sort((a, b) => column.values[b] - column.values[a]);
      drawing.paint(
        (at) => (column.values[at] === null ? null : shade(rank(column.values[at]))),
        order,
        (at) => {
          const value = column.values[at];
          told.textContent = value === null
            ? say('atlas.page.untold', { name: names[at] })
            : say('atlas.page.told', { name: names[at], value: column.write(value), rank: column.rank(value) });
        },
      );
      const ends = [up[0], ...cuts, up[up.length - 1]];
      const entries = counted.map((n, at) => {
        const said = { low: column.write(ends[at]), high: column.write(ends[at + 1]), n };
        const label = at === cuts.length ? say('atlas.page.from_to', said) : say('atlas.page.from_under', said);
        return { color: shade(at), label };
      });
      const lacking = column.values.filter((value) => value === null).length;
      if (lacking) entries.push({ color: '', label: say('atlas.page.lacking', { n: lacking }) });
      legend(list, entries);
    }
    select.value = settings.shown;
    show(settings.shown);
    drawing.take(settings.chosen);
  }

  function said(settings) {
    const main = document.querySelector('main');
    const opening = opened(settings);
    const { names, listed, find, say } = opening;
    const statements = settings.statements;
    const bar = form(main);
    const select = chooser(bar, say('atlas.page.sentence'), statements, (at) => show(at));
    finder(bar, say('atlas.page.place'), names, find, (at) => drawing.take(at));
    const told = make('output', main, { 'aria-live': 'polite' });
    const drawing = sheet(main, settings, opening, say('atlas.page.map'));
    const list = make('ul', main, { class: 'legend' });
    function show(which) {
      const { states } = statements[which];
      const { classes } = settings;
      drawing.paint(
        (at) => classes[states[at]].color,
        listed,
        (at) => { told.textContent = say('atlas.page.state', { name: names[at], state: classes[states[at]].label }); },
      );
      legend(list, classes.map(({ color, label }, rank) => ({
        color,
        label: say('atlas.page.counted', { label, n: [...states].filter((state) => +state === rank).length }),
      })));
    }
    show(0);
    drawing.take(settings.chosen);
  }

  // A table of which only the rows in sight are nodes.
  function table(settings) {
    const main = document.querySelector('main');
    const { columns, names, listed, byName, find, say } = opened(settings);
    const linked = new Set(settings.linked);
    const bar = form(main);
    const input = make('input', make('label', bar, {}, say('atlas.page.search')), { type: 'search' });
    const told = make('output', bar, { 'aria-live': 'polite' });
    const scroll = make('div', main, { class: 'scroll', tabindex: 0 });
    const held = make('table', scroll, { 'aria-rowcount': names.length + 1 });
    const head = make('tr', make('thead', held));
    const body = make('tbody', held);
    const HEIGHT = 27;
    let sorted = { by: -1, down: false };
    let rows = listed;
    const heads = [say('atlas.page.name'), say('atlas.page.departement'), ...columns.map(({ label }) => label)].map((label, at) => {
      const cell = make('th', head, { scope: 'col' });
      const button = make('button', cell, { type: 'button' }, label);
      button.addEventListener('click', () => {
        const by = at - 2;
        sorted = { by, down: sorted.by === by ? !sorted.down : by >= 0 };
        order();
      });
      return cell;
    });
    const value = (by, at) => (by === -2 ? names[at] : by === -1 ? settings.departements[at] : columns[by].values[at]);
    function order() {
      const { by, down } = sorted;
      rows = [...rows].sort((a, b) => {
        const [one, other] = [value(by, a), value(by, b)];
        if (one === null || other === null) return (one === null) - (other === null) || byName(a, b);
        const way = typeof one === 'string' ? bassinWords.compare(one, other) : one - other;
        return (down ? -way : way) || byName(a, b);
      });
      heads.forEach((cell, at) => cell.setAttribute('aria-sort', at - 2 !== by ? 'none' : down ? 'descending' : 'ascending'));
      scroll.scrollTop = 0;
      fillIn();
    }
    function fillIn() {
      const first = Math.max(0, Math.floor(scroll.scrollTop / HEIGHT) - 6);
      const shown = rows.slice(first, first + Math.ceil(scroll.clientHeight / HEIGHT) + 12);
      const space = (n) => { const row = make('tr', body, { class: 'space', 'aria-hidden': 'true' }); make('td', row, { style: `height:${n * HEIGHT}px`, colspan: columns.length + 2 }); };
      body.replaceChildren();
      if (first) space(first);
      shown.forEach((at, n) => {
        const row = make('tr', body, { 'aria-rowindex': first + n + 2, style: `height:${HEIGHT}px` });
        const cell = make('td', row, { title: names[at] });
        if (linked.has(at)) make('a', cell, { href: `${settings.folder}/${settings.codes.slice(9 * at, 9 * at + 9)}.pdf`, target: '_blank', rel: 'noopener' }, names[at]);
        else cell.textContent = names[at];
        make('td', row, {}, settings.departements[at]);
        columns.forEach((column) => make('td', row, {}, column.write(column.values[at])));
      });
      const below = rows.length - first - shown.length;
      if (below > 0) space(below);
    }
    input.addEventListener('input', () => {
      rows = plain(input.value) ? find(input.value, 0) : listed;
      told.textContent = say('atlas.page.found', { n: rows.length });
      order();
    });
    scroll.addEventListener('scroll', fillIn);
    window.addEventListener('resize', fillIn);
    told.textContent = say('atlas.page.found', { n: rows.length });
    sorted = { by: 0, down: true };
    order();
  }

  function compare(settings) {
    const main = document.querySelector('main');
    const { columns, names, find, say } = opened(settings);
    const chosen = [...settings.chosen, null, null, null, null].slice(0, 4);
    const bar = form(main);
    const fields = chosen.map((_, n) => finder(bar, say('atlas.page.nth', { n: n + 1 }), names, find, (at) => { chosen[n] = at; show(); }));
    const scroll = make('div', main, { class: 'scroll', tabindex: 0 });
    function show() {
      scroll.replaceChildren();
      const there = chosen.filter((at) => at !== null);
      const held = make('table', scroll, { class: 'wrap' });
      const head = make('tr', make('thead', held));
      make('th', head, { scope: 'col' }, say('atlas.page.indicator'));
      there.forEach((at) => make('th', head, { scope: 'col' }, names[at]));
      const body = make('tbody', held);
      let group = '';
      columns.forEach((column) => {
        if (column.group !== group) {
          group = column.group;
          make('th', make('tr', body, { class: 'group' }), { colspan: there.length + 1, scope: 'colgroup' }, group);
        }
        const row = make('tr', body);
        make('td', row, {}, column.label);
        there.forEach((at) => {
          const cell = make('td', row, {}, column.write(column.values[at]));
          const rank = column.rank(column.values[at]);
          if (rank) { cell.append(document.createElement('br')); make('small', cell, {}, rank); }
        });
      });
    }
    chosen.forEach((at, n) => { if (at !== null) fields[n].input.value = names[at]; });
    show();
  }

  function alike(settings) {
    const main = document.querySelector('main');
    const { names, byName, find, say } = opened(settings);
    const bar = form(main);
    const field = finder(bar, say('atlas.page.place'), names, find, (at) => { if (at !== null) show(at); });
    const panel = make('div', main, { class: 'panel', tabindex: 0 });
    function show(here) {
      panel.replaceChildren();
      const near = settings.methods.map(({ near: lists }) => lists[here]);
      const agree = new Map();
      near.forEach((list) => list.forEach((at) => agree.set(at, (agree.get(at) || 0) + 1)));
      const lists = make('div', panel, { class: 'lists' });
      const several = [...agree].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1] || byName(a[0], b[0]));
      const most = make('section', lists);
      make('h2', most, {}, say('atlas.page.agree'));
      const first = make('ol', most);
      several.forEach(([at, n]) => make('li', first, {}, say('atlas.page.by', { name: names[at], n, of: settings.methods.length })));
      if (!several.length) make('p', most, {}, say('atlas.page.nobody'));
      settings.methods.forEach(({ label }, n) => {
        const part = make('section', lists);
        make('h2', part, {}, label);
        const list = make('ol', part);
        near[n].forEach((at) => make('li', list, {}, names[at]));
        if (!near[n].length) make('p', part, {}, say('atlas.page.lacks'));
      });
    }
    field.input.value = names[settings.chosen];
    show(settings.chosen);
  }

  return { map, said, table, compare, alike };
})();
