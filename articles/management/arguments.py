"""Words that several commands take: a day, a publication, the person who imports."""

from argparse import ArgumentTypeError
from datetime import date

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from articles.files.filenames import order_of
from articles.intake import archiving
from articles.models import Publication
from articles.workflow.moves import ENTRIES


def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“%(text)s” is not a day. Write it as 2026-11-20.") % {"text": text}
        raise ArgumentTypeError(message) from None


def publication_named(slug):
    known = {publication.slug: publication for publication in Publication.objects.all()}
    if slug not in known:
        message = _("There is no publication “%(slug)s”. There are: %(known)s.")
        raise CommandError(message % {"slug": slug, "known": "、".join(sorted(known)) or "–"})
    return known[slug]


def login_named(username):
    user = get_user_model().objects.filter(is_active=True, username=username).first()
    if user is None:
        raise CommandError(_("There is no active login “%(name)s”.") % {"name": username})
    return user


def editor_named(username):
    """The user named, or the only one who may import."""
    if username is not None:
        return login_named(username)
    users = get_user_model().objects.filter(is_active=True)
    may_import = users.filter(groups__name__in=ENTRIES["import"][2]).distinct()[:2]
    if len(may_import) != 1:
        raise CommandError(_("Say who imports: --by USERNAME, the login of a desk editor."))
    return may_import[0]


def files_of(folder):
    """The pages of a folder, with those of its folders."""
    if not folder.is_dir():
        raise CommandError(_("%(folder)s is not a folder.") % {"folder": folder})
    issues = archiving.find_issues(folder)
    files = [file for issue in issues for file in issue.files]
    if not files:
        message = _("There is no .txt or .pdf in %(folder)s.")
        raise CommandError(message % {"folder": folder})
    return sorted(files, key=lambda file: order_of(file.name))
