// Django's list chooser gives the sign beside its search field a name, but no role that may have
// one: readers of screens pass such a name over.
addEventListener("load", () => {
  for (const sign of document.querySelectorAll(".selector .help-tooltip[aria-label]")) {
    sign.setAttribute("role", "img");
  }
});
