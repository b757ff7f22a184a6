# make run    the dashboard on http://localhost:8501 (PORT=8600 for another port)
# make test   the project's checks and tests (ARGS="-k money" goes on to pytest)
# make build  the database anew from data/
# make bench  speed and behaviour under load, into benchmarks/README.md (half an hour)
# make bench-peers  the same questions put to pandas, polars, SQLite, Datasette and Dash (60 GB of disk, hours)
# make check  the form of the code alone;  make format  puts it right
# make audit  known weaknesses of the locked packages, where the list of them can be reached
# make lock   requirements*.txt from pyproject.toml (ARGS=--upgrade for newer versions)
# make clean  removes all that was made: .venv, the database, caches

PORT ?= 8501
ARGS ?=
# The first Python that is new enough; an own choice: make run PYTHON=/path/to/python
PYTHON ?= $(firstword $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name; done) python3)

VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/installed-run
DEV := $(VENV)/installed-dev
CLUSTER := $(VENV)/installed-cluster
PEERS := .venv-peers/installed
CURRENT := data/build/current

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test build bench bench-peers check format lock audit clean browser nginx
.DELETE_ON_ERROR:

run: $(RUN)
	@database="data/build/$$(cat $(CURRENT) 2>/dev/null)"; \
	changed=$$(find data -path data/build -prune -o -newer $(CURRENT) -print 2>&1; \
		find loaders database requirements.txt -type f -not -name '*.pyc' -newer $(CURRENT) 2>&1); \
	if [ ! -f "$$database" ] || [ -n "$$changed" ]; then $(BIN)/python -m loaders && touch $(CURRENT); fi
	@exec $(BIN)/streamlit run app.py --server.port=$(PORT) $(ARGS)

# What needs no browser runs on two processors, a file at a time; a browser has them both. What failed is tried once more,
# which the report tells: servers, builds and browsers wait for a busy machine. 5: ARGS chose no test of this half.
test: $(DEV) $(CLUSTER) check browser nginx
	$(BIN)/python -m pytest --reruns 1 -n 2 --dist loadfile --ignore=tests/browser $(ARGS) || [ $$? = 5 ]
	$(BIN)/python -m pytest --reruns 1 tests/browser $(ARGS) || [ $$? = 5 ]

build: $(RUN)
	$(BIN)/python -m loaders
	@touch $(CURRENT)

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --annotation-style line --custom-compile-command "make lock" $(ARGS)

lock: $(DEV)
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra tests --constraint requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --extra cluster --constraint requirements-dev.txt --output-file requirements-cluster.txt
	$(COMPILE) --extra peers --constraint requirements-dev.txt --output-file benchmarks/requirements.txt

bench: build $(DEV)
	$(BIN)/python -m benchmarks.floor
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.loaders
	$(BIN)/python -m benchmarks.load
	$(BIN)/python -m benchmarks.load --users 80 --minutes 2
	$(BIN)/python -m benchmarks.growth

bench-peers: $(DEV) $(PEERS) browser
	for projects in 2000000 20000000; do \
		$(BIN)/python -m benchmarks.world --projects $$projects --into .worlds/$$projects \
		&& $(BIN)/python -m benchmarks.peers .worlds/$$projects $(ARGS) || exit 1; \
	done

# The list lies on another machine: without a way there nothing is known, which is no failure of the code.
audit: $(DEV)
	@told=$$($(BIN)/pip-audit --requirement requirements.txt --require-hashes --disable-pip --timeout 10 2>&1); \
	failed=$$?; case "$$told" in \
		*"onnection"*|*"imed out"*|*"roxy"*|*"SSL"*|*"could not be audited"*) echo "audit skipped: the list of known weaknesses cannot be reached" ;; \
		*) echo "$$told"; exit $$failed ;; \
	esac

clean:
	rm -rf $(VENV) .venv-peers .worlds data/build .pytest_cache .ruff_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What is installed is marked by a file of the same age as the list it was installed from.
$(RUN): requirements.txt $(BIN)/python
	@echo "Installing the packages of requirements.txt (only after it changed; takes a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(BIN)/python
	@echo "Installing the packages of requirements-dev.txt (only after it changed; takes a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(CLUSTER): requirements-cluster.txt $(DEV)
	@echo "Installing the packages of requirements-cluster.txt (only after it changed; takes a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-cluster.txt
	@touch $@

$(PEERS): benchmarks/requirements.txt $(BIN)/python
	@echo "Installing the packages of benchmarks/requirements.txt (only after it changed; takes some minutes) ..."
	@$(BIN)/python -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --require-hashes -r benchmarks/requirements.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is not: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment (Debian, Ubuntu: apt-get install python3-venv)" >&2; exit 1; }

# Where one of these cannot be installed, the tests that need it say so: tests/browser/conftest.py, tests/deploy/door.py.
INSTALL = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then export DEBIAN_FRONTEND=noninteractive; \
	apt-get update -qq && apt-get install -y -qq --no-install-recommends

browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit; done; \
	$(INSTALL) chromium >/dev/null || true; fi

nginx:
	@PATH="$$PATH:/usr/sbin"; command -v nginx >/dev/null || { $(INSTALL) nginx-light >/dev/null || true; fi; }
