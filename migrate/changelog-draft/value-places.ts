import { rootsOf } from '../../diff/payload/payload-path.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';

/** Where a value stands in the nearest object around it. */
export interface ValuePlace {
  /** The object, or the list where there is no object around it. */
  readonly container: Schema;
  readonly path: readonly (string | number)[];
}

/** Where each schema of operations stands, found once for all of them; a root has no place. */
export class ValuePlaces {
  readonly #places = new Map<Schema, ValuePlace | undefined>();

  constructor(operations: readonly Operation[]) {
    const queue: { readonly schema: Schema; readonly holder: Schema; readonly place: ValuePlace | undefined }[] = [];
    const add = (schema: Schema, holder: Schema, place: ValuePlace | undefined): void => {
      if (this.#places.has(schema)) return;
      this.#places.set(schema, place);
      queue.push({ schema, holder, place });
    };
    for (const operation of operations) {
      for (const direction of ['request', 'response'] as const) {
        for (const { schema } of rootsOf(operation, direction)) add(schema, schema, undefined);
      }
    }
    for (const { schema, holder, place } of queue) {
      const same = [
        ...(schema.ref === undefined ? [] : [schema.ref.target]),
        ...schema.allOf,
        ...schema.oneOf,
        ...schema.anyOf,
      ];
      for (const other of same) add(other, holder, place);
      for (const [name, inner] of schema.properties) add(inner, inner, { container: holder, path: [name] });
      if (schema.additionalProperties !== undefined) {
        add(schema.additionalProperties, schema.additionalProperties, { container: holder, path: ['key'] });
      }
      if (schema.items !== undefined) {
        const at = place === undefined ? { container: holder, path: [0] } : { ...place, path: [...place.path, 0] };
        add(schema.items, schema.items, at);
      }
    }
  }

  /** The place of the first of the schemas that operations carry. */
  of(schemas: readonly Schema[]): ValuePlace | 'root' | undefined {
    const found = schemas.find((schema) => this.#places.has(schema));
    return found === undefined ? undefined : (this.#places.get(found) ?? 'root');
  }
}
