// The switch of a page: all its code, shown or hidden. Without this script it shows the cells that
// have no bar of their own, and the bars of the others are opened one by one.
(() => {
  "use strict";

  function start() {
    const boxes = [...document.querySelectorAll("input.bassin-show-code")];
    function apply(shown) {
      document.documentElement.classList.toggle("bassin-code-shown", shown);
      document.querySelectorAll("div.cell > details.hide.above-input").forEach((bar) => {
        bar.open = shown;
      });
      for (const box of boxes) box.checked = shown;
    }
    for (const box of boxes) box.addEventListener("change", () => apply(box.checked));
    // A browser that comes back to a page may have kept the box as it was.
    if (boxes.some((box) => box.checked)) apply(true);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
