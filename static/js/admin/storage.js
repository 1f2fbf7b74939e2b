/* Where the browser lets pages keep nothing (storage is switched off, or has no room), each page
   remembers for itself until it is left, and all scripts after this one work, Django's among them. */
"use strict";

for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].setItem("probe", "");
    window[name].removeItem("probe");
  } catch {
    const held = new Map();
    const value = {
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, text) => held.set(key, String(text)),
      removeItem: (key) => held.delete(key),
    };
    Object.defineProperty(window, name, { configurable: true, value });
  }
}
