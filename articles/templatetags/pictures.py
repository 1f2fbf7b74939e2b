"""A photo of a version as readers' pages show it: WebP in several widths, and the JPEG."""

from django import template

from articles.images.renditions import widths_for

register = template.Library()


@register.inclusion_tag("public/_picture.html")
def picture(photo, *, sizes, css="", loading="lazy"):
    """`sizes` tells the browser how wide the picture will stand, as in HTML."""
    return {
        "photo": photo,
        "widths": widths_for(photo.width),
        "sizes": sizes,
        "css": css,
        "loading": loading,
    }
