/* Who leaves a form with changes that are not saved is asked first, by another form's button too. */
"use strict";

for (const form of document.querySelectorAll("#content-main form[method=post]")) {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}
