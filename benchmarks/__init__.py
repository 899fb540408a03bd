"""What the speed table in docs/performance.md is made with; `make bench` runs it all."""
