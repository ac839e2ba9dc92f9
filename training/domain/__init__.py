"""A seeded generator of synthetic press releases with questions, to train the reader on."""
