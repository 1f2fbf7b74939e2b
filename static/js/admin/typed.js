/* What is typed into a form and has not arrived is there again when one comes back to the page: each
   comment put down on a review screen is a page of its own, and the opinion must outlast it; so must
   what was sent, there, with a move or a correction, when the login had run out. */
"use strict";

const said = String(document.querySelectorAll(".thread, .reply, .proof-note").length);

const TYPED = new Set(["textarea", "select-one", "text", "checkbox"]);
const nameOf = (field) => field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
const read = (field) => field.type === "checkbox" ? field.checked : field.value;
const write = (field, was) => { field[field.type === "checkbox" ? "checked" : "value"] = was; };

for (const form of document.querySelectorAll("form[data-typed]")) {
  const key = `typed ${form.dataset.typed}`;
  const fields = [...form.elements].filter((each) => TYPED.has(each.type));
  // Where this has changed since the form was sent, it arrived.
  const standing = form.dataset.standing ?? form.elements.seen?.value ?? said;
  const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
  // What the site itself has filled in is newer.
  const isFresh = fields.every((each) => !each.matches("textarea") || !each.value);
  const forget = () => sessionStorage.removeItem(key);
  const keep = (sent) => {
    const now = Object.fromEntries(fields.map((each) => [nameOf(each), read(each)]));
    sessionStorage.setItem(key, JSON.stringify({ sent, typed: now }));
  };

  if (kept.sent && kept.sent !== standing) forget();
  else if (isFresh && kept.typed) {
    for (const field of fields) write(field, kept.typed[nameOf(field)] ?? read(field));
    const fold = form.closest("details");
    if (fold) fold.open = true;
  }
  form.addEventListener("input", () => keep());
  form.addEventListener("submit", () => keep(standing));
  form.querySelector("[data-leave]")?.addEventListener("click", forget);
}
