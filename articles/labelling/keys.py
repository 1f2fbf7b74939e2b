"""A unit of a page named by the text of its lines."""

import hashlib


def unit_key(record, numbers):
    """Names a unit by the text of its lines, so that the same print is never taken twice."""
    texts = {line.number: line.raw for line in record.lines}
    digest = hashlib.sha256()
    for number in numbers:
        digest.update(f"{number}:{texts[number]}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
