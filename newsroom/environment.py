"""The environment, read strictly: a value that makes no sense stops the start with its name."""

import os
import re
import secrets
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environ import Env

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}
CACHES = "django.core.cache.backends"
DATABASES = {"sqlite", "postgres", "postgresql"}
LARGEST = 10**15
HOST = re.compile(r"\*|\.?\w[\w.-]*|\[[0-9A-Fa-f:.]+\]")
ADDRESS = re.compile(r"https?://[^\s/]\S*")


def text(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name}={value!r}: write yes or no.")
    return value in YES


def number(name: str, default: int, *, least: int = 0, most: int = LARGEST) -> int:
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        span = f"of at least {least}" if most == LARGEST else f"from {least} to {most}"
        raise ImproperlyConfigured(f"{name}={value!r}: write a whole number {span}.")
    return int(value)


def words(name: str, default: str) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def hosts(name: str, default: str) -> list[str]:
    """Names as a request has them: with a scheme or a port none would ever be that of a request."""
    found = words(name, default)
    for word in found:
        if not HOST.fullmatch(word):
            raise ImproperlyConfigured(
                f"{name}={word!r}: write the bare name, such as paper.example, without https:// and"
                " port."
            )
    return found


def addresses(name: str) -> list[str]:
    """Whole addresses, separated by commas; none where nothing is said."""
    found = [word.rstrip("/") for word in words(name, "")]
    for word in found:
        if not ADDRESS.fullmatch(word):
            raise ImproperlyConfigured(
                f"{name}={word!r}: write the whole address, such as https://paper.example."
            )
    return found


def address(name: str) -> str:
    """One of them, or ""."""
    return next(iter(addresses(name)), "")


def choice(name: str, default: str, allowed: list[str]) -> str:
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(allowed)}.")
    return value


def track(name: str, default: str, known: str) -> list[str]:
    """The stages of a review, in the order of `known`; the last of them signs.

    Who brings a text in never signs it, so that even the shortest track takes two people.
    """
    stages, known = words(name, default), known.split(",")
    if not stages or stages != [
        stage for stage in known if stage in stages and stage != "final"
    ] + ["final"]:
        raise ImproperlyConfigured(
            f"{name}={','.join(stages)!r}: write some of {', '.join(known)}, each once, in this "
            "order, with final at the end."
        )
    return stages


def database(name: str, default: str) -> dict:
    """Django's settings for a URL such as postgres://user@host:5432/name."""
    url = text(name, default)
    scheme = url.partition(":")[0]
    if scheme not in DATABASES:
        raise ImproperlyConfigured(
            f"{name}: {scheme!r} is not a database we know. Write sqlite:///FILE or postgres://…"
        )
    try:
        found = Env.db_url_config(url)
    except ValueError as error:
        # Without its words: they may hold a part of the password.
        raise ImproperlyConfigured(
            f"{name} cannot be read: its port is no number, or a sign of the password is not"
            " written as %2F for /, %3F for ? and so on."
        ) from error
    if found["NAME"] in ("", ":memory:"):
        # In memory it would be gone at the next start.
        raise ImproperlyConfigured(
            f"{name} names no database. Write sqlite:///FILE or postgres://user@host:5432/name."
        )
    return found


def page_cache(name: str, default: str, *, entries: int) -> dict:
    """Django's settings for a cache: off, memory, database, or a URL such as redis://host:6379/1."""
    kind = text(name, default)
    if kind.startswith(("redis://", "rediss://", "unix://")):
        if find_spec("redis") is None:
            raise ImproperlyConfigured(f"{name}={kind!r}: install the package redis first.")
        return {"BACKEND": "newsroom.redis_pages.RedisPages", "LOCATION": kind}
    known = {
        "off": {"BACKEND": f"{CACHES}.dummy.DummyCache"},
        "memory": {"BACKEND": f"{CACHES}.locmem.LocMemCache", "LOCATION": "pages"},
        "database": {"BACKEND": f"{CACHES}.db.DatabaseCache", "LOCATION": "newsroom_page_cache"},
    }
    if kind not in known:
        raise ImproperlyConfigured(f"{name}={kind!r}: write off, memory, database or redis://…")
    return known[kind] | {"OPTIONS": {"MAX_ENTRIES": entries}}


def secret(name: str, file: Path) -> str:
    """The secret from the environment, else from `file`, which is made on first need."""
    if value := text(name, ""):
        return value
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"NEWSROOM_DATA_DIR: {file.parent} cannot be made: {error.strerror}."
        ) from error
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        return file.read_text()
    except FileNotFoundError:
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(60))
    try:
        # A link never overwrites: of two processes that start at once, one key survives.
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return file.read_text()
