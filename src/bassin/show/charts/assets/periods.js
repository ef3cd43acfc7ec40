// Every period between two years: a reader chooses one in two lists or in the triangle, and a
// sentence tells it. `settings` is written by bassin.show.charts.triangle; what it holds is text.
function bassinPeriods(settings) {
  'use strict';
  const { years, cells, legend, chosen } = settings;
  const { say } = bassinWords.speaker(settings.words, settings.language);
  const main = document.querySelector('main');
  const make = (tag, parent, attributes = {}, text = '') => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const form = make('form', main);
  const lists = [say('triangle.from'), say('triangle.to')].map((label, rank) => {
    const held = make('label', form, {}, `${label} `);
    const list = make('select', held, { id: rank ? 'to' : 'from' });
    years.forEach((year) => make('option', list, { value: year }, year));
    return list;
  });
  const told = make('output', main, { 'aria-live': 'polite' });
  const table = make('table', main, { 'aria-hidden': 'true' });
  const head = make('tr', make('thead', table));
  make('th', head);
  const ends = years.slice(1);
  ends.forEach((end, rank) => make('th', head, {}, rank % 3 === 0 ? end : ''));
  const body = make('tbody', table);
  const found = new Map();
  years.slice(0, -1).forEach((start) => {
    const row = make('tr', body);
    make('th', row, {}, start);
    ends.forEach((end) => {
      const cell = cells[`${start}-${end}`];
      const box = make('td', row, cell ? { style: `background:${cell.color}`, title: cell.said } : { class: 'none' });
      if (!cell) return;
      found.set(`${start}-${end}`, box);
      box.addEventListener('click', () => choose(start, end));
    });
  });
  const list = make('ul', main);
  legend.forEach(({ color, label }) => {
    const item = make('li', list);
    make('i', item, { style: `background:${color}` });
    item.append(label);
  });
  function choose(start, end) {
    // The earlier of two years is the start, whichever list it is in.
    const [first, last] = start <= end ? [start, end] : [end, start];
    lists[0].value = first;
    lists[1].value = last;
    found.forEach((box, key) => box.classList.toggle('chosen', key === `${first}-${last}`));
    const cell = cells[`${first}-${last}`];
    told.textContent = cell ? cell.said : say('triangle.same');
  }
  lists.forEach((one) => one.addEventListener('change', () => choose(+lists[0].value, +lists[1].value)));
  choose(...chosen);
}
