import { expect, test } from 'vitest';
import { locate } from '../../src/addresses/locate.ts';
import type { SourcePath } from '../../src/brands.ts';

const from = 'content/kinh-te/lua/index.md' as SourcePath;
const origin = 'https://bao.example';

test.each([
  ['anh.jpg', { kind: 'file', path: 'content/kinh-te/lua/anh.jpg', query: '', fragment: '' }],
  ['./anh.jpg', { kind: 'file', path: 'content/kinh-te/lua/anh.jpg', query: '', fragment: '' }],
  ['../muoi.md#gia', { kind: 'file', path: 'content/kinh-te/muoi.md', query: '', fragment: 'gia' }],
  ['../muoi.md?x=1#gia', { kind: 'file', path: 'content/kinh-te/muoi.md', query: 'x=1', fragment: 'gia' }],
  ['../', { kind: 'file', path: 'content/kinh-te', query: '', fragment: '' }],
  ['../../', { kind: 'address', address: '/', query: '', fragment: '' }],
  ['../..?a=1#b', { kind: 'address', address: '/', query: 'a=1', fragment: 'b' }],
  ['hinh\\anh.jpg', { kind: 'file', path: 'content/kinh-te/lua/hinh/anh.jpg', query: '', fragment: '' }],
  ['..%5Canh.jpg', { kind: 'file', path: 'content/kinh-te/anh.jpg', query: '', fragment: '' }],
  ['..\\..\\..\\..\\etc\\passwd', { kind: 'outside' }],
  ['a%20b.jpg', { kind: 'file', path: 'content/kinh-te/lua/a b.jpg', query: '', fragment: '' }],
  ['100%.jpg', { kind: 'file', path: 'content/kinh-te/lua/100%.jpg', query: '', fragment: '' }],
  [
    'Đường.md'.normalize('NFD'),
    { kind: 'file', path: 'content/kinh-te/lua/Đường.md'.normalize('NFC'), query: '', fragment: '' },
  ],
  ['', { kind: 'file', path: 'content/kinh-te/lua', query: '', fragment: '' }],
  ['/kinh-te/', { kind: 'address', address: '/kinh-te/', query: '', fragment: '' }],
  ['/kinh-te/../xa-hoi/#a', { kind: 'address', address: '/xa-hoi/', query: '', fragment: 'a' }],
  ['/../../etc/passwd', { kind: 'address', address: '/etc/passwd', query: '', fragment: '' }],
  ['https://bao.example/kinh-te/', { kind: 'address', address: '/kinh-te/', query: '', fragment: '' }],
  [
    'HTTPS://BAO.EXAMPLE/kinh-te/?a=1#b',
    { kind: 'address', address: '/kinh-te/', query: 'a=1', fragment: 'b' },
  ],
  ['https://bao.example:443/kinh-te/', { kind: 'address', address: '/kinh-te/', query: '', fragment: '' }],
  ['//bao.example/kinh-te/', { kind: 'address', address: '/kinh-te/', query: '', fragment: '' }],
  [
    'https://bao.example/tin%20t%E1%BB%A9c/',
    { kind: 'address', address: '/tin tức/', query: '', fragment: '' },
  ],
  ['https://bao.example', { kind: 'address', address: '/', query: '', fragment: '' }],
  ['../../../package.json', { kind: 'outside' }],
  ['../../../content-2/a.md', { kind: 'outside' }],
  ['..%2f..%2f..%2fetc/passwd', { kind: 'outside' }],
  ['../../../../../../../../etc/passwd', { kind: 'outside' }],
])('%s', (url, expected) => expect(locate({ from, url, origin })).toEqual(expected));
