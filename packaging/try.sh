#!/bin/sh
# Sets up the program, compares the two sample releases, and opens the window where there is a display.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh
set_up use
case ${LANG:-} in ru* | ky*) language=ru ;; *) language=en ;; esac
old=resources/samples/release-$language-published.txt
new=resources/samples/release-$language-corrected.docx
status=0
.venv/bin/sverka compare "$old" "$new" --report report.docx || status=$?
[ "$status" -le 1 ] || exit "$status"
say ""
say "The report is in report.docx."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/sverka "$old" "$new"
fi
say "There is no display here; where there is one, the window opens: .venv/bin/sverka $old $new"
