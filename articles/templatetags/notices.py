"""How many notices wait for a person, for the head of every page."""

from django import template

from articles.workflow import notifying

register = template.Library()


@register.simple_tag
def unread_notices(user):
    return notifying.unread_count(user) if user.is_authenticated else 0
