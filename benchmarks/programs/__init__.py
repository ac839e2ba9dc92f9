"""Programs the benchmarks start as processes of their own. Each prints one JSON object."""
