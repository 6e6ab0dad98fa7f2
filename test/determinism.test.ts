import path from 'node:path';
import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, readTree } from './inline-site.ts';
import { startingSite } from './random-edits.ts';
import { runCli } from './run-cli.ts';

const words = ['đê', 'đường', 'ruộng', 'áo', 'ăn', 'ấm', 'Ô', 'ơn', 'ưu', 'Đá', 'lúa', 'Z', 'a', 'ä', '中文'];
const word = (index: number): string => words[index % words.length] ?? '';

/** Enough for several batches of every kind of work, with names and titles that locales sort differently. */
async function manyFiles(): Promise<Files> {
  const files: Record<string, string | Uint8Array> = {
    ...(await startingSite()),
    'broadsheet.config.ts': configuration(
      'lists: { category: 5 }, pictures: { widths: [8, 16], cardWidths: [6, 12] }',
    ),
  };
  for (let index = 0; index < 15; index++)
    files[`content/muc-${index}/_index.md`] = `---\ntitle: ${word(index)} ${index % 3}\n---\n`;
  for (let index = 0; index < 180; index++) {
    const fields = [
      `title: "${word(index)} ${index}"`,
      `date: 2026-${String((index % 10) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')} ${index % 24}:${index % 3 ? '15 +0100' : '05'}`,
      `tags: [${word(index)}, ${word(index * 7)}]`,
      `authors: ["${word(index * 3)} Anh"]`,
    ];
    files[`content/muc-${index % 15}/${word(index * 5)}-${index}.md`] = article(
      fields.join('\n'),
      `${word(index)} `.repeat(30 + index),
    );
  }
  return files;
}

test('zone, locale, number of threads and order of creation make no difference to a byte', async () => {
  const files = await manyFiles();
  const surroundings = [
    { env: { TZ: 'America/New_York', LC_ALL: 'C', LANG: 'C' }, jobs: '1', files },
    {
      env: { TZ: 'Asia/Tokyo', LC_ALL: 'vi_VN.UTF-8', LANG: 'vi_VN.UTF-8' },
      jobs: '4',
      files: Object.fromEntries(Object.entries(files).reverse()),
    },
    { env: { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'C' }, jobs: '2', files },
  ];
  const trees = surroundings.map(({ env, jobs, files: written }) => {
    const { root } = inlineSite(written);
    const { status, stderr } = runCli(['build', '--jobs', jobs, '--now', '2026-11-22T08:00:00+07:00'], {
      cwd: root,
      env,
    });
    expect({ status, stderr: stderr.includes('    at ') ? stderr : '' }).toEqual({ status: 0, stderr: '' });
    return readTree(path.join(root, 'dist'));
  });
  const [first, ...others] = trees;
  expect(first?.size).toBeGreaterThan(300);
  for (const other of others) {
    expect([...other.keys()]).toEqual([...(first?.keys() ?? [])]);
    for (const [name, content] of other)
      if (!first?.get(name)?.equals(content))
        expect(content.toString(), name).toBe(first?.get(name)?.toString());
  }
});
