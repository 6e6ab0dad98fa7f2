import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';
import { browser } from '../readers/logs.ts';
import { runCli } from '../run-cli.ts';

const line = (address: string, client = '203.0.113.7') =>
  `${client} - - [20/Nov/2025:08:00:00 +0700] "GET ${address} HTTP/1.1" 200 5120 "-" "${browser}"\n`;

test('articles are counted whether or not they are in public, and logs that cannot be read are named', () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa\naliases: [/tin/12.html]'),
    'content/kinh-te/het-han.md': article('title: Hết hạn\nexpires: 2025-12-01'),
    'content/kinh-te/rut.md': article('title: Rút\nstatus: withdrawn\nnotice: Đã rút.'),
    'content/kinh-te/noi-khac.md': article('title: Nơi khác\nlink: https://example.org/'),
  });
  const log = path.join(site.root, 'access.log');
  writeFileSync(
    log,
    [
      line('/kinh-te/lua/'),
      line('/tin/12.html', '203.0.113.8'),
      line('/kinh-te/het-han/'),
      line('/kinh-te/rut/'),
      line('/kinh-te/noi-khac/'),
      '203.0.113.9 broken\n',
    ].join(''),
  );
  const missing = path.join(site.root, 'missing.log');
  const outcome = runCli(['views', 'import', missing, log, site.root, '--site', site.root]);
  expect(outcome.status).toBe(1);
  expect(outcome.stderr.split('\n')).toEqual([
    expect.stringMatching(
      /missing\.log cannot be read, or not to its end: there is no such file or folder \(ENOENT\)/,
    ),
    expect.stringMatching(
      new RegExp(
        `the log ${site.root} cannot be read, or not to its end: it is a folder where a file is needed \\(EISDIR\\)`,
      ),
    ),
    '',
  ]);
  expect(outcome.stdout).toContain('4 views added');
  expect(outcome.stdout).toContain('1 line could not be read:\n  … broken\n');
  const { articles } = JSON.parse(readFileSync(path.join(site.root, 'content/_data/views.json'), 'utf8'));
  expect(
    Object.entries(articles).map(([address, views]) => [address, (views as { total: number }).total]),
  ).toEqual([
    ['/kinh-te/het-han/', 1],
    ['/kinh-te/lua/', 2],
    ['/kinh-te/rut/', 1],
  ]);
  expect(runCli(['views', 'import', log, '--site', site.root])).toMatchObject({ status: 0, stderr: '' });
});

test('what is wrong with logs and with the file of numbers is told in both languages', () => {
  const site = inlineSite({ 'content/kinh-te/lua.md': article('title: Lúa') });
  const packed = gzipSync(line('/kinh-te/lua/').repeat(3));
  const [cut, damaged] = ['cut.gz', 'damaged.gz'].map((name) => path.join(site.root, name)) as [
    string,
    string,
  ];
  writeFileSync(cut, packed.subarray(0, -12));
  writeFileSync(damaged, Buffer.concat([packed.subarray(0, 10), Buffer.alloc(50, 0xff)]));
  const reasons = (language: string) =>
    runCli(['views', 'import', cut, damaged, '--site', site.root, '--lang', language])
      .stderr.split('\n')
      .map((told) => told.split(': ').at(-1));
  expect(reasons('vi')).toEqual(['tệp nén bị cắt mất phần cuối', 'tệp nén bị hỏng', '']);
  expect(reasons('en')).toEqual(['the packed file ends too early', 'the packed file is damaged', '']);
  const file = path.join(site.root, 'content/_data/views.json');
  const refused = (language: string) =>
    runCli(['views', 'import', damaged, '--site', site.root, '--lang', language]);
  site.write({ 'content/_data/views.json': '{"articles": {"/kinh-te/lua/": 3}}' });
  expect(refused('vi')).toMatchObject({
    status: 2,
    stderr: `broadsheet: ${file}: “articles./kinh-te/lua/” không phải là thứ phải có ở đó\n`,
  });
  site.write({ 'content/_data/views.json': '<<<<<<< HEAD' });
  expect(refused('vi')).toMatchObject({
    status: 2,
    stderr: `broadsheet: ${file}: tệp không phải là JSON hợp lệ\n`,
  });
  expect(refused('en')).toMatchObject({ status: 2, stderr: `broadsheet: ${file}: it is no valid JSON\n` });
});
