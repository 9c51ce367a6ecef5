# Each target is one line that can be typed without make; README.md shows both.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
BENCH  := .venv-bench

.PHONY: briefs test test-long test-windows check lab bench lock wheels
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

test: $(READY)  ## the test suite, a sample of each kind
	$(BIN)/python -m pytest

test-long: $(READY)  ## what the test suite takes samples of, whole: all regions, all kills, browsers, Windows
	$(BIN)/python -m pytest -m long
	$(BIN)/python -m tests.windows

test-windows: $(READY)  ## the rehearsal of Windows alone: the suite once more in it (tests/windows/README.md)
	$(BIN)/python -m tests.windows

check: $(READY)  ## lint, types, import contract
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

bench: $(BENCH)/.ready  ## speed and accuracy against public peers; BENCH_DATA=folder adds the real cases
	$(BENCH)/bin/python -m benchmarks $(if $(BENCH_DATA),--bench $(BENCH_DATA))

# The peers need an older pandas than the toolkit: they get an environment of their own.
$(BENCH)/.ready: requirements-bench.lock pyproject.toml
	@echo "==> 准备比较环境 / setting up $(BENCH)"
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lab: $(READY)  ## JupyterLab on the notebooks
	$(BIN)/python -m sxresearch lab

wheels:  ## a folder of wheels for a computer without a network: make wheels SYSTEM=windows PYTHON_THERE=3.12
	$(PYTHON) tools/wheels.py $(or $(SYSTEM),windows) $(PYTHON_THERE)

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--fork-strategy fewest pyproject.toml

lock: $(READY)  ## renew the lock files from pyproject.toml (for maintainers; needs uv)
	$(LOCK) --extra test --extra cluster --output-file requirements.lock
	$(LOCK) --extra test --extra cluster --extra bench --output-file requirements-bench.lock
	$(BIN)/python tools/wheel_table.py
