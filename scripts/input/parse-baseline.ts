import type { AcceptedEntry, AcceptedTarget } from '../../diff/gate/acceptance.js';
import type { RuleIds } from '../../diff/policy/read-levels.js';
import { loadFile } from '../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../openapi/load/loaded-file.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { field } from '../../openapi/source/json.js';
import { parsePointer } from '../../openapi/source/pointer.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { ConfigFields, type ConfigObject } from './config-fields.js';
import { isIsoDate } from './iso-date.js';

const FIELDS = ['$schema', 'accepted'];
const ENTRY_FIELDS = ['fingerprint', 'rule', 'pointer', 'operation', 'version', 'reason', 'until'];

/**
 * Reads a file of accepted findings. It is data: nothing in it is run.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function parseBaseline(name: string, bytes: Uint8Array, rules: RuleIds): readonly AcceptedEntry[] {
  const file = load(name, bytes);
  if (file === undefined) return [];
  const reader = new BaselineReader(file, rules);
  const root = reader.fields.object(file.value, [], 'This file', FIELDS);
  const entries = root === undefined ? [] : reader.read(root);
  if (reader.fields.faults.length > 0) throw new DocumentError(reader.fields.faults);
  return entries;
}

/** `undefined` for a file that says nothing yet: it is empty, or holds comments only. */
function load(name: string, bytes: Uint8Array): LoadedFile | undefined {
  try {
    const file = loadFile(name, bytes);
    return file.value === null ? undefined : file;
  } catch (error) {
    if (error instanceof DocumentError && error.diagnostics.every(({ code }) => code === 'empty')) return undefined;
    throw error;
  }
}

class BaselineReader {
  readonly fields: ConfigFields;
  readonly #file: LoadedFile;
  readonly #rules: RuleIds;

  constructor(file: LoadedFile, rules: RuleIds) {
    this.#file = file;
    this.#rules = rules;
    this.fields = new ConfigFields(file);
  }

  read(root: ConfigObject): readonly AcceptedEntry[] {
    const { fields } = this;
    return fields.list(root, 'accepted').flatMap(({ raw, path }) => {
      const object = fields.object(raw, path, 'An accepted finding', ENTRY_FIELDS);
      if (object === undefined) return [];
      const target = this.#target(object);
      const version = fields.optionalText(object, 'version') ?? null;
      const reason = fields.text(object, 'reason').trim();
      const until = this.#until(object);
      if (target === undefined) return [];
      const { file, pointer = '#', line, column } = placeOf(this.#file, path);
      return [{ source: 'baseline', target, version, reason, until, place: { file, pointer, line, column } }];
    });
  }

  #until(object: ConfigObject): string {
    const until = this.fields.text(object, 'until');
    if (until !== '' && !isIsoDate(until)) {
      const message = `"until" must be a day such as "2027-01-31", not ${JSON.stringify(until)}.`;
      this.fields.fault([...object.path, 'until'], 'date', message);
    }
    return until;
  }

  /** One way to say which finding is meant, and not two that could disagree. */
  #target(object: ConfigObject): AcceptedTarget | undefined {
    const has = (key: string): boolean => (field(object.raw, key) ?? null) !== null;
    const others = ['rule', 'pointer', 'operation'].filter(has);
    if (has('fingerprint') === others.length > 0) {
      const found = others.length === 0 ? 'neither' : 'both';
      const message = `An accepted finding is named by its "fingerprint", or by "rule" and "pointer", and this one has ${found}.`;
      this.fields.fault(object.path, 'target', message);
      return undefined;
    }
    return has('fingerprint') ? this.#fingerprint(object) : this.#place(object);
  }

  #fingerprint(object: ConfigObject): AcceptedTarget | undefined {
    const fingerprint = this.fields.text(object, 'fingerprint').toLowerCase();
    if (/^[0-9a-f]{16}$/.test(fingerprint)) return { kind: 'fingerprint', fingerprint };
    if (fingerprint !== '') {
      const message = '"fingerprint" must be all 16 digits of a fingerprint, as reports in JSON tell it.';
      this.fields.fault([...object.path, 'fingerprint'], 'fingerprint', message);
    }
    return undefined;
  }

  #place(object: ConfigObject): AcceptedTarget | undefined {
    const { fields } = this;
    const name = fields.text(object, 'rule');
    const rule = this.#rules.get(name);
    if (rule === undefined && name !== '') {
      const message = `There is no rule ${JSON.stringify(name)}.${didYouMean(name, this.#rules.keys())}`;
      fields.fault([...object.path, 'rule'], 'unknown-rule', message);
    }
    const pointer = fields.text(object, 'pointer');
    const hash = pointer.indexOf('#');
    const isPointer = hash >= 0 && parsePointer(pointer.slice(hash + 1)) !== undefined;
    if (!isPointer && pointer !== '') {
      const message = `"pointer" must be a JSON Pointer such as "#/components/schemas/contact", not ${JSON.stringify(pointer)}.`;
      fields.fault([...object.path, 'pointer'], 'pointer', message);
    }
    const operation = fields.optionalText(object, 'operation') ?? null;
    return rule === undefined || !isPointer ? undefined : { kind: 'place', rule, pointer, operation };
  }
}
