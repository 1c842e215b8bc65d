import { optionalParameterAdded } from '../../../diff/rules/optional-parameter-added.js';
import { parameterBecameOptional } from '../../../diff/rules/parameter-became-optional.js';
import { parameterBecameRequired } from '../../../diff/rules/parameter-became-required.js';
import { parameterDeprecated } from '../../../diff/rules/parameter-deprecated.js';
import { parameterEmptyValueAllowed } from '../../../diff/rules/parameter-empty-value-allowed.js';
import { parameterEmptyValueRefused } from '../../../diff/rules/parameter-empty-value-refused.js';
import { parameterRemoved } from '../../../diff/rules/parameter-removed.js';
import { parameterReservedCharactersAllowed } from '../../../diff/rules/parameter-reserved-characters-allowed.js';
import { parameterReservedCharactersRefused } from '../../../diff/rules/parameter-reserved-characters-refused.js';
import { parameterSerializationChanged } from '../../../diff/rules/parameter-serialization-changed.js';
import { parameterUndeprecated } from '../../../diff/rules/parameter-undeprecated.js';
import { requiredParameterAdded } from '../../../diff/rules/required-parameter-added.js';
import { versionHeaderChanged } from '../../../diff/rules/version-header-changed.js';
import { changeOf, parameter } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(versionHeaderChanged, {
  reports: [
    {
      change: { parameter: parameter({ in: 'header', name: 'Api-Version' }), before: '1', after: '2' },
      message: 'The version is selected by "2" instead of "1".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('parameter.removed', { parameter: parameter() })],
});

testRule(parameterRemoved, {
  reports: [
    {
      change: { parameter: parameter() },
      message: 'The query parameter "limit" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { parameter: parameter({ in: 'header', name: 'X-Trace', required: true }) },
      message: 'The header parameter "X-Trace" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('parameter.added', { parameter: parameter() })],
});

testRule(requiredParameterAdded, {
  reports: [
    {
      change: { parameter: parameter({ required: true }) },
      message: 'The required query parameter "limit" was added.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ parameter: parameter() }],
});

testRule(optionalParameterAdded, {
  reports: [
    {
      change: { parameter: parameter() },
      message: 'The optional query parameter "limit" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ parameter: parameter({ required: true }) }],
});

testRule(parameterBecameRequired, {
  reports: [
    {
      change: { parameter: parameter(), before: false, after: true },
      message: 'The query parameter "limit" became required.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ parameter: parameter(), before: true, after: false }],
});

testRule(parameterBecameOptional, {
  reports: [
    {
      change: { parameter: parameter(), before: true, after: false },
      message: 'The query parameter "limit" became optional.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ parameter: parameter(), before: false, after: true }],
});

testRule(parameterDeprecated, {
  reports: [
    {
      change: { parameter: parameter(), before: false, after: true },
      message: 'The query parameter "limit" became deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ parameter: parameter(), before: true, after: false }],
});

testRule(parameterUndeprecated, {
  reports: [
    {
      change: { parameter: parameter(), before: true, after: false },
      message: 'The query parameter "limit" is no longer deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ parameter: parameter(), before: false, after: true }],
});

testRule(parameterSerializationChanged, {
  reports: [
    {
      change: { parameter: parameter(), keyword: 'style', before: 'form', after: 'deepObject' },
      message: 'The "style" of the query parameter "limit" changed from "form" to "deepObject".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { parameter: parameter(), keyword: 'explode', before: true, after: false },
      message: 'The "explode" of the query parameter "limit" changed from true to false.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { parameter: parameter(), keyword: 'content', before: null, after: 'application/json' },
      message: 'The query parameter "limit" is written as "application/json" now, no longer in a style.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { parameter: parameter(), keyword: 'allowReserved', before: true, after: false },
    { parameter: parameter(), keyword: 'allowEmptyValue', before: false, after: true },
  ],
});

testRule(parameterReservedCharactersAllowed, {
  reports: [
    {
      change: { parameter: parameter(), keyword: 'allowReserved', before: false, after: true },
      message: 'The query parameter "limit" may now be written with reserved characters.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { parameter: parameter(), keyword: 'allowReserved', before: true, after: false },
    { parameter: parameter(), keyword: 'allowEmptyValue', before: false, after: true },
    { parameter: parameter(), keyword: 'style', before: 'form', after: 'simple' },
  ],
});

testRule(parameterReservedCharactersRefused, {
  reports: [
    {
      change: { parameter: parameter(), keyword: 'allowReserved', before: true, after: false },
      message: 'The query parameter "limit" may no longer be written with reserved characters.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { parameter: parameter(), keyword: 'allowReserved', before: false, after: true },
    { parameter: parameter(), keyword: 'allowEmptyValue', before: true, after: false },
    { parameter: parameter(), keyword: 'explode', before: true, after: false },
  ],
});

testRule(parameterEmptyValueAllowed, {
  reports: [
    {
      change: { parameter: parameter(), keyword: 'allowEmptyValue', before: false, after: true },
      message: 'The query parameter "limit" may now be written with an empty value.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { parameter: parameter(), keyword: 'allowEmptyValue', before: true, after: false },
    { parameter: parameter(), keyword: 'allowReserved', before: false, after: true },
    { parameter: parameter(), keyword: 'style', before: 'form', after: 'simple' },
  ],
});

testRule(parameterEmptyValueRefused, {
  reports: [
    {
      change: { parameter: parameter(), keyword: 'allowEmptyValue', before: true, after: false },
      message: 'The query parameter "limit" may no longer be written with an empty value.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { parameter: parameter(), keyword: 'allowEmptyValue', before: false, after: true },
    { parameter: parameter(), keyword: 'allowReserved', before: true, after: false },
    { parameter: parameter(), keyword: 'explode', before: true, after: false },
  ],
});
