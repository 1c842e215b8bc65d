import { isWebhookSection, WEBHOOK_SECTIONS } from './webhook-sections.js';

const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue', 'mapping']);
const NAME_MAPS = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'callbacks',
  'pathItems',
  ...WEBHOOK_SECTIONS,
  'mediaTypes',
  'content',
  'encoding',
]);

/** Whether a member holds data, in which nothing is a keyword or a reference. */
export function isData(key: string): boolean {
  return DATA.has(key) || (key.startsWith('x-') && !isWebhookSection(key));
}

/** Whether the keys of a member's value are names chosen by the author, which may look like keywords. */
export function isNameMap(key: string): boolean {
  return NAME_MAPS.has(key);
}
