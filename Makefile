# The three things one does here. Everything else is a command of the program:
# go run ./cmd/glashelder help

.PHONY: help test serve bench bench-search

help:
	@echo "make serve   see the demo site on http://127.0.0.1:1313 while you change it"
	@echo "make test    everything that must hold; says what it could not run"
	@echo "make bench   how fast a build is"
	@echo "make bench-search   what the search index costs, beside Pagefind on the same pages"

test:
	@.ci/test

serve:
	go run ./cmd/glashelder serve

bench:
	go test ./internal/build -run '^$$' -bench . -skip '^BenchmarkSearch$$' -benchmem

bench-search:
	TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo $${TMPDIR:-/tmp}) go test ./internal/build -run '^$$' -bench '^BenchmarkSearch$$' -benchtime 1x -timeout 60m | tr '\t' '\n'
