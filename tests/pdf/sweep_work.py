"""A child that reads one PDF in many damaged forms and says what came of each."""

import random
import sys

from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.reading import read_pdf
from articles.sandbox import pdf_work


def truncated(data: bytes, steps: int) -> pdf_work.Done:
    """Cut off at `steps` places."""
    places = (len(data) * step // steps for step in range(steps))
    return pdf_work.Done([_outcome(data[:place]) for place in places])


def scratched(data: bytes, times: int) -> pdf_work.Done:
    """Bytes replaced here and there, the same at every run."""
    rng, found = random.Random(11), []
    for _ in range(times):
        copy = bytearray(data)
        for _scratch in range(rng.choice((1, 4, 40))):
            copy[rng.randrange(len(copy))] = rng.randrange(256)
        found.append(_outcome(bytes(copy)))
    return pdf_work.Done(found)


def _outcome(data: bytes) -> str:
    try:
        page = read_pdf(data)
    except PdfError as error:
        return error.code
    return "page" if len(page.layout.places) == len(page.text.splitlines()) else "torn"


if __name__ == "__main__":
    pdf_work.JOBS.update(truncated=truncated, scratched=scratched)
    sys.exit(pdf_work.main(*sys.argv[1:]))
