import type { ApiDocument } from '../../openapi/model/document.js';
import { isWebhookSection } from '../../openapi/resolve/webhook-sections.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import { describeType, field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { Origin } from '../../openapi/source/origin.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { compareText } from '../order.js';
import type { RuleIds } from '../policy/read-levels.js';
import { operationLabel } from '../where.js';
import type { AcceptedEntry } from './acceptance.js';
import { MAPS } from './element-pointer.js';

/** The extension with which a document accepts findings at an element. */
const EXEMPTION = 'x-specshift-accept';

/** What holds values that are data, in which the extension means nothing. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'value']);

const KEYS = ['rule', 'reason', 'until'];

/**
 * The exemptions that a document states for its own elements, in all its files: a list of rules, each with a reason and a last day.
 * @param isDate whether a text is an ISO date
 * @throws DocumentError with the place of everything that is wrong in them
 */
export function exemptionsIn(
  document: ApiDocument,
  rules: RuleIds,
  isDate: (text: string) => boolean,
): readonly AcceptedEntry[] {
  const reader = new ExemptionReader(document, rules, isDate);
  const seen = new Set<Json>();
  const queue = [...document.files].map(([file, value]): Node => ({ value, origin: Origin.root(file), isMap: false }));
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const { value, origin, isMap } = node;
    // What an alias of YAML repeats is read once.
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isArray(value)) {
      value.forEach((item: Json, index) => {
        queue.push({ value: item, origin: origin.at(index), isMap: false });
      });
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const member = field(value, key) ?? null;
        if (!isMap && key === EXEMPTION) reader.read(member, origin);
        else if (isMap || !(DATA.has(key) || (key.startsWith('x-') && !isWebhookSection(key)))) {
          queue.push({ value: member, origin: origin.at(key), isMap: !isMap && MAPS.has(key) });
        }
      }
    }
  }
  if (reader.faults.length > 0) throw new DocumentError(reader.faults);
  return reader.entries.sort(
    (a, b) => compareText(a.place.file, b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

/** A value on the way, and whether its keys are names of elements. */
interface Node {
  readonly value: Json;
  readonly origin: Origin;
  readonly isMap: boolean;
}

class ExemptionReader {
  readonly entries: AcceptedEntry[] = [];
  readonly faults: Diagnostic[] = [];
  readonly #document: ApiDocument;
  readonly #rules: RuleIds;
  readonly #isDate: (text: string) => boolean;
  /** The operations as reports name them, by where they stand. */
  readonly #operations: ReadonlyMap<string, string>;

  constructor(document: ApiDocument, rules: RuleIds, isDate: (text: string) => boolean) {
    this.#document = document;
    this.#rules = rules;
    this.#isDate = isDate;
    const { operations, webhooks } = document;
    this.#operations = new Map(
      [...operations, ...webhooks].map((one) => [`${one.origin.file}${one.origin.pointer}`, operationLabel(one)]),
    );
  }

  read(list: Json, element: Origin): void {
    const at = element.at(EXEMPTION);
    // A file that a reference leads to may be an element itself, or hold elements by their names.
    if (element.file === this.#document.origin.file && element.parent?.parent === undefined) {
      this.#fault(at, `"${EXEMPTION}" belongs to an element or an operation, for it holds for all that stands inside.`);
    } else if (!isArray(list)) {
      this.#fault(at, `"${EXEMPTION}" must be a list of {rule, reason, until}, not ${describeType(list)}.`);
    } else {
      list.forEach((item: Json, index) => {
        this.#entry(item, element, at.at(index));
      });
    }
  }

  #entry(item: Json, element: Origin, at: Origin): void {
    if (!isObject(item)) {
      this.#fault(at, `An exemption must be a mapping with "rule", "reason" and "until", not ${describeType(item)}.`);
      return;
    }
    for (const key of Object.keys(item)) {
      if (!KEYS.includes(key)) this.#fault(at.at(key), `"${key}" means nothing here.${didYouMean(key, KEYS)}`);
    }
    const [name, reason, until] = KEYS.map((key) => this.#text(item, key, at));
    const rule = name === undefined ? undefined : this.#rules.get(name);
    if (name !== undefined && rule === undefined) {
      this.#fault(at.at('rule'), `There is no rule "${name}".${didYouMean(name, this.#rules.keys())}`);
    }
    if (until !== undefined && !this.#isDate(until)) {
      this.#fault(at.at('until'), `"until" must be a day such as "2027-01-31", not ${JSON.stringify(until)}.`);
      return;
    }
    if (rule === undefined || reason === undefined || until === undefined) return;
    const { file, line, column } = this.#document.place(at);
    this.entries.push({
      source: 'document',
      target: {
        kind: 'element',
        rule,
        file: this.#document.place(element).file,
        pointer: element.pointer,
        operation: this.#operations.get(`${element.file}${element.pointer}`) ?? null,
      },
      version: null,
      reason,
      until,
      place: { file, pointer: at.pointer, line, column },
    });
  }

  #text(item: JsonObject, key: string, at: Origin): string | undefined {
    const value = field(item, key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.#fault(value === undefined ? at : at.at(key), `"${key}" must be text that is not empty.`);
    return undefined;
  }

  #fault(at: Origin, message: string): void {
    this.faults.push({ code: 'exemption', message, place: { ...this.#document.place(at), pointer: at.pointer } });
  }
}
