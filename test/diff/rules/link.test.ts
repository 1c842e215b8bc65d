import { linkAdded } from '../../../diff/rules/link-added.js';
import { linkChanged } from '../../../diff/rules/link-changed.js';
import { linkRemoved } from '../../../diff/rules/link-removed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(linkAdded, {
  reports: [
    {
      change: { link: 'next', status: '200' },
      message: 'The link "next" was added to the response "200".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('link.removed', { link: 'next', status: '200' })],
});

testRule(linkRemoved, {
  reports: [
    {
      change: { link: 'next', status: '200' },
      message: 'The link "next" was removed from the response "200".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('link.added', { link: 'next', status: '200' })],
});

testRule(linkChanged, {
  reports: [
    {
      change: { link: 'next', status: '200', before: { operationId: 'a' }, after: { operationId: 'b' } },
      message: 'The link "next" of the response "200" changed from {"operationId":"a"} to {"operationId":"b"}.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('link.removed', { link: 'next', status: '200' })],
});
