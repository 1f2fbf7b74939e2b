"""A child that does what a hostile PDF might make of it: crash, hang, swell, flood, lie."""

import ctypes
import sys
import time

from articles.sandbox import pdf_work


def crash(data):
    ctypes.string_at(0)


def hang(data):
    time.sleep(60)


def swell(data):
    return pdf_work.Done(len(b"x" * 10**10))


def flood(data):
    return pdf_work.Done(None, (bytes(1_000_000),) * 100)


def lie(data):
    sys.stdout.write('{"error": "__class__", "params": {"a": "%(b)s"}}\n')
    sys.stdout.flush()
    sys.exit(0)


def stammer(data):
    sys.stdout.write("\x00" * 100)
    sys.stdout.flush()
    sys.exit(0)


def environment(data):
    return pdf_work.Done(sorted(pdf_work.os.environ))


if __name__ == "__main__":
    for job in (crash, hang, swell, flood, lie, stammer, environment):
        pdf_work.JOBS[job.__name__] = job
    sys.exit(pdf_work.main(*sys.argv[1:]))
