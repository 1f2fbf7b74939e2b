"""Runs one command and kills it, as `kill -9` does, before its Nth SQL statement.

python -m tests.importing.killed N COMMAND ARGUMENTS
python -m tests.importing.killed N,N,N COMMAND ARGUMENTS: again and again, each time in a process
of its own; ends as the last of them did
"""

import os
import signal
import sys

import django
from django.core.management import call_command
from django.db import connection


def main(moments, arguments):
    django.setup()
    *first, last = [int(moment) for moment in moments.split(",")]
    for moment in first:
        child = os.fork()
        if not child:
            run(moment, arguments)
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(f"the command had ended before statement {moment}")
    run(last, arguments)


def run(left, arguments):

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
