// Reading an article: the size of its text, remembered; its photos, large; its source, copied.
// Loaded before the page is drawn, so that a remembered size moves nothing.
"use strict";

(() => {
  const KEY = "text-size";
  const SMALLEST = -1;
  const LARGEST = 3;
  const root = document.documentElement;

  function remembered() {
    try {
      const size = Number(localStorage.getItem(KEY));
      return Number.isInteger(size) && size >= SMALLEST && size <= LARGEST ? size : 0;
    } catch {
      return 0; // Storage is switched off: nothing is remembered, and all else works.
    }
  }

  function remember(size) {
    try {
      localStorage.setItem(KEY, String(size));
    } catch {
      // As above.
    }
  }

  let size = remembered();
  root.dataset.textSize = size;

  function textSizes(tools) {
    const buttons = [...tools.querySelectorAll("[data-size]")];
    const show = () => {
      root.dataset.textSize = size;
      for (const button of buttons) {
        const step = Number(button.dataset.size);
        const stays = step === 0 ? size === 0 : size + step < SMALLEST || size + step > LARGEST;
        button.setAttribute("aria-disabled", String(stays));
      }
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const step = Number(button.dataset.size);
        size = step === 0 ? 0 : Math.min(LARGEST, Math.max(SMALLEST, size + step));
        remember(size);
        show();
      });
    }
    tools.querySelector("[data-print]").addEventListener("click", () => window.print());
    show();
  }

  function photos(template) {
    const links = [...document.querySelectorAll("a[data-photo]")];
    const dialog = template.content.firstElementChild.cloneNode(true);
    const [image, caption] = ["img", "figcaption"].map((name) => dialog.querySelector(name));
    const turns = [...dialog.querySelectorAll("[data-turn]")];
    let here = 0;

    const show = (place) => {
      here = (place + links.length) % links.length;
      const small = links[here].querySelector("img");
      const figure = links[here].closest("figure");
      image.src = links[here].dataset.photo;
      image.alt = small.alt;
      image.width = small.getAttribute("width");
      image.height = small.getAttribute("height");
      caption.textContent = figure.querySelector("figcaption")?.textContent ?? "";
    };
    const turn = (by) => links.length > 1 && show(here + by);

    for (const button of turns) {
      button.hidden = links.length < 2;
      button.addEventListener("click", () => turn(Number(button.dataset.turn)));
    }
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") turn(-1);
      if (event.key === "ArrowRight") turn(1);
    });
    // A press beside the photo closes as Escape does.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    links.forEach((link, place) => {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(place);
        dialog.showModal();
      });
    });
    document.body.append(dialog);
  }

  function citing(button) {
    const line = document.getElementById("cite-line");
    const said = document.getElementById("cite-said");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(line.innerText.replace(/\s+/g, " ").trim());
        said.textContent = button.dataset.done;
      } catch {
        // Without leave to copy, the line is chosen for the reader to copy.
        window.getSelection().selectAllChildren(line);
      }
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    textSizes(document.getElementById("reading-tools"));
    const template = document.getElementById("lightbox");
    if (template) photos(template);
    citing(document.getElementById("cite-copy"));
  });
})();
