# Each target is one line that can be typed without make; README.md shows both.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: briefs test check lab bench lock
.DEFAULT_GOAL := briefs

$(READY): requirements.lock pyproject.toml
	@echo "==> 准备环境（首次约需几分钟）/ setting up $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "需要 Python 3.11 或更高 / Python 3.11 or later is needed, found " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

briefs: $(READY)  ## all briefs: the nation (real figures), the province and its cities (demonstration figures)
	$(BIN)/python -m sxresearch batch

test: $(READY)  ## the whole test suite
	$(BIN)/python -m pytest

check: $(READY)  ## lint, types, import contract
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

lab: $(READY)  ## JupyterLab on the notebooks
	$(BIN)/python -m sxresearch lab

lock:  ## renew requirements.lock from pyproject.toml (for maintainers; needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --fork-strategy fewest \
		--extra test --output-file requirements.lock pyproject.toml
