"""The demo's newspaper photographs, drawn: draw("harvest") gives a JPEG of 1600 × 1067 pixels."""

from collections.abc import Callable

from . import countryside, farming, streets, townscape
from .painting import Painting

SCENES: dict[str, Callable[[], Painting]] = {
    "bridge": townscape.bridge,
    "canal": countryside.canal,
    "factory": townscape.factory,
    "harvest": countryside.harvest,
    "lake": countryside.lake,
    "lanterns": streets.lanterns,
    "market": streets.market,
    "mountain": countryside.mountain,
    "night": streets.night,
    "orchard": farming.orchard,
    "school": townscape.school,
    "tea": farming.tea,
    "terraces": countryside.terraces,
}


def draw(key: str) -> bytes:
    """JPEG bytes, the same at every call. Raises KeyError for a scene that does not exist."""
    return SCENES[key]().jpeg()
