/* The review screen by keyboard, and comments without a new page. All of it works without this. */
"use strict";

(() => {
  const root = document.querySelector(".review");
  const KEYS_OFF = "review-keys-off";
  const box = document.getElementById("review-keys");
  const paragraphs = [...root.querySelectorAll(".paragraph[id]")];
  const target = document.getElementById(location.hash.slice(1));
  let at = paragraphs.indexOf(target?.closest(".paragraph"));

  box.closest("p").hidden = false;
  box.checked = localStorage.getItem(KEYS_OFF) === null;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });

  function stand(place) {
    if (!paragraphs[place]) return;
    paragraphs[at]?.classList.remove("cursor");
    at = place;
    const now = paragraphs[at];
    now.classList.add("cursor");
    now.scrollIntoView({ block: "center" });
    now.querySelector("a.paragraph-number")?.focus({ preventScroll: true });
  }

  const nextChange = () => {
    const after = paragraphs.findIndex((each, place) => place > at && each.matches(".is-changed"));
    stand(after < 0 ? paragraphs.findIndex((each) => each.matches(".is-changed")) : after);
  };

  /* The words chosen with the mouse or with Shift and arrows, if they lie in one paragraph. */
  function chosen() {
    const choice = getSelection();
    if (!choice.rangeCount || choice.isCollapsed) return null;
    const range = choice.getRangeAt(0);
    const text = range.startContainer.parentElement?.closest(".paragraph-text");
    if (!text || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const living = (part) => {
      const copy = part.cloneContents();
      for (const gone of copy.querySelectorAll("del")) gone.remove();
      return copy.textContent;
    };
    return { paragraph: text.closest(".paragraph"), words: living(range), start: living(before).length };
  }

  /* The form comes with the paragraph's own address; what was chosen is filled in when it is there. */
  function open(paragraph, error) {
    const link = paragraph?.querySelector("a.paragraph-number");
    if (!link) return;
    const choice = chosen();
    const known = document.getElementById("note-form");
    if (known && paragraph.contains(known)) return fill(known, choice, error);
    sessionStorage.setItem("review-note", JSON.stringify({ id: paragraph.id, choice: choice && { words: choice.words, start: choice.start }, error }));
    if (location.href === link.href) location.reload();
    else location.assign(link.href);
  }

  function fill(form, choice, error) {
    if (error) form.elements.what.value = "wording";
    if (choice) {
      form.elements.words.value = choice.words;
      form.elements.start.value = choice.start;
    }
    show(form);
    (error && !choice ? form.elements.words : form.elements.text).focus();
  }

  function show(form) {
    const isError = !["note", "must_fix"].includes(form.elements.what.value);
    form.querySelector(".note-words").hidden = !isError;
  }

  const form = document.getElementById("note-form");
  if (form) {
    const held = JSON.parse(sessionStorage.getItem("review-note") || "null");
    sessionStorage.removeItem("review-note");
    form.elements.what.addEventListener("change", () => show(form));
    // Words that were typed by hand are looked for from the start.
    form.elements.words.addEventListener("input", () => (form.elements.start.value = ""));
    const mine = held && form.elements.at.value === held.id;
    // The browser goes to the paragraph of the address first, and takes the focus with it.
    const begin = () => setTimeout(() => fill(form, mine ? held.choice : null, mine && held.error));
    if (document.readyState === "complete") begin();
    else addEventListener("load", begin);
  }

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a.paragraph-number");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.closest(".paragraph"), false);
  });

  function press(button) {
    const opinion = document.getElementById("opinion");
    const reason = button.closest(".decision-row")?.querySelector("select");
    if (reason && !reason.value) return reason.focus();
    if (button.name === "action" && opinion && !opinion.value.trim() && button.value !== "verify") return opinion.focus();
    button.click();
  }

  const KEYS = {
    j: () => stand(Math.min(at + 1, paragraphs.length - 1)),
    k: () => stand(Math.max(at - 1, 0)),
    n: nextChange,
    c: () => open(chosen()?.paragraph ?? paragraphs[Math.max(at, 0)], false),
    e: () => open(chosen()?.paragraph ?? paragraphs[Math.max(at, 0)], true),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // keys of the input method
    if (event.key === "Escape" && event.target.matches("textarea, input, select")) return event.target.blur();
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("textarea, select, input:not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    const button = root.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button && !KEYS[key]) return;
    event.preventDefault();
    if (button && event.repeat) return;
    if (button) press(button);
    else KEYS[key]();
  });
})();
