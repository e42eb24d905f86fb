#!/bin/sh
# Installs Python packages into a virtual environment: install.sh VENV PACKAGE...
# Takes them from wherever pip is told to. Does nothing if they are there already.
set -eu
venv=$1
shift
command -v python3 >/dev/null || { echo "there is no python3 on the PATH" >&2; exit 1; }
[ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
