"""What machines are told, against the schema of its format."""

import json
from pathlib import Path

import jsonschema

HERE = Path(__file__).parent


def is_iiif(told: dict) -> None:
    """Raises where it is not what IIIF Presentation 3 says of its type."""
    schema = json.loads((HERE / "iiif.schema.json").read_text(encoding="utf-8"))
    rule = {"$ref": f"#/$defs/{told['type']}", "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator(rule).validate(told)
