"""What reads strangers' files does so in processes of its own, with a limit of memory and time."""
