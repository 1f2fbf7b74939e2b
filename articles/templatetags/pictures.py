"""A photo of a version as readers' pages show it: WebP in several widths, and the JPEG."""

from django import template

from articles.images.renditions import widths_for
from articles.models.addresses import address
from articles.templatetags.pieces import NOTHING, html, within

register = template.Library()


@register.simple_tag
def picture(photo, *, sizes, css="", loading="lazy", beside=""):
    """`sizes` tells the browser how wide the picture will stand, as in HTML.

    What is said `beside` it in the same link is not said of the picture once more.
    """
    return html(picture_of(photo, sizes=sizes, css=css, loading=loading, beside=beside))


def picture_of(photo, *, sizes, css="", loading="lazy", beside=""):
    alt = photo.alt or photo.caption
    size = f' width="{photo.width}" height="{photo.height}"' if photo.width else ""
    image = (
        f'<img src="{{}}"{size} alt="{{}}" loading="{loading}">',
        (address("photo", photo.image_sha256), "" if alt == beside else alt),
    )
    opening = f'<picture class="{css}">' if css else "<picture>"
    return within(opening, (_source(photo, sizes), image), "</picture>")


def _source(photo, sizes):
    widths = widths_for(photo.width)
    if not widths:
        return NOTHING
    offered = ((address("rendition", photo.image_sha256, width), width) for width in widths)
    told = ", ".join(f"{at} {width}w" for at, width in offered)
    return '<source type="image/webp" srcset="{}" sizes="{}">', (told, sizes)
