import type { Command, CommandOption } from './command.js';

/** The text of `specshift --help`. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)} ${summary}`);
  return [
    'specshift reads the OpenAPI documents of an API, generates TypeScript clients and tells what breaks between versions.',
    '',
    'Usage: specshift <command> …',
    '',
    'Commands:',
    ...lines,
    '',
    'A document is a file, "-" for standard input, <git-ref>:<path>, <api>@<version> or <api>@<version>@<edition> from',
    'specshift.config.yaml or specs/, or an http(s) address whose origin is given with --allow-remote.',
    'Exit codes: 0 passed, 1 the gate or a check failed, 2 could not run. "specshift <command> --help" says more.',
    '',
  ].join('\n');
}

/** The text of `specshift <command> --help`. */
export function commandHelp({ name, usage, summary, details, options }: Command): string {
  const all: readonly (readonly [string, CommandOption])[] = [
    ...Object.entries(options),
    ['help', { type: 'boolean', short: 'h', description: 'Show this text.' }],
  ];
  const names = all.map(([option, { short, value }]) => {
    const long = `--${option}${value === undefined ? '' : ` ${value}`}`;
    return short === undefined ? `    ${long}` : `-${short}, ${long}`;
  });
  const width = Math.max(...names.map((text) => text.length));
  return [
    summary,
    '',
    `Usage: specshift ${name} ${usage}`,
    '',
    ...details.flatMap((paragraph) => [paragraph, '']),
    'Options:',
    ...all.map(([, { description }], index) => `  ${(names[index] ?? '').padEnd(width)}  ${description}`),
    '',
  ].join('\n');
}
