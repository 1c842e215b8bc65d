import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { GenerateOptions, NameTable, PagingRule } from '../options.js';
import { camelCase, kebabCase, NameAllocator, pascalCase, words } from './identifiers.js';
import { NameClaims } from './name-claims.js';
import { RESERVED_FILES, RESERVED_IDENTIFIERS, RESERVED_MEMBERS } from './reserved.js';

/** Every name of a client, decided before anything is written. */
export interface ClientPlan {
  /** `createIntercom`. */
  readonly factoryName: string;
  /** `Intercom`. */
  readonly interfaceName: string;
  readonly resources: readonly ResourcePlan[];
  /** All operations, webhooks included, by their key in the types module. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** The operations of one tag. */
export interface ResourcePlan {
  /** The tag or path segment. */
  readonly title: string;
  /** The namespace: `helpCenter`. */
  readonly name: string;
  /** What the index calls the module of the resource. */
  readonly alias: string;
  /** `HelpCenterResource`. */
  readonly interfaceName: string;
  /** Without extension: `help-center`. */
  readonly fileName: string;
  readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
  readonly operation: Operation;
  /** The key in `operations` of the types module. */
  readonly key: string;
  /** `listContacts`. */
  readonly functionName: string;
  /** The name in the namespace: `list`. */
  readonly methodName: string;
  readonly paramsType: string;
  readonly bodyType: string;
  readonly dataType: string;
  readonly errorType: string;
  readonly itemType: string;
  /** How the operation pages, where people say so. Absent: as the document shows. */
  readonly paging?: PagingRule | 'none';
}

/**
 * Names every operation. The same document and options give the same names. Names that follow from the document are made
 * different by a number.
 *
 * @throws DocumentError where a name that people chose is also that of something else
 */
export function planClient(document: ApiDocument, options: GenerateOptions): ClientPlan {
  const wanted = pascalCase(camelCase(options.apiName, 'api'));
  const interfaceName = isTaken(wanted) ? `${wanted}Client` : wanted;
  const factoryName = `create${interfaceName}`;
  const identifiers = new NameAllocator([...RESERVED_IDENTIFIERS, interfaceName, factoryName]);
  const names = options.names ?? {};
  const keys = operationKeys([...document.operations, ...document.webhooks]);
  const groups = new Map<string, { readonly title: string; readonly operations: OperationPlan[] }>();
  const methods = new Map<string, NameAllocator>();
  const claims = new NameClaims(document);
  for (const operation of document.operations) {
    const title = groupTitle(operation);
    const chosen = named(names.groups, title);
    // Tags that the table gives one name are one group; otherwise different tags stay apart.
    const group = chosen ?? title;
    const { operations } = groups.get(group) ?? setDefault(groups, group, { title: group, operations: [] });
    const members = methods.get(group) ?? setDefault(methods, group, new NameAllocator(RESERVED_MEMBERS));
    const planned = planOperation(operation, keys.get(operation) ?? '', options, identifiers, members);
    operations.push(planned);
    claims.method(operation, camelCase(group, 'root'), wantedMethod(names, operation, planned.functionName));
    claims.function(operation, wantedFunction(names, operation));
  }
  claims.check();
  return {
    factoryName,
    interfaceName,
    resources: planResources([...groups.values()], identifiers, [interfaceName, factoryName]),
    operations: new Map([...keys].map(([operation, key]) => [key, operation])),
  };
}

/** A name, and whether people chose it. */
export interface WantedName {
  readonly name: string;
  readonly isChosen: boolean;
}

function wantedFunction(names: NameTable, operation: Operation): WantedName {
  const chosen = find(names.functions, operation);
  return { name: camelCase(chosen ?? ruleName(operation), 'call'), isChosen: chosen !== undefined };
}

function wantedMethod(names: NameTable, operation: Operation, functionName: string): WantedName {
  const chosen = find(names.methods, operation);
  return { name: camelCase(chosen ?? functionName, functionName), isChosen: chosen !== undefined };
}

function planOperation(
  operation: Operation,
  key: string,
  { names = {}, pagination }: GenerateOptions,
  identifiers: NameAllocator,
  members: NameAllocator,
): OperationPlan {
  const functionName = identifiers.allocate(wantedFunction(names, operation).name, derivedNames);
  const methodName = members.allocate(wantedMethod(names, operation, functionName).name);
  const [paramsType = '', bodyType = '', dataType = '', errorType = '', itemType = ''] = derivedNames(functionName);
  const paging = find(pagination, operation);
  return {
    operation,
    key,
    functionName,
    methodName,
    ...{ paramsType, bodyType, dataType, errorType, itemType },
    ...(paging === undefined ? {} : { paging }),
  };
}

function derivedNames(functionName: string): readonly string[] {
  const type = pascalCase(functionName);
  return ['Params', 'Body', 'Data', 'Error', 'Item'].map((suffix) => type + suffix);
}

function planResources(
  groups: readonly { readonly title: string; readonly operations: readonly OperationPlan[] }[],
  identifiers: NameAllocator,
  own: readonly string[],
): ResourcePlan[] {
  const namespaces = new NameAllocator([...RESERVED_MEMBERS, 'client']);
  const aliases = new NameAllocator([...RESERVED_IDENTIFIERS, ...own]);
  const files = new NameAllocator(RESERVED_FILES, (name) => name.toLowerCase());
  return groups.map(({ title, operations }) => {
    const name = namespaces.allocate(camelCase(title, 'root'));
    const interfaceName = identifiers.allocate(`${pascalCase(name)}Resource`);
    const alias = aliases.allocate(name);
    return { title, name, alias, interfaceName, fileName: files.allocate(kebabCase(name, 'root')), operations };
  });
}

/** The operationId where it is there and the only one of its kind, else method and path. */
function operationKeys(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const count = new Map<string, number>();
  for (const { id } of operations) if (id !== undefined) count.set(id, (count.get(id) ?? 0) + 1);
  const allocator = new NameAllocator([...count.keys()].filter((id) => count.get(id) === 1));
  return new Map(
    operations.map((operation) => {
      const { id } = operation;
      return [operation, id !== undefined && count.get(id) === 1 ? id : allocator.allocate(address(operation))];
    }),
  );
}

function address({ kind, method, path }: Operation): string {
  return kind === 'webhook' ? `${method} webhook ${path}` : `${method} ${path}`;
}

/** `listContacts` for an operationId in any spelling; `getContactsById` for `GET /contacts/{id}`. */
function ruleName(operation: Operation): string {
  if (operation.id !== undefined && words(operation.id).length > 0) return operation.id;
  const path = operation.path.replace(/\{([^{}]*)\}/g, ' by $1 ');
  return `${operation.method} ${path}`;
}

/** By what the table of names knows the group of an operation. */
export function groupTitle(operation: Operation): string {
  return operation.tags[0] ?? firstSegment(operation.path);
}

/** By what people may address an operation. */
export function addressesOf(operation: Operation): readonly string[] {
  return [...(operation.id === undefined ? [] : [operation.id]), address(operation)];
}

function firstSegment(path: string): string {
  return path.split('/').find((segment) => segment !== '' && !segment.includes('{')) ?? '';
}

function find<T>(table: Readonly<Record<string, T>> | undefined, operation: Operation): T | undefined {
  for (const key of addressesOf(operation)) {
    const found = named(table, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function named<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

function isTaken(name: string): boolean {
  return [name, `create${name}`].some((each) => RESERVED_IDENTIFIERS.includes(each));
}

function setDefault<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
