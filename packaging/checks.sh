#!/bin/sh
# Every check besides the tests: style, types, the layer rule. Before each commit, in test.sh and on each system.
set -eu
cd "$(dirname "$0")/.."
# the tools of the checkout, in whose locked versions everybody's checks agree (Scripts: Windows)
PATH="$PWD/.venv/bin:$PWD/.venv/Scripts:$PATH"
export PATH
ruff check --quiet .
ruff format --quiet --check .
mypy
lint-imports
