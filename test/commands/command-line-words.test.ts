import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

test.each([
  [
    ['--lang', 'vi', '--help'],
    0,
    /^Cách dùng: [\s\S]*\nTùy chọn:\n[\s\S]*\nLệnh:\n {2}build \[options\] +dựng trang\n/,
  ],
  [['build', '--lang=vi', '--help'], 0, /Tùy chọn chung:[\s\S]*ngôn ngữ của thông báo \(mặc định: theo/],
  [['--lang', 'vi', 'report', 'status', '--help'], 0, /table, csv hoặc json \(mặc định: "table"\)/],
  [
    ['--lang', 'vi', 'buid'],
    2,
    /^lỗi: không có lệnh “buid”\n\(Có phải là build\?\)\n\(broadsheet --help liệt kê/,
  ],
  [['--lang', 'vi', 'build', '--foo'], 2, /^lỗi: không có tùy chọn “--foo”\n/],
  [['--lang', 'vi', 'init'], 2, /^lỗi: thiếu đối số “folder”\n/],
  [['--lang', 'vi', 'build', '--out'], 2, /^lỗi: tùy chọn “--out <folder>” thiếu giá trị\n/],
  [['--lang', 'vi', 'build', 'a', 'b'], 2, /^lỗi: thừa đối số: cần 0, có 2\.\n/],
  [
    ['--lang', 'vina', 'build'],
    2,
    /^lỗi: tùy chọn “--lang <language>”: giá trị “vina” không hợp lệ, chỉ nhận một trong: vi, en\.\n/,
  ],
])('%j in Vietnamese', (args, status, pattern) => {
  const result = runCli(args);
  expect(result.stdout + result.stderr).toMatch(pattern);
  expect(result.status).toBe(status);
  expect(result.stdout + result.stderr).not.toMatch(/\b(?:error|Usage|display|default|choices)\b/);
});

test.each(['build', 'check', 'verify', 'clean', 'codeowners'])(
  '%s works below the site’s folder',
  (command) => {
    const site = inlineSite({ 'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [lan]\n---\n' });
    const below = path.join(site.root, 'content', 'kinh-te');
    mkdirSync(below, { recursive: true });
    runCli(['build'], { cwd: site.root });
    const here = runCli([command], { cwd: below });
    const there = runCli([command], { cwd: site.root });
    expect(here.status, here.stderr).toBe(there.status);
  },
);

test('the nearest site above is found, and --site names another', () => {
  const outer = inlineSite();
  expect(runCli(['build', '--json'], { cwd: path.join(outer.root, 'content') }).stdout).toContain(
    JSON.stringify(path.join(outer.root, 'dist')),
  );
});
