"""What a login is called on the screen."""

import re

HAN = re.compile(r"[㐀-鿿]")


def full_name(user):
    """A login's own name in the order of its language; "" if none was given."""
    if HAN.match(user.last_name + user.first_name):
        return user.last_name + user.first_name
    return user.get_full_name()


def shown_name(user):
    """What colleagues know a login by: its own name, else the login."""
    return full_name(user) or user.get_username()
