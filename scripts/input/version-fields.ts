import { field } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { type ApiEdition, type ApiVersion, NAME } from './api-config.js';
import type { ConfigFields, ConfigObject } from './config-fields.js';
import { confined, filesOf } from './confined.js';
import { isIsoDate } from './iso-date.js';

const KINDS = ['stable', 'preview', 'unstable'] as const;
const VERSION_FIELDS = ['version', 'label', 'kind', 'header', 'file', 'overlays', 'date', 'base', 'editions'];
/** Folders beside those of the versions. */
const TAKEN = /^(?:runtime|migrations)$/i;
const EDITION_FIELDS = ['edition', 'date', 'summary', 'overlay', 'file'];

/** Reads the versions of an API. */
export class VersionFields {
  readonly fields: ConfigFields;
  readonly #isOwn: boolean;

  /** @param isOwn people list their own documents: what they may rely on, and since when, they need not say */
  constructor(fields: ConfigFields, isOwn: boolean) {
    this.fields = fields;
    this.#isOwn = isOwn;
  }

  read(root: ConfigObject): readonly ApiVersion[] {
    const { fields } = this;
    const list = fields.list(root, 'versions');
    const entries = list.flatMap(({ raw, path }) => {
      const object = fields.object(raw, path, 'A version', VERSION_FIELDS);
      return object === undefined ? [] : [{ object, version: this.#version(object) }];
    });
    if (list.length === 0) {
      fields.fault([...root.path, 'versions'], 'missing', '"versions" must be a list with at least one entry.');
    }
    this.#refuseDoubles(entries.map(({ object, version }) => ({ object, key: 'version', name: version.version })));
    const versions = entries.map(({ version }) => version);
    for (const { object, version } of entries) this.#checkBase(object, version, versions);
    return versions;
  }

  #version(object: ConfigObject): ApiVersion {
    const { fields } = this;
    const version = this.#name(object, 'version');
    const kindText = this.#isOwn ? (fields.optionalText(object, 'kind') ?? 'stable') : fields.text(object, 'kind');
    const kind = KINDS.find((known) => known === kindText);
    if (kind === undefined && kindText !== '') {
      const message = `"kind" is ${KINDS.join(', ')}, not ${JSON.stringify(kindText)}.${didYouMean(kindText, KINDS)}`;
      fields.fault([...object.path, 'kind'], 'kind', message);
    }
    const header = fields.optionalText(object, 'header');
    const base = fields.optionalText(object, 'base');
    const date = this.#isOwn ? this.#optionalDate(object) : this.#date(object);
    const editions = fields.list(object, 'editions').flatMap(({ raw, path }) => {
      const inner = fields.object(raw, path, 'An edition', EDITION_FIELDS);
      return inner === undefined ? [] : [{ object: inner, edition: this.#edition(inner) }];
    });
    this.#refuseDoubles(
      editions.map(({ object: at, edition }) => ({ object: at, key: 'edition', name: edition.edition })),
    );
    return {
      version,
      label: fields.optionalText(object, 'label') ?? version,
      kind: kind ?? 'stable',
      ...(header === undefined ? {} : { header }),
      file: confined(fields, [...object.path, 'file'], fields.text(object, 'file')),
      overlays: filesOf(fields, object, 'overlays'),
      ...(date === undefined ? {} : { date }),
      ...(base === undefined ? {} : { base }),
      editions: editions.map(({ edition }) => edition),
    };
  }

  #edition(object: ConfigObject): ApiEdition {
    const { fields } = this;
    const summary = fields.optionalText(object, 'summary');
    const [overlay, file] = [fields.optionalText(object, 'overlay'), fields.optionalText(object, 'file')];
    if ((overlay === undefined) === (file === undefined)) {
      const found = overlay === undefined ? 'neither' : 'both';
      const message = `An edition is kept as an "overlay" on its version or as a "file" of its own, and this one has ${found}.`;
      fields.fault(object.path, 'edition', message);
    }
    const kind = overlay === undefined ? 'file' : 'overlay';
    return {
      edition: this.#name(object, 'edition'),
      date: this.#date(object),
      ...(summary === undefined ? {} : { summary }),
      kept: { kind, path: confined(fields, [...object.path, kind], overlay ?? file ?? '') },
    };
  }

  #name(object: ConfigObject, key: 'version' | 'edition'): string {
    const name = this.fields.text(object, key);
    if (name !== '' && !NAME.test(name)) {
      const message = `${JSON.stringify(name)} cannot be the name of ${key === 'version' ? 'a version' : 'an edition'}: letters, digits, ".", "-" and "_" are, and the first is a letter or digit.`;
      this.fields.fault([...object.path, key], 'name', message);
    }
    if (key === 'version' && TAKEN.test(name)) {
      const message = `${JSON.stringify(name)} cannot be the name of a version: what all versions share lies in a folder of that name.`;
      this.fields.fault([...object.path, key], 'name', message);
    }
    return name;
  }

  #optionalDate(object: ConfigObject): string | undefined {
    return (field(object.raw, 'date') ?? null) === null ? undefined : this.#date(object);
  }

  #date(object: ConfigObject): string {
    const date = this.fields.text(object, 'date');
    if (date !== '' && !isIsoDate(date)) {
      const message = `"date" must be a day such as "2026-05-06", not ${JSON.stringify(date)}.`;
      this.fields.fault([...object.path, 'date'], 'date', message);
    }
    return date;
  }

  #refuseDoubles(
    named: readonly { readonly object: ConfigObject; readonly key: string; readonly name: string }[],
  ): void {
    const seen = new Set<string>();
    for (const { object, key, name } of named) {
      // Each has a folder of its own, and to many systems names that differ in case are one.
      const folder = name.toLowerCase();
      if (seen.has(folder) && name !== '') {
        this.fields.fault([...object.path, key], 'duplicate', `The ${key} "${name}" is listed twice.`);
      }
      seen.add(folder);
    }
  }

  #checkBase(object: ConfigObject, { version, base }: ApiVersion, versions: readonly ApiVersion[]): void {
    if (base === undefined) return;
    const [wanted = '', wantedEdition, ...rest] = base.split('@');
    const known = versions.find((candidate) => candidate.version === wanted);
    const fault = (message: string): void => this.fields.fault([...object.path, 'base'], 'base', message);
    if (known === undefined || rest.length > 0) {
      const names = versions.map((candidate) => candidate.version);
      fault(
        `The base ${JSON.stringify(base)} of version "${version}" is not a version of this API.${didYouMean(wanted, names)}`,
      );
    } else if (wantedEdition !== undefined && !known.editions.some(({ edition }) => edition === wantedEdition)) {
      const names = known.editions.map(({ edition }) => edition);
      fault(`Version "${wanted}" has no edition ${JSON.stringify(wantedEdition)}.${didYouMean(wantedEdition, names)}`);
    } else if (wanted === version && wantedEdition === undefined) {
      fault(`Version "${version}" is compared with itself.`);
    } else {
      const cycle = cycleOf(version, versions);
      if (cycle !== undefined) fault(`The bases lead back to version "${version}": ${cycle.join(' → ')}.`);
    }
  }
}

/** The way from a version over its bases back to itself. An edition has no base, so that one of the version itself ends the way. */
function cycleOf(start: string, versions: readonly ApiVersion[]): readonly string[] | undefined {
  const way = [start];
  for (let at = start; way.length <= versions.length; ) {
    const next = versions.find(({ version }) => version === at)?.base?.split('@')[0];
    if (next === undefined || next === at) return undefined;
    way.push(next);
    if (next === start) return way;
    at = next;
  }
  return undefined;
}
