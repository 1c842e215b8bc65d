import { describe, expect, test } from 'vitest';
import { overlaid, overlayOf } from './overlaid.js';

const SHOP = `openapi: 3.1.0
info: {title: Shop, version: '1'}
tags: [{name: goods}]
paths:
  /:
    summary: Start
    get: {summary: Reads the start page}
  /goods:
    get:
      summary: Lists goods
      parameters: [{name: filter, in: query}, {name: dummy, in: query}]
  /orders:
    get: {summary: Lists orders, x-traits: {paged: true}}
    post: {summary: Orders, parameters: []}
`;

function value(actions: string) {
  const { value: result, warnings, faults } = overlaid(SHOP, overlayOf(actions));
  return { result, warnings, faults };
}

/** The paths of the shop, each replaced by what is given. */
function shop(changes: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  const paths = {
    '/': { summary: 'Start', get: { summary: 'Reads the start page' } },
    '/goods': {
      get: {
        summary: 'Lists goods',
        parameters: [
          { name: 'filter', in: 'query' },
          { name: 'dummy', in: 'query' },
        ],
      },
    },
    '/orders': {
      get: { summary: 'Lists orders', 'x-traits': { paged: true } },
      post: { summary: 'Orders', parameters: [] },
    },
    ...changes,
  };
  const info = { title: 'Shop', version: '1' };
  return {
    result: { openapi: '3.1.0', info, tags: [{ name: 'goods' }], paths, ...rest },
    warnings: [],
    faults: undefined,
  };
}

describe('the uses that the specification shows', () => {
  test('one action that has the structure of the document', () => {
    const actions = `
  - target: '$'
    update:
      info: {x-overlaid: structured}
      paths:
        /: {summary: The start, get: {summary: Reads the start, x-rate: 100}}
        /new: {get: {summary: Is new}}
      components:
`;
    const info = { title: 'Shop', version: '1', 'x-overlaid': 'structured' };
    const start = { summary: 'The start', get: { summary: 'Reads the start', 'x-rate': 100 } };
    expect(value(actions)).toEqual(
      shop({ '/': start, '/new': { get: { summary: 'Is new' } } }, { info, components: null }),
    );
  });

  test('a member without a value leaves a member that holds something as it is', () => {
    const { result, warnings } = value('  - target: $\n    update:\n      info: {title: Store}\n      tags:');
    expect({ result, warnings }).toEqual({
      result: shop({}, { info: { title: 'Store', version: '1' } }).result,
      warnings: [
        'overlay.yaml:8:7 [overlay-null] #/actions/0/update/tags "tags" holds an array, and nothing stands here to be merged into it. It is left as it is.',
      ],
    });
  });

  test('actions that each have a target', () => {
    const actions = `
  - target: $.paths['/'].get
    update: {summary: One}
  - target: $.paths['/orders']
    update: {post: {summary: Two, x-safe: false}}
  - target: $.paths['/orders'].post
    update: {summary: Three}
`;
    expect(value(actions)).toEqual(
      shop({
        '/': { summary: 'Start', get: { summary: 'One' } },
        '/orders': {
          get: { summary: 'Lists orders', 'x-traits': { paged: true } },
          post: { summary: 'Three', parameters: [], 'x-safe': false },
        },
      }),
    );
  });

  test('wildcards and filters', () => {
    const actions = `
  - target: $.paths.*.get
    update: {x-safe: true}
  - target: $.paths.*.get.parameters[?@.name=='filter' && @.in=='query']
    update: {schema: {type: string}}
`;
    expect(value(actions)).toEqual(
      shop({
        '/': { summary: 'Start', get: { summary: 'Reads the start page', 'x-safe': true } },
        '/goods': {
          get: {
            summary: 'Lists goods',
            parameters: [
              { name: 'filter', in: 'query', schema: { type: 'string' } },
              { name: 'dummy', in: 'query' },
            ],
            'x-safe': true,
          },
        },
        '/orders': {
          get: { summary: 'Lists orders', 'x-traits': { paged: true }, 'x-safe': true },
          post: { summary: 'Orders', parameters: [] },
        },
      }),
    );
  });

  test('an array gets one more item, and loses those that a filter selects', () => {
    const actions = `
  - target: $.paths.*.*.parameters
    update: {name: page, in: query}
  - target: $.paths.*.get.parameters[?@.name == 'dummy']
    remove: true
`;
    expect(value(actions)).toEqual(
      shop({
        '/goods': {
          get: {
            summary: 'Lists goods',
            parameters: [
              { name: 'filter', in: 'query' },
              { name: 'page', in: 'query' },
            ],
          },
        },
        '/orders': {
          get: { summary: 'Lists orders', 'x-traits': { paged: true } },
          post: { summary: 'Orders', parameters: [{ name: 'page', in: 'query' }] },
        },
      }),
    );
  });

  test('traits: what is marked in the document is updated', () => {
    const marked = `
  - target: $.paths.*[?@['x-traits'].paged]
    update: {parameters: [{name: top, in: query}]}
`;
    expect(value(marked)).toEqual(
      shop({
        '/orders': {
          get: {
            summary: 'Lists orders',
            'x-traits': { paged: true },
            parameters: [{ name: 'top', in: 'query' }],
          },
          post: { summary: 'Orders', parameters: [] },
        },
      }),
    );
  });

  test('what one action removed, the next one writes anew', () => {
    const actions = `
  - target: $.tags
    remove: true
  - target: $
    update: {tags: [{name: orders}]}
`;
    expect(value(actions)).toEqual(shop({}, { tags: [{ name: 'orders' }] }));
  });

  test('arrays in an update are concatenated', () => {
    expect(value('  - target: $\n    update: {tags: [{name: a}, {name: b}]}')).toEqual(
      shop({}, { tags: [{ name: 'goods' }, { name: 'a' }, { name: 'b' }] }),
    );
  });

  test('"remove" wins over "update", and an empty overlay changes nothing', () => {
    expect(value('  - target: $.tags\n    remove: true\n    update: {a: 1}').result).toEqual(
      shop({}, { tags: undefined }).result,
    );
    expect(value('  - {target: $.tags, remove: false}')).toEqual({
      ...shop({}),
      warnings: [
        'overlay.yaml:5:5 [overlay-no-effect] #/actions/0 The action has neither "update" nor "remove", and changes nothing.',
      ],
    });
  });

  test('overlays are applied one after the other', () => {
    const second = overlayOf("  - {target: '$.tags[1]', update: {description: Both}}");
    const { value: result } = overlaid(SHOP, overlayOf('  - {target: $.tags, update: {name: two}}'), second);
    expect(result).toEqual(shop({}, { tags: [{ name: 'goods' }, { name: 'two', description: 'Both' }] }).result);
  });
});
