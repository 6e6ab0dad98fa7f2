import { expect, test } from 'vitest';
import { nearest } from '../../src/diagnostics/nearest.ts';

test.each([
  ['sumary', ['summary', 'status'], 'summary'],
  ['kinh-tế', ['kinh-te', 'xa-hoi'], 'kinh-te'],
  ['Tuyet Ngoc', ['Tuyết Ngọc', 'Minh Khang'], 'Tuyết Ngọc'],
  ['TITLE', ['title'], 'title'],
  ['lua', ['lúa'], 'lúa'],
  ['abc', ['xyz'], undefined],
  ['a', ['b'], 'b'],
  ['a', [], undefined],
  ['titel', ['summary', 'title'], 'title'],
  ['publised', ['date', 'published'], 'published'],
  ['autors', ['title', 'authors'], 'authors'],
  ['Tiltes', ['titles'], 'titles'],
  ['created', ['related', 'date'], undefined],
  ['tso', ['sot', 'tos'], 'tos'],
  ['cat', ['bat', 'car'], 'car'],
  ['lua.md', ['lua.md', 'luat.md'], 'lua.md'],
])('%s among %j is %s', (name, candidates, expected) => expect(nearest(name, candidates)).toBe(expected));
