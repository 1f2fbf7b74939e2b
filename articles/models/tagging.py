"""Tags with Chinese slugs, typed with Chinese separators."""

import re

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.models.addresses import address

LONGEST_TAG = 50
MOST_SIGNS = 12
SEPARATORS = re.compile(r"[,，、;；\n]")


def split_tags(text):
    """Tags as typed → names. Spaces stay inside a name: 三区 三城 is one tag."""
    names = (name.strip(' \t\u3000"“”') for name in SEPARATORS.split(text or ""))
    return list(dict.fromkeys(name for name in names if name))


def join_tags(tags):
    return "、".join(sorted(tag.name for tag in tags))


class Tag(TagBase):
    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def slugify(self, tag, i=None):
        """Of a name of signs alone (★, 😀) nothing would be left: their numbers stand for it."""
        if slug := slugify(tag, allow_unicode=True):
            return slug if i is None else f"{slug}_{i}"
        return "-".join(f"{ord(sign):x}" for sign in tag[:MOST_SIGNS]) + (f"_{i}" if i else "")

    def get_absolute_url(self):
        return address("tag", self.slug)


class Tagging(ItemBase):
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="taggings", verbose_name=_("tag"))
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="taggings", verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("tagging")
        verbose_name_plural = _("taggings")
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], name="article_has_a_tag_once"
            ),
        ]
