// The ledger of claims: search, filters, sort. Without this script it is a plain table, in the
// order of the book. It also unfolds what is folded before a page is printed.
(() => {
  "use strict";

  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").toLowerCase();

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  // Class of a row that begins with a prefix, less the prefix.
  function kind(row, prefix) {
    const found = [...row.classList].find((name) => name.startsWith(prefix));
    return found ? found.slice(prefix.length) : "";
  }

  // Verdicts that some claim has, in the order of the badges that count them above the table.
  function verdictsInOrder(table) {
    const scores = [...document.querySelectorAll(".bassin-score")].filter(
      (score) => score.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return [...scores.pop().querySelectorAll(".bassin-badge")].map((badge) =>
      [...badge.classList].find((name) => name !== "bassin-badge").slice("bassin-".length),
    );
  }

  function number(text) {
    const found = text.replace(/,/g, "").replace("\u2212", "-").match(/^[+-]?\d+(\.\d+)?/);
    return found ? Number(found[0]) : NaN;
  }

  function setUp(table) {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, rank) => ({
      row,
      rank,
      text: plain(row.textContent),
      verdict: kind(row, "bassin-is-"),
      chapter: kind(row, "bassin-of-"),
      title: (row.querySelector(".bassin-small a") || row.querySelector(".bassin-small")).textContent,
      grade: kind(row, "bassin-grade-"),
      weight: kind(row, "bassin-weighs-"),
      cells: [...row.cells].map((cell) => cell.textContent.trim()),
    }));

    const search = make("input", { type: "search", id: "ledger-search", autocomplete: "off" });
    const count = make("output", { "aria-live": "polite", for: "ledger-search" });
    const controls = make("div", { class: "bassin-controls", role: "search" });
    controls.append(make("label", {}, "Search ", search));

    const selects = {};
    function addSelect(name, label, values) {
      const select = make("select", {}, make("option", { value: "" }, "all"));
      for (const [value, text] of values) select.append(make("option", { value }, text));
      selects[name] = select;
      controls.append(make("label", {}, `${label} `, select));
      select.addEventListener("change", show);
    }
    const held = (name) => new Map(rows.map((one) => [one[name], one[name]]));
    addSelect("chapter", "Chapter", new Map(rows.map((one) => [one.chapter, one.title])));
    const order = verdictsInOrder(table);
    const words = new Map(rows.map((one) => [one.verdict, one.row.querySelector("td .bassin-badge").textContent]));
    addSelect("verdict", "Verdict", order.map((key) => [key, words.get(key)]));
    addSelect(
      "grade",
      "Evidence",
      [...held("grade").keys()].sort().map((key) => [key, key.toUpperCase()]),
    );
    addSelect("weight", "Weight", [...held("weight").keys()].sort().reverse().map((key) => [key, key]));
    const clear = make("button", { type: "button" }, "Show all");
    controls.append(clear, count);

    function show() {
      const words = plain(search.value).split(" ").filter(Boolean);
      let n = 0;
      for (const one of rows) {
        const kept =
          words.every((word) => one.text.includes(word)) &&
          Object.entries(selects).every(([name, node]) => !node.value || node.value === one[name]);
        one.row.hidden = !kept;
        n += kept;
      }
      count.textContent = `${n} of ${rows.length} claims`;
    }
    search.addEventListener("input", show);
    clear.addEventListener("click", () => {
      search.value = "";
      for (const select of Object.values(selects)) select.value = "";
      show();
    });

    // A row's place in the order of a column; what has none goes last, whichever the direction.
    function key(one, column, name) {
      if (name === "Verdict") return order.indexOf(one.verdict);
      if (name === "Evidence") return "ABSCDN".indexOf(one.cells[column]);
      if (name === "Weight") return one.weight === "essential" ? 0 : 1;
      if (name === "Gap") return Math.abs(number(one.cells[column]));
      if (name === "Printed" || name === "Found") return number(one.cells[column]);
      return one.rank;
    }
    function sort(column, name, down) {
      const keyed = rows.map((one) => [key(one, column, name), one]);
      keyed.sort(([a, x], [b, y]) => {
        if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b) || x.rank - y.rank;
        return (down ? b - a : a - b) || x.rank - y.rank;
      });
      body.append(...keyed.map(([, one]) => one.row));
    }
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent.trim();
      const button = make("button", { type: "button", class: "bassin-sort" }, name);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(column, name, down);
      });
    });

    const box = table.closest(".pst-scrollable-table-container") || table;
    box.before(controls);
    show();
  }

  function start() {
    document.querySelectorAll("table.bassin-ledger").forEach(setUp);
    window.addEventListener("beforeprint", () => {
      document.querySelectorAll("details.bassin-fold").forEach((fold) => (fold.open = true));
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
