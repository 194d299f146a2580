"""Configuration, profiles and platform facts."""
