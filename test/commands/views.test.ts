import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';
import { browser } from '../newsroom/logs.ts';
import { runCli } from '../run-cli.ts';

const line = (address: string, client = '203.0.113.7') => `${client} - - [20/Nov/2025:08:00:00 +0700] "GET ${address} HTTP/1.1" 200 5120 "-" "${browser}"\n`;

test('articles are counted whether or not they are in public, and logs that cannot be read are named', () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa\naliases: [/tin/12.html]'),
    'content/kinh-te/het-han.md': article('title: Hết hạn\nexpires: 2025-12-01'),
    'content/kinh-te/rut.md': article('title: Rút\nstatus: withdrawn\nnotice: Đã rút.'),
    'content/kinh-te/noi-khac.md': article('title: Nơi khác\nlink: https://example.org/'),
  });
  const log = path.join(site.root, 'access.log');
  writeFileSync(log, [line('/kinh-te/lua/'), line('/tin/12.html', '203.0.113.8'), line('/kinh-te/het-han/'), line('/kinh-te/rut/'), line('/kinh-te/noi-khac/'), '203.0.113.9 broken\n'].join(''));
  const missing = path.join(site.root, 'missing.log');
  const outcome = runCli(['views', 'import', missing, log, site.root, '--site', site.root]);
  expect(outcome.status).toBe(1);
  expect(outcome.stderr.split('\n')).toEqual([
    expect.stringMatching(/missing\.log cannot be read, or not to its end: ENOENT/),
    expect.stringMatching(new RegExp(`the log ${site.root} cannot be read, or not to its end: it is a folder`)),
    '',
  ]);
  expect(outcome.stdout).toContain('4 views added');
  expect(outcome.stdout).toContain('1 lines could not be read:\n  … broken\n');
  const { articles } = JSON.parse(readFileSync(path.join(site.root, 'content/_data/views.json'), 'utf8'));
  expect(Object.entries(articles).map(([address, views]) => [address, (views as { total: number }).total])).toEqual([
    ['/kinh-te/het-han/', 1],
    ['/kinh-te/lua/', 2],
    ['/kinh-te/rut/', 1],
  ]);
  expect(runCli(['views', 'import', log, '--site', site.root])).toMatchObject({ status: 0, stderr: '' });
});
