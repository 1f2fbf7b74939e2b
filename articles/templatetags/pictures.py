"""A photo of a version as readers' pages show it: WebP in several widths, and the JPEG."""

from django import template

from articles.images.renditions import widths_for

register = template.Library()


@register.inclusion_tag("public/_picture.html")
def picture(photo, *, sizes, css="", loading="lazy", beside=""):
    """`sizes` tells the browser how wide the picture will stand, as in HTML.

    What is said `beside` it in the same link is not said of the picture once more.
    """
    alt = photo.alt or photo.caption
    return {
        "photo": photo,
        "alt": "" if alt == beside else alt,
        "widths": widths_for(photo.width),
        "sizes": sizes,
        "css": css,
        "loading": loading,
    }
