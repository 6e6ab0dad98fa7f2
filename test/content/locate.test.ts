import { expect, test } from 'vitest';
import { locate } from '../../src/content/locate.ts';
import type { SourcePath } from '../../src/types.ts';

const from = 'content/kinh-te/lua/index.md' as SourcePath;
const origin = 'https://bao.example';

test.each([
  ['anh.jpg', { kind: 'file', path: 'content/kinh-te/lua/anh.jpg', fragment: '' }],
  ['./anh.jpg', { kind: 'file', path: 'content/kinh-te/lua/anh.jpg', fragment: '' }],
  ['../muoi.md#gia', { kind: 'file', path: 'content/kinh-te/muoi.md', fragment: 'gia' }],
  ['../muoi.md?x=1#gia', { kind: 'file', path: 'content/kinh-te/muoi.md', fragment: 'gia' }],
  ['../', { kind: 'file', path: 'content/kinh-te', fragment: '' }],
  ['../../', { kind: 'file', path: 'content', fragment: '' }],
  ['a%20b.jpg', { kind: 'file', path: 'content/kinh-te/lua/a b.jpg', fragment: '' }],
  ['100%.jpg', { kind: 'file', path: 'content/kinh-te/lua/100%.jpg', fragment: '' }],
  ['Đường.md'.normalize('NFD'), { kind: 'file', path: 'content/kinh-te/lua/Đường.md'.normalize('NFC'), fragment: '' }],
  ['', { kind: 'file', path: 'content/kinh-te/lua', fragment: '' }],
  ['/kinh-te/', { kind: 'address', address: '/kinh-te/', fragment: '' }],
  ['/kinh-te/../xa-hoi/#a', { kind: 'address', address: '/xa-hoi/', fragment: 'a' }],
  ['/../../etc/passwd', { kind: 'address', address: '/etc/passwd', fragment: '' }],
  ['https://bao.example/kinh-te/', { kind: 'address', address: '/kinh-te/', fragment: '' }],
  ['https://bao.example', { kind: 'address', address: '/', fragment: '' }],
  ['../../../package.json', { kind: 'outside' }],
  ['../../../content-2/a.md', { kind: 'outside' }],
  ['..%2f..%2f..%2fetc/passwd', { kind: 'outside' }],
  ['../../../../../../../../etc/passwd', { kind: 'outside' }],
])('%s', (url, expected) => expect(locate({ from, url, origin })).toEqual(expected));
