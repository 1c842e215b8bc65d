import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { sha256 } from '../../diff/sha256.js';

/** A page that stands on its own. */
export interface Page {
  readonly title: string;
  /** Written here, never text of a document. */
  readonly style: string;
  /** Runs before the page is painted. Absent: the page has none. */
  readonly script?: string;
  readonly body: ComponentChildren;
}

/**
 * One file that needs nothing else: no network, and nothing runs but what is written here. Text is escaped by what renders it; only
 * the style and the script, which no document has a part in, are taken as they are.
 */
export function renderPage({ title, style, script, body }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src ${sourceOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${sourceOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {script === undefined ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </head>
      <body>{body}</body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** The hash by which a policy names an inline style or script. */
function sourceOf(text: string): string {
  const bytes = sha256(text).match(/../g) ?? [];
  return `'sha256-${btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''))}'`;
}
