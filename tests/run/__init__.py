"""The front door, as a module."""

import importlib.util
from importlib.machinery import SourceFileLoader

from tests.source import ROOT


def front_door():
    """./run, freshly loaded."""
    loader = SourceFileLoader("run", str(ROOT / "run"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("run", loader))
    loader.exec_module(module)
    return module
