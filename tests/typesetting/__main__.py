"""Write typeset pages and truth: python -m tests.typesetting --count 60 --seed 7 --out DIR."""

import argparse
import json
from pathlib import Path

from . import pages


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.typesetting", description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for page_id, text, truth in pages(options.count, options.seed):
        # Bytes, because the line ends of the tools must stay as they are.
        (options.out / f"{page_id}.txt").write_bytes(text.encode("utf-8"))
        truth_text = json.dumps(truth, ensure_ascii=False, indent=1)
        (options.out / f"{page_id}.json").write_text(truth_text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
