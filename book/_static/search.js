// Excerpts of the page of results, from the texts of all pages: they are at hand from a folder too.
(() => {
  "use strict";

  const BEFORE = 80;
  const LENGTH = 240;
  const LIGATURES = { "œ": "oe", "æ": "ae" };
  const bare = (letter) => {
    const plain = letter.normalize("NFD")[0].toLowerCase();
    return LIGATURES[plain] || plain;
  };
  const plain = (text) => [...text].map(bare).join("");

  function excerpt(text, words) {
    const letters = [...text];
    const seen = letters.map(bare);
    const whole = seen.join("");
    const places = words.map((word) => whole.indexOf(word)).filter((place) => place > -1);
    if (!places.length) return null;
    // A ligature is one letter of the text and two of what is searched.
    let first = 0;
    for (let passed = 0; passed + seen[first].length <= Math.min(...places); first += 1) {
      passed += seen[first].length;
    }
    const start = Math.max(first - BEFORE, 0);
    const end = start + LENGTH;
    const cut = letters.slice(start, end).join("").trim();
    return `${start ? "…" : ""}${cut}${end < letters.length ? "…" : ""}`;
  }

  function quote(item, words) {
    const link = item.querySelector("a[data-score]");
    if (!link || item.querySelector("p.context")) return;
    const [address, anchor] = link.getAttribute("href").split("#");
    const sections = bassinTexts[decodeURI(address).replace(/\.html$/, "")];
    if (!sections) return;
    const asked = sections.filter(([name]) => !anchor || name === anchor);
    const quoted = asked.map(([, text]) => excerpt(text, words)).find(Boolean) || (asked[0] || [])[1];
    if (!quoted) return;
    const line = document.createElement("p");
    line.className = "context";
    line.textContent = quoted.length > 2 * LENGTH ? `${quoted.slice(0, LENGTH)}…` : quoted;
    item.append(line);
  }

  const results = document.getElementById("search-results");
  const query = new URLSearchParams(window.location.search).get("q");
  if (!results || !query) return;
  const words = [...Search._parseQuery(query)[1]].map(plain);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches("ul.search > li")) quote(node, words);
        node.querySelectorAll("ul.search > li").forEach((item) => quote(item, words));
      }
    }
  }).observe(results, { childList: true, subtree: true });
  results.querySelectorAll("ul.search > li").forEach((item) => quote(item, words));
})();
