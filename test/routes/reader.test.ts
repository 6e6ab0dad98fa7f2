import { expect, test } from 'vitest';
import { configuration, inlineSite, reported } from '../inline-site.ts';

const route = (body: string): string =>
  `import { file } from 'broadsheet';\n${configuration(`routes: { lich: function* (site) { ${body} } }`)}`;
const files = {
  'data/events.yaml': '- ngày: 2026-11-20\n  tên: Hội chợ\n',
  'data/list.json': '{ "a": [1] }',
  'data/note.txt': '\uFEFFGhi chú',
};

test('data is read as YAML and JSON have it, a date stays text; text is without a byte-order mark', async () => {
  const site = inlineSite({
    ...files,
    'broadsheet.config.ts': route(
      "yield file('lich.json', () => ({ events: site.data('data/events.yaml'), list: site.data('data/list.json'), note: site.read('data/note.txt') }), JSON.stringify);",
    ),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(JSON.parse(site.read('lich.json'))).toEqual({
    events: [{ ngày: '2026-11-20', tên: 'Hội chợ' }],
    list: { a: [1] },
    note: 'Ghi chú',
  });
});

test.each([
  [
    'when outputs are listed',
    "const note = site.read('data/note.txt'); yield file('lich.txt', () => ({ note }), ({ note }) => note);",
  ],
  [
    'when the data of an output is asked for',
    "yield file('lich.txt', () => ({ note: site.read('data/note.txt') }), ({ note }) => note);",
  ],
  ['when an output is made', "yield file('lich.txt', () => ({}), () => site.read('data/note.txt'));"],
])('a file that is read %s is an input: what is made of it follows each change', async (_, body) => {
  const site = inlineSite({ ...files, 'broadsheet.config.ts': route(body) });
  await site.build();
  expect(await site.build()).toMatchObject({ written: 0, rendered: 0 });
  for (const note of ['Khác', 'Khác nữa']) {
    await site.write({ 'data/note.txt': note }).build();
    expect(site.read('lich.txt')).toBe(note);
    expect(await site.build()).toMatchObject({ written: 0, rendered: 0 });
  }
});

test('a file that is not there yet is one that may come', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': route(
      "let note = 'không có'; try { note = site.read('data/note.txt'); } catch {} yield file('lich.txt', () => ({ note }), ({ note }) => note);",
    ),
  });
  await site.build();
  expect(site.read('lich.txt')).toBe('không có');
  await site.write({ 'data/note.txt': 'có' }).build();
  expect(site.read('lich.txt')).toBe('có');
  await site.remove('data/note.txt').build();
  expect(site.read('lich.txt')).toBe('không có');
});

test('what was read for an output that is kept is still an input after other builds', async () => {
  const site = inlineSite({
    ...files,
    'broadsheet.config.ts': route("yield file('lich.txt', () => ({}), () => site.read('data/note.txt'));"),
  });
  await site.build();
  await site.write({ 'content/kinh-te/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\nA.\n' }).build();
  await site.write({ 'data/note.txt': 'Khác' }).build();
  expect(site.read('lich.txt')).toBe('Khác');
});
