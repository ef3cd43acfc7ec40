#!/bin/sh
# Makes .venv from requirements.lock and installs the package in it, editable.
# Does nothing where .venv already fits this folder, the lock and pyproject.toml; otherwise makes it anew.
# Uses uv where it is installed, else venv and pip. PYTHON=/path/to/python chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."

stamp=.venv/made-from
wanted="$(pwd -P) $(cat requirements.lock pyproject.toml tools/setup_venv.sh | cksum)"
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c "" 2>/dev/null; then
    exit 0
fi

suits() {
    "$1" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))" >/dev/null 2>&1
}
python=
for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3 python; do
    if suits "$candidate"; then
        python=$candidate
        break
    fi
done

rm -rf .venv
if uv --version >/dev/null 2>&1; then
    echo "Setting up .venv with uv"
    # With no fitting interpreter on PATH, uv looks for one of its own.
    if ! uv venv --quiet --no-project --python "${python:->=3.11,<3.13}" .venv; then
        echo "bassin needs Python 3.11 or 3.12, and uv found neither: install one, or set PYTHON to its path." >&2
        exit 1
    fi
    uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements.lock
    uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
elif [ -n "$python" ]; then
    echo "Setting up .venv with venv and pip (a minute or two)"
    if ! "$python" -m venv .venv; then
        echo "$python has no working venv module: install it (on Debian, the package python3-venv), or install uv." >&2
        exit 1
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
else
    echo "bassin needs Python 3.11 or 3.12, and none is on PATH: install one, or set PYTHON to its path." >&2
    exit 1
fi
echo "$wanted" >"$stamp"
