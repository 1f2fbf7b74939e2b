"""How far a long command is: a bar where somebody looks, plain lines where nobody does."""

import time

BAR = 30
EVERY = 0.2  # seconds, on a terminal
PLAIN_EVERY = 10


class Progress:
    """Writes to `stream` how many of `total` are done; `show` costs nothing most of the time."""

    def __init__(self, stream, total):
        self.stream, self.total = stream, total
        self.is_terminal = stream.isatty()
        self.began = time.monotonic()
        self.next = 0.0

    def show(self, done, note=""):
        now = time.monotonic()
        if now < self.next and done < self.total:
            return
        self.next = now + (EVERY if self.is_terminal else PLAIN_EVERY)
        rate = done / max(now - self.began, 0.001)
        text = f"{done}/{self.total} · {rate:.1f}/s {note}".rstrip()
        if self.is_terminal:
            filled = BAR * done // max(self.total, 1)
            self.stream.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {text}\033[K", ending="")
        else:
            self.stream.write(text)
        self.stream.flush()

    def end(self):
        if self.is_terminal:
            self.stream.write("")
