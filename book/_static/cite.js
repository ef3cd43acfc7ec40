// The page of citations: a choice, and buttons that copy. Without it the book's own are shown.
(() => {
  "use strict";

  function start() {
    const box = document.querySelector(".bassin-cite");
    const data = box && box.querySelector('script[type="application/json"]');
    if (!data) return;
    const told = JSON.parse(data.textContent);
    const words = window.bassinWords ? bassinWords.ofPage() : null;
    const list = box.querySelector("select");
    const texts = [...box.querySelectorAll("pre[data-citation]")];

    async function copy(text, pre) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const range = document.createRange();
        range.selectNodeContents(pre);
        const selection = window.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        document.execCommand("copy");
      }
    }

    for (const pre of words ? texts : []) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "bassin-copy";
      const named = words.say("cite.copy", { what: pre.previousElementSibling.textContent });
      button.textContent = named;
      button.addEventListener("click", async () => {
        await copy(pre.textContent, pre);
        button.textContent = words.say("cite.copied");
        setTimeout(() => (button.textContent = named), 2000);
      });
      pre.after(button);
    }

    function show() {
      const found = told.found[list.value];
      for (const pre of texts) pre.textContent = found[pre.dataset.citation];
    }

    function follow() {
      const asked = decodeURIComponent(location.hash.slice(1));
      if (asked in told.found) {
        list.value = asked;
        show();
        box.scrollIntoView();
      }
    }
    list.addEventListener("change", () => {
      history.replaceState(null, "", `#${list.value}`);
      show();
    });
    window.addEventListener("hashchange", follow);
    follow();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
