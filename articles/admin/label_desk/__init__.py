"""The label desk as the admin shows it: panes, presses, the face beside them, and what changed."""
