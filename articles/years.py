"""The years that people mean when they plan: others are slips of the pen."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A year half typed (0026) would lift an embargo at once; one far off holds what waits for ever.
YEARS = range(1949, 2200)


def check_year(day):
    """A form field's validator, for days and for times."""
    if day.year not in YEARS:
        message = _("The year %(year)s is not meant, is it? Look at it again.")
        raise ValidationError(message, code="year", params={"year": f"{day.year:04}"})
