"""How much may be sent at once, and by whom: the rest is thrown away as it comes in."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class Limit(FileUploadHandler):
    """Stands before the handlers that keep files; marks the request where it stops them."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803
        self.request.upload_too_large = content_length > settings.MAX_UPLOAD_BYTES

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        # No form for strangers takes a file: theirs could only fill the disk.
        if self.request.upload_too_large or not self.request.user.is_authenticated:
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
