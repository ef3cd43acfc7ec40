// Frames of maps and other documents: each is written when a reader comes near it, from files that
// several frames share. Until then, and where no script runs, an image stands in its place.
(() => {
  "use strict";

  const NEAR = "800px"; // below and above the window
  const here = document.currentScript.src;
  const told = new Map(); // what a file said: texts, and names of further files in lists
  const asked = new Map();

  window.bassinPiece = (name, parts) => told.set(name, parts);

  function load(address, name) {
    if (!asked.has(name)) {
      asked.set(
        name,
        new Promise((done, failed) => {
          const script = document.createElement("script");
          script.src = address;
          script.onload = () => done(told.get(name));
          script.onerror = () => failed(new Error(`${address} is not there`));
          document.head.append(script);
        }).then(join),
      );
    }
    return asked.get(name);
  }

  async function join(parts) {
    const texts = await Promise.all(
      parts.map((part) => (typeof part === "string" ? part : load(new URL(`frames/${part[0]}`, here).href, part[0]))),
    );
    return texts.join("");
  }

  async function fill(frame) {
    const address = new URL(frame.dataset.frame, document.baseURI).href;
    const name = address.match(/[^/]+$/)[0];
    const text = await load(address, name);
    frame.addEventListener("load", () => {
      const image = frame.nextElementSibling;
      if (image && image.classList.contains("bassin-until")) image.hidden = true;
    }, { once: true });
    frame.srcdoc = text;
  }

  function start() {
    const watch = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (!isIntersecting) continue;
          watch.unobserve(target);
          fill(target);
        }
      },
      { rootMargin: NEAR },
    );
    document.querySelectorAll("iframe[data-frame]").forEach((frame) => watch.observe(frame));
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
