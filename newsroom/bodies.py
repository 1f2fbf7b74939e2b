"""What is sent arrives whole and in UTF-8, or not at all: half a text must not pass for all."""

import codecs

from django.http import HttpResponseBadRequest, UnreadablePostError
from django.utils.http import parse_header_parameters

EPILOGUE = 200  # bytes after the last part of a form, where hardly anybody sends any
READS = ("GET", "HEAD", "OPTIONS")
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


class WholeBody:
    """The input of a request; it fails where it ends too early, or without a form's last line."""

    def __init__(self, stream, length, ending=b""):
        self.stream, self.left, self.ending = stream, length, ending
        self.tail = b""

    def read(self, size=-1):
        wanted = self.left if size is None or size < 0 else min(size, self.left)
        data = self.stream.read(wanted)
        if len(data) < wanted:
            raise ConnectionResetError("The request was cut off.")
        return self._passed(data)

    def readline(self, size=-1):
        wanted = self.left if size is None or size < 0 else min(size, self.left)
        data = self.stream.readline(wanted)
        if wanted and not data:
            raise ConnectionResetError("The request was cut off.")
        return self._passed(data)

    def _passed(self, data):
        self.left -= len(data)
        if self.ending:
            self.tail = (self.tail + data)[-len(self.ending) - EPILOGUE :]
            if not self.left and self.ending not in self.tail:
                raise ConnectionResetError("The form was cut off.")
        return data


def whole_bodies(application):
    """A WSGI application that is given only bodies that are as long as they say, in UTF-8.

    A read has no body: what it says of one is dropped where Django would fail at it.
    """

    def guarded(environ, start_response):
        kind = environ.get("CONTENT_TYPE", "")
        if not _is_readable(kind):
            if environ["REQUEST_METHOD"] not in READS:
                start_response("400 Bad Request", [("Content-Length", "0")])
                return []
            environ["CONTENT_TYPE"] = kind = ""
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isascii() and length.isdigit():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length), _ending(kind))
        return application(environ, start_response)

    return guarded


def _is_readable(content_type):
    """Python knows more by the name of an encoding than charsets: zlib, rot13, unicode_escape."""
    try:
        _kind, options = parse_header_parameters(content_type)
        return codecs.lookup(options.get("charset", "utf-8")).name == "utf-8"
    except (ValueError, LookupError):
        return False


def _ending(content_type):
    kind, options = parse_header_parameters(content_type)
    boundary = options.get("boundary", "")
    return f"--{boundary}--".encode() if kind == FORMS[0] and boundary else b""


class WholeForms:
    """Middleware: a form that did not arrive whole goes no further; no view sees an empty one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST" and request.content_type in FORMS:
            try:
                request.POST  # noqa: B018
            except OSError as error:
                for handler in request.upload_handlers:
                    handler.upload_interrupted()  # or its file stays until it is collected
                if not isinstance(error, UnreadablePostError):
                    raise  # the disk is full
                return HttpResponseBadRequest()
        return None
