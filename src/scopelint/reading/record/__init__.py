"""Records: from the neutral tree to model values, as the contract schema says."""

from scopelint.reading.record.bind import Binder, bind_record
from scopelint.reading.record.schema import contract_keys

__all__ = ["Binder", "bind_record", "contract_keys"]
