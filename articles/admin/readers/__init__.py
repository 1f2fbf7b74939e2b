"""What readers are owed: corrections, answers to reports, and old addresses that still lead on."""
