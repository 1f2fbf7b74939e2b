/* Pastes from word processors as plain paragraphs, and says what was left behind.
   Without script, or without a connection, the plain text is pasted as ever. */
"use strict";

const sheet = document.querySelector("form[data-paste]");
const text = sheet.elements.body;
const news = sheet.querySelector("[data-pasted]");

function insert(words, from, to) {
  text.focus();
  text.setSelectionRange(from, to);
  // The old way alone can be undone by Ctrl-Z.
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, from, to, "end");
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function tell(left) {
  news.hidden = left.length === 0;
  news.querySelector("ul").replaceChildren(
    ...left.map((words) => {
      const line = document.createElement("li");
      line.textContent = words;
      return line;
    }),
  );
}

async function plainParagraphs(html) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", sheet.elements.csrfmiddlewaretoken.value);
  body.set("html", html);
  const answer = await fetch(sheet.dataset.paste, { method: "POST", body, redirect: "manual" });
  return answer.ok ? answer.json() : null;
}

text.addEventListener("paste", async (event) => {
  const html = event.clipboardData.getData("text/html");
  if (!html) return;
  event.preventDefault();
  const plain = event.clipboardData.getData("text/plain");
  const { selectionStart, selectionEnd } = text;
  let said = null;
  try {
    said = await plainParagraphs(html);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // no connection
  }
  insert(said ? said.text : plain, selectionStart, selectionEnd);
  tell(said ? said.left : []);
});
