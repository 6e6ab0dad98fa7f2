import { expect, test } from 'vitest';
import { documentKind } from '../../src/stages/discover.ts';
import type { SourcePath } from '../../src/types.ts';

test.each([
  ['content/gioi-thieu.md', 'page'],
  ['content/lien-he/index.md', 'page'],
  ['content/kinh-te/lua.md', 'article'],
  ['content/kinh-te/lua/index.md', 'article'],
  ['content/kinh-te/nong-nghiep/lua.md', 'article'],
  ['content/kinh-te/_index.md', 'category'],
  ['content/kinh-te/nong-nghiep/_index.md', 'category'],
  ['content/_authors/ngoc.md', 'author'],
  ['content/_authors/_mau.md', undefined],
  ['content/_authors/cu/ngoc.md', undefined],
  ['content/_data/a.md', undefined],
  ['content/kinh-te/_nhap.md', undefined],
  ['content/kinh-te/_nhap/lua.md', undefined],
  ['content/_index.md', undefined],
  ['content/kinh-te/lua.jpg', undefined],
  ['content/kinh-te/lua.MD', undefined],
  ['content/kinh-te/lua.md.txt', undefined],
])('%s is %s', (path, kind) => expect(documentKind(path as SourcePath)).toBe(kind));
