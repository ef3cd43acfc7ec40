// What scripts say to a reader: words and numbers in the language of the edition, and the order of
// names. Words are patterns by key, or patterns by plural form, as bassin.show.scripted hands them
// over; a script has none of its own, so that none stays behind in another language.
var bassinWords = (() => {
  'use strict';

  function speaker(words, language) {
    const forms = new Intl.PluralRules(language);
    const number = (value, decimals = 0) => value.toLocaleString(language, {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    }).replace('-', '\u2212');
    const written = (value) => (typeof value === 'number' ? number(value) : value);
    // A pattern with its names filled in; where there are several, that of the number `n`.
    const say = (key, values = {}) => {
      const found = words[key];
      const pattern = typeof found === 'string' ? found : found[forms.select(values.n)] || found.other;
      return pattern.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
    };
    // The number that a text begins with, as the language writes it; NaN where there is none.
    const signs = new Map(new Intl.NumberFormat(language).formatToParts(1234567.8).map(({ type, value }) => [type, value]));
    const read = (text) => {
      const bare = text.split(signs.get('group')).join('').replace(signs.get('decimal'), '.').replace('\u2212', '-');
      const begun = bare.match(/^[+-]?\d+(\.\d+)?/);
      return begun ? Number(begun[0]) : NaN;
    };
    return { say, number, read };
  }

  // Names are French whatever the language: this is the order of bassin.collation.
  const { compare } = new Intl.Collator('fr', { ignorePunctuation: true });

  // Speaks the words that a page holds; null where it holds none: what a script would add to it is
  // then left out, and the page is as it is without scripts.
  function ofPage() {
    const held = document.getElementById('bassin-words');
    return held && speaker(JSON.parse(held.textContent), document.documentElement.lang);
  }

  return { compare, ofPage, speaker };
})();
