#!/bin/sh
# Makes an environment from requirements.lock, installs the package in it, editable, and points the link .venv to it.
# Does nothing where .venv fits this folder, the lock, pyproject.toml and PYTHON. Otherwise the new environment is made
# beside the one in use, in .venvs, and the link is moved at the end: whatever stops the set-up leaves .venv usable. What
# still runs in the old one goes on; it is deleted when the next one is made.
# Uses uv where it is installed, else venv and pip. PYTHON=/path/to/python chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."

needs="bassin needs Python 3.11, 3.12 or 3.13"
fail() {
    echo "Set-up: $*" >&2
    exit 1
}
suits() {
    "$1" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >/dev/null 2>&1
}
# Which Python an interpreter is, the same in the environments made with it.
identity() {
    "$1" -c "import platform as p, sys; print(p.python_implementation(), p.python_version(), sys.base_prefix)" 2>/dev/null
}
wanted="$(pwd -P) $(cat requirements.lock pyproject.toml tools/setup_venv.sh | cksum)"
fits() {
    suits .venv/bin/python || return 1
    found=$(identity .venv/bin/python)
    [ "$(cat .venv/made-from 2>/dev/null)" = "$wanted $found" ] || return 1
    [ -z "${PYTHON:-}" ] || [ "$(identity "$PYTHON")" = "$found" ]
}

python=
if [ -n "${PYTHON:-}" ]; then
    suits "$PYTHON" || fail "$needs, and PYTHON=$PYTHON is $("$PYTHON" -V 2>&1 || echo "none")."
    python=$PYTHON
fi
if fits; then
    exit 0
fi
for candidate in python3.11 python3.12 python3.13 python3 python; do
    if [ -z "$python" ] && suits "$candidate"; then
        python=$candidate
    fi
done

# One set-up at a time: the script starts itself again under a lock, which the system takes back when it dies.
mkdir -p .venvs
locker=${python:-$(command -v python3 || :)}
if [ "${BASSIN_SETUP:-}" != "$$" ] && [ -n "$locker" ]; then
    BASSIN_SETUP=$$ exec "$locker" -c '
import fcntl, os, sys
lock = os.open(".venvs/.lock", os.O_CREAT | os.O_RDWR)
os.set_inheritable(lock, True)
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Waiting for another set-up of .venv to end", flush=True)
    fcntl.flock(lock, fcntl.LOCK_EX)
os.execv("/bin/sh", ["/bin/sh", "tools/setup_venv.sh"])
'
fi

# What earlier set-ups left: environments that were replaced, or never finished.
for left in .venvs/*; do
    [ "$(readlink .venv || :)" = "$left" ] || rm -rf "$left"
done
new=.venvs/$(date +%Y%m%d-%H%M%S)-$$
trap 'rm -rf "$new" .venvs/link' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

if uv --version >/dev/null 2>&1; then
    echo "Setting up .venv with uv"
    # With no fitting interpreter on PATH, uv looks for one of its own.
    uv venv --quiet --no-project --prompt bassin --python "${python:->=3.11,<3.14}" "$new" ||
        fail "$needs, and uv found none: install one, or set PYTHON to its path."
    uv pip install --quiet --python "$new/bin/python" --require-hashes -r requirements.lock
    uv pip install --quiet --python "$new/bin/python" --no-deps --no-build-isolation -e .
elif [ -n "$python" ]; then
    echo "Setting up .venv with venv and pip (a minute or two)"
    "$python" -m venv --prompt bassin "$new" ||
        fail "$python has no working venv module: install it (on Debian, the package python3-venv), or install uv."
    pip="$new/bin/python -m pip --disable-pip-version-check install --quiet"
    $pip --require-hashes -r requirements.lock
    $pip --no-deps --no-build-isolation -e .
else
    fail "$needs, and none is on PATH: install one, or set PYTHON to its path."
fi
echo "$wanted $(identity "$new/bin/python")" >"$new/made-from"

# Up to here .venv was the old one; from the last line on it is the new one. A folder of that name, as made by earlier
# versions of this script or by an editor, gives way first.
trap '' HUP INT TERM
[ -L .venv ] || [ ! -e .venv ] || mv .venv ".venvs/folder-$$"
ln -s "$new" .venvs/link
trap - EXIT
"$new/bin/python" -c "import os; os.replace('.venvs/link', '.venv')"
