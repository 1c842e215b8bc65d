import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../openapi/source/json.js';
import { hasShared, shared } from '../shared.js';
import { documents, eachObject, folder } from './intercom.js';

const TEXTS = ['summary', 'description', 'title', 'before', 'after', 'note', 'source'];
/** So many words in a row are a sentence of somebody's, not a name of something. */
const RUN = 7;

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9_]+/g) ?? [];
}

function runs(text: string): readonly string[] {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - RUN + 1)).map((_, index) => all.slice(index, index + RUN).join(' '));
}

/** Every text of a file, with its place. */
function textsOf(content: Json): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  eachObject(content, (object, pointer) => {
    for (const key of TEXTS) {
      const text = object[key];
      if (typeof text === 'string') found.push([`${pointer}/${key}`, text]);
    }
  });
  return found;
}

function yamlFiles(...parts: readonly string[]): readonly string[] {
  const path = join(...parts);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(path, name))
    : [];
}

/** A file of the vendor that is no YAML is read as text. */
function vendorTexts(): readonly string[] {
  const files = [...yamlFiles(shared, 'intercom/official'), ...yamlFiles(shared, 'intercom/snapshots')];
  const texts = files.flatMap((file) => {
    try {
      return textsOf(load(readFileSync(file, 'utf8')) as Json).map(([, text]) => text);
    } catch {
      return [readFileSync(file, 'utf8')];
    }
  });
  const changelogs = join(shared, 'intercom/changelogs');
  return [...texts, ...readdirSync(changelogs).map((name) => readFileSync(join(changelogs, name), 'utf8'))];
}

describe.skipIf(!hasShared)('the texts of the Intercom documents', () => {
  const theirs = new Set(hasShared ? vendorTexts().flatMap((text) => [...runs(text)]) : []);

  test.each(documents())('are our own in $version', ({ content }) => {
    expect(textsOf(content).filter(([, text]) => runs(text).some((run) => theirs.has(run)))).toEqual([]);
  });

  test.each(yamlFiles(folder, 'changelog'))('are our own in %s', (file) => {
    const content = load(readFileSync(file, 'utf8')) as Json;
    expect(textsOf(content).filter(([, text]) => runs(text).some((run) => theirs.has(run)))).toEqual([]);
  });
});
