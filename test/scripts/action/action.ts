import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../shared.js';

/** A comment as GitHub keeps it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
}

/** What a step of the action did. */
export interface StepResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Whether there is the real jq, with which the filter of comments is run as GitHub's own client does. */
export const hasJq = spawnSync('jq', ['--version']).status === 0;

/** Answers `gh api` from a file of comments, as GitHub does, and filters with the real jq. */
const GH = `#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$*" >>"$FAKE/calls.txt"
[ "\${FAKE_FAILURE:-}" = "" ] || { echo "gh: $FAKE_FAILURE" >&2; exit 1; }
[ "$GH_TOKEN" = secret ] || exit 4
method=GET; path=; filter=; body=
shift
while [ $# -gt 0 ]; do
  case "$1" in
    --method) method=$2; shift ;;
    --jq) filter=$2; shift ;;
    --field) body=\${2#body=@}; shift ;;
    --paginate|--silent) ;;
    *) path=$1 ;;
  esac
  shift
done
case "$method" in
  GET) jq -r "$filter" "$FAKE/comments.json" ;;
  POST) jq --rawfile body "$body" '. + [{id: 900, user: {login: "github-actions[bot]"}, body: $body}]' "$FAKE/comments.json" >"$FAKE/next" ;;
  PATCH) jq --rawfile body "$body" --arg id "\${path##*/}" 'map(if .id == ($id | tonumber) then .body = $body else . end)' "$FAKE/comments.json" >"$FAKE/next" ;;
esac
[ "$method" = GET ] || mv "$FAKE/next" "$FAKE/comments.json"
`;

/** The action as it is installed, a runner around it, and a GitHub that only exists in a folder. */
export class FakeRunner {
  readonly #folder = mkdtempSync(join(tmpdir(), 'specshift-action-'));
  readonly #action = join(this.#folder, 'action');

  constructor(comments: readonly Comment[] = []) {
    mkdirSync(join(this.#action, 'dist'), { recursive: true });
    mkdirSync(join(this.#folder, 'bin'));
    cpSync(join(root, 'scripts/action'), join(this.#action, 'scripts/action'), { recursive: true });
    this.program(
      `const { spawnSync } = require('node:child_process');
const args = ['--import', ${JSON.stringify(pathToFileURL(`${root}node_modules/tsx/dist/loader.mjs`).href)}, ${JSON.stringify(`${root}scripts/specshift.ts`)}];
process.exit(spawnSync(process.execPath, [...args, ...process.argv.slice(2)], { stdio: 'inherit' }).status);`,
    );
    writeFileSync(join(this.#folder, 'bin/gh'), GH);
    chmodSync(join(this.#folder, 'bin/gh'), 0o755);
    writeFileSync(join(this.#folder, 'comments.json'), JSON.stringify(comments));
    writeFileSync(join(this.#folder, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
  }

  /** Puts another program in the place of the built command. */
  program(text: string): void {
    writeFileSync(join(this.#action, 'dist/specshift.js'), text);
  }

  /** Puts a program in the place of the built command that writes a comment and ends with a verdict. */
  verdict(passed: boolean, comment: string): void {
    const report = {
      format: 'specshift.gate/1',
      passed,
      summary: { breaking: 0, dangerous: 0, undecided: 0, unclassified: 0 },
    };
    this.program(
      `const texts = ${JSON.stringify({ json: JSON.stringify(report), comment, summary: '' })};
for (const arg of process.argv) {
  const match = /^--report=([a-z]+)=(.*)$/.exec(arg);
  if (match !== null) require('node:fs').writeFileSync(match[2], texts[match[1]]);
}
process.exit(${passed ? 0 : 1});`,
    );
  }

  event(value: unknown): void {
    writeFileSync(join(this.#folder, 'event.json'), JSON.stringify(value));
  }

  get comments(): readonly Comment[] {
    return JSON.parse(readFileSync(join(this.#folder, 'comments.json'), 'utf8'));
  }

  /** The calls of `gh`, by method and path. */
  get calls(): readonly string[] {
    try {
      return readFileSync(join(this.#folder, 'calls.txt'), 'utf8').trim().split('\n');
    } catch {
      return [];
    }
  }

  /** Runs the step in a working folder, with inputs as `action.yml` hands them over. */
  step(cwd: string, inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): StepResult {
    for (const name of ['output', 'summary']) writeFileSync(join(this.#folder, name), '');
    const { status, stdout, stderr } = spawnSync('bash', [join(this.#action, 'scripts/action/gate.sh')], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: `${join(this.#folder, 'bin')}:${process.env['PATH']}`,
        HOME: this.#folder,
        FAKE: this.#folder,
        RUNNER_TEMP: this.#folder,
        GITHUB_OUTPUT: join(this.#folder, 'output'),
        GITHUB_STEP_SUMMARY: join(this.#folder, 'summary'),
        GITHUB_EVENT_PATH: join(this.#folder, 'event.json'),
        GITHUB_REPOSITORY: 'owner/project',
        GITHUB_WORKSPACE: cwd,
        GH_TOKEN: 'secret',
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`GATE_${name}`, value])),
        ...env,
      },
    });
    const lines = readFileSync(join(this.#folder, 'output'), 'utf8').trim().split('\n');
    const outputs = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    return { code: status, stdout, stderr, outputs, summary: readFileSync(join(this.#folder, 'summary'), 'utf8') };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
