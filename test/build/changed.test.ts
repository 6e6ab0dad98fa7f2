import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../from-root.ts';
import { article, configuration, type InlineSite, inlineSite, reported } from '../inline-site.ts';

const changedBy = (site: InlineSite) =>
  JSON.parse(readFileSync(path.join(site.root, '.cache/broadsheet/changed.json'), 'utf8')) as {
    origin: string;
    written: string[];
    removed: string[];
    pages: string[];
    feeds: string[];
  };
const start = () =>
  inlineSite({
    'broadsheet.config.ts': configuration('search: false'),
    'content/kinh-te/a.md': article('title: A\naliases: [/cu/a.html]'),
    'content/kinh-te/b.md': article('title: B\ntags: [x]'),
  });

test('what a build wrote and removed stands beside the cache', async () => {
  const site = start();
  await site.build();
  const all = [...site.tree().keys()].filter((name) => name !== '.broadsheet');
  expect(changedBy(site).written).toEqual(all);
  await site.build();
  expect(changedBy(site)).toEqual({
    origin: 'https://bao.example',
    written: [],
    removed: [],
    pages: [],
    feeds: [],
  });

  site.remove('content/kinh-te/b.md');
  const before = site.tree();
  await site.build();
  const after = site.tree();
  const { written, removed, pages, feeds } = changedBy(site);
  expect(removed).toEqual([...before.keys()].filter((name) => !after.has(name)));
  expect(removed).toContain('kinh-te/b/index.html');
  expect(written).toEqual(
    [...after.keys()].filter(
      (name) => name !== '.broadsheet' && before.get(name)?.equals(after.get(name) as Buffer) !== true,
    ),
  );
  // Neither what leads on nor the page for what is not there.
  expect(pages).toEqual(expect.arrayContaining(['https://bao.example/', 'https://bao.example/kinh-te/b/']));
  expect(pages.filter((page) => /404|\/cu\//.test(page))).toEqual([]);
  expect(feeds).toContain('https://bao.example/rss.xml');
});

test('what a site takes up is counted, and what a host does not take is told', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("delivery: { hosts: ['cloudflare'] }"),
    'content/_static/phim.mp4': Buffer.alloc(26 * 1024 * 1024),
  });
  const result = await site.build();
  const files = [...site.tree()].filter(([name]) => name !== '.broadsheet');
  expect(result.files).toBe(files.length);
  expect(result.bytes).toBe(files.reduce((sum, [, content]) => sum + content.length, 0));
  const sizes = files.flatMap(([name, { length }]) => (name.endsWith('.html') ? [length] : []));
  expect(result.largest.map(({ bytes }) => bytes)).toEqual(sizes.sort((a, b) => b - a).slice(0, 10));
  expect(reported(result)).toEqual(['broadsheet.config.ts:2:110 host-file-large warning']);
  expect(await site.build()).toMatchObject({ files: result.files, bytes: result.bytes });
});

describe('the examples of the documentation', () => {
  const [, section = ''] =
    /\n## What a build changed\n([\s\S]*?)\n## /.exec(readFileSync(fromRoot('docs/deploy.md'), 'utf8')) ?? [];
  const examples = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const [list = '', rsync = '', s3 = '', ftp = '', indexNow = '', webSub = ''] = examples;

  /** Runs shell code in the site's folder. Programs say how they were called, and what they were given. */
  const run = (site: InlineSite, code: string): string[] => {
    const folder = path.join(site.root, 'programs');
    mkdirSync(folder, { recursive: true });
    for (const name of ['ssh', 'aws', 'lftp', 'curl', 'rsync']) {
      const file = path.join(folder, name);
      writeFileSync(
        file,
        `#!/bin/sh\n{ printf '%s' "${name}"; printf ' <%s>' "$@"; echo; [ "${name}" = aws ] || [ "$1" = --fail-with-body ] || cat; } >>"${site.root}/calls"\n`,
      );
      chmodSync(file, 0o755);
    }
    rmSync(path.join(site.root, 'calls'), { force: true });
    const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', `${list}\n${code}`], {
      cwd: site.root,
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return readFileSync(path.join(site.root, 'calls'), 'utf8').trimEnd().split('\n');
  };

  test('bring to servers and say to others what changed', async () => {
    const site = start();
    await site.build();
    site.write({ 'content/kinh-te/a.md': article('title: A hai\naliases: [/cu/a.html]') });
    site.remove('content/kinh-te/b.md');
    await site.build();
    const { written, removed, pages, feeds } = changedBy(site);
    expect(examples).toHaveLength(6);
    expect(run(site, rsync)).toEqual([
      'rsync <-rlt> <--files-from=-> <dist/> <server:/srv/bao/>',
      ...written,
      'ssh <server> <cd /srv/bao && xargs -d "\\n" -r rm -f -->',
      ...removed,
    ]);
    expect(run(site, s3)).toEqual([
      ...written.map((file) => `aws <s3> <cp> <dist/${file}> <s3://bao/${file}>`),
      ...removed.map((file) => `aws <s3> <rm> <s3://bao/${file}>`),
    ]);
    const ftpCalls = run(site, ftp);
    expect(ftpCalls[0]).toBe('lftp <-u> <bao,mat-khau> <ftp://server>');
    expect(ftpCalls).toEqual(
      expect.arrayContaining([
        'mkdir -p -f "kinh-te/a"',
        'put "dist/kinh-te/a/index.html" -o "kinh-te/a/index.html"',
        'rm -f "kinh-te/b/index.html"',
      ]),
    );
    const [call = '', ...body] = run(site, indexNow);
    expect(call).toContain('<https://api.indexnow.org/indexnow>');
    expect(JSON.parse(body.join(''))).toEqual({ host: 'bao.example', key: '0a1b2c3d', urlList: pages });
    expect(run(site, webSub)).toEqual(
      feeds.map(
        (feed) =>
          `curl <--fail-with-body> <--data> <hub.mode=publish> <--data-urlencode> <hub.url=${feed}> <https://hub.example/>`,
      ),
    );
  });
});
