"""What is raised where somebody would change what only the rules may change."""


class Immutable(Exception):
    """Somebody tried to change or delete what must stay as it was written."""
