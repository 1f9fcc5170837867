# What CI runs is what a commit needs: `just check`.
python := env("PYTHON", "python3")

# everything below, in order
check: lint types imports tables test

lint:
    {{python}} -m ruff check .
    {{python}} -m ruff format --check .

types:
    {{python}} -m mypy

imports:
    lint-imports

# rebuild the committed tables and fail on a difference
tables:
    {{python}} tools/build_actors.py --check
    {{python}} tools/build_codes.py --check
    {{python}} tools/build_cues.py --check
    {{python}} tools/build_demo.py --check
    {{python}} tools/build_events.py --check
    {{python}} tools/build_map.py --check
    {{python}} tools/build_places.py --check
    {{python}} tools/build_units.py --check

test:
    {{python}} -m pytest

# score the reader on the gold reports and hold the floors
evals:
    {{python}} -m evals.run

# speed, with the share of each stage
speed:
    {{python}} -m benchmarks.speed
