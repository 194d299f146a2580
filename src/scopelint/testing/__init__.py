"""Running the catalogue's examples."""
