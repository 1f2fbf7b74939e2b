"""Pictures as they are uploaded → checked, turned upright, without hidden data, as JPEG."""

import hashlib
import re
import struct
import warnings
from contextlib import nullcontext
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from articles.files import once
from articles.images import picture_jobs, renditions
from articles.refusals import Refusal, Refused

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
QUALITY = 90
LONGEST_SIDE = 65_500  # pixels; a JPEG has no more
# Pictures of so many pixels are read one after the other: one takes a gigabyte at the most.
LARGE = 25_000_000
# A JPEG may be drawn over and over, a pass for some hundred bytes, and every pass takes all pixels.
# Cameras and programs make some ten passes.
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
START, PASS, END = 0xD8, 0xDA, 0xD9
MOST_PASSED = 2_500_000_000  # pixels
_one_large = Lock()
# What Pillow raises for damaged files, and for camera data that is not what it says it is.
DAMAGED = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    struct.error,
)


@dataclass(frozen=True)
class Picture:
    data: bytes
    width: int
    height: int

    @property
    def sha256(self):
        return hashlib.sha256(self.data).hexdigest()


def read_picture(data: bytes) -> Picture:
    """Encode a picture anew, or raise Refused. What cameras write beside it is not kept."""
    if len(data) > settings.MAX_PICTURE_BYTES:
        raise _too_large(_("%(size)s bytes") % {"size": len(data)})
    try:
        # A picture that Pillow would only warn of is judged by our own limit below.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                too_long = max(image.size) > LONGEST_SIDE
                if too_long or image.width * image.height > settings.MAX_PICTURE_PIXELS:
                    size = f"{image.width} × {image.height}"
                    raise _too_large(_("%(size)s pixels") % {"size": size})
                passes = _passes(data) if image.format in ("JPEG", "MPO") else 1
                if passes * image.width * image.height > MOST_PASSED:
                    raise _damaged()
                is_large = image.width * image.height > LARGE
                with _one_large if is_large else nullcontext():
                    return _encoded(image)
    except DAMAGED as error:
        raise _damaged() from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(_("far too many pixels")) from error


def attach(photo, picture: Picture):
    """Give a photo its picture, in memory; the file is stored under the hash of its content."""
    name = store(picture)
    photo.image.name = name
    photo.image_sha256 = picture.sha256
    photo.image_width, photo.image_height = picture.width, picture.height
    sha256 = picture.sha256
    transaction.on_commit(lambda: picture_jobs.make_renditions.enqueue(sha256))


def store(picture: Picture) -> str:
    """Keep the file, once for all photos that show it; return its name."""
    name = renditions.original_path(picture.sha256)
    once.put(default_storage, name, picture.data)
    return name


def _encoded(image):
    # In memory a pixel takes four bytes, however small the file: nothing is copied without need.
    ImageOps.exif_transpose(image, in_place=True)
    profile = image.info.get("icc_profile")
    image = _in_eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = _on_white(image)
    bare = _in_srgb(image, profile)
    # Comments and the like stand here, and Pillow would write them again.
    bare.info = {}
    out = BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), *bare.size)


def _passes(data):
    """How often a JPEG is drawn over; what lies behind its end is none of it."""
    count, found = 0, MARKER.search(data)
    while found and data[found.end() - 1] != END:
        count += data[found.end() - 1] == PASS
        behind = found.end()
        if data[behind - 1] != START:
            behind += int.from_bytes(data[behind : behind + 2])
        found = MARKER.search(data, behind)
    return count


def _in_eight_bits(image):
    """Scanners write finer greys; Pillow would make all of them white that are above 255."""
    if image.mode.startswith("I;16"):
        image, low, high = image.convert("I"), 0, 65_535
    elif image.mode in ("I", "F"):
        low, high = image.getextrema()  # such files do not say which number is white
    else:
        return image
    scale = 255 / ((high - low) or 1)
    image.info.pop("transparency", None)  # told in the finer greys
    return image.point(lambda grey: grey * scale - low * scale).convert("L")


def _on_white(image):
    """Transparency becomes white paper, not black."""
    drawn = image if image.mode == "RGBA" else image.convert("RGBA")
    sheet = Image.new("RGB", drawn.size, "white")
    sheet.paste(drawn, mask=drawn)
    return sheet


def _in_srgb(image, profile):
    """The colours as every browser shows them, by the picture's own profile if it is sound."""
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            return ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except ImageCms.PyCMSError:
            pass  # a broken profile, or one for other colours, says nothing
    return image if image.mode == "RGB" else image.convert("RGB")


def _damaged():
    message = _("The file is not a picture that can be read, or it is damaged.")
    return Refused(Refusal("picture", message, next_step=_("Save it again as JPEG or PNG.")))


def _too_large(size):
    return Refused(
        Refusal(
            "picture_size",
            _("The picture is too large: %(size)s.") % {"size": size},
            next_step=_("Make it smaller and upload it again."),
        )
    )
