"""Benchmarks that write the table of docs/performance.md; `make bench` runs all of them."""
