#!/usr/bin/env bash
# From nothing to a finding of an own check, as an author would: wheels are built and installed into a fresh environment.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PIP_DISABLE_PIP_VERSION_CHECK=1

python3 -m venv "$work/env"
export PATH="$work/env/bin:$PATH"
pip wheel -q --no-deps -w "$work/wheels" "$here" "$here/plugins/reportlint-example"
pip install -q "$work"/wheels/*.whl 'pytest>=8,<10'

expect() {  # the exit status that a command should have, then the command
  local wanted=$1 status=0
  shift
  "$@" || status=$?
  [ "$status" = "$wanted" ] || { echo "exit status $status, expected $wanted: $*"; exit 1; }
}
finds() {  # the id that must be among the findings of a draft
  expect 0 reportlint "$work/draft.txt" --output-format concise | tee "$work/found"
  grep -q " $1 " "$work/found" || { echo "$1 found nothing"; exit 1; }
}
printf '报送市教委审定。\n进一步加强领导，进一步压实责任，进一步完善机制，进一步改进作风。\n' > "$work/draft.txt"

echo '== the example, installed from a wheel'
(cd "$here/plugins/reportlint-example" && pytest -q -p no:cacheprovider && expect 0 reportlint test)
expect 0 reportlint plugins
finds example.overused
finds example.full-name

echo '== a new plugin'
cd "$work"
reportlint new-plugin office
pip install -q ./reportlint-office
(cd reportlint-office && expect 0 reportlint test)
finds office.overused
finds office.full-name

echo '== a new check and a new rule in a folder of drafts'
mkdir drafts && cd drafts
reportlint new-check local.repeated
reportlint new-check words.names --rule 2>"$work/advice"
cat "$work/advice"
echo 'rules = ["rules/*.toml"]' >> reportlint.toml
expect 0 reportlint test
cp "$work/draft.txt" .
finds_here=$(expect 0 reportlint draft.txt --output-format concise)
echo "$finds_here"
grep -q ' local.repeated ' <<< "$finds_here" && grep -q ' words.names ' <<< "$finds_here"
echo '== done'
