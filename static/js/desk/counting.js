/* Counts the characters of the text while it is written, as the house counts them once the text
   is tidied (articles/texts/body.py). */
"use strict";

const counted = document.querySelector("[name=body]");
const count = document.querySelector("[data-count]");
const planned = document.querySelector("[name=planned_length]");

const BREAK = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/;
const UNSEEN =
  /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const MARK = /^(?:[#＃]{2,}(?![#＃])|[>＞])\s*(?=\S)/;
const UNCOUNTED = /[ \t\u3000\xa0\u200c\u200d]/g;

function lengthOf(line) {
  const seen = line.replace(UNSEEN, "").trim();
  return Array.from(seen.replace(MARK, "").replace(UNCOUNTED, "")).length;
}

function show() {
  const length = counted.value.split(BREAK).reduce((sum, line) => sum + lengthOf(line), 0);
  const goal = planned.value ? ` / ${planned.value}` : "";
  count.textContent = count.dataset.count.replace("#", length + goal);
  count.hidden = false;
}

counted.addEventListener("input", show);
planned.addEventListener("input", show);
show();
