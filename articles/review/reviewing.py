"""The review screen's material: what changed since when and by whom, and what was said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from django.utils import timezone

from articles import checks
from articles.models import LastLook, Version
from articles.review.slips import Hand, hands, layers, marked_up
from articles.texts.manuscripts import Manuscript, Spot
from articles.texts.redlines import Paragraph, Stretch, follow
from articles.workflow import checking

# How the base of a comparison is chosen, beside a version's number.
SINCE = ("seen", "submission", "beginning")
NO_TEXT = ("body", "lead")


@dataclass(frozen=True)
class Segment:
    """Characters of one kind: by whom they were put in or taken out, and what was found there."""

    text: str
    added: Hand | None = None
    removed: Hand | None = None
    findings: tuple[checks.Finding, ...] = ()
    marks: tuple = ()
    is_last: bool = True  # of its hand's run


@dataclass
class Block:
    """One paragraph of the sheet, with all that is pinned to it. Gone ones have no spot."""

    part: str
    spot: Spot | None
    paragraph: Paragraph
    findings: list[checks.Finding] = field(default_factory=list)
    comments: list = field(default_factory=list)
    marks: list = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)

    @property
    def is_changed(self):
        return self.paragraph.is_changed


class Sheet:
    """An article as one person reviews it, against the version chosen by `since`.

    `since` is one of SINCE or a version's number. All of it asks for a fixed number of queries.
    """

    def __init__(self, standing, since=""):
        self.standing, self.article = standing, standing.article
        self.asked = since

    @cached_property
    def versions(self) -> list[Version]:
        """All, the oldest first, without their texts."""
        found = self.article.versions.select_related("made_by").order_by("number")
        return list(found.defer(*NO_TEXT))

    @property
    def newest(self) -> Version:
        return self.versions[-1]

    @cached_property
    def bases(self) -> dict[str, Version]:
        """The versions that can be compared with, by the names of SINCE."""
        first, by_key = self.versions[0], {version.pk: version for version in self.versions}
        events = self.standing.events
        submitted = [event.version_id for event in events if event.action == "submit"]
        seen = self._seen(by_key)
        found = {
            "seen": by_key.get(seen),
            "submission": by_key.get(submitted[-1]) if submitted else None,
            "beginning": first,
        }
        return {name: version for name, version in found.items() if version is not None}

    def _seen(self, by_key):
        """The newest version that the person is known to have had before their eyes."""
        mine = self.standing.user.pk
        look = LastLook.objects.filter(article=self.article, user=mine).values_list("version")
        known = [key for (key,) in look]
        known += [event.version_id for event in self.standing.events if event.actor_id == mine]
        known += [version.pk for version in self.versions if version.made_by_id == mine]
        found = [by_key[key] for key in known if key in by_key]
        return max(found, key=lambda version: version.number).pk if found else None

    @cached_property
    def since(self) -> str:
        """Which base is shown: the one asked for, else since the last look, else from the start."""
        numbers = {str(version.number) for version in self.versions}
        if self.asked in self.bases or self.asked in numbers:
            return self.asked
        return "seen" if "seen" in self.bases else "beginning"

    @cached_property
    def base(self) -> Version:
        if self.since in self.bases:
            return self.bases[self.since]
        return next(each for each in self.versions if str(each.number) == self.since)

    @cached_property
    def layers(self) -> list[Version]:
        """The base, and of each person's versions in a row the last."""
        return layers([each for each in self.versions if each.number >= self.base.number])

    @cached_property
    def hands(self) -> dict[int, Hand]:
        """{user: hand} of those who changed the text since its first version."""
        return hands(self.versions)

    @cached_property
    def legend(self) -> list[Hand]:
        """The hands that show on this sheet."""
        shown = {
            hand
            for block in self.blocks
            for each in block.paragraph.stretches
            for hand in (each.added, each.removed)
        }
        return [hand for hand in self.hands.values() if hand in shown]

    @cached_property
    def comments(self) -> list:
        found = self.article.reviewcomments.select_related("by", "version")
        return list(found.defer("version__body").prefetch_related("replies__by"))

    @cached_property
    def marks(self) -> list:
        found = self.article.proofmarks.select_related("by", "version", "voided_by")
        return list(found.defer("version__body").order_by("pk"))

    @cached_property
    def manuscripts(self) -> dict[int, Manuscript]:
        """{version: its text} of all that is compared or pointed at."""
        needed = {version.pk for version in self.layers} | {self.newest.pk}
        needed |= {each.version_id for each in [*self.comments, *self.marks]}
        found = Version.objects.filter(pk__in=needed).prefetch_related("photos")
        return {version.pk: checking.manuscript_of_version(version) for version in found}

    @cached_property
    def text(self) -> Manuscript:
        return self.manuscripts[self.newest.pk]

    @cached_property
    def findings(self) -> list[checks.Finding]:
        return list(checking.findings(self.article))

    @cached_property
    def waivers(self) -> dict:
        return {each.key: each for each in self.article.waivers.select_related("by")}

    @cached_property
    def blocks(self) -> list[Block]:
        """Every paragraph in the order of reading, gone ones where they stood."""
        parts = marked_up(self.layers, self.manuscripts, self.hands)
        blocks = [
            Block(name, None if each.place is None else Spot(name, each.place), each)
            for name, paragraphs in parts
            for each in paragraphs
        ]
        here = {block.spot: block for block in blocks if block.spot is not None}
        for finding in self.findings:
            if block := here.get(finding.spot):
                block.findings.append(finding)
        for kind in ("comments", "marks"):
            for each in getattr(self, kind):
                spot = self._spot_now(each)
                if spot in here:
                    getattr(here[spot], kind).append(each)
        for block in blocks:
            block.segments = _with_ends(list(_segments(block)))
        return blocks

    @cached_property
    def adrift(self) -> list:
        """(comment or mark, its paragraph as it read) of those whose paragraph is gone."""
        held = {id(each) for block in self.blocks for each in [*block.comments, *block.marks]}
        return [
            (each, self.manuscripts[each.version_id].at(each.spot) or "")
            for each in [*self.comments, *self.marks]
            if id(each) not in held
        ]

    @property
    def loose_findings(self):
        """What the checks find and no paragraph shows."""
        shown = {id(finding) for block in self.blocks for finding in block.findings}
        return [finding for finding in self.findings if id(finding) not in shown]

    def _spot_now(self, pinned) -> Spot | None:
        """Where the paragraph stands in the newest version, if it is still recognised."""
        if pinned.version_id == self.newest.pk:
            return pinned.spot
        now = self._followed(pinned.version_id, pinned.part).get(pinned.paragraph)
        return None if now is None else Spot(pinned.part, now)

    def _followed(self, version, part) -> dict[int, int]:
        known = self.__dict__.setdefault("_ways", {})
        if (version, part) not in known:
            old, new = self.manuscripts[version].part(part), self.text.part(part)
            known[version, part] = follow(old, new)
        return known[version, part]


def look(article, *, by, version):
    """Remember that the person has read the article up to this version, never an earlier one."""
    held, is_new = LastLook.objects.select_related("version").get_or_create(
        article=article, user=by, defaults={"version": version}
    )
    if not is_new and version.number >= held.version.number:
        held.version, held.at = version, timezone.now()
        held.save(update_fields=["version", "at"])


def _segments(block: Block) -> Iterator[Segment]:
    """The paragraph's characters, cut wherever a finding or mark begins or ends."""
    spans = [(each.start, each.end, each, None) for each in block.findings if each.end > each.start]
    spans += [
        (each.start, each.stop, None, each)
        for each in block.marks
        if not each.is_void and block.paragraph.text[each.start : each.stop] == each.text
    ]
    cuts = sorted({place for start, end, _f, _m in spans for place in (start, end)})
    place = 0
    for stretch in block.paragraph.stretches:
        if stretch.removed is not None:
            yield Segment(stretch.text, stretch.added, stretch.removed)
            continue
        for piece in _cut(stretch, place, cuts):
            end = place + len(piece)
            over = [span for span in spans if span[0] < end and place < span[1]]
            yield Segment(
                piece,
                stretch.added,
                None,
                tuple(finding for _s, _e, finding, _m in over if finding is not None),
                tuple(mark for _s, _e, _f, mark in over if mark is not None),
            )
            place = end


def _with_ends(segments: list[Segment]) -> list[Segment]:
    """Told who did it once at the end of each run, however often findings cut it."""
    hands = [(each.added, each.removed) for each in segments]
    return [
        replace(each, is_last=hands[place : place + 1] != hands[place + 1 : place + 2])
        for place, each in enumerate(segments)
    ]


def _cut(stretch: Stretch, place, cuts) -> list[str]:
    inside = [cut - place for cut in cuts if place < cut < place + len(stretch.text)]
    ends = [0, *inside, len(stretch.text)]
    return [stretch.text[start:end] for start, end in pairwise(ends)]
