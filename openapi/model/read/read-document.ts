import { SECTIONS } from '../../resolve/grammar.js';
import { describeType, field, isObject, type Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ApiDocument, Components, SpecificationLine } from '../document.js';
import type { PathItem } from '../operation.js';
import type { Schema } from '../schema.js';
import type { ReadContext } from './context.js';
import { DocumentReader } from './document-reader.js';
import { Fields } from './fields.js';
import type { Shared } from './inherited.js';
import { readHeader } from './read-header.js';
import { readInfo } from './read-info.js';
import { warnAboutLinks } from './read-link.js';
import { readExternalDocs } from './read-operation.js';
import { readOtherComponents } from './read-other-components.js';
import { readParameter } from './read-parameter.js';
import { readPathItem } from './read-path-item.js';
import { NO_NAMES } from './read-path-parameters.js';
import { readPaths, readWebhooks, warnAboutSharedIds, webhookSections } from './read-paths.js';
import { readRequestBody, readResponse } from './read-response.js';
import { readSecurity, readSecuritySchemes } from './read-security.js';
import { readServers } from './read-server.js';
import { readTags } from './read-tags.js';

const FIELDS = [
  'openapi',
  '$self',
  'info',
  'jsonSchemaDialect',
  'servers',
  'paths',
  'webhooks',
  'components',
  'security',
  'tags',
  'externalDocs',
];

/** What the key of a component may be (Components Object). */
const COMPONENT_NAME = /^[a-zA-Z0-9._-]+$/;

/** The model of a document without its warnings, which need line and column first. Faults are in the context. */
export function readDocumentModel(
  context: ReadContext,
  root: { readonly [key: string]: Json | undefined },
  origin: Origin,
  openapi: string,
  line: SpecificationLine,
): Omit<ApiDocument, 'warnings' | 'warningKinds' | 'files' | 'bundled' | 'place'> {
  const reader = new DocumentReader(context);
  const fields = new Fields(context, root, origin, 'An OpenAPI document');
  fields.expectOnly(FIELDS);
  fields.since('3.1', 'webhooks');
  fields.since('3.1', 'jsonSchemaDialect');
  fields.since('3.2', '$self');
  fields.note('$self');
  fields.note('jsonSchemaDialect');
  const componentFields = fields.object('components');
  componentFields?.expectOnly([...SECTIONS.values()]);
  const schemes = readSecuritySchemes(context, componentFields);
  const servers = readServers(fields) ?? [{ origin, url: '/', variables: new Map() }];
  const security = readSecurity(fields, schemes) ?? [];
  const shared = { servers, security, schemes };
  const sections = webhookSections(fields);
  if (fields.get('paths') === undefined) {
    if (line === '3.0') fields.missing('paths');
    else if (sections.length === 0 && componentFields === undefined) {
      context.fault('missing', origin, 'An OpenAPI document needs "paths", "webhooks" or "components".');
    }
  }
  const paths = readPaths(reader, fields, shared);
  const hooks = readWebhooks(reader, fields, sections, shared);
  const operations = paths.flatMap((item) => item.operations);
  const webhooks = hooks.flatMap((item) => item.operations);
  warnAboutSharedIds(reader, [...operations, ...webhooks]);
  const components = readComponents(reader, componentFields, schemes, shared);
  if (componentFields !== undefined) readOtherComponents(reader, componentFields, shared);
  warnAboutLinks(reader, [...operations, ...webhooks]);
  reader.schemas.finish();
  const externalDocs = readExternalDocs(fields);
  return {
    kind: 'document',
    origin,
    openapi,
    line,
    info: readInfo(fields),
    servers,
    tags: readTags(fields),
    ...(externalDocs === undefined ? {} : { externalDocs }),
    paths,
    operations,
    webhooks,
    components,
    extensions: new Map([...fields.extensions()].filter(([name]) => !sections.includes(name))),
  };
}

/** Reads every component, used or not: an orphan may still be a payload that callers know. */
function readComponents(
  reader: DocumentReader,
  fields: Fields | undefined,
  securitySchemes: Components['securitySchemes'],
  shared: Shared,
): Components {
  const { context } = reader;
  const read = <Value>(
    key: string,
    what: string,
    one: (fields: Fields) => Value | undefined,
  ): ReadonlyMap<string, Value> => {
    const values = new Map<string, Value>();
    for (const { name, raw, origin } of fields?.entries(key) ?? []) {
      const found = Fields.behind(context, raw, origin, what);
      const value = found && one(found);
      if (value !== undefined) values.set(name, value);
    }
    return values;
  };
  const schemas = new Map<string, Schema>();
  const listed = fields?.object('schemas');
  for (const name in listed?.raw) {
    const origin = listed.origin.at(name);
    schemas.set(name, reader.schemas.read(listed.get(name) ?? null, origin));
    if (COMPONENT_NAME.test(name)) continue;
    const message = `The name of a component is made of letters, digits, ".", "-" and "_"; ${JSON.stringify(name)} is not.`;
    context.warn('component-name', origin, message, true);
  }
  const pathItems = new Map<string, PathItem>();
  for (const { name, raw, origin } of fields?.entries('pathItems') ?? []) {
    // Which side sends them depends on who refers to them; on their own they are read like callbacks, without a template.
    const item = readPathItem(reader, raw, origin, { kind: 'callback', path: name, names: NO_NAMES }, shared);
    if (item !== undefined) pathItems.set(name, item);
  }
  return {
    schemas,
    parameters: read('parameters', 'A parameter', (found) => readParameter(reader, found)),
    responses: read('responses', 'A response', (found) => readResponse(reader, found)),
    requestBodies: read('requestBodies', 'A request body', (found) => readRequestBody(reader, found)),
    headers: read('headers', 'A header', (found) => readHeader(reader, found)),
    pathItems,
    securitySchemes,
  };
}

/** What `openapi` must be, said to somebody whose file is something else. */
export function readVersion(
  context: Pick<ReadContext, 'fault' | 'warn'>,
  root: Json,
  origin: Origin,
): { readonly openapi: string; readonly line: SpecificationLine } | undefined {
  if (!isObject(root)) {
    context.fault('not-openapi', origin, `An OpenAPI document is an object; this file holds ${describeType(root)}.`);
    return undefined;
  }
  const version = field(root, 'openapi');
  if (version === undefined) {
    context.fault('not-openapi', origin, otherFormat(root));
    return undefined;
  }
  const at = origin.at('openapi');
  if (typeof version === 'number' && (version === 3 || version === 3.1 || version === 3.2)) {
    const line = version === 3 ? '3.0' : version === 3.1 ? '3.1' : '3.2';
    context.warn(
      'openapi-number',
      at,
      `"openapi" must be a string; the number is read as "${line}.0". Put it in quotes.`,
    );
    return { openapi: `${line}.0`, line };
  }
  if (typeof version !== 'string') {
    context.fault('openapi-version', at, `"openapi" must be a string such as "3.1.0", not ${describeType(version)}.`);
    return undefined;
  }
  const match = /^3\.([012])(?:\.\d+)?(?:-[\w.]+)?$/.exec(version.trim());
  if (match !== null) return { openapi: version, line: match[1] === '0' ? '3.0' : match[1] === '1' ? '3.1' : '3.2' };
  const known = 'Versions 3.0, 3.1 and 3.2 are understood.';
  const advice = version.startsWith('2') ? ' Convert Swagger 2.0 to OpenAPI 3 first.' : '';
  context.fault('openapi-version', at, `OpenAPI ${JSON.stringify(version)} is not understood. ${known}${advice}`);
  return undefined;
}

function otherFormat(root: { readonly [key: string]: Json | undefined }): string {
  const needs = 'OpenAPI 3.0, 3.1 and 3.2 documents are read.';
  const has = (key: string): boolean => field(root, key) !== undefined;
  const swagger = field(root, 'swagger');
  if (swagger !== undefined) {
    const version = swagger === 2 ? ' 2.0' : typeof swagger === 'string' ? ` ${swagger}` : '';
    return `This is a Swagger${version} document. ${needs} Convert it to OpenAPI 3 first.`;
  }
  if (has('asyncapi')) return `This is an AsyncAPI document. ${needs}`;
  if (has('arazzo')) return `This is an Arazzo description. ${needs}`;
  if (has('overlay')) return `This is an OpenAPI Overlay, not a document. ${needs}`;
  if (has('openrpc')) return `This is an OpenRPC document. ${needs}`;
  if (has('item') && has('info')) return `This looks like a Postman collection. ${needs}`;
  if (has('$schema') || has('properties')) return `This looks like a JSON Schema. ${needs}`;
  const spelt = Object.keys(root).find((key) => key.toLowerCase() === 'openapi');
  const advice = spelt === undefined ? '' : ` It is spelt "openapi", not "${spelt}".`;
  return `This is not an OpenAPI document: the field "openapi" is missing.${advice} ${needs}`;
}
