// Excerpts of the page of results, from the texts of all pages: they are at hand from a folder too.
(() => {
  "use strict";

  const BEFORE = 80;
  const LENGTH = 240;
  // Letter by letter, so that a place in the one is the same place in the other.
  const plain = (text) =>
    [...text].map((one) => one.normalize("NFD")[0].toLowerCase()).join("");

  function excerpt(text, words) {
    const seen = plain(text);
    const places = words.map((word) => seen.indexOf(word)).filter((place) => place > -1);
    if (!places.length) return null;
    const letters = [...text];
    const start = Math.max(Math.min(...places) - BEFORE, 0);
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
