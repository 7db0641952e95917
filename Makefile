# The commands of the project. `make serve` and `make test` install what they need, see scripts/setup.sh.

BASE ?= /
FEEDS ?= ../shared/sources
export PATH := $(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

.PHONY: serve build test lint unit e2e bench lighthouse catalog check shots

serve: ## The site on http://127.0.0.1:8080, rebuilt and reloaded on every change
	@scripts/setup.sh site
	trunk serve

build: ## The release site in dist/; BASE=/x/ for a sub-path
	@scripts/setup.sh site
	trunk build --release --public-url $(BASE)

test: lint unit check e2e ## Everything

lint:
	@scripts/setup.sh wasm
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --lib --bin llm-compare --features ui -- -D warnings

unit: ## Native tests
	cargo test --quiet

check: ## The committed catalogue, strictly
	cargo run --quiet --bin catalog -- check

e2e: build ## Browser journeys on the release site
	@scripts/setup.sh browser
	node --test tests/e2e/*.test.mjs

bench: build ## The figures of the README
	@scripts/setup.sh browser
	node tests/e2e/bench.mjs

lighthouse: build ## Lighthouse on the release site
	@scripts/setup.sh browser
	node tests/e2e/lighthouse.mjs

catalog: ## Rebuilds public/catalog/v1 from the feeds in FEEDS
	cargo run --quiet --profile catalog --bin catalog -- build --feeds $(FEEDS)
	cargo run --quiet --profile catalog --bin catalog -- check

shots: build ## Screenshots in target/shots
	@scripts/setup.sh browser
	node tests/e2e/shots.mjs
