/* What is typed into a form and has not arrived is there again when one comes back to the page: each
   comment put down on a review screen is a page of its own, and the opinion must outlast it; so must
   what was sent, there and with a move, when the login had run out. */
"use strict";

const said = String(document.querySelectorAll(".thread, .reply, .proof-note").length);

for (const form of document.querySelectorAll("form[data-typed]")) {
  const key = `typed ${form.dataset.typed}`;
  const fields = [...form.elements].filter((each) => each.matches("textarea, select, input[type=text]"));
  // Where this has changed since the form was sent, it arrived.
  const standing = form.elements.seen?.value ?? said;
  const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
  // What the site itself has filled in is newer.
  const isFresh = fields.every((each) => !each.matches("textarea") || !each.value);
  const forget = () => sessionStorage.removeItem(key);
  const keep = (sent) => {
    const now = Object.fromEntries(fields.map((each) => [each.name, each.value]));
    sessionStorage.setItem(key, JSON.stringify({ sent, typed: now }));
  };

  if (kept.sent && kept.sent !== standing) forget();
  else if (isFresh && kept.typed) {
    for (const field of fields) field.value = kept.typed[field.name] ?? field.value;
    const fold = form.closest("details");
    if (fold) fold.open = true;
  }
  form.addEventListener("input", () => keep());
  form.addEventListener("submit", () => keep(standing));
  form.querySelector("[data-leave]")?.addEventListener("click", forget);
}
