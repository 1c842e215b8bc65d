/** A number as JSON writes it: digits × 10^-scale, exactly. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function decimalOf(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { digits: value, scale: 0 };
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function withScale({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/** Whether a number is an integer multiple of another, decided on the decimal digits and not on their binary approximation. */
export function isMultipleOf(value: number | bigint, divisor: number | bigint): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return Number(value) % Number(divisor) === 0;
  if (!isFiniteNumber(value) || !isFiniteNumber(divisor)) return false;
  const [a, b] = [decimalOf(value), decimalOf(divisor)];
  const scale = Math.max(a.scale, b.scale);
  const by = withScale(b, scale);
  return by !== 0n && withScale(a, scale) % by === 0n;
}

function isFiniteNumber(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isFinite(value);
}

/** Larger than any number that documents mean. */
const HUGE = 10n ** 400n;

/** The number whose multiples are those of both; `undefined` when JSON numbers cannot hold it, or it is huge. */
export function commonMultiple(a: number | bigint, b: number | bigint): number | bigint | undefined {
  if (isMultipleOf(a, b)) return a;
  if (isMultipleOf(b, a)) return b;
  const common = isFiniteNumber(a) && isFiniteNumber(b) ? Grid.of([a, b]).at(1n) : undefined;
  return common === undefined || common > HUGE ? undefined : common;
}

/** The multiples of a decimal, counted by integers. */
export class Grid {
  readonly #digits: bigint;
  readonly #scale: number;

  private constructor(digits: bigint, scale: number) {
    this.#digits = digits;
    this.#scale = scale;
  }

  /** The numbers that are multiples of each of the divisors. */
  static of(divisors: readonly (number | bigint)[]): Grid {
    const decimals = divisors.map(decimalOf);
    const scale = Math.max(...decimals.map((decimal) => decimal.scale));
    const digits = decimals.map((decimal) => withScale(decimal, scale)).reduce(leastCommonMultiple);
    return new Grid(digits, scale);
  }

  /** The smallest index whose multiple is at least (or, exclusively, above) the bound. */
  first(bound: number | bigint, exclusive: boolean): bigint {
    return -this.#last(-decimalOf(bound).digits, decimalOf(bound).scale, exclusive);
  }

  /** The largest index whose multiple is at most (or, exclusively, below) the bound. */
  last(bound: number | bigint, exclusive: boolean): bigint {
    const { digits, scale } = decimalOf(bound);
    return this.#last(digits, scale, exclusive);
  }

  #last(digits: bigint, scale: number, exclusive: boolean): bigint {
    const to = Math.max(scale, this.#scale);
    const value = withScale({ digits, scale }, to);
    const step = withScale({ digits: this.#digits, scale: this.#scale }, to);
    const quotient = value / step;
    const floor = value % step < 0n ? quotient - 1n : quotient;
    return exclusive && floor * step === value ? floor - 1n : floor;
  }

  /** The multiple with an index; `undefined` when JSON numbers cannot hold it. */
  at(index: bigint): number | bigint | undefined {
    const digits = this.#digits * index;
    const unit = 10n ** BigInt(this.#scale);
    if (digits % unit === 0n) return integer(digits / unit);
    const value = Number(`${digits}e-${this.#scale}`);
    const back = decimalOf(value);
    const scale = Math.max(back.scale, this.#scale);
    return withScale(back, scale) === withScale({ digits, scale: this.#scale }, scale) ? value : undefined;
  }
}

/** An integer as documents hold it: a number where that is exact. */
export function integer(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  const product = x === 0n ? 0n : (a / x) * b;
  return product < 0n ? -product : product;
}
