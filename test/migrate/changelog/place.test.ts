import { expect, test } from 'vitest';
import { parseOperation, referenceIdentity } from '../../../migrate/changelog/operation-reference.js';
import { parsePlace } from '../../../migrate/changelog/place.js';

const property = (name: string) => ({ kind: 'property', name });
const ITEMS = { kind: 'items' };

test.each([
  ['request', { kind: 'request' }, []],
  ['response', { kind: 'response' }, []],
  ['response.404', { kind: 'response', status: '404' }, []],
  ['response.2xx.a', { kind: 'response', status: '2XX' }, [property('a')]],
  ['response.default', { kind: 'response', status: 'default' }, []],
  ['response."404"', { kind: 'response' }, [property('404')]],
  ['response.data[].tags{}', { kind: 'response' }, [property('data'), ITEMS, property('tags'), { kind: 'values' }]],
  ['response[].id', { kind: 'response' }, [ITEMS, property('id')]],
  ['response.200[]', { kind: 'response', status: '200' }, [ITEMS]],
  ['response.302.headers.Location', { kind: 'header', status: '302', name: 'Location' }, []],
  ['response.302."headers".a', { kind: 'response', status: '302' }, [property('headers'), property('a')]],
  ['response.headers.a', { kind: 'response' }, [property('headers'), property('a')]],
  ['query.page', { kind: 'parameter', in: 'query', name: 'page' }, []],
  ['query."filter[a]".b', { kind: 'parameter', in: 'query', name: 'filter[a]' }, [property('b')]],
  ['header.X-Y', { kind: 'parameter', in: 'header', name: 'X-Y' }, []],
  ['path.id', { kind: 'parameter', in: 'path', name: 'id' }, []],
  ['cookie.z', { kind: 'parameter', in: 'cookie', name: 'z' }, []],
  ['security', { kind: 'security' }, []],
  ['request."a.\\"b"[].__proto__', { kind: 'request' }, [property('a."b'), ITEMS, property('__proto__')]],
])('%s', (text, part, path) => {
  expect(parsePlace(text)).toEqual({ text, part, path });
});

const PARTS = 'request, response, query, path, header, cookie or security';

test.each([
  ['', `A place begins with ${PARTS}.`],
  ['[]', `A place begins with ${PARTS}.`],
  ['"request"', `A place begins with ${PARTS}.`],
  ['body.a', `A place begins with ${PARTS}, not with "body".`],
  ['query', '"query" needs the name of a parameter: query.page.'],
  ['query[]', '"query" needs the name of a parameter: query.page.'],
  ['response.302.headers', '"headers" needs the name of a header: response.302.headers.Location.'],
  ['security.a', 'Nothing stands inside "security".'],
  ['request.', 'A name is expected at character 9 of "request.". Quote others.'],
  ['request a', 'A "." is expected at character 8 of "request a".'],
  ['request.a b', 'A "." is expected at character 10 of "request.a b".'],
  ['request."a', 'A name is expected at character 9 of "request."a". Quote others.'],
  ['request."\\x"', '"\\x" is no name in quotes: it is read as JSON text.'],
  [`request.${'a'.repeat(3000)}`, 'A place has at most 2000 characters.'],
])('%s is no place', (text, message) => {
  expect(parsePlace(text)).toEqual({ kind: 'fault', message });
});

test.each([
  ['GET /a/{id}/b', 'GET /a/{}/b'],
  [' POST  /a', 'POST /a'],
  ['WEBHOOK order.paid', 'WEBHOOK order.paid'],
  ['CALLBACK {$request.body#/url}', 'CALLBACK {$request.body#/url}'],
  ['get /a', undefined],
  ['GET a', undefined],
  ['GET (list conversation parts)', undefined],
  ['/a', undefined],
  ['', undefined],
])('%s names %s', (text, identity) => {
  expect(parseOperation(text)?.identity).toBe(identity);
});

test('what is called from outside is named without its method', () => {
  const names = (['operation', 'webhook', 'callback'] as const).map((kind) => {
    return referenceIdentity({ kind, method: 'POST', path: '/a/{b}' });
  });
  expect(names).toEqual(['POST /a/{}', 'WEBHOOK /a/{b}', 'CALLBACK /a/{b}']);
});
