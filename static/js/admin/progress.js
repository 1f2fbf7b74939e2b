/* Renews the progress of an issue on its way in. Without script the page reloads itself. */
"use strict";

const PAUSE = 2000;

async function renew() {
  const here = document.getElementById("progress");
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const there = new DOMParser()
      .parseFromString(await answer.text(), "text/html")
      .getElementById("progress");
    if (there === null) {
      location.reload(); // logged out, or gone
      return;
    }
    here.replaceWith(document.adoptNode(there));
    if (!("running" in there.dataset)) return;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // no connection: ask again later
  }
  setTimeout(renew, PAUSE);
}

setTimeout(renew, PAUSE);
