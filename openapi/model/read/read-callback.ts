import type { Callback, Operation } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import { Fields } from './fields.js';
import type { Shared } from './inherited.js';
import { readPathItem } from './read-path-item.js';
import { NO_NAMES } from './read-path-parameters.js';

/** The most operations all callbacks of a document may have, each counted once for every way that leads to it. */
const MAX_CALLBACK_OPERATIONS = 100_000;

/** Reads the `callbacks` of an operation. */
export function readCallbacks(reader: DocumentReader, owner: Fields, inherited: Shared): readonly Callback[] {
  const callbacks: Callback[] = [];
  for (const { name, raw, origin } of owner.entries('callbacks')) {
    const fields = Fields.behind(reader.context, raw, origin, 'A callback');
    if (fields === undefined || (reader.isCheck && reader.callbacks.has(fields.raw))) continue;
    reader.callbacks.add(fields.raw);
    const operations: Operation[] = [];
    for (const expression of Object.keys(fields.raw)) {
      if (!expression.startsWith('x-')) operations.push(...readExpression(reader, fields, expression, inherited));
    }
    callbacks.push({ origin: fields.origin, name, operations });
  }
  return callbacks;
}

/** A callback may lead back to the operation it belongs to; the model ends where the circle closes, and says so. */
function readExpression(
  reader: DocumentReader,
  callback: Fields,
  expression: string,
  inherited: Shared,
): readonly Operation[] {
  const { context, openCallbacks } = reader;
  const raw = callback.get(expression) ?? null;
  const origin = callback.origin.at(expression);
  const item = Fields.behind(context, raw, origin, 'A path item');
  if (item === undefined) return [];
  if (openCallbacks.has(item.raw)) {
    context.warn('callback-cycle', origin, 'This callback leads back to itself; it is not followed again.', true);
    return [];
  }
  if (reader.callbackOperations > MAX_CALLBACK_OPERATIONS) {
    // Once is enough: every way that is still open would end here too.
    if (reader.isCallbackLimitReported || reader.isCheck) return [];
    reader.isCallbackLimitReported = true;
    const limit = MAX_CALLBACK_OPERATIONS.toLocaleString('en-US');
    context.fault(
      'callback-limit',
      origin,
      `Callbacks of callbacks up to here make more than ${limit} operations.`,
      true,
    );
    return [];
  }
  openCallbacks.add(item.raw);
  const place = { kind: 'callback', path: expression, names: NO_NAMES } as const;
  const pathItem = reader.deeper(origin, 'Callbacks', () => readPathItem(reader, raw, origin, place, inherited));
  openCallbacks.delete(item.raw);
  const operations = pathItem?.operations ?? [];
  reader.callbackOperations += operations.length;
  return operations;
}
