#!/usr/bin/env python3
"""Django's command line for this project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError, OperationalError

from articles import faults

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # What somebody wrote into the environment; where in the code it was read helps nobody.
        sys.exit(str(error))
    except UnicodeEncodeError as error:
        # A word of the command line that is no text: a name in another encoding.
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"{ascii(error.object)[:80]} is not text in UTF-8.")
    except DatabaseError as error:
        # The database is away, or not set up; what it says of that is enough, each minute by cron.
        if "--traceback" in sys.argv:
            raise
        if "migrate" not in sys.argv and (sentence := faults.told_of_tables(error)):
            sys.exit(sentence)
        if not isinstance(error, OperationalError):
            raise
        sys.exit(f"The database: {error}")
