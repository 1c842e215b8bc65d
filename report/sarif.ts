import type { DiffReport, Finding, FindingPlace } from '../diff/finding.js';
import type { AcceptedFinding, EntryReport } from '../diff/gate/acceptance.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import type { Level } from '../diff/rules/rule.js';
import { allRules } from '../diff/rules/table.js';
import type { Json, JsonObject } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeJsonLog } from './encode/json-log.js';
import { encodeSarifMessage, encodeUri } from './encode/sarif.js';
import { encodeTerminal } from './encode/terminal.js';
import { entryName } from './entry-name.js';
import { acceptedWords, judgementOf, proofWords, type ReportContext, reachWords, shortened } from './told-report.js';

/** More results than this make GitHub refuse a file. */
const MOST_RESULTS = 25_000;
const LONGEST_TEXT = 2_000;
const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note', off: 'none' };

/** Findings as SARIF 2.1.0. What is accepted is suppressed, with the reason; what is wrong with entries is a notification. */
export function renderSarif(report: DiffReport | GateReport, context: ReportContext): string {
  const { accepted, entries, failures } = judgementOf(report);
  const findings = [...report.findings, ...accepted.map(({ finding }) => finding)];
  const shown = findings.slice(0, MOST_RESULTS);
  const suppressions = new Map(accepted.map((one) => [one.finding.fingerprint, one]));
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  const results = shown.map((finding) =>
    resultOf(finding, ids.indexOf(finding.rule), suppressions.get(finding.fingerprint), context),
  );
  const left = findings.length - shown.length;
  const notifications = [
    ...failures.map(({ kind, message }) => notification(`gate-${kind}`, 'error', message, undefined, context)),
    ...entries.map((entry) => ofEntry(entry, context)),
    ...(left === 0 ? [] : [notification('cut', 'warning', `${left} findings are left out.`, undefined, context)]),
  ];
  const head: Json = {
    tool: {
      driver: {
        name: 'specshift',
        semanticVersion: context.tool,
        rules: ids.map(ruleOf),
        notifications: notificationIds(notifications),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
  };
  const lines = results.map((result) => `        ${stringify(result)}`).join(',\n');
  const text = [
    '{',
    '  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",',
    '  "version": "2.1.0",',
    '  "runs": [',
    '    {',
    ...Object.entries(head).map(([key, value]) => `      ${JSON.stringify(key)}: ${stringify(value ?? null)},`),
    results.length === 0 ? '      "results": []' : `      "results": [\n${lines}\n      ]`,
    '    }',
    '  ]',
    '}',
    '',
  ].join('\n');
  return encodeJsonLog(text);
}

function resultOf(
  finding: Finding,
  ruleIndex: number,
  accepted: AcceptedFinding | undefined,
  context: ReportContext,
): JsonObject {
  const { rule, level, where, message, witness, fingerprint, base, revision, impact, contract } = finding;
  const text = [
    `${where}: ${message}`,
    ...(witness === null ? [] : [`Proof: ${proofWords(witness)}`]),
    reachWords(finding),
  ].join(' ');
  const place = revision ?? base;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[level],
    message: messageOf(text),
    locations: place === null ? [] : [{ physicalLocation: physical(place, context), ...logical(finding) }],
    ...(base === null || revision === null
      ? {}
      : {
          relatedLocations: [{ id: 1, physicalLocation: physical(base, context), message: { text: 'In the base.' } }],
        }),
    partialFingerprints: { 'specshift/v1': fingerprint },
    ...(accepted === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: accepted.source === 'document' ? 'inSource' : 'external',
              status: 'accepted',
              justification: encodeSarifMessage(shortened(acceptedWords(accepted), LONGEST_TEXT)),
              location: { physicalLocation: physical(accepted.place, context) },
            },
          ],
        }),
    properties: { impact, contract },
  };
}

function logical({ where }: Finding): JsonObject {
  return {
    logicalLocations: [{ fullyQualifiedName: encodeTerminal(shortened(where, LONGEST_TEXT)), kind: 'element' }],
  };
}

function physical({ file, line, column }: FindingPlace, { pathOf }: ReportContext): JsonObject {
  return { artifactLocation: { uri: encodeUri(pathOf(file)) }, region: { startLine: line, startColumn: column } };
}

function messageOf(text: string): JsonObject {
  return { text: encodeSarifMessage(shortened(text, LONGEST_TEXT)) };
}

function ruleOf(id: string): JsonObject {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const text = id === 'undecided' ? 'It could not be decided what a change does.' : 'No rule judges the change.';
    return { id, shortDescription: { text }, defaultConfiguration: { level: 'warning' } };
  }
  const { summary, why, fix } = rule;
  return {
    id,
    shortDescription: { text: encodeSarifMessage(summary) },
    fullDescription: { text: encodeSarifMessage(why) },
    help: { text: encodeSarifMessage(`${why} ${fix}`) },
  };
}

function ofEntry({ status, target, message, place }: EntryReport, context: ReportContext): JsonObject {
  const level = status === 'expired' || status === 'ambiguous' ? 'warning' : 'note';
  return notification(`accepted-${status}`, level, `${entryName(target)}: ${message}`, place, context);
}

function notification(
  id: string,
  level: string,
  text: string,
  place: FindingPlace | undefined,
  context: ReportContext,
): JsonObject {
  return {
    descriptor: { id },
    level,
    message: messageOf(text),
    ...(place === undefined ? {} : { locations: [{ physicalLocation: physical(place, context) }] }),
  };
}

function notificationIds(notifications: readonly JsonObject[]): readonly JsonObject[] {
  const ids = notifications.map(({ descriptor }) => stringify(descriptor ?? null));
  return [...new Set(ids)].sort().map((text): JsonObject => JSON.parse(text));
}
