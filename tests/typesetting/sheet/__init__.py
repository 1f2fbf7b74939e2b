"""Printed pages as PDF with known truth: text, boxes and drawn headlines of invented articles."""

from .faces import missing_fonts
from .sheets import Sheet, sheet, sheets

__all__ = ["Sheet", "missing_fonts", "sheet", "sheets"]
