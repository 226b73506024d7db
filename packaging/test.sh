#!/bin/sh
# Sets up the program and runs every check: style, types, the layer rule, and all tests.
#
#   sh packaging/test.sh                      what everybody runs, and CI
#   sh packaging/test.sh tests/unit -k dash   the rest goes to pytest
#   sh packaging/test.sh --coverage           the tests, then the share of each room that they ran, with its floor
#   sh packaging/test.sh --libraries newest   the tests with the newest releases of everything, locked or not
#   sh packaging/test.sh --libraries oldest   the tests with the oldest releases that pyproject.toml allows
#
# PYTHON=python3.12 before it takes that Python.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
libraries=locked
coverage=no
while [ $# -gt 0 ]; do
  case $1 in
    --libraries) libraries=${2:?"newest, oldest or locked"} && shift 2 ;;
    --coverage) coverage=yes && shift ;;
    *) break ;;
  esac
done
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
case $libraries in
  locked)
    set_up dev
    sh packaging/checks.sh
    if [ "$coverage" = yes ]; then
      rm -f .coverage .coverage.*
      .venv/bin/python -m coverage run -m pytest -n 2 "$@"
      exec .venv/bin/python packaging/rooms_covered.py
    fi
    exec .venv/bin/python -m pytest -n 2 "$@"
    ;;
  newest | oldest)
    # the tools of style and types differ between releases in what they ask for; what must hold is the program
    set_up_unlocked "$libraries"
    exec ".venv-$libraries/bin/python" -m pytest -n 2 "$@"
    ;;
  *)
    say "--libraries takes newest, oldest or locked, not $libraries"
    exit 2
    ;;
esac
