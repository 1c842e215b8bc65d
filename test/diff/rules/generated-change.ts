import fc from 'fast-check';
import type { ChangeKind } from '../../../diff/change.js';
import { meaningOf, REGISTERED_EXTENSIONS } from '../../../diff/extensions/registry.js';
import { body, type ChangeData, closed, operation, parameter, schema } from './changes.js';

type Generators = { readonly [Kind in ChangeKind]: fc.Arbitrary<ChangeData<Kind>> };

/** Any text a document may hold, lone surrogates and control characters among it. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', '"', "it's `code`", '\u202e\n\u2028', '\ud800', 'a'.repeat(1_000), '200', 'default'),
);
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant(2n ** 64n),
  // Whatever fast-check makes of JSON is a JSON value; its type names the same thing in other words.
) as fc.Arbitrary<NonNullable<ChangeData<'schema.default.changed'>['before']>>;
const flag = fc.boolean();
const flip = flag.map((before) => ({ before, after: !before }));
const usedOperation = flag.map((deprecated) => operation({ deprecated }));
const usedParameter = fc.record({ required: flag, name: text }).map(parameter);
const status = fc.oneof(fc.constantFrom('101', '200', '2XX', '302', '404', '5XX', 'default'), text);
const differing = <T>(values: fc.Arbitrary<T>) => fc.tuple(values, values).filter(([a, b]) => !Object.is(a, b));
const changed = <T>(values: fc.Arbitrary<T>) => differing(values).map(([before, after]) => ({ before, after }));
/** Came, went or changed: at most one side is absent. */
const optional = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(
    values.map((after): { before?: T; after?: T } => ({ after })),
    values.map((before): { before?: T; after?: T } => ({ before })),
    changed(values),
  );
const join = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) => fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }));
const header = join(fc.record({ header: text }), fc.oneof(fc.record({ status }), fc.record({ part: text })));
const types = fc.uniqueArray(fc.constantFrom('array', 'boolean', 'integer', 'number', 'object', 'string'), {
  minLength: 1,
});
const scalar = fc.oneof(fc.integer(), fc.constant(2n ** 60n));
const property = fc.record({ property: text, required: flag, schema: fc.constant(schema()) });
const compared = fc.array(
  fc.constantFrom(schema(), closed, schema({ types: ['integer'] }), schema({ types: ['string'] })),
  {
    maxLength: 2,
  },
);
const sides = fc.record(
  { schemas: fc.record({ base: compared, revision: compared }).map((both) => ({ ...both, stated: both })) },
  { requiredKeys: [] },
);
const union = fc.record({ keyword: fc.constantFrom('anyOf' as const, 'oneOf' as const) });
const alternative = join(union, fc.record({ branch: text, schema: fc.constant(schema()) }));
const effect = <T extends string>(...effects: readonly T[]) => fc.record({ effect: fc.constantFrom(...effects) });
const keywordValues = (...keywords: readonly string[]) =>
  join(fc.record({ keyword: fc.oneof(fc.constantFrom(...keywords), text) }), changed(json));
const written = fc.array(text, { maxLength: 3 });

const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 1, null), { minLength: 1 });
const words = fc.uniqueArray(text, { minLength: 1 });
const listedWords = listChange(words);
const listed = listChange(values);

function listChange<Value>(lists: fc.Arbitrary<Value[]>) {
  return fc
    .tuple(lists, lists, fc.constantFrom('came', 'went', 'changed'))
    .map(([before, after, what]) => {
      if (what === 'came') return { after, added: [], removed: [] };
      if (what === 'went') return { before, added: [], removed: [] };
      const added = after.filter((value) => !before.includes(value));
      return { before, after, added, removed: before.filter((value) => !after.includes(value)) };
    })
    .filter((change) => !('before' in change && 'after' in change) || change.added.length + change.removed.length > 0);
}

const namedScheme = fc.record({ scheme: text });
const flow = fc.record({ scheme: text, flow: text });
const variable = fc.record({ url: text, variable: text });

const accessGenerators = {
  'server.renamed': join(fc.record({ url: text }), optional(text)),
  'server.url.changed': join(
    fc.record({ part: fc.constantFrom('scheme' as const, 'host' as const, 'path' as const) }),
    changed(text),
  ),
  'server.default.changed': changed(text),
  'server.variable.default.changed': join(variable, changed(text)),
  'server.variable.enum.changed': join(variable, listedWords),
  'security-scheme.added': namedScheme,
  'security-scheme.removed': namedScheme,
  'security-scheme.deprecated.changed': join(namedScheme, flip),
  'security-scheme.flow.added': flow,
  'security-scheme.flow.removed': flow,
  'security-scheme.flow.changed': join(flow, join(fc.record({ keyword: text }), optional(text))),
  'security-scheme.scope.added': join(flow, fc.record({ scope: text })),
  'security-scheme.scope.removed': join(flow, fc.record({ scope: text })),
  'webhook.security.changed': changed(written),
};

/** Lists and behaviours besides any JSON, as the rules for extensions look into them. */
const stated = fc.oneof(
  json,
  flag,
  fc.constantFrom('2030-01-01', '2031-01-01', 'Sun, 06 Nov 2033 08:49:37 GMT', 'draft', 'beta', 'stable'),
  fc.array(fc.constantFrom('a', 'b', 'c')),
  fc.array(fc.record({ id: fc.constantFrom('a', 'b'), breaking: flag })),
);
const extension = fc.constantFrom(...REGISTERED_EXTENSIONS).chain((name) =>
  fc
    .tuple(optional(stated), fc.constantFrom('operation' as const, 'schema' as const), fc.option(text))
    .map(([sides, element, newParameter]) => {
      const meaning = meaningOf(name) ?? 'behavior';
      const isAboutParameter = meaning === 'conditional-scopes' && newParameter !== null;
      return { name, element, meaning, ...sides, ...(isAboutParameter ? { newParameter } : {}) };
    }),
);

/** Generators of changes of every kind, as the comparison may find them. */
export const generators: Generators = {
  'operation.added': fc.record({ operation: usedOperation }),
  'operation.removed': fc.record({ operation: usedOperation }),
  'operation.id.changed': join(fc.record({ operation: usedOperation }), optional(text)),
  'operation.deprecated.changed': join(fc.record({ operation: usedOperation }), flip),
  'operation.tags.changed': join(fc.record({ operation: usedOperation }), changed(written)),
  'path.parameter.renamed': join(fc.record({ operation: usedOperation }), changed(text)),
  'parameter.added': fc.record({ parameter: usedParameter }),
  'parameter.removed': fc.record({ parameter: usedParameter }),
  'parameter.required.changed': join(fc.record({ parameter: usedParameter }), flip),
  'parameter.deprecated.changed': join(fc.record({ parameter: usedParameter }), flip),
  'parameter.serialization.changed': join(
    fc.record({ parameter: usedParameter }),
    keywordValues('style', 'explode', 'allowReserved', 'allowEmptyValue', 'content'),
  ),
  'parameter.version.changed': join(fc.record({ parameter: usedParameter }), changed(text)),
  'request-body.added': fc.record({ body: flag.map(body) }),
  'request-body.removed': fc.record({ body: flag.map(body) }),
  'request-body.required.changed': flip,
  'media-type.added': fc.record({ mediaType: text }),
  'media-type.removed': fc.record({ mediaType: text }),
  'encoding.changed': join(fc.record({ property: text }), keywordValues('contentType', 'style', 'allowReserved')),
  'response.added': fc.record({ status, coveredBy: fc.constantFrom('2XX', 'default') }, { requiredKeys: ['status'] }),
  'response.removed': fc.record({ status, coveredBy: fc.constantFrom('2XX', 'default') }, { requiredKeys: ['status'] }),
  'header.added': join(header, fc.record({ required: flag })),
  'header.removed': join(header, fc.record({ required: flag })),
  'header.required.changed': join(header, flip),
  'header.deprecated.changed': join(header, flip),
  'link.added': fc.record({ link: text, status }),
  'link.removed': fc.record({ link: text, status }),
  'link.changed': join(fc.record({ link: text, status }), changed(json)),
  'security.changed': fc.record({ before: written, after: written, refuses: written, accepts: written }),
  'security-scheme.changed': join(fc.record({ scheme: text }), keywordValues('type', 'in', 'name', 'scheme', 'flows')),
  ...accessGenerators,
  'extension.changed': extension,
  'operation.parameters.reordered': join(fc.record({ operation: usedOperation }), changed(written)),
  'callback.expression.changed': join(fc.record({ callback: text }), changed(text)),
  'header.serialization.changed': join(header, keywordValues('explode', 'content')),
  'server.added': fc.record({ url: text }),
  'server.removed': fc.record({ url: text }),
  'webhook.added': fc.record({ operation: usedOperation }),
  'webhook.removed': fc.record({ operation: usedOperation }),
  'callback.added': fc.record({ callback: text }),
  'callback.removed': fc.record({ callback: text }),
  'schema.type.changed': optional(types),
  'schema.null.changed': join(
    flip,
    fc.record({ sentinel: fc.record({ value: fc.constant(0), means: text }) }, { requiredKeys: [] }),
  ),
  'schema.enum.changed': listed,
  'schema.format.changed': join(
    optional(fc.oneof(fc.constantFrom('int32', 'int64', 'date', 'date-time', 'uri', 'color'), text)),
    sides,
  ),
  'schema.pattern.changed': optional(text),
  'schema.bound.changed': join(
    fc.record({ keyword: fc.constantFrom('minimum', 'maxLength', 'minContains') }),
    join(optional(scalar), effect('tightened', 'loosened')),
  ),
  'schema.multiple-of.changed': join(optional(scalar), effect('tightened', 'loosened', 'other')),
  'schema.unique-items.changed': flip,
  'schema.property.added': join(property, sides),
  'schema.property.removed': join(property, sides),
  'schema.property.refused': join(property, sides),
  'schema.property.allowed': join(property, sides),
  'schema.required.changed': join(fc.record({ properties: fc.array(text, { minLength: 1 }) }), flip),
  'schema.additional-properties.changed': join(
    changed(fc.constantFrom('open', 'closed', 'constrained')),
    fc.record({ isMap: flag }),
  ),
  'schema.alternative.added': alternative,
  'schema.alternative.removed': alternative,
  'schema.alternatives.changed': fc.constant({}),
  'schema.union.added': union,
  'schema.union.removed': union,
  'schema.default.changed': optional(json),
  'schema.read-only.changed': flip,
  'schema.write-only.changed': flip,
  'schema.deprecated.changed': flip,
  'schema.title.changed': optional(text),
  'schema.discriminator.changed': optional(text),
  'schema.discriminator.default.changed': optional(text),
  'schema.discriminator.mapping.changed': join(fc.record({ value: text }), optional(text)),
  'schema.content.changed': join(
    fc.record({ keyword: fc.constantFrom('contentMediaType' as const, 'contentEncoding' as const) }),
    optional(text),
  ),
  'schema.keyword.changed': join(
    fc.record({
      keyword: fc.constantFrom(
        ...(['not', 'if', 'items', 'prefixItems', 'contains', 'propertyNames', 'patternProperties'] as const),
        ...(['unevaluatedItems', 'unevaluatedProperties', 'dependentRequired', 'dependentSchemas'] as const),
        'contentSchema' as const,
      ),
    }),
    optional(json),
  ),
  'schema.undecidable': fc.record({ reason: text }),
};
