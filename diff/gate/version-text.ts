/** A semantic version; parts that are not written are 0. Build metadata says nothing about order and is left out. */
export interface SemanticVersion {
  /** Digits without leading zeros. */
  readonly core: readonly [string, string, string];
  /** Empty for a release. */
  readonly preRelease: readonly string[];
}

/** A version that is a date, with whatever stands behind it: `2024-09-30.acacia`. */
export interface DateVersion {
  /** `2024-09-30`, or `2024-09` where no day is written. */
  readonly date: string;
  readonly label: string;
  /** Whether it may be a number as well: `2024.9`. */
  readonly isNumber: boolean;
}

/** Longer texts are no versions, and are not searched for one. */
const LONGEST = 256;

const NUMBER = '(0|[1-9][0-9]*)';
const PREFIX = '(?:v(?:ersion)?[ .]?)?';
const SEMANTIC = new RegExp(
  `^${PREFIX}${NUMBER}(?:\\.${NUMBER})?(?:\\.${NUMBER})?(?:-([0-9a-z-]+(?:\\.[0-9a-z-]+)*))?(?:\\+[0-9a-z.-]+)?$`,
  'i',
);
/** `v2beta1`. */
const STAGED = new RegExp(
  `^${PREFIX}${NUMBER}(?:\\.${NUMBER})?(?:\\.${NUMBER})?[.-]?(alpha|beta|rc)(?:\\.?([0-9]+))?$`,
  'i',
);
const DATE = new RegExp(
  `^${PREFIX}([12][0-9]{3})([-._]?)(0?[1-9]|1[0-2])(?:\\2(0?[1-9]|[12][0-9]|3[01]))?(?:[-._ ]?([a-z].*))?$`,
  'i',
);

/** Reads `1.2.3`, `v1.2`, `2`, `1.0.0-rc.1+build` and `v2beta1`; `undefined` for anything else. */
export function semanticVersion(text: string): SemanticVersion | undefined {
  if (text.length > LONGEST) return undefined;
  const staged = STAGED.exec(text);
  if (staged !== null) {
    const [, major = '0', minor = '0', patch = '0', stage = '', count = '0'] = staged;
    return { core: [major, minor, patch], preRelease: [stage.toLowerCase(), withoutZeros(count)] };
  }
  const match = SEMANTIC.exec(text);
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', preRelease = ''] = match;
  return { core: [major, minor, patch], preRelease: preRelease === '' ? [] : preRelease.split('.').map(withoutZeros) };
}

/** Reads `2024-09-30`, `2024.9`, `20240930` and those with a name behind: `2024-09-30.acacia`, `2023-07-01-preview`. */
export function dateVersion(text: string): DateVersion | undefined {
  if (text.length > LONGEST) return undefined;
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = '', separator = '', month = '', day, label = ''] = match;
  // Digits in one piece are a date only where all of it is written out: "20241" is a number.
  if (separator === '' && (month.length < 2 || day?.length !== 2)) return undefined;
  const days = day === undefined ? '' : `-${day.padStart(2, '0')}`;
  return { date: `${year}-${month.padStart(2, '0')}${days}`, label: label.toLowerCase(), isNumber: separator === '.' };
}

function withoutZeros(text: string): string {
  return /^0+[0-9]+$/.test(text) ? text.replace(/^0+(?=[0-9])/, '') : text;
}
