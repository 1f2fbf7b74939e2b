"""The forms in which an issue or a whole paper can be carried away: one table for all doors."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from articles.exporting import archives, streams
from articles.exporting.choosing import Chosen
from articles.exporting.mirror import copying

Say = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True)
class Kind:
    """`write` takes what is chosen, a file that can be wound back, and whom to tell how far it is.

    Of a kind `of_one_issue` nothing but an issue can be written into one file.
    """

    name: str
    label: str
    explanation: str
    suffix: str
    content_type: str
    write: Callable[[Chosen, BinaryIO, Say], None]
    of_one_issue: bool = False

    def file_name(self, chosen: Chosen) -> str:
        """In plain letters, as any system takes them."""
        day = chosen.issue.date if chosen.issue else "all"
        return f"{chosen.publication.slug}-{day}{self.suffix}"


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "mirror",
            _("Copy to open without a server"),
            _("A zip of the issue's pages as readers see them. Unpack it and open index.html."),
            ".zip",
            "application/zip",
            copying.write,
            of_one_issue=True,
        ),
        Kind(
            "text",
            _("Plain text"),
            _("All articles of the issue one below the other, for any program."),
            ".txt",
            "text/plain; charset=utf-8",
            streams.write_text,
        ),
        Kind(
            "jsonl",
            _("Data (JSON Lines)"),
            _("One article a line with all that readers see of it, for programs."),
            ".jsonl",
            "application/jsonl",
            streams.write_lines,
        ),
        Kind(
            "mets-alto",
            _("Digital archive (METS/ALTO)"),
            _("A zip for libraries: each page with its words, line by line, and its picture."),
            ".mets.zip",
            "application/zip",
            archives.write,
            of_one_issue=True,
        ),
    )
}
