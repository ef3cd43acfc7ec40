#!/bin/sh
# Makes .venv-workflow from workflow/requirements.lock: Snakemake and what it hands jobs to, beside .venv, whose bassin the
# jobs call. Does nothing where it was made from this lock. Whatever stops it, the next run makes it anew.
set -eu
cd "$(dirname "$0")/.."
wanted=$(cksum <workflow/requirements.lock)
[ "$(cat .venv-workflow/made-from 2>/dev/null)" != "$wanted" ] || exit 0
rm -rf .venv-workflow
echo "Setting up .venv-workflow"
if uv --version >/dev/null 2>&1; then
    uv venv --quiet --no-project --python .venv/bin/python .venv-workflow
    uv pip install --quiet --python .venv-workflow/bin/python --require-hashes -r workflow/requirements.lock
else
    .venv/bin/python -m venv .venv-workflow
    .venv-workflow/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r workflow/requirements.lock
fi
echo "$wanted" >.venv-workflow/made-from
