"""Live articles one after the other, however many there are."""

from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from django.conf import settings

from articles.exporting.choosing import Chosen
from articles.exporting.texts import told
from articles.formats import lines, plain

AT_ONCE = 200


def _write(form, chosen: Chosen, file: BinaryIO, say: Callable[[int, int], None]):
    # The numbers alone are kept, and each is asked for again when its turn comes.
    numbers = list(chosen.articles().values_list("pk", flat=True))
    for start in range(0, len(numbers), AT_ONCE):
        say(start, len(numbers))
        asked = chosen.articles().filter(pk__in=numbers[start : start + AT_ONCE])
        for article in told(asked):
            file.write(form(article, settings.SITE_ADDRESS).encode())
    say(len(numbers), len(numbers))


write_text = partial(_write, plain.text_of)
write_lines = partial(_write, lines.line_of)
