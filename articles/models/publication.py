"""A newspaper, and the sections its articles stand in."""

from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address


def validate_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("%(name)s is not a time zone. Write one such as Asia/Shanghai."),
            code="unknown_time_zone",
            params={"name": name},
        )


# What the site's own addresses begin with: a paper of that name could not be reached.
TAKEN = frozenset(
    "admin api desk faces feeds language login logout password people photos reports search"
    " sections static styles tags".split()
)


class Publication(models.Model):
    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Stands in every public address; never change it.")
    )
    about = models.TextField(_("about"), blank=True)
    serial_number = models.CharField(_("serial number (CN)"), max_length=40, blank=True)
    postal_code = models.CharField(_("postal subscription code"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher"), max_length=100, blank=True)
    address = models.CharField(_("street address"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Asia/Shanghai", validators=[validate_time_zone]
    )

    closing_time = models.TimeField(
        _("closing time"),
        null=True,
        blank=True,
        help_text=_("Time of the issue's day by which its articles should be out."),
    )

    publishing_days = models.CharField(
        _("days of issue"),
        max_length=7,
        blank=True,
        default="1234567",
        validators=[RegexValidator(r"\A[1-7]*\Z")],
        help_text=_("Days on which no issue is expected are no gap in the calendar."),
    )
    usual_pages = models.PositiveSmallIntegerField(
        _("usual number of pages"),
        null=True,
        blank=True,
        help_text=_("The calendar marks issues with fewer pages. Left empty: none."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("publication", self.slug)

    def clean(self):
        if self.slug in TAKEN:
            message = _("The site itself has this address. Choose another one.")
            raise ValidationError({"slug": ValidationError(message, code="taken")})

    def comes_out_on(self, day):
        """Whether the paper's week has an issue on that day."""
        return str(day.isoweekday()) in self.publishing_days

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)


class Section(models.Model):
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="sections", verbose_name=_("publication")
    )
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        ordering = ["publication", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            models.UniqueConstraint(fields=["publication", "name"], name="section_name_is_unique"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("section", self.pk)
