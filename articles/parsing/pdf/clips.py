"""What an object on a page is clipped by: nothing of it shows outside of these boxes."""

import ctypes
from collections.abc import Iterator

from articles.parsing.pdf.matrices import apply
from articles.parsing.pdf.pdfium import C, Sheet

Box = tuple[float, float, float, float]  # left, top, right, bottom in points
MOST_CLIPS, MOST_POINTS = 8, 200
SAME_SPACE = 1.0, 0.0, 0.0, 1.0, 0.0, 0.0


def clip_boxes(thing, sheet: Sheet, matrix: tuple = SAME_SPACE) -> Iterator[Box]:
    """The boxes around the paths; `matrix` leads out of the form that the object lies in."""
    path = C.FPDFPageObj_GetClipPath(thing)
    count = C.FPDFClipPath_CountPaths(path) if path else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(MOST_CLIPS, max(0, count))):
        points, segments = [], C.FPDFClipPath_CountPathSegments(path, number)
        for k in range(0, segments, max(1, segments // MOST_POINTS)):
            C.FPDFPathSegment_GetPoint(C.FPDFClipPath_GetPathSegment(path, number, k), x, y)
            points.append(sheet.to_page(*apply(matrix, x.value, y.value)))
        if points:
            xs, ys = zip(*points, strict=True)
            yield min(xs), min(ys), max(xs), max(ys)


def shown_part(thing, sheet: Sheet, matrix: tuple, box: Box) -> Box | None:
    """The part of the object's box that its clips leave; None where they leave nothing."""
    left, top, right, bottom = box
    for clip in clip_boxes(thing, sheet, matrix):
        left, top = max(left, clip[0]), max(top, clip[1])
        right, bottom = min(right, clip[2]), min(bottom, clip[3])
    return (left, top, right, bottom) if left <= right and top <= bottom else None
