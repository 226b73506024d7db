#!/bin/sh
# Renews the locked versions: the newest releases that pyproject.toml allows, for Python 3.11 and later on
# Linux, macOS and Windows. packaging/locked/use.txt is what the program needs to run, packaging/locked/dev.txt
# what its checks need besides; both name the builder too, so that nothing is fetched without a hash.
#
#   sh packaging/lock.sh                     renew everything
#   sh packaging/lock.sh --keep              keep what is locked, add and drop what pyproject.toml now says
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
renewing=yes
[ "${1:-}" != --keep ] || renewing=no
workplace=$(mktemp -d)
trap 'rm -rf "$workplace"' EXIT INT TERM
uv=$(get_uv "$workplace")
"$(find_python)" -c '
import pathlib, tomllib
print(*tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["build-system"]["requires"], sep="\n")
' >"$workplace/builder.in"

# compile FILE [OPTION...]: no index, no path and no source of a requirement gets into the file
compile() {
  file=packaging/locked/$1
  shift
  cp "$file" "$workplace/locked.txt" 2>/dev/null && [ $renewing = no ] || rm -f "$workplace/locked.txt"
  "$uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-annotate \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "sh packaging/lock.sh" \
    --output-file "$workplace/locked.txt" "$@" pyproject.toml "$workplace/builder.in"
  cp "$workplace/locked.txt" "$file"
}

compile dev.txt --extra dev
# one version of each for both files
compile use.txt --constraint packaging/locked/dev.txt
