import type { Link, Operation, Response } from '../../../openapi/model/operation.js';
import { editContent, editHeaders } from './content-result.js';
import { linkText } from './document-contract.js';
import { copyOf, type Part, put, say } from './part.js';
import { edit, isAdded, isOf, isRemoved, type Walk } from './walk.js';

/** Edits the responses of an operation. One status may answer for another one from now on, or did until now. */
export function editResponses(walk: Walk, part: Part, base: Operation, revision: Operation): void {
  const general = new Set<string>();
  for (const [status, response] of base.responses) {
    const same = revision.responses.get(status);
    if (same !== undefined) {
      put(part, `response ${status}`, responseResult(walk, response, same));
      continue;
    }
    const told = walk.told
      .of('response.removed', walk.operation)
      .find((change) => change.status === status && change.base.pointer === response.origin.pointer);
    if (told === undefined) continue;
    walk.told.need(told);
    put(part, `response ${status}`, undefined);
    const after = told.coveredBy === undefined ? undefined : revision.responses.get(told.coveredBy);
    if (after === undefined) continue;
    general.add(told.coveredBy ?? '');
    const result = responseResult(walk, response, after);
    if (!base.responses.has(told.coveredBy ?? '') && !part.parts.has(`response ${told.coveredBy}`))
      put(part, `response ${told.coveredBy}`, result);
    else
      walk.schemas.obligations.push([`response ${status} as ${told.coveredBy}`, result, walk.revision.response(after)]);
  }
  for (const [status, response] of revision.responses) {
    if (base.responses.has(status) || general.has(status)) continue;
    const told = walk.told
      .of('response.added', walk.operation)
      .find((change) => change.status === status && change.revision.pointer === response.origin.pointer);
    if (told === undefined) continue;
    walk.told.need(told);
    const before = told.coveredBy === undefined ? undefined : base.responses.get(told.coveredBy);
    put(
      part,
      `response ${status}`,
      before === undefined ? walk.revision.response(response) : responseResult(walk, before, response),
    );
  }
}

function responseResult(walk: Walk, base: Response, revision: Response): Part {
  const part = copyOf(walk.base.response(base));
  editContent(walk, part, base.content, revision.content);
  editHeaders(walk, part, base.headers, revision.headers);
  edit(walk, part, ['extension.changed'], base.origin, revision.origin, isOf('response'));
  for (const [name, link] of base.links) editLink(walk, part, name, link, revision.links.get(name));
  for (const [name, link] of base.links)
    if (isRemoved(walk, 'link.removed', link)) say(part, `link ${name}`, undefined);
  for (const [name, link] of revision.links)
    if (isAdded(walk, 'link.added', link)) say(part, `link ${name}`, linkText(link));
  return part;
}

/** A link may be a component, which stands elsewhere than the response. */
function editLink(walk: Walk, part: Part, name: string, base: Link, revision: Link | undefined): void {
  if (revision !== undefined)
    edit(
      walk,
      part,
      ['link.changed'],
      base.origin,
      revision.origin,
      (change) => 'link' in change && change.link === name,
    );
}
