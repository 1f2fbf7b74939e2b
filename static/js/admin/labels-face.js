/* The printed page at the label desk: what is pointed at lights up on both sides; a frame drawn on
   the page chooses the lines inside it. All of it can be done in the list of lines as well. */
"use strict";

(() => {
  const root = document.getElementById("desk");
  const FAR = 5; // pixels from which a press becomes a frame
  let start = null;
  let drawn = false;

  const svg = () => document.getElementById("face-areas");
  const unitOf = (place) => (place || "").split("-")[0];

  function lightUnit(unit) {
    for (const region of svg().querySelectorAll(".region")) {
      region.classList.toggle("lit", unit !== "" && region.dataset.unit === unit);
    }
  }

  function lightLines(unit) {
    for (const stretch of root.querySelectorAll(".stretch[data-place]")) {
      stretch.classList.toggle("lit", unit !== "" && unitOf(stretch.dataset.place) === unit);
    }
  }

  function lightLine(number) {
    for (const line of svg().querySelectorAll(".print-line.lit")) line.classList.remove("lit");
    if (number) svg().querySelector(`.print-line[data-line="${CSS.escape(number)}"]`)?.classList.add("lit");
  }

  function point(event) {
    if (!svg() || start) return;
    const target = event.target;
    const region = target.closest?.(".region");
    if (region) {
      lightUnit("");
      lightLines(region.dataset.unit);
      return;
    }
    const place = target.closest?.("[data-place]");
    lightUnit(place ? unitOf(place.dataset.place) : "");
    lightLine(target.closest?.(".row")?.id.slice(1).split(".")[0]);
    if (target.closest?.("#face")) lightLines("");
  }

  /* A place on the screen → [x, y] of the drawing. */
  function at(event) {
    const box = svg().getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * 1000, (event.clientY - box.top) / box.height * 1000];
  }

  function frame(from, to) {
    const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
    const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    return { left, top, right, bottom };
  }

  function press(event) {
    const areas = event.target.closest?.("#face-areas");
    if (!areas || event.button !== 0) return;
    if (event.pointerType === "touch" && !document.getElementById("face-finger").checked) return;
    start = { place: at(event), x: event.clientX, y: event.clientY };
    drawn = false;
  }

  function drag(event) {
    if (!start || !svg()) return;
    if (!drawn && Math.hypot(event.clientX - start.x, event.clientY - start.y) < FAR) return;
    if (!drawn) svg().setPointerCapture(event.pointerId);
    drawn = true;
    event.preventDefault();
    const { left, top, right, bottom } = frame(start.place, at(event));
    const lasso = document.getElementById("face-lasso");
    lasso.setAttribute("x", left);
    lasso.setAttribute("y", top);
    lasso.setAttribute("width", right - left);
    lasso.setAttribute("height", bottom - top);
  }

  function release(event) {
    if (!start) return;
    const from = start.place;
    start = null;
    if (!drawn || !svg()) return;
    choose(frame(from, at(event)), event.shiftKey);
    const lasso = document.getElementById("face-lasso");
    lasso.setAttribute("width", 0);
    lasso.setAttribute("height", 0);
  }

  function choose({ left, top, right, bottom }, more) {
    const inside = new Set();
    for (const line of svg().querySelectorAll(".print-line")) {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(line.getAttribute(name)));
      const [middle, centre] = [x + width / 2, y + height / 2];
      if (middle >= left && middle <= right && centre >= top && centre <= bottom) inside.add(line.dataset.line);
    }
    let first = null;
    for (const box of root.querySelectorAll("input[name=line]")) {
      const isInside = inside.has(box.value.split(".")[0]);
      if (isInside) first ??= box;
      box.checked = isInside || (more && box.checked);
    }
    show();
    if (first) {
      first.focus({ preventScroll: true });
      first.closest(".pane-body")?.scrollTo({ top: first.closest(".row").offsetTop - 80 });
    }
    const count = root.querySelectorAll("input[name=line]:checked").length;
    document.getElementById("desk-status").textContent = svg().dataset.chosen.replace("0", count);
  }

  function show() {
    if (!svg()) return;
    const chosen = new Set([...root.querySelectorAll("input[name=line]:checked")].map((box) => box.value.split(".")[0]));
    for (const line of svg().querySelectorAll(".print-line")) line.classList.toggle("chosen", chosen.has(line.dataset.line));
  }

  if (!root || !svg()) return;
  root.addEventListener("pointerover", point);
  root.addEventListener("focusin", point);
  root.addEventListener("pointerdown", press);
  root.addEventListener("pointermove", drag);
  root.addEventListener("pointerup", release);
  root.addEventListener("pointercancel", () => { start = null; });
  root.addEventListener("dragstart", (event) => { if (event.target.closest("#face")) event.preventDefault(); });
  // The end of a frame is no click on the piece below it.
  root.addEventListener("click", (event) => {
    if (!drawn || !event.target.closest?.("#face-areas")) return;
    drawn = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  root.addEventListener("change", show);
  document.addEventListener("keyup", show);
  // After a change other lines are chosen, or none.
  new MutationObserver(show).observe(document.getElementById("desk-seen"), { childList: true });
  show();
})();
