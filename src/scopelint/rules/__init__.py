"""What a rule is, and the checks that are written in Python."""
