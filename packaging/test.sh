#!/bin/sh
# Sets up the program and runs every check: style, types, the layer rule, and all tests.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
set_up test
PATH="$PWD/.venv/bin:$PATH"
export PATH QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
ruff check .
ruff format --check .
mypy
lint-imports
exec pytest -n 2 "$@"
