import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, type Json } from '../../../openapi/source/json.js';

/** Schemas by name, which refer to each other as the components of a document do. */
export interface Components {
  readonly [name: string]: Json;
}

// Without `allErrors` this validator takes `[]` for valid where `contains` stands beside `prefixItems`.
const OPTIONS = { strict: false, validateSchema: false, logger: false, allErrors: true } as const;

/** A fresh validator for each of some components of 2020-12, which takes formats for assertions. */
export function validators(components: Components, names: readonly string[]): readonly ((value: Json) => boolean)[] {
  const ajv = new Ajv2020(OPTIONS);
  formats.default(ajv);
  ajv.addSchema({ $id: 'cases:/', components: { schemas: components } });
  return names.map((name) => {
    const validate = ajv.compile({ $ref: `cases:/#/components/schemas/${name}` });
    return (value: Json) => validate(value) === true;
  });
}

/** Whether a validator of a draft accepts a value; `undefined` where it cannot read the schema or does not know the draft. */
export function accepts(schema: Json, draft: string, value: Json): boolean | undefined {
  const ajv = validatorOf(draft);
  if (ajv === undefined || (typeof schema !== 'boolean' && !isObject(schema))) return undefined;
  formats.default(ajv);
  try {
    return ajv.compile(schema)(value) === true;
  } catch {
    // An address that it does not know, or a keyword that a later draft renamed.
    return undefined;
  }
}

function validatorOf(draft: string): Ajv | undefined {
  switch (draft) {
    case 'draft2020-12':
      return new Ajv2020(OPTIONS);
    case 'draft2019-09':
      return new Ajv2019(OPTIONS);
    case 'draft6':
    case 'draft7':
      return new Ajv(OPTIONS);
    default:
      return undefined;
  }
}
