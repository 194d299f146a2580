"""Static analysis for contract documents."""

__version__ = "0.1.0"
