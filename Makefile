# Each target does all the set-up that it needs: nothing has to be installed by hand before.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo demo-replace start test check

# Its own install script would fetch CUDA libraries that nothing here needs.
export ONNXRUNTIME_NODE_INSTALL := skip

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: ## Install what is missing: ffmpeg, espeak-ng, the npm packages
	@tools/setup.sh

setup-test: ## Install what the tests need too: Chromium
	@tools/setup.sh test

demo: setup ## Dub a film of nobody and show the result
	@npm run -s demo

demo-replace: setup ## Put one invented performer's face on another's head and show it
	@npm run -s demo-replace

start: setup ## Run the platform with its dashboard; Ctrl-C stops it
	@npm run -s mondwerk -- start

test: check ## Check everything, then run every test
	@npm run -s test -- $(if $(MONDWERK_TEST_RESULTS),--reporter=default --reporter=json --outputFile.json=$(MONDWERK_TEST_RESULTS))

check: setup-test ## Check format, lint and types
	@echo 'format' && npm run -s format:check
	@echo 'lint' && npm run -s lint
	@echo 'types' && npm run -s typecheck
