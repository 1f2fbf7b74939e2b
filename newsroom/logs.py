"""What the log says of requests that Django refuses."""

import logging

REFUSED = "django.security"


class WithoutWayThere(logging.Filter):
    """A refused request in its sentence: where in Django it was refused tells nobody anything, and
    whoever asks for odd addresses all night would fill the log with it.
    """

    def filter(self, record):
        if record.name.startswith(REFUSED):
            record.exc_info = record.exc_text = None
        return True
