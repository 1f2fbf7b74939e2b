/* The label desk by keyboard, and without a whole page for each change. All of it works without this. */
"use strict";

(() => {
  const root = document.getElementById("desk");
  const status = document.getElementById("desk-status");
  const TURNS = { ArrowRight: 1, ArrowLeft: -1 };
  const NEXT = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };
  const KEYS_OFF = "label-desk-keys-off";
  let cursor = null; // key of the line that the keyboard stands on
  let anchor = null; // where a choice with Shift began
  let busy = false;
  let missed = false; // a button was clicked meanwhile
  let staleToken = false; // whoever logs in again has a new one
  const KEPT = ["desk-unit", "face-show", "face-finger"]; // what a change leaves as it was set
  const waiting = []; // keys pressed meanwhile: [key, with Shift]
  let fading = 0;

  const form = () => document.getElementById("desk-form");
  const rows = () => [...root.querySelectorAll(".row:not(.blank)")];
  const box = (row) => row.querySelector("input[type=checkbox]");
  const row = (key) => document.getElementById(`L${key}`);
  const keyOf = (element) => element.closest(".row")?.id.slice(1);
  const readable = (element) => element.textContent.replace(/\s+/g, " ").trim();

  function prepare() {
    document.documentElement.classList.add("has-script");
    const keys = document.getElementById("desk-keys");
    keys.checked = localStorage.getItem(KEYS_OFF) === null;
    // One stop of the Tab key for all the lines; the arrows go on from there.
    for (const stop of root.querySelectorAll(".row :is(input, a):not([tabindex])")) stop.tabIndex = -1;
    offer(tools().find((tool) => tool.getAttribute("tabindex") === "0") ?? tools()[0]);
    stand(row(cursor) ? cursor : (rows()[0] && keyOf(rows()[0])), false);
  }

  const tools = () => [...root.querySelectorAll(".desk-tools button:enabled")];

  /* One stop of the Tab key for all the tools as well: the one that was used last. */
  function offer(tool) {
    for (const each of tools()) each.tabIndex = each === tool ? 0 : -1;
  }

  function turn(from, by) {
    const all = tools();
    all[(all.indexOf(from) + by + all.length) % all.length].focus();
  }

  function stand(key, focus = true) {
    const before = row(cursor);
    if (before) {
      before.classList.remove("cursor");
      box(before).tabIndex = -1;
    }
    const now = key && row(key);
    if (!now) return;
    cursor = key;
    now.classList.add("cursor");
    box(now).tabIndex = 0;
    if (focus) box(now).focus({ preventScroll: true });
    if (focus) reveal(now);
  }

  function reveal(element) {
    const pane = element.closest(".pane-body");
    if (!pane) return;
    const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
    let top = inner.top;
    if (inner.top < outer.top + 30 || inner.bottom > outer.bottom - 30) {
      pane.scrollTop += inner.top - outer.top - pane.clientHeight / 3;
      top = outer.top + pane.clientHeight / 3;
    }
    // Where the panes stand one above the other, the other one may be off the screen.
    if (top < 90 || top > innerHeight - 90) scrollBy(0, top - innerHeight / 2);
  }

  function light(place) {
    for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
    const found = [...root.querySelectorAll(`[data-place="${CSS.escape(place)}"]`)];
    for (const element of found) element.classList.add("lit");
    return found;
  }

  const toLines = (place) => {
    const stretch = light(place).find((element) => element.matches(".stretch"));
    if (stretch) stand(keyOf(stretch.querySelector(".row:not(.blank)")));
  };
  const toManuscript = (place) => {
    const block = light(place).find((element) => !element.matches(".stretch"));
    if (block) reveal(block);
  };

  function step(by, extend) {
    const all = rows();
    const at = all.findIndex((item) => keyOf(item) === cursor);
    const to = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (!to) return;
    if (extend) {
      anchor ??= cursor;
      choose(anchor, keyOf(to));
    } else {
      anchor = null;
    }
    stand(keyOf(to));
  }

  /* To the next line that somebody should look at, and say what is asked of it. */
  function nextDoubt() {
    const open = [...root.querySelectorAll(".row.doubted, .row.is-unassigned")];
    const below = (item) => row(cursor)?.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = open.find(below) ?? open[0];
    if (!next) return say(root.dataset.settled);
    anchor = null;
    stand(keyOf(next));
    const number = keyOf(next).split(".")[0];
    say([...root.querySelectorAll(`#m-doubts a[href="#L${number}"]`)].map(readable).join(" "));
  }

  function choose(from, to) {
    const all = rows();
    const ends = [from, to].map((key) => all.findIndex((item) => keyOf(item) === key));
    all.forEach((item, at) => {
      box(item).checked = at >= Math.min(...ends) && at <= Math.max(...ends);
    });
  }

  const chosen = () => [...root.querySelectorAll("input[name=line]:checked")];

  const isField = (element) => element.matches("select, textarea, input:not([type=checkbox])");
  const isKey = (key) => key in NEXT || [" ", "Enter", "Escape", "x", "X"].includes(key) || Boolean(buttonOf(key));
  // With Caps Lock the letters mean the same.
  const buttonOf = (key) => root.querySelector(`[data-key="${CSS.escape(key.toLowerCase())}"]`);

  function onKey(event) {
    const target = event.target;
    if (event.isComposing) return; // keys of the input method
    if (target.id === "desk-reason" && event.key === "Escape") stand(cursor);
    if (event.ctrlKey || event.altKey || event.metaKey || isField(target)) return;
    if (busy && isKey(event.key)) waiting.push([event.key, event.shiftKey]);
    else if (!act(event.key, event.shiftKey, target)) return;
    event.preventDefault();
  }

  /* Whether the key means something here; what it means is then done. */
  function act(key, shift, target) {
    if ([" ", "Enter"].includes(key) && target.matches("button, a, summary")) return false;
    const inLines = target.closest("#lines") || target === document.body;
    const on = document.getElementById("desk-keys").checked;
    if (key in NEXT && (inLines || on) && (on || key.startsWith("Arrow"))) {
      if (!inLines && key.startsWith("Arrow")) return false;
      step(NEXT[key], shift);
    } else if (key in TURNS && target.matches(".desk-tools button")) {
      turn(target, TURNS[key]);
    } else if (key.toLowerCase() === "x" && on) {
      nextDoubt();
    } else if (key === " " && inLines && target.id !== "desk-keys") {
      const mine = row(cursor);
      if (mine) box(mine).checked = !box(mine).checked;
      anchor = null;
    } else if (key === "Enter" && inLines) {
      const stretch = row(cursor)?.closest(".stretch");
      if (stretch) toManuscript(stretch.dataset.place);
    } else if (key === "Escape") {
      for (const item of chosen()) item.checked = false;
      anchor = null;
      light("");
    } else {
      return on && pressKey(key);
    }
    return true;
  }

  /* Who is quicker than the site loses nothing: each key waits for what the one before has done. */
  function goOn() {
    while (waiting.length && !busy && !isField(document.activeElement)) {
      act(...waiting.shift(), document.activeElement);
    }
    if (!busy) waiting.length = 0;
  }

  function pressKey(key) {
    const button = buttonOf(key);
    if (!button) return false;
    if (button.matches("a")) {
      button.click();
    } else if (button.matches(":disabled")) {
      const refusal = document.getElementById("desk-why");
      say(refusal ? readable(refusal) : button.dataset.why);
    } else if (button.value === "ignore" && !document.getElementById("desk-reason").value.trim()) {
      document.getElementById("desk-reason").focus();
    } else {
      form().requestSubmit(button);
    }
    return true;
  }

  function say(text) {
    status.textContent = "";
    // An empty moment between, so that the same sentence is read out again.
    setTimeout(() => { status.textContent = text; }, 50);
    clearTimeout(fading);
    fading = setTimeout(() => { status.textContent = ""; }, 6000);
  }

  async function send(event) {
    const button = event.submitter;
    if (event.target.id !== "desk-form") return;
    event.preventDefault();
    missed = busy;
    if (busy) return;
    busy = true;
    status.textContent = ""; // what was stored before is no answer to this
    form().classList.add("is-busy");
    if (staleToken) await renewToken();
    const data = new FormData(form());
    data.append(button?.name || "op", button?.value || "ignore");
    if (!data.has("line") && cursor) data.append("line", cursor);
    data.append("shown", [...root.querySelectorAll("[data-print]")].map((part) => part.dataset.print).join(" "));
    // What is typed from now on is meant for the lines again.
    if (document.activeElement?.id === "desk-reason") stand(cursor);
    const answer = await ask({ method: "POST", body: data });
    busy = false;
    form().classList.remove("is-busy");
    if (!answer) say(root.dataset.offline);
    else if (answer.desk) show(answer, button, data.getAll("line"));
    else complain(answer);
    // What was to follow a change that is not made would fall on other lines.
    if (!answer?.ok) waiting.length = 0;
    goOn();
  }

  /* What the site answers: { ok, status, login, desk }, where `desk` is null if it shows none. */
  async function ask(options) {
    try {
      const found = await fetch(location.pathname + location.search, options);
      const page = new DOMParser().parseFromString(await found.text(), "text/html");
      const login = found.redirected && found.url.includes("/login/");
      return { ok: found.ok, status: found.status, login, desk: page.getElementById("desk") };
    } catch {
      return null;
    }
  }

  async function renewToken() {
    const answer = await ask({});
    const [mine, fresh] = [root, answer?.desk].map((desk) => desk?.querySelector("[name=csrfmiddlewaretoken]"));
    if (!fresh) return;
    mine.value = fresh.value;
    staleToken = false;
  }

  /* Logged out meanwhile, or an error: what is chosen and typed stays, and an alert tells. */
  function complain(answer) {
    staleToken = true;
    document.getElementById("desk-complaint")?.remove();
    const note = document.createElement("p");
    note.id = "desk-complaint";
    note.className = "desk-note desk-bad";
    note.setAttribute("role", "alert");
    note.textContent = answer.login ? root.dataset.login : root.dataset.failed.replace("{}", answer.status);
    if (answer.login) {
      const way = document.createElement("a");
      [way.href, way.target, way.textContent] = [location.pathname, "_blank", root.dataset.way];
      note.append(" ", way);
    }
    root.querySelector(".desk-news").prepend(note);
    note.scrollIntoView({ block: "nearest" });
  }

  const kept = () => KEPT.map((id) => document.getElementById(id)).filter(Boolean);

  function keep(before) {
    for (const { id, value, checked } of before) {
      const field = document.getElementById(id);
      if (field?.matches("select") && field.querySelector(`option[value="${CSS.escape(value)}"]`)) field.value = value;
      else if (field) field.checked = checked;
    }
  }

  const same = (element) => element.dataset.print ?? element.outerHTML;

  /* Make the children of `mine` those of `fresh`; what is the same in both stays where it is. */
  function renew(mine, fresh) {
    const known = new Map([...mine.children].map((child) => [same(child), child]));
    const wanted = [...fresh.children].map((child) => {
      const own = known.get(same(child));
      known.delete(same(child));
      return own ?? child;
    });
    const staying = new Set(wanted);
    for (const child of [...mine.children]) if (!staying.has(child)) child.remove();
    let at = mine.firstElementChild;
    for (const child of wanted) {
      if (child === at) at = at.nextElementSibling;
      else mine.insertBefore(child, at);
    }
  }

  function show({ ok, desk }, button, sent) {
    const set = kept();
    // What was chosen while the change was stored is for the next one; after a refusal, all is.
    const left = chosen().map((item) => item.value).filter((key) => !ok || !sent.includes(key));
    const pressed = document.activeElement?.closest("button, input:not([name=line]), select");
    const again = pressed && (pressed.id ? `#${pressed.id}` : `button[value="${pressed.value}"]`);
    const pieces = [...root.querySelectorAll(".piece")].map((piece) => piece.id);
    const piece = pressed?.closest(".piece")?.id;
    for (const part of desk.querySelectorAll("[data-part]")) renew(document.getElementById(part.id), part);
    keep(set);
    for (const item of chosen()) item.checked = false;
    for (const key of ok ? left : [...left, ...sent]) if (row(key)) box(row(key)).checked = true;
    light("");
    anchor = null;
    prepare();
    const back = ok && again && button?.value !== "ignore" && root.querySelector(`:is(.desk-tools, .piece-tools) ${again}:enabled`);
    // A piece that is the first now, or went into the one before it.
    const near = piece && (document.getElementById(piece) ?? document.getElementById(pieces[pieces.indexOf(piece) - 1]));
    const stay = back || near?.querySelector("button:enabled");
    if (stay) stay.focus({ preventScroll: true });
    else stand(cursor);
    const said = root.querySelector("[data-said]");
    // A refusal is an alert: it is read out by itself, and stays.
    if (ok && said) say([readable(said), missed ? root.dataset.missed : ""].join(" "));
    else said?.scrollIntoView({ block: "nearest" });
  }

  function onClick(event) {
    const target = event.target;
    if (target.matches(".desk-skips a[href='#lines-body']") && cursor) {
      event.preventDefault();
      stand(cursor);
      return;
    }
    const number = target.closest("a.number");
    const from = target.closest("a.from");
    if (number || from) {
      event.preventDefault();
      if (number) {
        stand(keyOf(number), false);
        toManuscript(number.closest(".stretch").dataset.place);
      } else {
        toLines(from.closest("[data-place]").dataset.place);
      }
      return;
    }
    const line = target.closest('.desk-asked a, .desk-rest a, .desk-conflict th a');
    if (line && row(line.hash.slice(2))) {
      event.preventDefault();
      stand(line.hash.slice(2));
      return;
    }
    const words = target.closest(".row label");
    if (words && event.shiftKey) {
      // Browsers would select the words between instead.
      event.preventDefault();
      choose(anchor ?? keyOf(words), keyOf(words));
      anchor ??= keyOf(words);
      stand(keyOf(words));
      return;
    }
    if (target.matches("input[name=line]")) {
      if (event.shiftKey && anchor) choose(anchor, keyOf(target));
      else anchor = keyOf(target);
      stand(keyOf(target));
      return;
    }
    const block = target.closest(".block[data-place]");
    if (block && !getSelection().toString()) toLines(block.dataset.place);
  }

  if (!root) return;
  root.addEventListener("click", onClick);
  root.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest(".row label")) event.preventDefault();
  });
  root.addEventListener("submit", send);
  document.addEventListener("keydown", onKey);
  root.addEventListener("focusin", (event) => {
    if (event.target.matches("input[name=line]")) stand(keyOf(event.target), false);
    if (event.target.matches(".desk-tools button")) offer(event.target);
  });
  root.addEventListener("change", (event) => {
    if (event.target.id !== "desk-keys") return;
    if (event.target.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });
  prepare();
  const at = location.hash.match(/^#[Ls](.+)$/);
  if (at && row(at[1])) stand(at[1]);
})();
