/* Counts the characters of the text while it is written, as the house counts them (articles/body.py). */
"use strict";

const counted = document.querySelector("[name=body]");
const count = document.querySelector("[data-count]");
const planned = document.querySelector("[name=planned_length]");

function show() {
  const words = counted.value.replace(/^[ \u3000]*(?:[#＃]{2,}|[>＞])/gm, "").replace(/\s/g, "");
  const goal = planned.value ? ` / ${planned.value}` : "";
  count.textContent = count.dataset.count.replace("#", Array.from(words).length + goal);
  count.hidden = false;
}

counted.addEventListener("input", show);
planned.addEventListener("input", show);
show();
