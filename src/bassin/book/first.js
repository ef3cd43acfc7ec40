// Leads from the first page of a site to the language that the browser asks for first among those
// there are; where it asks for none of them, the reader chooses.
(() => {
  "use strict";

  const codes = document.currentScript.dataset.languages.split(" ");
  for (const asked of navigator.languages || []) {
    const code = codes.find((one) => one === asked.toLowerCase().split("-")[0]);
    if (code) {
      location.replace(`${code}/index.html${location.search}${location.hash}`);
      return;
    }
  }
})();
