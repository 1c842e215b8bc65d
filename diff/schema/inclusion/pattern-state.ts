import { includes } from './characters.js';
import { type Program, Undecidable } from './pattern-program.js';

/** What the rest of a text has to be, as a Boolean combination of programs that read a character next. */
export interface State {
  readonly kind: 'false' | 'true' | 'end' | 'read' | 'or' | 'and' | 'not';
  readonly id: number;
  /** Of `read`. */
  readonly program?: Program & { readonly kind: 'character' };
  /** Of `or`, `and` and `not`. */
  readonly parts: readonly State[];
}

const START = -1;

/** One search in the automata of some expressions, made as far as the search goes. Equal states are one object. */
export class States {
  readonly #known = new Map<string, State>();
  readonly #steps = new Map<State, Map<number, State>>();
  readonly false: State = { kind: 'false', id: 0, parts: [] };
  readonly true: State = { kind: 'true', id: 1, parts: [] };
  readonly #end: State = { kind: 'end', id: 2, parts: [] };
  #next = 3;
  #work: number;

  constructor(work: number) {
    this.#work = work;
  }

  get workLeft(): number {
    return this.#work;
  }

  /** The state before the first character. */
  start(program: Program): State {
    return this.#expand(program, START, new Set(), new Set());
  }

  step(state: State, code: number): State {
    if (state.kind === 'true' || state.kind === 'false') return state;
    const steps = this.#steps.get(state);
    const known = steps?.get(code);
    if (known !== undefined) return known;
    const next = this.#step(state, code);
    if (steps === undefined) this.#steps.set(state, new Map([[code, next]]));
    else steps.set(code, next);
    return next;
  }

  #step(state: State, code: number): State {
    this.#spend(1);
    switch (state.kind) {
      case 'read': {
        const program = state.program;
        if (program === undefined || !includes(program.among, code)) return this.false;
        return this.#expand(program.next, code, new Set(), new Set());
      }
      case 'or':
        return this.or(state.parts.map((part) => this.step(part, code)));
      case 'and':
        return this.and(state.parts.map((part) => this.step(part, code)));
      case 'not':
        return this.not(this.step(state.parts[0] ?? this.false, code));
      default:
        return this.false;
    }
  }

  /** Whether the text may end here. */
  accepts(state: State): boolean {
    switch (state.kind) {
      case 'or':
        return state.parts.some((part) => this.accepts(part));
      case 'and':
        return state.parts.every((part) => this.accepts(part));
      case 'not':
        return !state.parts.every((part) => this.accepts(part));
      default:
        return state.kind === 'true' || state.kind === 'end';
    }
  }

  or(states: readonly State[]): State {
    return this.#combine('or', states, this.true, this.false);
  }

  and(states: readonly State[]): State {
    return this.#combine('and', states, this.false, this.true);
  }

  not(state: State): State {
    if (state.kind === 'true') return this.false;
    if (state.kind === 'false') return this.true;
    if (state.kind === 'not') return state.parts[0] ?? this.false;
    return this.#intern('not', [state]);
  }

  #combine(kind: 'or' | 'and', states: readonly State[], absorbing: State, neutral: State): State {
    const parts = new Map<number, State>();
    for (const state of states) {
      if (state === absorbing) return absorbing;
      if (state === neutral) continue;
      for (const part of state.kind === kind ? state.parts : [state]) parts.set(part.id, part);
    }
    for (const part of parts.values()) {
      const [inner] = part.parts;
      if (part.kind === 'not' && inner !== undefined && parts.has(inner.id)) return absorbing;
    }
    const [only] = parts.values();
    if (only === undefined) return neutral;
    if (parts.size === 1) return only;
    this.#spend(parts.size);
    return this.#intern(
      kind,
      [...parts.values()].sort((a, b) => a.id - b.id),
    );
  }

  #intern(kind: State['kind'], parts: readonly State[], program?: Program & { readonly kind: 'character' }): State {
    const key = program === undefined ? `${kind}${parts.map(({ id }) => id).join(',')}` : `r${program.id}`;
    let state = this.#known.get(key);
    if (state === undefined) {
      state = { kind, id: this.#next++, parts, ...(program === undefined ? {} : { program }) };
      this.#known.set(key, state);
    }
    return state;
  }

  /**
   * Follows a program to where it reads. A program met again on the way adds nothing to a union it already belongs to.
   * @param seen the programs of this union · @param open those around it
   */
  #expand(program: Program, before: number, seen: Set<Program>, open: ReadonlySet<Program>): State {
    const found: State[] = [];
    const pending: Program[] = [program];
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      this.#spend(1);
      switch (one.kind) {
        case 'anything':
          return this.true;
        case 'nothing':
          break;
        case 'end':
          found.push(this.#end);
          break;
        case 'character':
          found.push(this.#intern('read', [], one));
          break;
        case 'either':
          if (seen.has(one) || open.has(one)) break;
          seen.add(one);
          pending.push(...one.programs);
          break;
        case 'behind':
          if ((before !== START && includes(one.among, before)) !== one.negated) pending.push(one.next);
          break;
        case 'ahead': {
          const ahead = this.#expand(one.program, before, new Set(), new Set());
          const next = this.#expand(one.next, before, new Set(), new Set([...open, ...seen]));
          found.push(this.and([one.negated ? this.not(ahead) : ahead, next]));
        }
      }
    }
    return this.or(found);
  }

  #spend(work: number): void {
    this.#work -= work;
    if (this.#work < 0) throw new Undecidable('the patterns are too complex');
  }
}
