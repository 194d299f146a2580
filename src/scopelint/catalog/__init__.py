"""Loading the rule catalogue."""

from scopelint.catalog.catalog import CATEGORIES, PROFILES, Catalog
from scopelint.catalog.load import load_catalog

__all__ = ["CATEGORIES", "PROFILES", "Catalog", "load_catalog"]
