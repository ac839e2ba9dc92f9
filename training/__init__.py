"""How the constants and weights of the readers were made."""
