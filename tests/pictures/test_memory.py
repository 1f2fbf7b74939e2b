"""What the largest pictures take of memory: a few bytes a pixel, however small the file."""

import subprocess
import sys

import pytest

from tests.source import ROOT

SIDE = 6000
MEASURE = """
import io, resource, sys
import django
django.setup()
from PIL import Image
from articles.images.pictures import read_picture
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
data = open(sys.argv[1], "rb").read()
before = peak()
read_picture(data)
print((peak() - before) / int(sys.argv[2]) ** 2)
"""
MAKE = "from PIL import Image; import sys; Image.new(sys.argv[2], (6000, 6000)).save(sys.argv[1])"


@pytest.mark.sweep
@pytest.mark.parametrize(("kind", "mode", "most"), [("jpg", "RGB", 9), ("png", "RGBA", 13)])
def test_a_pixel_takes_few_bytes(kind, mode, most, tmp_path, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    path = str(tmp_path / f"large.{kind}")
    # Made by another process, or its memory would be taken for the reader's.
    subprocess.run([sys.executable, "-c", MAKE, path, mode], check=True)
    command = [sys.executable, "-c", MEASURE, path, str(SIDE)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert float(done.stdout) < most
