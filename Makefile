# The three things one does here. Everything else is a command of the program:
# go run ./cmd/glashelder help

.PHONY: help test serve bench

help:
	@echo "make serve   see the demo site on http://127.0.0.1:1313 while you change it"
	@echo "make test    everything that must hold; says what it could not run"
	@echo "make bench   how fast a build is"

test:
	@.ci/test

serve:
	go run ./cmd/glashelder serve

bench:
	go test ./internal/build -run '^$$' -bench . -benchmem
