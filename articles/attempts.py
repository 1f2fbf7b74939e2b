"""How often a password may be tried: by name and network, by name, and by network."""

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.models import LoginAttempt

log = logging.getLogger("newsroom.logins")

WITHIN = timedelta(minutes=15)
OF_NAME_HERE = 5
# A name from everywhere, against guessing from many machines; a whole office behind one address.
OF_NAME = 50
OF_NETWORK = 100


def begin(name, network):
    """Put an attempt down before the password is looked at, so that a burst is counted.

    The attempt, to be struck out by `succeed`; None where it is one too many. Names that exist
    and names that do not are counted alike.
    """
    now = timezone.now()
    LoginAttempt.objects.filter(at__lte=now - WITHIN).delete()
    attempt = LoginAttempt.objects.create(
        name=_hash(name.casefold()), network=_hash(network), at=now
    )
    if not _is_too_many(attempt):
        return attempt
    # What was never tried does not make the wait longer.
    attempt.delete()
    log.warning("Too many attempts: name %s, network %s", attempt.name[:12], network)
    return None


def succeed(attempt):
    """Forget the attempts of this name from this network."""
    LoginAttempt.objects.filter(name=attempt.name, network=attempt.network).delete()


def fail(attempt, network):
    """Put the failure into the log; the row stays and counts."""
    log.warning("Failed login: name %s, network %s", attempt.name[:12], network)


def _is_too_many(attempt):
    recent = LoginAttempt.objects.filter(Q(name=attempt.name) | Q(network=attempt.network))
    pairs = list(recent.values_list("name", "network"))
    here = pairs.count((attempt.name, attempt.network))
    of_name = sum(name == attempt.name for name, _network in pairs)
    of_network = sum(network == attempt.network for _name, network in pairs)
    return here > OF_NAME_HERE or of_name > OF_NAME or of_network > OF_NETWORK


def _hash(text):
    return salted_hmac("newsroom.attempts", text, algorithm="sha256").hexdigest()
