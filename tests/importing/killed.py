"""Runs one command and kills it, as `kill -9` does, before its Nth SQL statement.

python -m tests.importing.killed N COMMAND ARGUMENTS
"""

import os
import signal
import sys

import django
from django.core.management import call_command
from django.db import connection


def main(fatal, arguments):
    django.setup()
    left = int(fatal)

    def count_down(execute, sql, params, many, context):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count_down):
        call_command(*arguments)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
