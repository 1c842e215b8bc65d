import type { Schema } from '../../../openapi/model/schema.js';
import { schemaWith } from '../part.js';
import type { Answer } from './answer.js';
import type { Declared } from './declared.js';
import { matches } from './language.js';
import type { Literal, Literals } from './literal.js';
import { mentionedPatterns } from './mentions.js';
import type { Objects } from './object-facts.js';
import type { Task } from './search.js';

/** A kind of names that nothing mentions one by one: those that match just these of the patterns at hand. */
export interface NameKind {
  readonly patterns: readonly string[];
  readonly notPatterns: readonly string[];
}

const MAX_PATTERNS = 7;

/** All kinds of unmentioned names; `undefined` when there are too many. */
export function nameKinds({ shapes, some }: Objects, declared: Declared, task: Task): readonly NameKind[] | undefined {
  const all = new Set(shapes.flatMap(({ shape }) => shape.patterns.map(([pattern]) => pattern)));
  for (const { pattern, exceptPatterns } of some) {
    if (pattern !== undefined) all.add(pattern);
    for (const one of exceptPatterns) all.add(one);
  }
  for (const pattern of declared.patterns) all.add(pattern);
  if (!declared.isOpen && !declared.isMap) for (const pattern of mentionedPatterns(task.state)) all.add(pattern);
  if (all.size > MAX_PATTERNS) return undefined;
  let kinds: readonly NameKind[] = [{ patterns: [], notPatterns: [] }];
  for (const pattern of all) {
    kinds = kinds.flatMap(({ patterns, notPatterns }) => [
      { patterns, notPatterns: [...notPatterns, pattern] },
      { patterns: [...patterns, pattern], notPatterns },
    ]);
  }
  if (declared.isOpen || declared.isMap) return kinds;
  const mentioned = new Set(mentionedPatterns(task.state));
  return kinds.filter(({ patterns }) => {
    if (patterns.some((pattern) => declared.patterns.has(pattern))) return true;
    return declared.writesUnknownNames && !patterns.some((pattern) => mentioned.has(pattern));
  });
}

const PLAIN = ['extra', 'other', 'a', 'b', 'c', 'd', 'e'];

/** A name of a kind that is none of those given and keeps to the demands on names. */
export function newName(
  kind: NameKind,
  demands: readonly Literal[],
  taken: ReadonlySet<string>,
  declared: Declared,
  task: Task,
): Answer {
  const isFree = (name: string): boolean => !taken.has(name) && declared.allows(name);
  const { solver, level } = task;
  if (demands.length === 0) {
    const plain = [...PLAIN, ...Array.from({ length: taken.size + 1 }, (_, index) => `extra${index + 2}`)];
    const name = plain.find((one) => isFree(one) && isOfKind(one, kind));
    if (name !== undefined) return { kind: 'value', value: name };
  }
  const tried = new Set<string>(taken);
  for (let attempt = 0; attempt < 5; attempt++) {
    const key = JSON.stringify([kind.patterns, kind.notPatterns, demands.map((one) => one.key), [...tried].sort()]);
    // What a name has to be is a question about texts, which leads to no other value.
    const answer = solver.names.get(key) ?? solver.sat(demandsOnName(kind, demands, tried, solver.literals), level + 1);
    solver.names.set(key, answer);
    if (answer.kind !== 'value' || typeof answer.value !== 'string' || isFree(answer.value)) return answer;
    tried.add(answer.value);
  }
  return { kind: 'unknown', reason: 'no name of a property that shows it was found' };
}

function demandsOnName(
  { patterns, notPatterns }: NameKind,
  demands: readonly Literal[],
  tried: ReadonlySet<string>,
  literals: Literals,
): readonly Literal[] {
  const matching = (pattern: string): Schema => schemaWith({ facets: { pattern } });
  return [
    literals.of(schemaWith({ types: ['string'] })),
    ...patterns.map((pattern) => literals.of(matching(pattern))),
    ...demands,
    ...notPatterns.map((pattern) => literals.of(matching(pattern), true)),
    literals.of(schemaWith({ enum: [...tried] }), true),
  ];
}

function isOfKind(name: string, { patterns, notPatterns }: NameKind): boolean {
  return (
    patterns.every((pattern) => matches(pattern, name) === true) &&
    notPatterns.every((pattern) => matches(pattern, name) === false)
  );
}
