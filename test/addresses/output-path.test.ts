import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputProblem, toOutputPath } from '../../src/addresses/output-path.ts';

test.each([
  ['', 'the path is empty'],
  ['/abs', 'the path begins with “/”'],
  ['a/', 'the path ends with “/” and names no file'],
  ['a//b', 'a part of the path is empty'],
  ['../escaped.html', 'the path has a step “.” or “..”'],
  ['a/../b', 'the path has a step “.” or “..”'],
  ['a/..', 'the path has a step “.” or “..”'],
  ['./a', 'the path has a step “.” or “..”'],
  ['.', 'the path has a step “.” or “..”'],
  ['a\0b', 'the path has a control character'],
  ['a\nb', 'the path has a control character'],
  ['a\\b', 'the path has a backslash'],
  ['..\\a', 'the path has a backslash'],
  ['C:/a', 'the path names a drive'],
  ['c:a', 'the path names a drive'],
  ['.broadsheet', 'names that begin with “.broadsheet” are the tool’s'],
  ['.broadsheet-x/a', 'names that begin with “.broadsheet” are the tool’s'],
  ['a\uD800', 'the path is no proper Unicode'],
  ['ă'.repeat(128), 'a part of the path has more than 255 bytes'],
  [`${'abcdefghi/'.repeat(201)}a`, 'the path has more than 2000 bytes'],
  [undefined, 'the path is no text'],
])('%j is no path of an output', (text, problem) => expect(outputProblem(text)).toBe(problem));

test.each([
  'a',
  'a.html',
  'kinh-te/lua/index.html',
  '.well-known/a',
  '.nojekyll',
  'a/.broadsheet',
  '..a',
  'a..',
  'a b/ă.txt',
  '%2e%2e/a',
  'a'.repeat(255),
])('%j is one', (text) => expect(toOutputPath(text)).toBe(text));

test('a path that passes stays below the folder and is written in one way alone', () => {
  const part = fc.constantFrom('.', '..', '/', '\\', 'a', 'C:', '\0', '.broadsheet', '%2e', '~', ' ');
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (text) => {
        if (toOutputPath(text) === undefined) return;
        expect(path.join('/out', text)).toBe(`/out/${text}`);
        expect(path.win32.join('C:\\out', text)).toBe(`C:\\out\\${text.replaceAll('/', '\\')}`);
      },
    ),
  );
});
