/* Gives a name to what Django's admin leaves without one, for those who hear the page. */
"use strict";

(() => {
  const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() || "";

  function nameBoxes() {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const name = words(select.labels[0]) || words(select.closest("table")?.querySelector(`th.column-${select.name.split("-").pop()}`));
      const box = select.nextElementSibling?.querySelector("[role=combobox]");
      if (!name || !box) continue;
      box.setAttribute("aria-label", name);
      box.querySelector("[role=textbox]")?.setAttribute("aria-label", name);
    }
  }

  function nameRest() {
    const search = document.getElementById("searchbar");
    const button = search?.form.querySelector("input[type=submit]");
    if (button) search.setAttribute("aria-label", button.value);
    // An empty cell in a row of headings heads nothing.
    for (const heading of document.querySelectorAll("thead th:empty")) {
      heading.replaceWith(Object.assign(document.createElement("td"), { className: heading.className }));
    }
  }

  nameRest();
  // jQuery calls in the order of asking, and the boxes are drawn by one who asked before.
  window.django?.jQuery?.(() => setTimeout(nameBoxes));
  // Rows that are added later bring boxes of their own.
  document.addEventListener("formset:added", () => setTimeout(nameBoxes));
})();
