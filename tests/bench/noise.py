"""How quiet the machine is: the same small work, timed again and again."""

import hashlib
import os
from statistics import median
from time import perf_counter

ROUNDS = 15
BLOCK = bytes(range(256)) * 4096


def describe():
    times = sorted(_hash_loop() for _round in range(ROUNDS))
    load = "/".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"Machine: {os.cpu_count()} cores, load {load}; a fixed hash loop took"
        f" {median(times):.1f} ms (from {times[0]:.1f} to {times[-1]:.1f})."
    )


def _hash_loop():
    start = perf_counter()
    for _turn in range(8):
        hashlib.sha256(BLOCK).digest()
    return (perf_counter() - start) * 1000
