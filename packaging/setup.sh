# Sets up everything the program and its tests need, on a fresh Debian or Ubuntu with Python 3.11+.
# Sourced by try.sh and test.sh from the top of the checkout:  . packaging/setup.sh  then  set_up KIND
#
# As root, missing system packages are installed with apt-get; otherwise the exact command is printed
# and the script stops. The Python packages go into .venv and nowhere else.

# What Qt needs to start, with a display or without.
window_packages="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 fonts-dejavu-core"
# What the tests need besides: a real window, fonts for the scripts they show, a program that prints DOCX.
test_packages="xvfb git fonts-noto-core libreoffice-writer-nogui"

say() { printf '%s\n' "$*" >&2; }

find_python() {
  for candidate in python3.13 python3.12 python3.11 python3; do
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
  say "Installing system packages:$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q >&2
  # shellcheck disable=SC2086
  apt-get install -y -q --no-install-recommends $missing >&2
}

# set_up use|test: leaves a .venv with the program in it; `test` adds what the checks need.
set_up() {
  python=$(find_python)
  venv_package=""
  "$python" -c 'import ensurepip, venv' 2>/dev/null || venv_package="python3-venv"
  if [ "$1" = test ]; then
    install_missing $venv_package $window_packages $test_packages
    wanted=".[dev]"
  else
    install_missing $venv_package $window_packages
    wanted="."
  fi
  [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
  stamp=.venv/set-up-$1
  if [ ! -f "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    say "Installing the Python packages into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$wanted"
    touch "$stamp"
  fi
}
