"""What tells a reader's copy of a page from the present one (RFC 9110, 8.8)."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.timezone import now

from articles.gate import site_of
from articles.public.release import release
from articles.triggers.stamps import seen_of, seen_of_all

# What changes within one second has the same date, and is seen only when its transaction ends.
SETTLED = 60  # seconds


@dataclass(frozen=True)
class Validators:
    """Of one address in one language at a `moment`. `key` is its state; `date`, in seconds, or
    None, the last change of what is live.
    """

    key: str
    date: int | None
    moment: datetime

    @property
    def tag(self):
        """A weak one: equal tags, equal news, but a byte may differ."""
        return f'W/"{self.key}"'

    def match(self, request):
        """Whether the reader's copy is the present one. Any other date than ours tells nothing."""
        if tags := request.META.get("HTTP_IF_NONE_MATCH"):
            # Nearly all send back the one tag that they were given.
            given = {tags} if tags == self.tag else parse_etags(tags)
            return f'"{self.key}"' in {tag.removeprefix("W/") for tag in given}
        since = request.META.get("HTTP_IF_MODIFIED_SINCE")
        return bool(self.date and since) and parse_http_date_safe(since) == self.date

    def hold(self):
        """Whether a page made since shows that state, or a later one; not by a clock set back."""
        return now() >= self.moment

    def put_on(self, response):
        response["ETag"] = self.tag
        if self.date:
            response["Last-Modified"] = _spelled(self.date)
        return response


def validators_of(request, publication, language, *, each_hour):
    """Those of the address asked for; None where there is no publication of that name.

    The page depends on the stamp of the publication with that slug, or on all of them where it is
    None, on the hour if `each_hour`, and on nothing else that changes.
    """
    moment = now()
    # A host that is not ours is refused here, before the database is asked.
    address = site_of(request) + request.get_full_path()
    seen = seen_of_all() if publication is None else seen_of(publication)
    if seen is None:
        return None
    parts = [seen.token, release(), language, address]
    if each_hour:
        parts.append(f"{moment:%Y-%m-%d %H}")
    key = sha256("\n".join(parts).encode()).hexdigest()[:32]
    date = int(seen.at.timestamp())
    is_told = not each_hour and moment.timestamp() >= date + SETTLED
    return Validators(key, date if is_told else None, moment)


@lru_cache(maxsize=64)
def _spelled(date):
    """What changed last changed at one moment, for all who ask."""
    return http_date(date)
