import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { Direction, SchemaChange } from '../change.js';
import type { Witness } from '../finding.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { viewOf } from '../schema/view.js';
import { objectWith, samples } from './sample.js';
import { NotExpressible, schemaForValue } from './value-schema.js';

/** Looks for values that prove a schema change, and has every one confirmed by Ajv before it is shown. */
export class Prover {
  readonly #ajv: Ajv2020;

  private constructor(ajv: Ajv2020) {
    this.#ajv = ajv;
  }

  /** Loads the validator, which only a run with schema changes needs. It is CommonJS, and `require` is the quick way to it. */
  static load(): Prover {
    const load = createRequire(import.meta.url);
    const { Ajv2020: Validator }: typeof import('ajv/dist/2020.js') = load('ajv/dist/2020.js');
    return new Prover(
      new Validator({ strict: false, validateFormats: false, validateSchema: false, addUsedSchema: false }),
    );
  }

  /**
   * A value that the sending side may send and the receiving side rejects: for requests the base sends and the revision
   * receives, for responses the other way about. `null` when none is found; that proves nothing.
   */
  witness(change: SchemaChange, direction: Direction): Witness | null {
    const { base, revision } = change.schemas;
    const [sender, receiver] = direction === 'request' ? [base, revision] : [revision, base];
    const value = candidates(change, sender).find(
      (candidate) => this.#accepts(sender, candidate) === true && this.#accepts(receiver, candidate) === false,
    );
    if (value === undefined) return null;
    return direction === 'request'
      ? { value, validUnder: 'base', invalidUnder: 'revision' }
      : { value, validUnder: 'revision', invalidUnder: 'base' };
  }

  /** Ajv's word on a value; `undefined` when the schema is not one it can decide. */
  #accepts(schemas: readonly Schema[], value: Json): boolean | undefined {
    if (hasBigInteger(value)) return undefined;
    try {
      return this.#ajv.compile(schemaForValue(schemas, value))(value) === true;
    } catch (error) {
      if (error instanceof NotExpressible) return undefined;
      // Ajv refuses to compile what is no schema, as a misspelt type; then nothing is proved.
      return undefined;
    }
  }
}

/** Values worth trying: those the change itself names, then samples of the sender. */
function candidates(change: SchemaChange, sender: readonly Schema[]): readonly Json[] {
  const values: Json[] = [];
  if (change.kind === 'schema.enum.changed') values.push(...change.removed, ...change.added);
  if (change.kind === 'schema.null.changed') values.push(null);
  const view = viewOf(conjunctionOf(sender));
  if (change.kind === 'schema.required.changed' || change.kind === 'schema.property.added') {
    const without = [...view.required].filter((name) => name !== change.property);
    const object = objectWith(view, without);
    if (object !== undefined) values.push(object);
  }
  if (change.kind === 'schema.additional-properties.changed') {
    const object = objectWith(view, [...view.required, freeName(view.properties)]);
    if (object !== undefined) values.push(object);
  }
  if (change.kind === 'schema.alternative.added' || change.kind === 'schema.alternative.removed') {
    values.push(...samples([change.schema]));
  }
  const seen = new Set<string>();
  return [...values, ...samples(sender)].filter((value) => {
    const text = canonical(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function freeName(properties: ReadonlyMap<string, unknown>): string {
  let name = 'other';
  while (properties.has(name)) name += '_';
  return name;
}

/** The validator works on JavaScript numbers. */
function hasBigInteger(value: Json): boolean {
  if (typeof value === 'bigint') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => part !== undefined && hasBigInteger(part));
}
