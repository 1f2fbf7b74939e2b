"""三审三校: the moves of an article through its reviews, each allowed by a rule and put on record.

Every door calls `move`; `options` says beforehand what would be refused, and why.
"""

from articles.workflow.moving import (
    admit,
    attest,
    check_entry,
    describe,
    filing,
    move,
    options,
    options_of,
    publish_scheduled,
    remark,
)

__all__ = [
    "admit",
    "attest",
    "check_entry",
    "describe",
    "filing",
    "move",
    "options",
    "options_of",
    "publish_scheduled",
    "remark",
]
