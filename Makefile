.PHONY: book pdf atlas test audit verify bench clean links lint lock setup workflow

# EPCI and LINE reach the shell as its own variables: whatever is in them is no command.
book: setup; @.venv/bin/bassin $(if $(EPCI),book "$$EPCI" $(if $(LINE),--line "$$LINE"),$(if $(LINE),$(error LINE= is for the portrait of a place: name it with EPCI=))build)
pdf: setup; @.venv/bin/bassin pdf $(if $(LINE),$(error the PDF prints the portrait as it was built: make it with LINE= first, by make book))$(if $(EPCI),"$$EPCI")
atlas: setup; @.venv/bin/bassin atlas && .venv/bin/bassin atlas --pages
test: setup; @.venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
verify: setup; @.venv/bin/bassin verify
bench: setup; @.venv/bin/python bench/catchments.py && .venv/bin/python bench/measures.py && .venv/bin/python bench/national.py && .venv/bin/python bench/site.py
clean:; @if .venv/bin/python -c 'import bassin' 2>/dev/null; then .venv/bin/bassin clean; else rm -rf _build; fi && rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
lint: setup; .venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy src
links: setup; @.venv/bin/python tools/check_links.py
audit: setup; @.venv/bin/bassin audit
lock:; uv pip compile $(if $(NEWEST),--upgrade) --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --extra dev --custom-compile-command "make lock" --quiet --output-file requirements.lock pyproject.toml && python3 tools/extra.py workflow | uv pip compile $(if $(NEWEST),--upgrade) --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet --constraint requirements.lock --output-file workflow/requirements.lock -
setup:; @tools/setup_venv.sh
workflow: setup; @tools/setup_workflow.sh && .venv-workflow/bin/snakemake --snakefile workflow/Snakefile --profile workflow/profiles/$(if $(PROFILE),$(PROFILE),local) $(ARGS)
