"""Stored pictures as HTTP responses."""

import mimetypes
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

KINDS = {"image/jpeg", "image/png", "image/webp"}


def picture_response(name, store=default_storage):
    """The picture stored under `name`. Raises Http404 for what is missing or none."""
    kind, _encoding = mimetypes.guess_type(name)
    if kind not in KINDS:
        raise Http404
    try:
        file = store.open(name)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(file, content_type=kind)
    # Names hold the picture's hash. With the size, a file that was half written is not kept.
    response["ETag"] = f'"{PurePosixPath(name).name}-{file.size}"'
    return response
