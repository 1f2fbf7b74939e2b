"""Data for machines inside a page: a block of JSON that no browser runs."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()
# No text can end the block, nor begin a comment in it.
ESCAPES = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]


@register.simple_tag
def linked_data(data):
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in ESCAPES:
        text = text.replace(sign, escaped)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
