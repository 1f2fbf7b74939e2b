"""What is live, as plain values, and the forms in which machines are told of it."""
