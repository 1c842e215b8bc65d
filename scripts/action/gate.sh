#!/usr/bin/env bash
# The step of action.yml: runs the gate, and hands its reports to GitHub. Ends with the exit code of the gate; whatever else goes
# wrong is 2, so that nothing passes that was not decided.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd) || exit 2
work=${RUNNER_TEMP:-${TMPDIR:-/tmp}}
reports=$(mktemp -d "$work/specshift-gate-XXXXXX") || exit 2

# Values are numbers, words of ours and a path of the runner: none can end its line.
output() { printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"; }

give_up() {
  printf '::error title=specshift::%s\n' "$1"
  output verdict error
  exit 2
}

program=$here/dist/specshift.js
[ -f "$program" ] || give_up 'The action is not built. Use it from the installed package: ./node_modules/specshift'
[ -n "${GATE_REVISION:-}" ] || give_up 'The input "revision" is missing.'
base=${GATE_BASE:-}
if [ -z "$base" ]; then
  [ -n "${GITHUB_BASE_REF:-}" ] || give_up 'Only a pull request has a branch to compare with. Give the input "base".'
  base="git:origin/$GITHUB_BASE_REF"
fi

if [[ $base == git:* ]] && ! git rev-parse --verify --quiet --end-of-options "${base#git:}^{commit}" >/dev/null; then
  give_up 'The base is not in this clone. Give actions/checkout the input "fetch-depth: 0".'
fi

arguments=(gate "--fail-on=${GATE_FAIL_ON:-breaking}" --format=github)
arguments+=("--report=json=$reports/gate.json" "--report=summary=$reports/summary.md" "--report=comment=$reports/comment.md")
[ -z "${GATE_POLICY:-}" ] || arguments+=("--policy=$GATE_POLICY")
[ -z "${GATE_LEVELS:-}" ] || arguments+=("--levels=$GATE_LEVELS")
[ -z "${GATE_BASELINE:-}" ] || arguments+=("--baseline=$GATE_BASELINE")
[ -z "${GATE_MAX_UNDECIDED:-}" ] || arguments+=("--max-undecided=$GATE_MAX_UNDECIDED")
case "${GATE_REQUIRE_BUMP:-false}" in
  true) arguments+=(--require-bump) ;;
  false) ;;
  *) give_up 'The input "require-bump" is "true" or "false".' ;;
esac
case "${GATE_COMMENT:-false}" in
  true | false) ;;
  *) give_up 'The input "comment" is "true" or "false".' ;;
esac
case "$base" in
  git:*) arguments+=("--base=$base" -- "$GATE_REVISION") ;;
  *) arguments+=(-- "$base" "$GATE_REVISION") ;;
esac

node "$program" "${arguments[@]}" 2>"$reports/errors.txt"
code=$?
cat "$reports/errors.txt" >&2

case $code in
  0) verdict=passed ;;
  1) verdict=failed ;;
  *) verdict=error ;;
esac
if [ "$verdict" != error ] && ! counts=$(node "$here/scripts/action/counts.mjs" "$reports/gate.json" "$verdict"); then
  verdict=error
fi
if [ "$verdict" = error ]; then
  give_up 'It could not be decided whether the change may pass. The log says why.'
fi

# A step that reads an output must not take its absence for a verdict.
{ output report "$reports/gate.json" && printf '%s\n' "$counts" >>"${GITHUB_OUTPUT:-/dev/null}" && output verdict "$verdict"; } ||
  give_up 'The outputs could not be written.'
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY" || give_up 'The summary could not be written.'
fi
if [ "${GATE_COMMENT:-false}" = true ]; then
  bash "$here/scripts/action/comment.sh" "$reports/comment.md" ||
    printf '::warning title=specshift::%s\n' 'The comment could not be written. The verdict stands without it.'
fi
exit "$code"
