/* Who leaves a form with changes that are not saved is asked first, by another form's button too.
   Where a login ran out before the save, what was typed is put back when the form is opened again. */
"use strict";

for (const form of document.querySelectorAll("#content-main form[method=post]")) {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}

for (const note of document.querySelectorAll("form:has([name=seen]) [data-unsaved]")) {
  const form = note.closest("form");
  const key = `unsaved ${note.dataset.unsaved} ${location.pathname}`;
  // Rows of credits and photos have other names as soon as one is taken away.
  const fields = [...form.elements].filter(
    (each) => each.matches("textarea, input[type=text]") && !each.name.includes("-"),
  );
  const texts = () => Object.fromEntries(fields.map((each) => [each.name, each.value]));
  const fill = (words) => { for (const each of fields) each.value = words[each.name] ?? each.value; };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const seen = form.elements.seen.value;
  const opened = texts();
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  // Refused, and shown again as it was typed: the site still has what it had before.
  const isEcho = kept?.seen === seen && same(kept.typed, opened);
  const base = isEcho ? kept.base : opened;

  if (!isEcho && same(kept?.base, opened)) {
    fill(kept.typed);
    note.hidden = false;
  } else if (!isEcho) {
    sessionStorage.removeItem(key); // saved, or overtaken by who saved meanwhile
  }
  form.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify({ seen, base, typed: texts() }));
  });
  note.querySelector("button").addEventListener("click", () => {
    fill(opened);
    sessionStorage.removeItem(key);
    note.hidden = true;
  });
}
