// The ledger of claims: its rows are made from the JSON in the page, as they are looked at. They are
// searched, filtered and sorted; each opens to its evidence; the address says what is shown. Where
// no script runs, a plain table stands in a `noscript`; it is also what is printed.
(() => {
  "use strict";

  const CHUNK = 40; // rows made at a time

  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  // The plain table: a browser that runs scripts has it as the text of the `noscript` before the data.
  function plainTable(holder) {
    let node = holder.previousElementSibling;
    while (node.localName !== "noscript") node = node.previousElementSibling;
    return new DOMParser().parseFromString(node.textContent, "text/html").querySelector("table");
  }

  function setUp(holder, words) {
    const { claims, strings, verdicts, none } = JSON.parse(holder.textContent);
    const still = plainTable(holder);
    if (!words) {
      holder.before(document.importNode(still, true));
      return;
    }
    const { say, number, read } = words;
    const name = still.id;
    const text = (value) => (typeof value === "number" ? strings[value] : value);
    const ranks = new Map(verdicts.map((verdict, rank) => [verdict.code, rank]));
    claims.forEach((claim, rank) => {
      const verdict = verdicts[ranks.get(claim.verdict)];
      const told = claim.lines.flatMap((line) => line.slice(1)).map((part) =>
        typeof part === "object" ? text(part.text ?? part.code) : text(part),
      );
      const cells = [claim.id, claim.statement, claim.printed, claim.found, claim.wanted];
      claim.rank = rank;
      claim.word = verdict.word;
      claim.tested = verdict.tested;
      claim.told = plain([...cells, verdict.word, claim.grade, claim.importance, ...told].join(" "));
    });
    const byId = new Map(claims.map((claim) => [claim.row, claim]));

    // What is asked for, and its controls.
    const usual = { q: "", verdict: "tested", chapter: "", grade: "", weight: "", sort: "", down: "" };
    if (!claims.some((claim) => claim.tested)) usual.verdict = "all";
    const state = { ...usual };
    const opened = new Set();
    const controls = make("div", { class: "bassin-controls bassin-asks", role: "search" });
    const captioned = still.querySelector(".caption-number");
    if (captioned) {
      controls.setAttribute("aria-label", say("table.search_in", { what: captioned.textContent.trim() }));
    }
    const search = make("input", { type: "search", id: `${name}-search`, autocomplete: "off" });
    const labelled = (label, node) => make("div", {}, make("label", { for: node.id }, label), node);
    controls.append(labelled(say("table.search"), search));
    search.addEventListener("input", () => ask({ q: search.value }));
    const selects = {};
    function addSelect(key, label, options) {
      const select = make("select", { id: `${name}-${key}` });
      for (const [value, said] of options) select.append(make("option", { value }, said));
      select.addEventListener("change", () => ask({ [key]: select.value }));
      controls.append(labelled(label, select));
      selects[key] = select;
    }
    const each = (key) => [...new Set(claims.map((claim) => claim[key]))];
    const those = (tested) => verdicts.filter((verdict) => verdict.tested === tested);
    const one = (verdict) => [verdict.code, verdict.word];
    const all = say("ledger.view_all");
    addSelect("verdict", say("column.verdict"), [
      ["tested", say("ledger.view_tested")],
      ...those(true).map(one),
      ["untested", say("ledger.view_untested")],
      ...those(false).map(one),
      ["all", all],
    ]);
    const titles = new Map(claims.map((claim) => [claim.chapter, text(claim.title)]));
    addSelect("chapter", say("ledger.view_chapter"), [["", all], ...titles]);
    addSelect("grade", say("column.grade"), [["", all], ...each("grade").sort().map((key) => [key, key])]);
    const weights = each("importance").sort().reverse();
    addSelect("weight", say("column.importance"), [["", all], ...weights.map((key) => [key, key])]);
    const count = make("output", { "aria-live": "polite", for: search.id });
    const elsewhere = make("button", { type: "button" });
    elsewhere.addEventListener("click", () => {
      ask({ verdict: "all" });
      search.focus();
    });
    const clear = make("button", { type: "button" }, say("ledger.view_clear"));
    clear.addEventListener("click", () => {
      ask(usual);
      search.focus();
    });
    const line = make("div", { class: "bassin-counted" }, count, elsewhere, clear);

    // The table, in a box under whose edge its heads stay.
    const titled = {
      statement: say("column.statement"),
      published: say("column.published"),
      found: say("column.found"),
      verdict: say("column.verdict"),
      grade: say("column.grade"),
    };
    const heads = Object.keys(titled);
    const right = ["published", "found"];
    const side = (key) => ({ class: right.includes(key) ? "text-right" : "text-left" });
    const row = make("tr", {});
    for (const key of heads) {
      const button = make("button", { type: "button", class: "bassin-sort" }, titled[key]);
      button.addEventListener("click", () => {
        const again = state.sort === key;
        ask({ sort: again && state.down ? "" : key, down: again && !state.down ? "1" : "" });
      });
      row.append(make("th", { scope: "col", "data-key": key, ...side(key) }, button));
    }
    const body = make("tbody", {});
    const title = make("div", { class: "bassin-ledger-caption", id: `${name}-caption` });
    title.append(...[...document.importNode(still.caption, true).childNodes]);
    const table = make(
      "table",
      { class: "bassin-ledger-live", "aria-labelledby": title.id },
      make("thead", {}, row),
      body,
    );
    const more = make("button", { type: "button", class: "bassin-more" });
    more.addEventListener("click", next);
    const box = make("div", { class: "bassin-ledger-box" }, table, more);
    const view = make("div", { class: "bassin-ledger-view", id: name }, controls, line, box, title);
    holder.before(view);
    if ("IntersectionObserver" in window) {
      const near = { root: box, rootMargin: "600px" };
      new IntersectionObserver(([seen]) => seen.isIntersecting && next(), near).observe(more);
    }

    // Which claims are kept, and in which order.
    function kept({ verdict, q, chapter, grade, weight }) {
      const wanted = plain(q).split(" ").filter(Boolean);
      const group = { tested: true, untested: false }[verdict];
      return claims.filter(
        (claim) =>
          (verdict === "all" || claim.verdict === verdict || claim.tested === group) &&
          (!chapter || claim.chapter === chapter) &&
          (!grade || claim.grade === grade) &&
          (!weight || claim.importance === weight) &&
          wanted.every((word) => claim.told.includes(word)),
      );
    }
    // A row's place in the order of a column; what has none goes last, whichever the direction.
    const keys = {
      statement: (claim) => claim.rank,
      published: (claim) => read(claim.printed),
      found: (claim) => read(claim.found),
      verdict: (claim) => ranks.get(claim.verdict),
      grade: (claim) => "ABSCDN".indexOf(claim.grade),
    };
    function sorted(found) {
      const keyed = found.map((claim) => [keys[state.sort](claim), claim]);
      keyed.sort(([a, x], [b, y]) => {
        if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b) || x.rank - y.rank;
        return (state.down ? b - a : a - b) || x.rank - y.rank;
      });
      return keyed.map(([, claim]) => claim);
    }
    // Those tested first; the others by who has what would tell, the one who has most first, and by
    // what it is where it would tell of several.
    const gathered = (found, key) => {
      const groups = new Map();
      for (const claim of found) {
        if (!groups.has(key(claim))) groups.set(key(claim), []);
        groups.get(key(claim)).push(claim);
      }
      return [...groups].sort(([, a], [, b]) => b.length - a.length);
    };
    const said = new Set(); // claims of which a heading says what would tell
    function grouped(found) {
      const rows = found.filter((claim) => claim.tested);
      for (const [what, held] of gathered(found.filter((claim) => !claim.tested), (claim) => claim.wanted)) {
        if (what) rows.push({ what, n: held.length, kind: "bassin-group" });
        for (const [, alike] of gathered(held, (claim) => claim.says)) {
          if (alike.length > 1) {
            rows.push({ what: telling(alike[0]), n: alike.length, kind: "bassin-group bassin-alike" });
            alike.forEach((claim) => said.add(claim));
          }
          rows.push(...alike);
        }
      }
      return rows;
    }
    function telling(claim) {
      const says = text(claim.says);
      const behind = says.startsWith(claim.wanted) ? says.slice(claim.wanted.length) : "";
      const what = behind.match(/^\s*: (.*)$/s); // French has a space before the colon
      return claim.wanted && what ? what[1] : says;
    }

    // Rows.
    function headOf({ what, n, kind }) {
      const cell = make("th", { colspan: heads.length, scope: "rowgroup" }, what, make("span", {}, ` ${number(n)}`));
      return make("tr", { class: kind }, cell);
    }
    const replied = ([kind]) => kind === "bassin-reply"; // shown in the row itself
    const lineOf = ([kind, ...parts]) => make("p", { class: kind }, ...parts.map(partOf));
    function rowOf(claim) {
      const button = make("button", { type: "button", class: "bassin-open", "aria-expanded": "false" }, claim.statement);
      const first = make("td", side("statement"), button);
      if (!claim.tested && !said.has(claim)) {
        first.append(make("p", { class: "bassin-small bassin-one" }, telling(claim)));
      }
      first.append(...claim.lines.filter(replied).map(lineOf));
      const badge = make("span", { class: `bassin-badge bassin-${claim.verdict}` }, claim.word);
      const cells = [claim.printed, claim.found, badge, claim.grade].map((inside, at) => {
        const key = heads[at + 1];
        const cell = make("td", { ...side(key), "data-head": titled[key] }, inside);
        cell.classList.toggle("bassin-none", inside === none || (key === "grade" && !claim.tested));
        return cell;
      });
      return make("tr", { class: "bassin-row", id: claim.row }, first, ...cells);
    }
    function partOf(part) {
      if (typeof part !== "object") return text(part);
      if ("code" in part) return make("code", {}, text(part.code));
      return make("a", { href: text(part.to), ...(part.file ? { download: "" } : {}) }, text(part.text));
    }
    function wholeOf(claim) {
      const lines = claim.lines.filter((line) => !replied(line)).map(lineOf);
      const inside = make("div", { class: "bassin-whole" }, ...lines);
      return make("tr", { class: "bassin-opened", id: `${claim.row}-whole` }, make("td", { colspan: heads.length }, inside));
    }
    function open(claim, wanted) {
      const held = document.getElementById(claim.row);
      const button = held.querySelector(".bassin-open");
      if ((button.getAttribute("aria-expanded") === "true") === wanted) return;
      button.setAttribute("aria-expanded", wanted);
      if (wanted) {
        held.after(wholeOf(claim));
        button.setAttribute("aria-controls", `${claim.row}-whole`);
        opened.add(claim);
      } else {
        held.nextElementSibling.remove();
        button.removeAttribute("aria-controls");
        opened.delete(claim);
      }
    }
    body.addEventListener("click", ({ target }) => {
      const held = target.closest("tr.bassin-row");
      if (!held || (!target.closest("button") && String(getSelection()))) return;
      open(byId.get(held.id), !opened.has(byId.get(held.id)));
    });
    body.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !event.target.matches(".bassin-open")) return;
      const buttons = [...body.querySelectorAll(".bassin-open")];
      const to = buttons[buttons.indexOf(event.target) + step];
      if (to) to.focus();
      event.preventDefault();
    });

    // Showing.
    let list = [];
    let made = 0;
    function next() {
      const part = list.slice(made, made + CHUNK);
      made += part.length;
      body.append(...part.map((one) => (one.what ? headOf(one) : rowOf(one))));
      part.filter((claim) => opened.has(claim)).forEach((claim) => {
        opened.delete(claim);
        open(claim, true);
      });
      more.hidden = made >= list.length;
      more.textContent = say("ledger.view_more", { n: list.length - made });
    }
    function show() {
      const found = kept(state);
      said.clear();
      list = state.sort ? sorted(found) : grouped(found);
      made = 0;
      body.replaceChildren();
      next();
      box.scrollTop = 0;
      search.value = state.q;
      for (const [key, select] of Object.entries(selects)) select.value = state[key];
      for (const head of row.cells) {
        if (head.dataset.key !== state.sort) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      }
      count.textContent = say("ledger.view_for", { n: found.length, total: claims.length });
      const others = state.q ? kept({ ...state, verdict: "all" }).length - found.length : 0;
      elsewhere.textContent = say("ledger.view_elsewhere", { n: others });
      elsewhere.hidden = !others;
      clear.hidden = Object.keys(usual).every((key) => state[key] === usual[key]);
    }
    function ask(wanted) {
      const typed = wanted.q !== undefined && search.value === wanted.q && document.activeElement === search;
      const [start, end] = [search.selectionStart, search.selectionEnd];
      Object.assign(state, wanted);
      show();
      if (typed) search.setSelectionRange(start, end);
      const told = Object.entries(state).filter(([key, value]) => value !== usual[key]);
      const query = new URLSearchParams(told).toString();
      history.replaceState(null, "", `#${name}${query ? `?${query}` : ""}`);
    }

    // The address: a claim, or what was asked for.
    function go() {
      const hash = location.hash.slice(1);
      const claim = byId.get(hash) || byId.get(decoded(hash));
      if (claim) return showOne(claim);
      const [to, query] = [hash.split("?")[0], hash.split("?").slice(1).join("?")];
      if (to !== name) return;
      const given = Object.fromEntries(new URLSearchParams(query));
      Object.assign(state, usual, Object.fromEntries(Object.keys(usual).filter((key) => key in given).map((key) => [key, given[key]])));
      for (const [key, select] of Object.entries(selects)) {
        if (![...select.options].some((option) => option.value === state[key])) state[key] = usual[key];
      }
      if (!(state.sort in keys)) state.sort = "";
      show();
      view.scrollIntoView();
    }
    function decoded(hash) {
      try {
        return decodeURIComponent(hash);
      } catch {
        return hash;
      }
    }
    function showOne(claim) {
      if (!list.includes(claim)) {
        Object.assign(state, usual, { verdict: claim.tested ? usual.verdict : "untested" });
        show();
      }
      while (made <= list.indexOf(claim)) next();
      open(claim, true);
      const held = document.getElementById(claim.row);
      body.querySelectorAll(".bassin-found").forEach((other) => other.classList.remove("bassin-found"));
      held.classList.add("bassin-found");
      view.scrollIntoView();
      box.scrollTop += held.getBoundingClientRect().top - box.getBoundingClientRect().top - table.tHead.offsetHeight;
      held.querySelector("button").focus({ preventScroll: true });
    }
    show();
    go();
    window.addEventListener("hashchange", go);
    window.addEventListener("load", () => location.hash && go());

    // On paper: the plain table, whole.
    let paper = null;
    window.addEventListener("beforeprint", () => {
      if (paper) return;
      const copy = document.importNode(still, true);
      [copy, ...copy.querySelectorAll("[id]")].forEach((node) => node.removeAttribute("id"));
      paper = make("div", { class: "bassin-ledger-paper" }, copy);
      view.after(paper);
    });
    window.addEventListener("afterprint", () => {
      if (paper) paper.remove();
      paper = null;
    });
  }

  function start() {
    const words = window.bassinWords ? bassinWords.ofPage() : null;
    document.querySelectorAll("script.bassin-ledger-data").forEach((holder) => setUp(holder, words));
    window.addEventListener("beforeprint", () => {
      document.querySelectorAll("details.bassin-fold").forEach((fold) => (fold.open = true));
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
