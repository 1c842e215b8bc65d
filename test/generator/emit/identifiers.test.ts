import { describe, expect, it } from 'vitest';
import { camelCase, kebabCase, NameAllocator, pascalCase } from '../../../generator/emit/identifiers.js';

describe('spellings of a name', () => {
  it.each([
    ['ListContacts', 'listContacts', 'list-contacts'],
    ['list_all-contacts', 'listAllContacts', 'list-all-contacts'],
    ['listAPIKeys', 'listApiKeys', 'list-api-keys'],
    ['Über uns', 'uberUns', 'uber-uns'],
    ['2fa', '_2fa', '2fa'],
    ['取得 一覧', '取得一覧', 'none'],
    ['ユーザー_ガイド', 'ユーザーガイド', 'none'],
    ['ﾕｰｻﾞｰ', 'ユーザー', 'none'],
    ['사용자', '사용자', 'none'],
    ['Новый заказ', 'новыйЗаказ', 'none'],
    ['größe der Straße, Ærø', 'grosseDerStrasseAero', 'grosse-der-strasse-aero'],
    ['новыйЗаказ', 'новыйЗаказ', 'none'],
    ['ΟΔΟΣ', 'οδος', 'none'],
    ['שלום', 'none', 'none'],
    ['e\u0301\u0301x\u3099', 'ex', 'ex'],
    ['__proto__', 'proto', 'proto'],
    ['…', 'none', 'none'],
  ])('%s', (text, camel, kebab) => {
    const name = camelCase(text, 'none');
    expect([name, kebabCase(name, 'none')]).toEqual([camel, kebab]);
  });

  it('of a type', () => {
    expect(['listAll', '_2fa', 'заказ', '取得'].map(pascalCase)).toEqual(['ListAll', '_2fa', 'Заказ', '取得']);
  });
});

describe('the allocator', () => {
  it('gives every name once', () => {
    const names = new NameAllocator(['class']);
    expect(['a', 'a', 'a2', 'class', 'a'].map((name) => names.allocate(name))).toEqual([
      'a',
      'a2',
      'a2_2',
      'class2',
      'a3',
    ]);
  });

  it('gives derived names once, too', () => {
    const names = new NameAllocator();
    const derive = (name: string): string[] => [`${name}Params`];
    expect(['a', 'aParams', 'a'].map((name) => names.allocate(name, derive))).toEqual(['a', 'aParams2', 'a2']);
  });

  it('can ignore case', () => {
    const files = new NameAllocator(['con'], (name) => name.toLowerCase());
    expect(['Con', 'a', 'A'].map((name) => files.allocate(name))).toEqual(['Con2', 'a', 'A2']);
  });
});
