import type { Json } from '../../openapi/source/json.js';
import { formatPointer } from '../../openapi/source/pointer.js';
import type { EmitContext } from '../emit/emit-context.js';
import { camelCase, NameAllocator, pascalCase } from '../emit/identifiers.js';
import { ImportList } from '../emit/import-list.js';
import type { ClientPlan } from '../emit/plan.js';
import { RESERVED_IDENTIFIERS } from '../emit/reserved.js';
import type { Direction } from '../emit/schema-forms.js';
import { printModule } from '../emit/source-file.js';
import { stringLiteral } from '../emit/text.js';
import type { GeneratedFile } from '../generated-file.js';
import { LATE_SCHEMA, ZOD_FUNCTIONS } from './zod-functions.js';
import { ZodWriter } from './zod-writer.js';

interface Declaration {
  readonly name: string;
  /** Absent: it is only for other schemas of the module. */
  readonly type?: string;
  readonly schema: Json;
  readonly direction: Direction;
}

/** Writes `zod.ts`: a schema for every component, and for the body and the data of every operation. */
export function emitZod(plan: ClientPlan, context: EmitContext): GeneratedFile {
  const module = new ZodModule(context);
  return { path: 'zod.ts', text: module.print(plan) };
}

class ZodModule {
  readonly #context: EmitContext;
  readonly #names = new NameAllocator([
    ...RESERVED_IDENTIFIERS,
    'z',
    'late',
    'sortedJson',
    ...Object.keys(ZOD_FUNCTIONS),
  ]);
  readonly #declarations: Declaration[] = [];
  /** By pointer and direction, what a reference leads to. */
  readonly #known = new Map<string, string>();
  readonly #imports = new ImportList();

  constructor(context: EmitContext) {
    this.#context = context;
  }

  print(plan: ClientPlan): string {
    const { raw, forms } = this.#context;
    this.#imports.values('zod', ['z']);
    for (const [name, schema = true] of Object.entries(raw.components('schemas'))) {
      const direction = forms.componentDirection(schema);
      this.#component(name, schema, direction);
    }
    for (const resource of plan.resources) {
      for (const operation of resource.operations) {
        const { body, answers } = this.#context.facts.of(operation);
        const from = `./${resource.fileName}.js`;
        if (body?.schema !== undefined && body.encoding === 'json') {
          this.#imports.types(from, [operation.bodyType]);
          this.#declare(`${operation.functionName}BodySchema`, body.schema, 'write', operation.bodyType);
        }
        if (answers.schema !== undefined && answers.read === undefined && !answers.redirect && !answers.empty) {
          this.#imports.types(from, [operation.dataType]);
          this.#declare(`${operation.functionName}DataSchema`, answers.schema, 'read', operation.dataType);
        }
      }
    }
    return this.#text();
  }

  #component(name: string, schema: Json, direction: Direction): void {
    this.#imports.types('./types.js', ['components']);
    const type = `components["schemas"][${stringLiteral(name)}]`;
    const id = this.#declare(`${pascalCase(camelCase(name, 'value'))}Schema`, schema, direction, type);
    const pointer = formatPointer(['components', 'schemas', name]);
    this.#known.set(`${direction} ${pointer}`, id);
    // A schema that is the same for both has one form.
    if (!this.#context.forms.isInput(schema)) {
      this.#known.set(`read ${pointer}`, id);
      this.#known.set(`write ${pointer}`, id);
    }
  }

  #declare(wanted: string, schema: Json, direction: Direction, type?: string): string {
    const name = this.#names.allocate(wanted);
    this.#declarations.push({ name, schema, direction, ...(type === undefined ? {} : { type }) });
    return name;
  }

  /** The name of what a reference leads to, declared when it is first asked for. */
  #nameOf(reference: string, direction: Direction): string | undefined {
    const target = this.#context.raw.target(reference);
    if (target === undefined) return undefined;
    const id = `${direction} ${formatPointer(target.pointer)}`;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const name = this.#declare(
      `${camelCase(target.pointer.at(-1) ?? '', 'part')}${direction === 'write' ? 'Input' : 'Part'}`,
      target.value,
      direction,
    );
    this.#known.set(id, name);
    return name;
  }

  #text(): string {
    const { forms, notice } = this.#context;
    const writer = new ZodWriter(forms, (reference, direction) => this.#nameOf(reference, direction));
    const texts: string[] = [];
    // Writing one may declare others.
    for (let index = 0; index < this.#declarations.length; index++) {
      const { name, type, schema, direction } = this.#declarations[index] ?? unreachable();
      const late = `/* @__PURE__ */ late(() => ${writer.expression(schema, direction)})`;
      const annotated = type === undefined ? `const ${name}: z.ZodType` : `export const ${name}: z.ZodType<${type}>`;
      texts.push(`${annotated} = ${late};`);
    }
    const functions = [...writer.used].sort().map((name) => ZOD_FUNCTIONS[name] ?? '');
    const late = this.#declarations.length === 0 ? [] : [LATE_SCHEMA];
    const body = [...texts, ...late, ...functions].map((text) => `\n${text}`);
    return printModule(notice, [...(texts.length === 0 ? ['export {};'] : this.#imports.statements()), ...body]);
  }
}

function unreachable(): never {
  throw new TypeError('A declaration is missing.');
}
