"""Markdown and YAML to trees with places."""
