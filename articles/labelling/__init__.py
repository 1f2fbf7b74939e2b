"""The label desk: what each line of a page is, changed by editors, kept run by run."""
