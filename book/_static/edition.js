// The link to a page in another language leads to the section that is in view, and keeps what is
// searched for or chosen. Without this script it leads to the head of the page.
(() => {
  "use strict";

  // Both languages have the same anchors.
  function section() {
    const top = window.innerHeight / 3;
    let found = "";
    for (const one of document.querySelectorAll("article section[id], article [id^='bassin-'], article figure[id], article table[id]")) {
      if (one.getBoundingClientRect().top > top) continue;
      found = one.id;
    }
    return window.scrollY > 0 ? found : "";
  }
  function aim(event) {
    const link = event.currentTarget;
    const anchor = section();
    link.search = location.search;
    link.hash = anchor ? `#${anchor}` : location.hash;
  }
  function start() {
    for (const link of document.querySelectorAll("a.bassin-edition")) {
      for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, aim);
    }
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
