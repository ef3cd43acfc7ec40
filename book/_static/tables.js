// Long tables of words: a box that searches their rows. Without this script they are shown whole.
(() => {
  "use strict";

  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

  function setUp(table, rank, { say }) {
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: plain(row.textContent) }));
    const search = document.createElement("input");
    search.type = "search";
    search.id = `bassin-search-${rank}`;
    search.autocomplete = "off";
    const count = document.createElement("output");
    count.setAttribute("aria-live", "polite");
    count.setAttribute("for", search.id);
    const label = document.createElement("label");
    label.append(`${say("table.search")} `, search);
    const controls = document.createElement("div");
    controls.className = "bassin-controls";
    controls.setAttribute("role", "search");
    // Two boxes of one page are told apart by the number of their table.
    const number = table.querySelector(".caption-number");
    if (number) controls.setAttribute("aria-label", say("table.search_in", { what: number.textContent.trim() }));
    controls.append(label, count);
    const box = table.closest(".pst-scrollable-table-container, .table-wrapper") || table;
    box.classList.add("bassin-scrolled");
    box.before(controls);

    function show() {
      const words = plain(search.value).split(" ").filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = say("table.shown", { n: shown, of: rows.length });
    }
    search.addEventListener("input", show);
    show();
  }
  function start() {
    const words = window.bassinWords ? bassinWords.ofPage() : null;
    if (!words) return;
    document.querySelectorAll("table.bassin-searched").forEach((table, rank) => setUp(table, rank, words));
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
