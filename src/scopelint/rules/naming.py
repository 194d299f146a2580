"""How messages name what they speak about: see ``model/naming.py``, where the clocks find it too."""

from scopelint.model.naming import counted, is_id, listed, name, quoted

__all__ = ["counted", "is_id", "listed", "name", "quoted"]
