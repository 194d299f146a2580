"""Understanding prose: sections, sentences and what they state."""
