"""A typesetter for made-up newspaper pages: articles in, page text and its exact truth out."""

from .page import lay_out
from .sampling import pages
from .setting import Setting, draw_setting

__all__ = ["Setting", "draw_setting", "lay_out", "pages"]
