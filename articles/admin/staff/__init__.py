"""People and logins: bylines, duties, assignments, the ledger."""
