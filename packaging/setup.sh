# Sets up everything the program and its tests need, on a fresh Debian or Ubuntu with Python 3.11+.
# Sourced by try.sh, test.sh and lock.sh from the top of the checkout:  . packaging/setup.sh  then  set_up KIND
#
# As root, missing system packages are installed with apt-get; otherwise the exact command is printed
# and the script stops. The Python packages go into .venv and nowhere else, in the versions and with the
# hashes of packaging/locked. What apt-get and pip print goes into set-up.log.

# What Qt needs to start, with a display or without.
window_packages="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 fonts-dejavu-core"
# What the tests need besides: a real window, fonts for the scripts they show, a program that prints DOCX.
test_packages="xvfb git fonts-noto-core libreoffice-writer-nogui tesseract-ocr tesseract-ocr-rus tesseract-ocr-kir poppler-utils"

log=$PWD/set-up.log

say() { printf '%s\n' "$*" >&2; }

# What a command prints goes into the log; when it fails, the log is named and its end shown.
logged() {
  printf '$ %s\n' "$*" >>"$log"
  code=0
  "$@" >>"$log" 2>&1 || code=$?
  [ "$code" = 0 ] && return 0
  tail -n 5 "$log" >&2
  say "This failed: $*"
  say "Everything it printed is in $log"
  exit 2
}

# The Python of $PYTHON, or the newest there is.
find_python() {
  for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2])' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  say "Sverka needs Python 3.11 or newer, and none was found. Install it with: apt-get install python3"
  exit 2
}

install_missing() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=""
  for package in "$@"; do
    # libglib2.0-0 is libglib2.0-0t64 since Debian 13 and Ubuntu 24.04
    case $(dpkg-query -W -f '${Status} ' "$package" "${package}t64" 2>/dev/null) in
      *"ok installed"*) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    say "These system packages are missing. Install them, then run this again:"
    say "  sudo apt-get install --no-install-recommends$missing"
    exit 2
  fi
  say "Installing system packages with apt-get, $(echo $missing | wc -w) of them"
  export DEBIAN_FRONTEND=noninteractive
  logged apt-get update -q
  # shellcheck disable=SC2086
  logged apt-get install -y -q --no-install-recommends $missing
}

# make_venv FOLDER: there is a virtual environment with pip in it, of the Python asked for.
make_venv() {
  python=$(find_python)
  same='import sys; print(sys.version_info[:2])'
  if "$1/bin/python" -m pip --version >/dev/null 2>&1; then
    [ -n "${PYTHON:-}" ] && [ "$("$1/bin/python" -c "$same")" != "$("$python" -c "$same")" ] || return 0
  fi
  logged "$python" -m venv --clear "$1"
}

# get_uv FOLDER: puts the resolver into FOLDER and prints where its program is.
get_uv() {
  make_venv "$1/uv"
  logged "$1/uv/bin/python" -m pip install --disable-pip-version-check "uv>=0.9"
  echo "$1/uv/bin/uv"
}

# set_up use|dev: leaves a .venv with the program in it; `dev` adds what the checks need.
set_up() {
  : >"$log"
  install_system_packages "$1"
  make_venv .venv
  locked=packaging/locked/$1.txt
  stamp=.venv/set-up-$1
  if [ -f "$stamp" ] && [ ! pyproject.toml -nt "$stamp" ] && [ ! "$locked" -nt "$stamp" ]; then
    return
  fi
  say "Installing the Python packages into .venv"
  pip=".venv/bin/python -m pip --disable-pip-version-check"
  logged $pip install --require-hashes --requirement "$locked"
  # the builder is among the locked packages, so nothing more is fetched
  logged $pip install --no-index --no-deps --no-build-isolation --editable .
  touch "$stamp"
}

# set_up_unlocked oldest|newest: leaves .venv-oldest or .venv-newest with the ends of what pyproject.toml allows.
set_up_unlocked() {
  : >"$log"
  install_system_packages dev
  venv=.venv-$1
  make_venv "$venv"
  uv=$(get_uv "$venv")
  say "Installing the $1 allowed Python packages into $venv"
  case $1 in
    oldest)
      # a tool of the checks may ask for newer libraries than the program does; the program's bounds are tried
      logged "$uv" pip compile --no-config --python "$venv/bin/python" --resolution lowest-direct \
        --output-file "$venv/oldest.txt" pyproject.toml
      logged "$uv" pip install --no-config --python "$venv/bin/python" --resolution lowest-direct \
        --override "$venv/oldest.txt" --editable ".[dev]"
      ;;
    newest)
      logged "$uv" pip install --no-config --python "$venv/bin/python" --upgrade --editable ".[dev]"
      ;;
  esac
}

install_system_packages() {
  venv_package=""
  "$(find_python)" -c 'import ensurepip, venv' 2>/dev/null || venv_package="python3-venv"
  case $1 in
    use) install_missing $venv_package $window_packages ;;
    dev) install_missing $venv_package $window_packages $test_packages ;;
  esac
}
