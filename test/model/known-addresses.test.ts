import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { withAddresses } from '../../src/model/known-addresses.ts';
import { article, configuration, inlineSite, now, reported } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

const list = 'content/_data/addresses.txt';

test('an address that readers know and that is served no more is told, until it leads on or is gone', async () => {
  const site = inlineSite({
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/kinh-te/lua.md': article('title: Lúa'),
    'content/kinh-te/gao.md': article('title: Gạo'),
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nx\n',
  });
  const written = () => runCli(['addresses', '--write', '--site', site.root, '--now', '2026-11-22']);
  expect(written()).toMatchObject({ status: 0, stderr: '5 addresses, 5 of them new; commit this file\n' });
  const known = '/gioi-thieu/\n/kinh-te/\n/kinh-te/gao/\n/kinh-te/lua/\n/xa-hoi/\n';
  expect(readFileSync(path.join(site.root, list), 'utf8')).toBe(known);
  expect(runCli(['addresses', '--site', site.root, '--now', '2026-11-22']).stdout).toBe(known);
  expect(reported(await site.build())).toEqual([]);

  site.move('content/kinh-te/lua.md', 'content/kinh-te/lua-moi.md');
  site.move('content/xa-hoi/_index.md', 'content/doi-song/_index.md');
  site.remove('content/kinh-te/gao.md').remove('content/gioi-thieu.md');
  const lost = ['1', '3', '4', '5'].map((line) => `${list}:${line}:1 address-lost warning`);
  expect(reported(await site.build())).toEqual(lost);
  expect(reported(await site.build()), 'nothing to do').toEqual(lost);
  expect(
    reported(await check({ root: site.root, now, jobs: 1 })).filter((line) => /lost/.test(line)),
  ).toEqual(lost);

  site.write({
    'content/kinh-te/lua-moi.md': article('title: Lúa\naliases: [/kinh-te/lua/]'),
    'content/doi-song/_index.md': '---\ntitle: Đời sống\naliases: [/xa-hoi/]\n---\n',
    'broadsheet.config.ts': configuration("delivery: { gone: ['/kinh-te/gao', '/gi%E1%BB%9Bi-thieu/'] }"),
  });
  expect(reported(await site.build())).toEqual([`${list}:1:1 address-lost warning`]);
  // What was known stays so.
  written();
  expect(readFileSync(path.join(site.root, list), 'utf8')).toBe(
    '/doi-song/\n/gioi-thieu/\n/kinh-te/\n/kinh-te/gao/\n/kinh-te/lua-moi/\n/kinh-te/lua/\n/xa-hoi/\n',
  );
  site.write({ [list]: '/kinh-te/\n' });
  expect(reported(await site.build()), 'the list alone changed').toEqual([]);
});

test('what is withdrawn, expired, held back or cannot be read is not lost', async () => {
  const names = ['rut', 'het', 'nhap', 'sau', 'hong', 'khac'];
  const site = inlineSite({
    [list]: names.map((name) => `/kinh-te/${name}/\n`).join(''),
    'content/kinh-te/rut.md': article('title: Rút\nstatus: withdrawn'),
    'content/kinh-te/het.md': article('title: Hết\nexpires: 2026-11-18'),
    'content/kinh-te/nhap.md': article('title: Nháp\nstatus: draft'),
    'content/kinh-te/sau.md': article('title: Sau\ndate: 2027-01-01'),
    'content/kinh-te/hong.md': article('title: Hỏng: rồi'),
  });
  expect(reported(await site.build())).toEqual([
    `${list}:6:1 address-lost warning`,
    'content/kinh-te/hong.md:2:12 yaml-syntax',
  ]);
});

test('a list keeps what it has, with its notes', () => {
  expect(withAddresses('# Đừng xóa\r\n/b/\r\n\r\n/a/', ['/c/', '/a/'])).toBe('# Đừng xóa\n/a/\n/b/\n/c/\n');
});
