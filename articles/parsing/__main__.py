"""Page files → JSON, for trying pages by hand and for scoring: python -m articles.parsing FILE…"""

import argparse
import json
import sys
from pathlib import Path

from articles.parsing import SourceError, decode, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.reading import read_pdf
from articles.records import PageRecord


def main(argv: list[str] | None = None) -> int:
    """Write one JSON per file; 1 when a file was refused."""
    parser = argparse.ArgumentParser(prog="articles.parsing", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, help="folder for NAME.json; without it, print")
    options = parser.parse_args(argv)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    refused = [_convert(path, options.out) for path in options.files]
    return int(not all(refused))


def _convert(path: Path, folder: Path | None) -> bool:
    try:
        record = _read(path.read_bytes())
    except (SourceError, PdfError, OSError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return False
    text = json.dumps(page_to_json(record), ensure_ascii=False, indent=1)
    if folder:
        (folder / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    return True


def _read(data: bytes) -> PageRecord:
    if not data.startswith(b"%PDF-"):
        return parse_page(decode(data).text)
    printed = read_pdf(data)
    return parse_page(printed.text, layout=printed.layout)


if __name__ == "__main__":
    sys.exit(main())
