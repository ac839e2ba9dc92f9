"""What `make bench` runs: each figure is a ratio measured in one run (README.md)."""
