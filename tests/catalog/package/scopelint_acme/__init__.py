"""House rules of Acme."""
