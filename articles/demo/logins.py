"""The demo's people: one login of each role, with a password made on this machine."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.db import transaction

from articles.bylines import people
from articles.models import Reporter
from articles.roles import Role

DOMAIN = "lanting.example"


@dataclass(frozen=True)
class Login:
    username: str
    family_name: str
    given_name: str
    role: Role | None  # None: the administrator of the machine, who has no editorial role

    @property
    def name(self):
        return self.family_name + self.given_name


LOGINS = (
    Login("reporter", "穆", "晓棠", Role.REPORTER),
    Login("reporter2", "梁", "砚秋", Role.REPORTER),
    Login("editor", "柏", "青", Role.DESK_EDITOR),
    Login("editor2", "闻", "知夏", Role.DESK_EDITOR),
    Login("proofreader", "汪", "溪", Role.PROOFREADER),
    Login("head", "纪", "云舒", Role.SECTION_HEAD),
    Login("chief", "沈", "望岚", Role.CHIEF_EDITOR),
    Login("chief2", "乔", "以宁", Role.CHIEF_EDITOR),
    Login("auditor", "方", "静言", Role.AUDITOR),
    Login("admin", "系统", "管理员", None),
)


class NotADemo(Exception):
    """The database holds logins of real people."""


def check_database():
    """Raise NotADemo if anybody has a login here who is not of the demo."""
    others = User.objects.exclude(email__endswith=f"@{DOMAIN}").values_list("username", flat=True)
    if found := list(others[:3]):
        raise NotADemo("、".join(found))


def ensure_logins() -> str:
    """Make the logins that are missing; return the password that all of them have."""
    with transaction.atomic():
        for login in LOGINS:
            user, is_new = User.objects.get_or_create(
                username=login.username,
                defaults={
                    "email": f"{login.username}@{DOMAIN}",
                    "last_name": login.family_name,
                    "first_name": login.given_name,
                    "is_staff": login.role != Role.REPORTER,
                    "is_superuser": login.role is None,
                },
            )
            if is_new and login.role:
                user.groups.add(Group.objects.get(name=login.role.value))
        password, hashed = _password()
        # New logins have none; if the file with the password was lost, the old one opens nothing.
        stale = User.objects.filter(username__in=[login.username for login in LOGINS])
        stale.exclude(password=hashed).update(password=hashed)
    return password


def introduce_reporters():
    """Tie the reporters' logins to the people of that name in the paper's bylines."""
    for login in LOGINS:
        if login.role == Role.REPORTER:
            user = User.objects.get(username=login.username)
            person = Reporter.objects.named([login.name]).filter(user=None).first()
            people.introduce(user, name=login.name, person=person)


def _password():
    """The password and its hash: made once for this machine, and kept to be shown again.

    Nobody elsewhere can know it, though the demo's code is public.
    """
    file = Path(settings.DATA_DIR) / "demo-logins.json"
    try:
        kept = json.loads(file.read_text())
    except FileNotFoundError:
        password = "-".join(("lanting", secrets.token_hex(2), secrets.token_hex(2)))
        kept = {"password": password, "hash": make_password(password)}
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(json.dumps(kept))
    return kept["password"], kept["hash"]
