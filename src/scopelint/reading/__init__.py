"""From trees to what one document says, and from those to one contract."""
