#!/usr/bin/env bash
# Writes a file as a comment on the pull request of the event, in place of the former one with the same first line. Only `gh` is
# asked, with the token it finds; the event and the comments are data and nothing of them is run.
set -euo pipefail

file=$1
marker=$(head -n 1 "$file")
[[ $marker =~ ^\<!--\ specshift\ gate\ [0-9a-f]{16}\ --\>$ ]] || { echo 'The comment has no marker.' >&2; exit 1; }
[[ ${GITHUB_REPOSITORY:-} =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] || { echo 'GITHUB_REPOSITORY is missing.' >&2; exit 1; }

number=$(node -e '
  const { pull_request: pull, number } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  const found = pull?.number ?? (pull === undefined ? undefined : number);
  if (!Number.isSafeInteger(found) || found < 1) process.exit(1);
  console.log(found);
' "${GITHUB_EVENT_PATH:?}") || { echo 'The event is not about a pull request.' >&2; exit 1; }

# Somebody else may write a comment that begins alike: only one of a bot is taken for ours.
author=${SPECSHIFT_COMMENT_AUTHOR:-github-actions[bot]}
comments="repos/$GITHUB_REPOSITORY/issues/$number/comments"
former=$(MARKER=$marker AUTHOR=$author gh api --paginate "$comments?per_page=100" \
  --jq '.[] | select(.user.login == env.AUTHOR and (.body | startswith(env.MARKER))) | .id')
former=${former%%$'\n'*}

if [ -z "$former" ]; then
  gh api --method POST "$comments" --field "body=@$file" --silent
else
  [[ $former =~ ^[0-9]+$ ]] || { echo 'The answer of GitHub is not the number of a comment.' >&2; exit 1; }
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$former" --field "body=@$file" --silent
fi
