#!/usr/bin/env bash
# Downloads every feed that can be downloaded into FOLDER, and writes the day into catalog/feeds.toml, which says what is
# where. `refresh.sh FOLDER [TABLES] [DAY]`; CATALOG names the command where it is built already.
set -euo pipefail

[ $# -ge 1 ] || { echo "usage: scripts/refresh.sh FOLDER [TABLES] [DAY]" >&2; exit 1; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
tables=${2:-catalog}
day=${3:-$(date -u +%F)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'refresh: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
catalog() {
  if [ -n "${CATALOG:-}" ]; then "$CATALOG" "$@"; else cargo run --quiet --profile catalog --bin catalog -- "$@"; fi
}
get() {
  say "downloading $1"
  curl --fail --silent --show-error --location --retry 3 --max-time 600 --output "$2" "$1" || fail "$1 cannot be downloaded."
}

# Unpacks an archive into a folder named after its address, once for all feeds in it. A link in it could lead anywhere.
unpack() {
  [ -d "$2" ] && return
  get "$1" "$2.tar.gz"
  mkdir "$2"
  tar -xzf "$2.tar.gz" -C "$2" --strip-components=1 || fail "$1 is no archive."
  find "$2" -type l -delete
}

catalog downloads "$day" "$tables" > "$work/list"
while IFS=$'\t' read -r path address member; do
  mkdir -p "$(dirname "$folder/$path")"
  if [ -z "$member" ]; then
    get "$address" "$folder/$path"
    continue
  fi
  archive=$work/$(printf %s "$address" | cksum | tr -d ' ')
  unpack "$address" "$archive"
  [ -e "$archive/$member" ] || fail "$address holds no $member."
  rm -rf "${folder:?}/$path"
  cp -r "$archive/$member" "$folder/$path"
done < "$work/list"
catalog downloaded "$day" "$tables"
