import { diffWithChanges } from '../../diff/diff.js';
import type { DiffOptions } from '../../diff/diff-options.js';
import { worstImpact } from '../../diff/order.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type {
  ChangelogReport,
  CheckedClaim,
  CheckedPair,
  CheckedStatement,
  CheckedUnannounced,
  CheckedVersion,
} from './changelog-report.js';
import { type Changelog, CLAIM_KINDS, type Claim, type Unannounced } from './claim.js';
import { ComparedPair } from './compared-pair.js';
import { countStatuses } from './count.js';
import { Explained } from './explained.js';
import { type Proof, prove } from './prove.js';

/** What the claims of an API are held against. */
export interface CheckOptions {
  readonly api: string;
  readonly title: string;
  /** The folder of the documents as the user named it, where they are not those of the API itself. */
  readonly documents?: string;
  /** The versions whose claims are told, in order. */
  readonly versions: readonly string[];
  /** All changelogs of the API: what another one says of the same two documents explains findings too. */
  readonly changelogs: readonly Changelog[];
  /** The document of a version or an edition; `undefined` where there is none. */
  readonly read: (version: string) => Promise<ApiDocument | undefined>;
  readonly diff?: DiffOptions;
}

type Statement = Claim | Unannounced;

/** Two versions, their documents as far as there are any, and what was found between them. */
interface Compared {
  readonly base: string;
  readonly revision: string;
  readonly files: CheckedPair['files'];
  readonly pair?: ComparedPair;
}

/** Holds every claim against the documents that it is about, and every finding between them against the claims. */
export async function checkChangelogs(options: CheckOptions): Promise<ChangelogReport> {
  const { api, title, documents = null, changelogs, diff = {} } = options;
  const told = options.versions.flatMap((version) => changelogs.filter((one) => one.version === version));
  const pairs = await comparePairs(told, options);
  const proofs = new Map<Statement, Proof>();
  for (const statement of changelogs.flatMap(statementsOf)) {
    const pair = pairs.get(pairKey(statement))?.pair;
    if (pair !== undefined) proofs.set(statement, prove(statement, pair));
  }
  const versions = told.map((changelog) => checkedVersion(changelog, proofs));
  const checked = [...pairs.values()].map((compared) => checkedPair(compared, changelogs, proofs));
  const claims = versions.flatMap((version) => version.claims);
  const statements = [...claims, ...versions.flatMap(({ unannounced }) => unannounced)];
  const isProved = statements.every(({ status }) => status === 'proved');
  const missing = checked.flatMap(({ base, revision, files }) => [
    ...(files.base === null ? [base] : []),
    ...(files.revision === null ? [revision] : []),
  ]);
  return {
    format: 'specshift.changelog/1',
    api,
    title,
    documents,
    policy: diff.policy ?? 'default',
    passed: isProved && checked.every(({ unexplained }) => unexplained.length === 0),
    counts: countStatuses(claims),
    breaking: countStatuses(claims.filter(({ breaking }) => breaking === true)),
    versions,
    pairs: checked,
    missing: [...new Set(missing)].sort(),
  };
}

function statementsOf({ claims, unannounced }: Changelog): readonly Statement[] {
  return [...claims, ...unannounced];
}

function pairKey({ base, revision }: Pick<Statement, 'base' | 'revision'>): string {
  return `${base} ${revision}`;
}

/** Every pair that the changelogs are about, compared once: the step of each version first. */
async function comparePairs(
  told: readonly Changelog[],
  { read, diff = {} }: CheckOptions,
): Promise<ReadonlyMap<string, Compared>> {
  const wanted = new Map<string, Pick<Statement, 'base' | 'revision'>>();
  for (const changelog of told) {
    const { base, version } = changelog;
    const steps = base === undefined ? [] : [{ base, revision: version }];
    for (const pair of [...steps, ...statementsOf(changelog)]) wanted.set(pairKey(pair), pair);
  }
  const documents = new Map<string, Promise<ApiDocument | undefined>>();
  const readOnce = (version: string): Promise<ApiDocument | undefined> => {
    const known = documents.get(version) ?? read(version);
    documents.set(version, known);
    return known;
  };
  const compared = await Promise.all(
    [...wanted].map(async ([key, { base, revision }]): Promise<readonly [string, Compared]> => {
      const [before, after] = await Promise.all([readOnce(base), readOnce(revision)]);
      const files = { base: fileOf(before), revision: fileOf(after) };
      if (before === undefined || after === undefined) return [key, { base, revision, files }];
      const result = await diffWithChanges(before, after, diff);
      return [key, { base, revision, files, pair: new ComparedPair([before, after], result) }];
    }),
  );
  return new Map(compared);
}

function fileOf(document: ApiDocument | undefined): string | null {
  return document === undefined ? null : document.place(document.origin).file;
}

function checkedVersion(
  { version, title, claims: own, unannounced }: Changelog,
  proofs: ReadonlyMap<Statement, Proof>,
): CheckedVersion {
  const claims = own.map((claim): CheckedClaim => {
    const { kind, operations } = claim;
    return { ...checkedStatement(claim, proofs.get(claim)), kind, operations };
  });
  const kinds = CLAIM_KINDS.map((kind) => ({ kind, counts: countStatuses(claims.filter((one) => one.kind === kind)) }));
  return {
    version,
    title,
    counts: countStatuses(claims),
    kinds: kinds.filter(({ counts }) => counts.claims > 0),
    breaking: countStatuses(claims.filter(({ breaking }) => breaking === true)),
    claims,
    unannounced: unannounced.map((entry): CheckedUnannounced => {
      return { ...checkedStatement(entry, proofs.get(entry)), source: entry.source };
    }),
  };
}

function checkedStatement(
  { id, title, base, revision, breaking, place }: Statement,
  proof: Proof | undefined,
): CheckedStatement {
  const { status = 'no document', findings = [], objections = [] } = proof ?? {};
  return {
    id,
    title,
    base,
    revision,
    breaking,
    status,
    impact: worstImpact(findings) ?? null,
    findings: findings.map(({ fingerprint }) => fingerprint).sort(),
    objections,
    place,
  };
}

function checkedPair(
  { base, revision, files, pair }: Compared,
  changelogs: readonly Changelog[],
  proofs: ReadonlyMap<Statement, Proof>,
): CheckedPair {
  const whole = isWhole(base, revision, changelogs);
  const head = { base, revision, files, whole, findings: pair?.findings.length ?? 0 };
  if (pair === undefined || !whole) return { ...head, unexplained: [], partly: [] };
  const explained = new Explained(pair);
  for (const statement of changelogs.flatMap(statementsOf)) {
    if (statement.base !== base || statement.revision !== revision) continue;
    for (const match of proofs.get(statement)?.matches ?? []) explained.add(match);
  }
  return { ...head, unexplained: explained.unexplained, partly: explained.partly };
}

/**
 * Whether changelogs set out to tell everything between two versions: it is the step of a version, or two editions of one. A claim
 * that compares with another version now and then tells nothing of the rest.
 */
function isWhole(base: string, revision: string, changelogs: readonly Changelog[]): boolean {
  if (changelogs.some((changelog) => changelog.base === base && changelog.version === revision)) return true;
  return base.split('@')[0] === revision.split('@')[0];
}
