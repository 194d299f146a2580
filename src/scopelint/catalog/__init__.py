"""Loading the rule catalogue."""
