/** What is worth meeting often: what ends a literal, a comment or a line, what hides, what means something elsewhere. */
const PARTS: readonly string[] = [
  ...[
    '*',
    '/',
    '*/',
    '/*',
    '//',
    '**//',
    '\\',
    '\\u',
    '"',
    "'",
    '`',
    '$',
    '${',
    '}',
    '{',
    ';',
    ')',
    '(',
    ']]>',
    '<!--',
    '-->',
    '</script>',
  ],
  ...['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\0', '\t', '\v', '\f', '\u001b[31m', '\u007f', '\u009b'],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\ud800',
    '\udc00',
    '😀',
    '\u{e0041}',
    'é',
    'e\u0301',
    'ß',
    '日本',
    'ﬀ',
  ],
  ...[
    '@',
    '#',
    '__PURE__',
    '@ts-ignore',
    '@ts-expect-error',
    '@jsx x',
    '@license',
    '# sourceMappingURL=x',
    '|',
    '<',
    '>',
    '&',
    '&#42;',
    '&lt;',
  ],
  ...[
    ' ',
    '  ',
    '_',
    '-',
    '.',
    '0',
    '1',
    '9007199254740993',
    'a',
    'B',
    'fooBar',
    'foo_bar',
    'Specshift0Verbatim1_',
    '%',
    '%2F',
    '~1',
    '#/',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'then',
    'class',
    'default',
    'Array',
    'Blob',
    'Promise',
    'arguments',
    'eval',
    'https://a.b',
    'www.a',
  ],
];

/** Texts made of parts that matter and of any code unit; the same for the same seed. */
export function* randomTexts(seed: number, count: number): Generator<string, void, undefined> {
  let state = seed || 1;
  const next = (limit: number): number => {
    // Xorshift, in the form that needs no more than 32 bits.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  for (let made = 0; made < count; made++) {
    let text = '';
    for (let parts = next(6); parts >= 0; parts--) {
      text += next(8) === 0 ? String.fromCharCode(next(0x10000)) : (PARTS[next(PARTS.length)] ?? '');
    }
    yield text;
  }
}

/** {@link randomTexts} in lists, so that one source file can hold many. */
export function* randomBatches(
  seed: number,
  count: number,
  size = 1000,
): Generator<readonly string[], void, undefined> {
  let batch: string[] = [];
  for (const text of randomTexts(seed, count)) {
    batch.push(text);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
