import { conditionChanged } from '../../../diff/rules/condition-changed.js';
import { containedItemsChanged } from '../../../diff/rules/contained-items-changed.js';
import { contentSchemaChanged } from '../../../diff/rules/content-schema-changed.js';
import { dependentPropertiesChanged } from '../../../diff/rules/dependent-properties-changed.js';
import { exclusionChanged } from '../../../diff/rules/exclusion-changed.js';
import { itemsChanged } from '../../../diff/rules/items-changed.js';
import { patternPropertiesChanged } from '../../../diff/rules/pattern-properties-changed.js';
import { propertyNamesChanged } from '../../../diff/rules/property-names-changed.js';
import { derived } from '../../../diff/rules/rule.js';
import { unevaluatedPartsChanged } from '../../../diff/rules/unevaluated-parts-changed.js';
import { testRule } from './rule-tester.js';

const proved = { request: derived, response: derived };

testRule(exclusionChanged, {
  reports: [
    {
      change: { keyword: 'not', after: { const: 0 } },
      message: 'The keyword "not" {"const":0} was added.',
      ...proved,
    },
    {
      change: { keyword: 'not', before: { const: 0 } },
      message: 'The keyword "not" {"const":0} was removed.',
      ...proved,
    },
    {
      change: { keyword: 'not', before: { const: 0 }, after: { const: 1 } },
      message: 'The keyword "not" changed from {"const":0} to {"const":1}.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'contains', after: {} }],
});

testRule(conditionChanged, {
  reports: [
    {
      change: { keyword: 'if', after: { if: {}, else: { required: ['id'] } } },
      message: 'The keyword "if" {"else":{"required":["id"]},"if":{}} was added.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'not', after: {} }],
});

testRule(itemsChanged, {
  reports: [
    {
      change: { keyword: 'items', after: { type: 'string' } },
      message: 'The keyword "items" {"type":"string"} was added.',
      ...proved,
    },
    { change: { keyword: 'prefixItems', before: {} }, message: 'The keyword "prefixItems" {} was removed.', ...proved },
  ],
  ignores: [{ keyword: 'unevaluatedItems', after: {} }],
});

testRule(containedItemsChanged, {
  reports: [
    { change: { keyword: 'contains', after: true }, message: 'The keyword "contains" true was added.', ...proved },
  ],
  ignores: [{ keyword: 'items', after: {} }],
});

testRule(propertyNamesChanged, {
  reports: [
    {
      change: { keyword: 'propertyNames', after: { maxLength: 3 } },
      message: 'The keyword "propertyNames" {"maxLength":3} was added.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'patternProperties', after: {} }],
});

testRule(patternPropertiesChanged, {
  reports: [
    {
      change: { keyword: 'patternProperties', before: { '^x-': {} } },
      message: 'The keyword "patternProperties" {"^x-":{}} was removed.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'propertyNames', after: {} }],
});

testRule(dependentPropertiesChanged, {
  reports: [
    {
      change: { keyword: 'dependentRequired', after: { a: ['b'] } },
      message: 'The keyword "dependentRequired" {"a":["b"]} was added.',
      ...proved,
    },
    {
      change: { keyword: 'dependentSchemas', after: { a: {} } },
      message: 'The keyword "dependentSchemas" {"a":{}} was added.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'if', after: {} }],
});

testRule(unevaluatedPartsChanged, {
  reports: [
    {
      change: { keyword: 'unevaluatedItems', after: false },
      message: 'The keyword "unevaluatedItems" false was added.',
      ...proved,
    },
    {
      change: { keyword: 'unevaluatedProperties', before: false },
      message: 'The keyword "unevaluatedProperties" false was removed.',
      ...proved,
    },
  ],
  ignores: [{ keyword: 'items', after: {} }],
});

testRule(contentSchemaChanged, {
  reports: [
    {
      change: { keyword: 'contentSchema', after: {} },
      message: 'The keyword "contentSchema" {} was added.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ keyword: 'not', after: {} }],
});
