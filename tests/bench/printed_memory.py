"""The peak of memory while issues are read: python -m tests.bench.printed_memory FILE ISSUES."""

import resource
import sys
from pathlib import Path

from articles.parsing import parse_page
from articles.parsing.pdf.reading import count_pages, read_pdf


def main(file: Path, issues: int) -> None:
    for _ in range(issues):
        data = file.read_bytes()
        for index in range(count_pages(data)):
            page = read_pdf(data, index)
            parse_page(page.text, layout=page.layout)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peak:6.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
