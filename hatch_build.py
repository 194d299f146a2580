"""Puts the rule catalogue into the wheel: the pages, the schemas, and the compiled form of both."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "scopelint/catalog/data"


class CatalogHook(BuildHookInterface[Any]):
    """Compiles the catalogue. An editable install finds ``rules/`` and ``schemas/`` itself."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and have it packed."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from scopelint.catalog.bundle import Bundle
        from scopelint.catalog.compiler import compile_bundle, compiled_text

        data, problems = compile_bundle(Bundle(str(root), "", packaged=True))
        if problems:
            raise ValueError(f"the catalogue has mistakes: {[problem.finding for problem in problems]}")
        self.made = Path(tempfile.mkdtemp())
        compiled = self.made / "catalog.json"
        compiled.write_text(compiled_text(data), encoding="utf-8")
        build_data["force_include"].update(
            {
                str(compiled): f"{DATA}/catalog.json",
                str(root / "rules"): f"{DATA}/rules",
                str(root / "schemas"): f"{DATA}/schemas",
                str(root / "fixtures" / "demo"): f"{DATA}/demo",
            }
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            shutil.rmtree(self.made)
