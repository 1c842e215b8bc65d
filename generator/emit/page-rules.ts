import type { GeneratedFile } from '../generated-file.js';
import { NameAllocator } from './identifiers.js';
import { ImportList } from './import-list.js';
import type { PageRule } from './pages-rule.js';
import { printModule } from './source-file.js';
import { stringLiteral } from './text.js';

const NAMES: Readonly<Record<PageRule['next'], string>> = {
  nextCursor: 'byCursor',
  nextLast: 'byLast',
  nextLink: 'byLink',
  nextOffset: 'byOffset',
  nextPage: 'byPage',
};

/** The rules by which the operations of a client page, each under one name however often it is used. */
export class PageRules {
  readonly #names = new NameAllocator();
  readonly #rules = new Map<string, { readonly name: string; readonly rule: PageRule }>();

  nameOf(rule: PageRule): string {
    const key = JSON.stringify(rule);
    const known = this.#rules.get(key);
    if (known !== undefined) return known.name;
    const name = this.#names.allocate(NAMES[rule.next]);
    this.#rules.set(key, { name, rule });
    return name;
  }

  /** The module that holds the rules used until now, or `undefined` for none. */
  emit(notice: string, runtimeImport: string): GeneratedFile | undefined {
    if (this.#rules.size === 0) return undefined;
    const imports = new ImportList();
    imports.types(runtimeImport, ['Pages']);
    const constants = [...this.#rules.values()].map(({ name, rule }) => {
      const { text, uses } = ruleLiteral(rule);
      imports.values(runtimeImport, uses);
      return `\nexport const ${name}: Pages = ${text};`;
    });
    return { path: 'pagination.ts', text: printModule(notice, [...imports.statements(), ...constants]) };
  }
}

function ruleLiteral({ next, from, to, more, total, start }: PageRule): {
  readonly text: string;
  readonly uses: readonly string[];
} {
  const strategy = next === 'nextCursor' && more !== undefined ? 'nextCursorIfMore' : next;
  const [place = '', ...within] = to ?? [];
  const turn = next === 'nextLink' ? 'turnLink' : within.length > 0 ? 'turnBody' : undefined;
  const fields: [string, string | undefined][] = [
    ['next', strategy],
    ['turn', turn],
    ['from', path(from)],
    ['to', turn === undefined ? stringLiteral(place) : undefined],
    ['within', turn === 'turnBody' ? path(within) : undefined],
    ['more', path(more)],
    ['total', path(total)],
    ['start', start === undefined ? undefined : String(start)],
  ];
  const written = fields.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]));
  return { text: `{ ${written.join(', ')} }`, uses: turn === undefined ? [strategy] : [strategy, turn] };
}

function path(names: readonly string[] | undefined): string | undefined {
  return names && `[${names.map(stringLiteral).join(', ')}]`;
}
