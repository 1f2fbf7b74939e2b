"""Why a .docx was refused, with the sentence that says what to do next."""

REFUSALS = {
    "broken": (
        "The file is damaged, or no .docx. Open it, save it again as .docx, and try that one."
    ),
    "other": "The file is no text document of a word processor. Save the text as .docx.",
    "unpacked": (
        "Unpacked, the file has more than %(limit)s bytes. Take the pictures out and add them "
        "to the piece by themselves."
    ),
    "part": "The part “%(name)s” of the file has more than %(limit)s bytes. Divide the document.",
    "declared": (
        "The part “%(name)s” of the file declares entities, which no word processor does. "
        "Open it, save it again as .docx, and try that one."
    ),
}


class DocxError(ValueError):
    """A .docx that is not read. `code` names the reason, REFUSALS[code] % params tells it."""

    def __init__(self, code: str, **params: object):
        self.code = code
        self.params = params
        super().__init__(REFUSALS[code] % params)
