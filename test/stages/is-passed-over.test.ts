import { describe, expect, test } from 'vitest';
import { isPassedOver } from '../../src/addresses/content-paths.ts';

describe('passed over', () => {
  test.each([
    ...[
      '.env',
      '.a.txt.swp',
      'a.txt~',
      '#a#',
      '.#a',
      '.git/config',
      'sub/.htpasswd',
      '4913',
      '.DS_Store',
      'Thumbs.db',
      'thumbs.DB',
      'desktop.ini',
    ].map((name) => `content/_static/${name}`),
    ...[
      'a.bak',
      'a.BAK',
      'a.orig',
      'a.rej',
      'a.swo',
      'a.swp',
      'a.tmp',
      '~$x.docx',
      '.~lock.x.odt#',
      'sub/.well-known/a',
      '.htaccess/a',
      'a.bak/b.txt',
    ].map((name) => `content/_static/${name}`),
    'content/_static/.well-known/.env',
    'content/_static/.well-known/a~',
    'content/_statics/.well-known/a',
    'content/kinh-te/.well-known/a',
    'content/kinh-te/.htaccess',
    'content/.git/a.md',
    'content/kinh-te/a.md~',
    'content/kinh-te/#a.md#',
  ])('%s', (source) => expect(isPassedOver({ source, isFolder: false })).toBe(true));
});

describe('not passed over', () => {
  test.each([
    'content/_static/.well-known/security.txt',
    'content/_static/.htaccess',
    'content/_static/sub/.htaccess',
    'content/_static/.nojekyll',
    'content/_static/_headers',
    'content/_static/a.swf',
    'content/_static/bak',
    'content/_static/CNAME',
    'content/kinh-te/#1.jpg',
    'content/kinh-te/49130',
    'content/kinh-te/4913/index.md',
    'content/kinh-te/a.tmp.md',
  ])('%s', (source) => expect(isPassedOver({ source, isFolder: false })).toBe(false));
});

test('a folder may be named by a number', () => {
  expect(isPassedOver({ source: 'content/kinh-te/4913', isFolder: true })).toBe(false);
  expect(isPassedOver({ source: 'content/_static/.htaccess', isFolder: true })).toBe(true);
});
