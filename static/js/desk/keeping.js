/* Keeps what is typed at the desk, for its writer alone, until it is saved.
   Without script nothing is kept before the Save button is pressed, and all else works. */
"use strict";

const QUIET = 1500; // milliseconds after the last key
const AGAIN = 10000; // after a failure

const form = document.querySelector("form[data-keep]");
const state = form.querySelector("[data-state]");
const together = form.querySelector("[data-together]");
let typed = 0; // how often something was typed, and how much of that is kept
let kept = 0;
let timer = 0;
let underWay = null;
let leaving = false;
let wasAway = false; // in another window, where one may have logged in anew

function say(words, isBad) {
  state.textContent = words;
  state.classList.toggle("sheet__state--bad", isBad);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

function send(options) {
  const body = new FormData(form);
  return fetch(form.dataset.keep, { method: "POST", body, redirect: "manual", ...options });
}

/* Who logs in anew in another window has a new token there, and this form an old one. */
async function renewed() {
  const answer = await fetch(location.href, { redirect: "manual" });
  if (!answer.ok) return false;
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = there.querySelector("form[data-keep]");
  if (fresh?.dataset.writer !== form.dataset.writer) return false;
  form.elements.csrfmiddlewaretoken.value = fresh.elements.csrfmiddlewaretoken.value;
  return true;
}

async function answered(upTo) {
  let answer = await send({});
  if (answer.status === 403 && (await renewed())) answer = await send({});
  if (answer.type === "opaqueredirect" || answer.status === 403) {
    say(form.dataset.loggedOut, true);
    later(AGAIN);
    return;
  }
  if (!answer.ok && answer.status !== 409) {
    say(form.dataset.failed, true);
    later(AGAIN);
    return;
  }
  const said = await answer.json();
  say(said.says, !answer.ok);
  together.hidden = !said.elsewhere;
  if (answer.ok) {
    form.elements.kept.value = said.kept;
    kept = upTo;
    if (typed > kept) later(QUIET);
  }
}

function keep() {
  if (underWay || leaving || typed === kept) return;
  underWay = answered(typed)
    .catch((error) => {
      if (!(error instanceof TypeError)) throw error;
      say(navigator.onLine ? form.dataset.failed : form.dataset.offline, true);
      later(AGAIN);
    })
    .finally(() => {
      underWay = null;
    });
}

form.addEventListener("input", () => {
  typed += 1;
  later(QUIET);
});

// What is under way must arrive before the save, or it would be kept again after it.
form.addEventListener("submit", async (event) => {
  leaving = true;
  clearTimeout(timer);
  if (!underWay && !wasAway) return;
  event.preventDefault();
  const button = event.submitter;
  await underWay;
  if (wasAway) await renewed().catch(() => false);
  wasAway = false;
  form.requestSubmit(button);
});

window.addEventListener("offline", () => say(form.dataset.offline, true));
window.addEventListener("online", () => later(0));
window.addEventListener("beforeunload", (event) => {
  if (!leaving && typed > kept) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") return;
  wasAway = true;
  if (leaving || underWay || typed === kept) return;
  const upTo = typed;
  // A phone may end the page now without another word.
  underWay = send({ keepalive: true })
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((said) => {
      if (!said) return later(0); // which says what is wrong
      form.elements.kept.value = said.kept;
      kept = upTo;
      say(said.says, false);
      if (typed > kept) later(QUIET);
    })
    .catch(() => later(AGAIN))
    .finally(() => {
      underWay = null;
    });
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) leaving = false;
});
