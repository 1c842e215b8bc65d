import { encodeTerminal } from './terminal.js';

/**
 * Text from a document as the message of a workflow command of GitHub Actions. The runner undoes the escapes of percent signs and
 * line ends, and nothing else.
 */
export function encodeCommandMessage(text: string): string {
  return encodeTerminal(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Text from a document as the value of a property of a workflow command, which a comma or a colon would end. */
export function encodeCommandProperty(text: string): string {
  return encodeCommandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The end of a line inside a message. */
export const COMMAND_LINE_END = '%0A';
