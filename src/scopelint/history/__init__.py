"""git and the lock file: what was agreed, and what changed since."""
