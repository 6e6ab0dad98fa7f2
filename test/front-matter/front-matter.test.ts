import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/front-matter/front-matter.ts';

const read = (text: string) => readFrontMatter({ text, path: 'content/a.md' });

describe('a file is split', () => {
  test.each([
    ['---\na: 1\n---\nb\n', { fields: { a: 1 }, head: 'a: 1\n', body: 'b\n', bodyLine: 4 }],
    ['---\r\na: 1\r\n---\r\nb\r\n', { fields: { a: 1 }, body: 'b\r\n', bodyLine: 4 }],
    ['---  \na: 1\n---\t\nb', { fields: { a: 1 }, body: 'b', bodyLine: 4 }],
    ['---\na: 1\n---', { fields: { a: 1 }, body: '' }],
    ['---\n---\nb', { fields: {}, body: 'b', bodyLine: 3 }],
    ['---\n# nothing\n---\nb', { fields: {}, body: 'b', bodyLine: 4 }],
    ['---\na: 1\n---\n\n---\nb: 2\n---\n', { fields: { a: 1 }, body: '\n---\nb: 2\n---\n', bodyLine: 4 }],
    ['---\na: |\n  ---\n  x\n---\nb', { fields: { a: '---\nx\n' }, body: 'b', bodyLine: 6 }],
    ['---\na: b---\n---\nc', { fields: { a: 'b---' }, body: 'c' }],
  ])('%j', (text, expected) => expect(read(text)).toMatchObject(expected));
});

describe('values are what their author wrote', () => {
  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-16 08:30:00', '2026-11-16 08:30:00'],
    ['2011-11-28 8:32:24 -0400', '2011-11-28 8:32:24 -0400'],
    ['08:30', '08:30'],
    ['yes', 'yes'],
    ['no', 'no'],
    ['true', true],
    ['1_000', '1_000'],
    ['"12"', '12'],
    ['Số 5: hết', undefined],
    ['"Số 5: hết"', 'Số 5: hết'],
    ["'Nói “không”'", 'Nói “không”'],
    ['Đường'.normalize('NFD'), 'Đường'.normalize('NFC')],
  ])('%s', (written, value) => {
    const matter = read(`---\na: ${written}\n---\n`);
    if (value === undefined) expect(matter).toMatchObject({ rule: 'yaml-syntax' });
    else expect(matter).toMatchObject({ fields: { a: value } });
  });
  test('a quoted text that goes on at the left margin', () =>
    expect(read('---\na: "một\nhai"\n---\n')).toMatchObject({ fields: { a: 'một hai' } }));
});
