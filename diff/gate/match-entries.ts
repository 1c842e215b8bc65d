import { formatPointer, parsePointer } from '../../openapi/source/pointer.js';
import type { Change } from '../change.js';
import type { Finding, FindingPlace } from '../finding.js';
import type { AcceptedEntry, AcceptedFinding, AcceptedTarget, EntryReport, EntryStatus } from './acceptance.js';
import { elementPointer } from './element-pointer.js';

/** What entries accept, and what became of each of them. */
export interface MatchedEntries {
  /** By fingerprint. */
  readonly accepted: ReadonlyMap<string, AcceptedFinding>;
  /** In the order given. */
  readonly entries: readonly EntryReport[];
}

/** The changes behind findings, by fingerprint. */
export type ChangesOf = ReadonlyMap<string, Change>;

/**
 * Finds what each entry names. An entry that could mean several things accepts none of them: what is not certain counts.
 * @param today ISO date
 */
export function matchEntries(
  entries: readonly AcceptedEntry[],
  findings: readonly Finding[],
  changes: ChangesOf,
  today: string,
): MatchedEntries {
  const accepted = new Map<string, AcceptedFinding>();
  const index = new FindingIndex(findings, changes);
  const reports = entries.map((entry): EntryReport => {
    const named = index.namedBy(entry);
    const report = (status: EntryStatus, message: string | null): EntryReport => {
      return { ...entry, status, message, fingerprints: named.map(({ fingerprint }) => fingerprint) };
    };
    if (entry.until < today) return report('expired', expiredMessage(entry, named));
    const [first, second] = named;
    if (first === undefined) return report('unused', 'Nothing that was found is what it names. Remove it.');
    const doubt = doubtAbout(entry.target, first, second === undefined ? [] : named);
    if (doubt !== undefined) return report('ambiguous', doubt);
    const open = named.filter(({ fingerprint }) => !accepted.has(fingerprint));
    if (open.length === 0) return report('repeated', 'Another entry accepts the same. Remove one of them.');
    const { source, reason, until, place } = entry;
    for (const finding of open) accepted.set(finding.fingerprint, { finding, source, reason, until, place });
    return report('used', null);
  });
  return { accepted, entries: reports };
}

function expiredMessage({ until }: AcceptedEntry, named: readonly Finding[]): string {
  if (named.length === 0) return `It ended on ${until}, and what it names is no longer found. Remove it.`;
  return `It ended on ${until}: what it names counts again.`;
}

/** Fingerprints that are listed of those that an entry could mean. */
const MOST_LISTED = 5;

function doubtAbout(target: AcceptedTarget, first: Finding, several: readonly Finding[]): string | undefined {
  // An exemption holds for what stands inside its element, however much that is.
  if (target.kind !== 'place') return undefined;
  if (several.length > 0) {
    const shown = several.slice(0, MOST_LISTED).map(({ fingerprint, where }) => `${fingerprint} (${where})`);
    const more = several.length - shown.length;
    return `It names ${several.length} findings: ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}. Give the fingerprint of the one that is meant.`;
  }
  const others = first.operations.length - 1;
  if (target.operation === null || others === 0) return undefined;
  return `What it names also reaches ${others === 1 ? 'another operation' : `${others} other operations`}. Leave out "operation" to accept it for all, or give the fingerprint ${first.fingerprint}.`;
}

class FindingIndex {
  readonly #findings: readonly Finding[];
  readonly #changes: ChangesOf;
  readonly #byFingerprint: ReadonlyMap<string, Finding>;
  readonly #byPlace = new Map<string, Finding[]>();

  constructor(findings: readonly Finding[], changes: ChangesOf) {
    this.#findings = findings;
    this.#changes = changes;
    this.#byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
    for (const finding of findings) {
      for (const { pointer } of this.#placesOf(finding)) {
        this.#add(`${finding.rule} ${pointer}`, finding);
        this.#add(`${finding.rule} ${elementPointer(pointer)}`, finding);
      }
    }
  }

  #add(key: string, finding: Finding): void {
    const list = this.#byPlace.get(key);
    if (list === undefined) this.#byPlace.set(key, [finding]);
    else if (list.at(-1) !== finding) list.push(finding);
  }

  namedBy({ target, place: own }: AcceptedEntry): readonly Finding[] {
    switch (target.kind) {
      case 'fingerprint': {
        const finding = this.#byFingerprint.get(target.fingerprint);
        return finding === undefined ? [] : [finding];
      }
      case 'place': {
        const hash = target.pointer.indexOf('#');
        const [file, pointer] = [target.pointer.slice(0, hash), target.pointer.slice(hash)];
        const found = spellingsOf(pointer).flatMap((spelling) => this.#byPlace.get(`${target.rule} ${spelling}`) ?? []);
        return [...new Set(found)].filter(
          (finding) =>
            (file === '' || this.#placesOf(finding).some((place) => isFile(place.file, file))) &&
            (target.operation === null || reaches(finding, target.operation)),
        );
      }
      case 'element':
        return this.#findings.filter(
          (finding) =>
            finding.rule === target.rule &&
            (isInside(finding, [target.file, own.file], target.pointer) || isOnlyIn(finding, target.operation)),
        );
    }
  }

  /** The element itself: what is not there on one side has a place there that names what stands around it. */
  #placesOf({ fingerprint, base, revision }: Finding): readonly FindingPlace[] {
    const kind = this.#changes.get(fingerprint)?.kind ?? '';
    const sides = kind.endsWith('.removed') ? [base] : kind.endsWith('.added') ? [revision] : [base, revision];
    return sides.filter((place) => place !== null);
  }
}

/** A pointer as it is written, and as it is meant where it is percent-encoded. */
function spellingsOf(pointer: string): readonly string[] {
  const segments = parsePointer(pointer.slice(1));
  return [...new Set([pointer, ...(segments === undefined ? [] : [formatPointer(segments)])])];
}

/**
 * Whether a finding stands at an element of the revision or inside; where it is missing, what is around it decides. An overlay may have
 * written the exemption and what it is about, and not the element.
 */
function isInside({ revision }: Finding, files: readonly string[], pointer: string): boolean {
  return revision !== null && files.includes(revision.file) && isWithin(revision.pointer, pointer);
}

/** Whether a finding reaches one operation and no other, wherever it stands. */
function isOnlyIn({ operations }: Finding, operation: string | null): boolean {
  return operations.length === 1 && operations[0] === operation;
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

function isFile(file: string, wanted: string): boolean {
  return file === wanted || file.endsWith(`/${wanted}`);
}

function reaches({ operations }: Finding, wanted: string): boolean {
  return operations.some((operation) => eraseNames(operation) === eraseNames(wanted));
}

/** The names of path parameters are not part of what identifies an operation. */
function eraseNames(operation: string): string {
  return operation.replace(/\{[^{}]*\}/g, '{}');
}
