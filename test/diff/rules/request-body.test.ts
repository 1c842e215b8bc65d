import { encodingChanged } from '../../../diff/rules/encoding-changed.js';
import { encodingContentTypesAdded } from '../../../diff/rules/encoding-content-types-added.js';
import { encodingReservedCharactersAllowed } from '../../../diff/rules/encoding-reserved-characters-allowed.js';
import { encodingReservedCharactersRefused } from '../../../diff/rules/encoding-reserved-characters-refused.js';
import { mediaTypeAdded } from '../../../diff/rules/media-type-added.js';
import { mediaTypeRemoved } from '../../../diff/rules/media-type-removed.js';
import { optionalRequestBodyAdded } from '../../../diff/rules/optional-request-body-added.js';
import { requestBodyBecameOptional } from '../../../diff/rules/request-body-became-optional.js';
import { requestBodyBecameRequired } from '../../../diff/rules/request-body-became-required.js';
import { requestBodyRemoved } from '../../../diff/rules/request-body-removed.js';
import { requiredRequestBodyAdded } from '../../../diff/rules/required-request-body-added.js';
import { body, changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(requiredRequestBodyAdded, {
  reports: [
    {
      change: { body: body(true) },
      message: 'A required request body was added.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ body: body(false) }],
});

testRule(optionalRequestBodyAdded, {
  reports: [
    {
      change: { body: body(false) },
      message: 'An optional request body was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ body: body(true) }],
});

testRule(requestBodyRemoved, {
  reports: [
    {
      change: { body: body(true) },
      message: 'The required request body was removed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { body: body(false) },
      message: 'The optional request body was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('request-body.added', { body: body(true) })],
});

testRule(requestBodyBecameRequired, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'The request body became required.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(requestBodyBecameOptional, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'The request body became optional.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ before: false, after: true }],
});

testRule(mediaTypeAdded, {
  reports: [
    {
      change: { mediaType: 'text/csv' },
      message: 'The media type "text/csv" was added.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('media-type.removed', { mediaType: 'text/csv' })],
});

testRule(mediaTypeRemoved, {
  reports: [
    {
      change: { mediaType: 'text/csv' },
      message: 'The media type "text/csv" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('media-type.added', { mediaType: 'text/csv' })],
});

testRule(encodingChanged, {
  reports: [
    {
      change: { property: 'photo', keyword: 'contentType', before: 'image/png', after: 'image/jpeg' },
      message: 'The "contentType" of the part "photo" changed from "image/png" to "image/jpeg".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { property: 'photo', keyword: 'contentType', before: 'image/png, image/jpeg', after: 'image/png' },
      message: 'The "contentType" of the part "photo" changed from "image/png, image/jpeg" to "image/png".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { property: 'photo', keyword: 'contentType', before: null, after: 'image/png' },
      message: 'The "contentType" of the part "photo" changed from the default to "image/png".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { property: 'photo', keyword: 'style', before: 'form', after: null },
      message: 'The "style" of the part "photo" changed from "form" to the default.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { property: 'photo', keyword: 'contentType', before: 'image/png', after: 'image/png, image/jpeg' },
    { property: 'photo', keyword: 'allowReserved', before: false, after: true },
  ],
});

testRule(encodingContentTypesAdded, {
  reports: [
    {
      change: { property: 'photo', keyword: 'contentType', before: 'image/png', after: 'image/png, image/jpeg' },
      message: 'The part "photo" may have more content types: "image/png, image/jpeg" instead of "image/png".',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { property: 'photo', keyword: 'contentType', before: 'image/png', after: 'image/jpeg, image/gif' },
    { property: 'photo', keyword: 'contentType', before: 'image/png', after: null },
    { property: 'photo', keyword: 'explode', before: true, after: false },
  ],
});

testRule(encodingReservedCharactersAllowed, {
  reports: [
    {
      change: { property: 'photo', keyword: 'allowReserved', before: false, after: true },
      message: 'The part "photo" may now be written with reserved characters.',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [
    { property: 'photo', keyword: 'allowReserved', before: true, after: false },
    { property: 'photo', keyword: 'explode', before: false, after: true },
  ],
});

testRule(encodingReservedCharactersRefused, {
  reports: [
    {
      change: { property: 'photo', keyword: 'allowReserved', before: true, after: false },
      message: 'The part "photo" may no longer be written with reserved characters.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { property: 'photo', keyword: 'allowReserved', before: false, after: true },
    { property: 'photo', keyword: 'contentType', before: 'image/png', after: 'image/png, image/jpeg' },
  ],
});
