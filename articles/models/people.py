"""Reporters under all their names, and what each did for an article or a photo."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address


class CreditRole(models.TextChoices):
    """The same codes as records.CreditRole; the order is that of a printed byline."""

    REPORTER = "reporter", _("reporter")
    CORRESPONDENT = "correspondent", _("correspondent")
    AUTHOR = "author", _("author")
    PHOTOGRAPHER = "photographer", _("photographer")
    EDITOR = "editor", _("editor")
    DESIGNER = "designer", _("designer")
    PROOFREADER = "proofreader", _("proofreader")


class ReporterQuerySet(models.QuerySet):
    def named(self, names):
        """Reporters who go, or went, by one of `names`."""
        return self.filter(Q(name__in=names) | Q(aliases__name__in=names)).distinct()

    def and_the_same(self):
        """These, and the records of the same people."""
        mains = self.order_by().values(main=Coalesce("merged_into", "pk"))
        return Reporter.objects.filter(Q(pk__in=mains) | Q(merged_into__in=mains))


class Reporter(models.Model):
    """A person with a byline. Two people may share a name: `unit` keeps them apart."""

    name = models.CharField(_("name"), max_length=60, db_index=True)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reporter",
        verbose_name=_("login"),
    )

    # The record of the same person that this one belongs to. Its credits stay its own, with the
    # name that was printed; undoing is forgetting this.
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="merged",
        verbose_name=_("the same person as"),
    )
    gave_login = models.BooleanField(default=False, editable=False)

    objects = ReporterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(user__isnull=True),
                name="merged_record_has_no_login",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="nobody_is_merged_into_himself",
            ),
        ]

    def __str__(self):
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def get_absolute_url(self):
        return address("reporter", self.pk)


class Alias(models.Model):
    reporter = models.ForeignKey(
        Reporter, models.CASCADE, related_name="aliases", verbose_name=_("reporter")
    )
    name = models.CharField(_("other name"), max_length=60, db_index=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(fields=["reporter", "name"], name="alias_is_given_once"),
        ]

    def __str__(self):
        return self.name


class CreditQuerySet(models.QuerySet):
    def of(self, article):
        """Of everybody named in an article, those who took its photos included."""
        return self.filter(Q(article=article) | Q(photo__article=article))

    def with_login(self):
        """Credits of people who have a login, as `login`, under whichever name it was given."""
        login = Coalesce("reporter__user", "reporter__merged_into__user")
        return self.annotate(login=login).filter(login__isnull=False)


class Credit(models.Model):
    """Who did what for the working copy of an article, or for a photo, in the printed wording."""

    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("article"),
    )
    photo = models.ForeignKey(
        "articles.Photo",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("photo"),
    )
    reporter = models.ForeignKey(
        Reporter, models.PROTECT, related_name="credits", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=20, choices=CreditRole)
    printed = models.CharField(_("as printed"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CreditQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, photo__isnull=True)
                | Q(article__isnull=True, photo__isnull=False),
                name="credit_is_for_an_article_or_a_photo",
            ),
            models.UniqueConstraint(
                fields=["article", "reporter", "role"], name="article_credit_is_given_once"
            ),
            models.UniqueConstraint(
                fields=["photo", "reporter", "role"], name="photo_credit_is_given_once"
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.reporter.name}"
