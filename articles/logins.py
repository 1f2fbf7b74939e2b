"""What a login is called on the screen."""

import re

from django.contrib.auth import get_user_model

HAN = re.compile(r"[㐀-鿿]")


def full_name(user):
    """A login's own name in the order of its language; "" if none was given."""
    if HAN.match(user.last_name + user.first_name):
        return user.last_name + user.first_name
    return user.get_full_name()


def shown_name(user):
    """What colleagues know a login by: its own name, else the login."""
    return full_name(user) or user.get_username()


def shown_names(usernames):
    """{login: what colleagues know it by}, of records that keep the bare login."""
    people = get_user_model().objects.filter(username__in=usernames) if usernames else ()
    return {person.get_username(): shown_name(person) for person in people}
