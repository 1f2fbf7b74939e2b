/* What is typed into a form and not sent yet is there again when one comes back to the page: each
   comment put down on a review screen is a page of its own, and the opinion must outlast it. */
"use strict";

for (const form of document.querySelectorAll("form[data-typed]")) {
  const key = `typed ${form.dataset.typed}`;
  const fields = [...form.elements].filter((each) => each.matches("textarea, select, input[type=text]"));
  // What the site itself has filled in is newer.
  const isFresh = fields.every((each) => !each.matches("textarea") || !each.value);
  const typed = isFresh ? JSON.parse(sessionStorage.getItem(key) || "{}") : {};
  const forget = () => sessionStorage.removeItem(key);

  for (const field of fields) field.value = typed[field.name] ?? field.value;
  form.addEventListener("input", () => {
    const now = fields.map((each) => [each.name, each.value]);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(now)));
  });
  form.addEventListener("submit", forget);
  form.querySelector("[data-leave]")?.addEventListener("click", forget);
}
