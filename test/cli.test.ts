import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fromRoot } from './from-root.ts';
import { article, configuration, type Files, inlineSite } from './inline-site.ts';
import { runCli, startCli } from './run-cli.ts';

const now = ['--now', '2026-11-22T08:00:00+07:00'];
const good: Files = { 'content/kinh-te/tot.md': article('title: Bài tốt') };
const bad: Files = {
  ...good,
  'content/kinh-te/a.md': article('title: A\nsumary: B', 'Xem [bài](tto.md).'),
  'content/kinh-te/b.md': '---\ntitle: B\ndate: 2026-02-30\n---\n',
};
const version = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).version as string;
const withoutTime = (text: string): string =>
  text
    .replace(/\d+(?:[.,]\d+)? (s|giây):/, '# $1:')
    // What the site takes up: it is the theme's.
    .replace(/^(?:In all|Cả trang:) .*\n/m, '');

describe('build', () => {
  test('says what was done', () => {
    const { root } = inlineSite(good);
    const first = runCli(['build', '--site', root, ...now]);
    expect({ ...first, stdout: withoutTime(first.stdout) }).toEqual({
      status: 0,
      stderr: '',
      stdout: `1 article, 8 pages, 0 pictures (parsed 2, rendered 8, resized 0)\n38 files written, 0 unchanged, 0 removed\nDone in # s: ${path.relative(process.cwd(), path.join(root, 'dist'))}\n`,
    });
    expect(existsSync(path.join(root, 'dist/kinh-te/tot/index.html'))).toBe(true);
    expect(existsSync(path.join(root, '.cache'))).toBe(true);
    const second = runCli(['build', ...now], { cwd: root });
    expect({ ...second, stdout: withoutTime(second.stdout) }).toEqual({
      status: 0,
      stderr: '',
      stdout:
        '1 article, 8 pages, 0 pictures (parsed 0, rendered 0, resized 0)\n0 files written, 38 unchanged, 0 removed\nDone in # s: dist\n',
    });
  });

  // A parser that does not load is replaced without a word unless it is asked for by name.
  test.each(['satteri', 'remark'])('the compiled tool has the parser %s', (parser) => {
    const { root } = inlineSite({
      ...good,
      'broadsheet.config.ts': configuration(`markdown: { parser: '${parser}' }`),
    });
    expect(runCli(['build', '--site', root, ...now])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path.join(root, 'dist/kinh-te/tot/index.html'), 'utf8')).toContain('Bài tốt');
  });

  test('reports every mistake in English', () => {
    const { root } = inlineSite(bad);
    const { status, stdout, stderr } = runCli(['build', ...now], { cwd: root, env: { LANG: 'en_GB.UTF-8' } });
    expect(stderr).toBe(
      [
        'content/kinh-te/a.md:3:1  warning  unknown-key',
        '  The field “sumary” is not part of the content type.',
        '  | sumary: B',
        '  | ^',
        '  → Remove it, or did you mean “summary”?; data of your own goes under “extra”.',
        '  ↗ broadsheet/docs/rules/unknown-key.md',
        '',
        'content/kinh-te/a.md:6:5  error  dead-link',
        '  The link “tto.md” leads nowhere on this site; its text is kept without the link.',
        '  | Xem [bài](tto.md).',
        '  |     ^',
        '  → Correct the path (the nearest is “tot.md”) or remove the link.',
        '  ↗ broadsheet/docs/rules/dead-link.md',
        '',
        'content/kinh-te/b.md:3:7  error  impossible-date',
        '  The field “date”: “2026-02-30” cannot be read as a date, or there is no such date.',
        '  | date: 2026-02-30',
        '  |       ^',
        '  → Write it as “2026-11-16 08:30” or “16/11/2026 08:30”.',
        '  ↗ broadsheet/docs/rules/impossible-date.md',
        '',
        '',
      ].join('\n'),
    );
    expect(withoutTime(stdout)).toBe(
      '2 articles, 9 pages, 0 pictures (parsed 4, rendered 9, resized 0)\n39 files written, 0 unchanged, 0 removed\n2 errors, 1 warning\nDone in # s: dist\n',
    );
    expect(status).toBe(1);
  });

  test('reports every mistake in Vietnamese', () => {
    const { root } = inlineSite(bad);
    const { status, stdout, stderr } = runCli(['--lang', 'vi', 'build', ...now], {
      cwd: root,
      env: { LANG: 'en_GB.UTF-8' },
    });
    expect(stderr).toBe(
      [
        'content/kinh-te/a.md:3:1  cảnh báo  unknown-key',
        '  Trường “sumary” không có trong kiểu nội dung.',
        '  | sumary: B',
        '  | ^',
        '  → Xóa trường này, hoặc có phải bạn muốn viết “summary”?; dữ liệu riêng đặt dưới “extra”.',
        '  ↗ broadsheet/docs/rules/unknown-key.md',
        '',
        'content/kinh-te/a.md:6:5  lỗi  dead-link',
        '  Liên kết “tto.md” không dẫn đến đâu trong trang này; chữ được giữ lại, liên kết bị bỏ.',
        '  | Xem [bài](tto.md).',
        '  |     ^',
        '  → Sửa đường dẫn (gần nhất: “tot.md”) hoặc bỏ liên kết.',
        '  ↗ broadsheet/docs/rules/dead-link.md',
        '',
        'content/kinh-te/b.md:3:7  lỗi  impossible-date',
        '  Trường “date”: “2026-02-30” không phải là ngày giờ đọc được, hoặc không có ngày giờ đó.',
        '  | date: 2026-02-30',
        '  |       ^',
        '  → Viết như “2026-11-16 08:30” hoặc “16/11/2026 08:30”.',
        '  ↗ broadsheet/docs/rules/impossible-date.md',
        '',
        '',
      ].join('\n'),
    );
    expect(withoutTime(stdout)).toBe(
      '2 bài viết, 9 trang, 0 hình (đọc 4, dựng 9, đổi cỡ 0)\n39 tệp được ghi, 0 không đổi, 0 bị xóa\n2 lỗi, 1 cảnh báo\nXong trong # giây: dist\n',
    );
    expect(status).toBe(1);
  });

  test.each<[env: Record<string, string>, args: string[], language: 'vi' | 'en']>([
    [{}, [], 'en'],
    [{ LANG: 'vi_VN.UTF-8' }, [], 'vi'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'vi_VN.UTF-8' }, [], 'vi'],
    [{ LANG: 'vi_VN.UTF-8', LC_ALL: 'C' }, [], 'en'],
    [{ LANG: 'vi_VN.UTF-8', LC_ALL: '' }, [], 'vi'],
    [{ LANG: 'vi_VN.UTF-8' }, ['--lang', 'en'], 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, [], 'en'],
  ])('speaks by %j and %j: %s', (env, args, language) => {
    const { root } = inlineSite(good);
    expect(runCli([...args, 'build', ...now], { cwd: root, env }).stdout).toContain(
      { vi: 'Xong trong', en: 'Done in' }[language],
    );
  });

  test('counts what it did as one JSON object', () => {
    const { root } = inlineSite(bad);
    const { status, stdout, stderr } = runCli(['build', '--json', ...now], { cwd: root });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const { durationMs, ...result } = JSON.parse(stdout) as Record<string, unknown>;
    expect(durationMs).toEqual(expect.any(Number));
    expect(result).toMatchObject({
      articles: 2,
      pages: 9,
      pictures: 0,
      parsed: 4,
      rendered: 9,
      resized: 0,
      written: 39,
      unchanged: 0,
      removed: 0,
      errors: 2,
      warnings: 1,
      out: path.join(root, 'dist'),
      messages: [
        {
          rule: 'unknown-key',
          severity: 'warning',
          path: 'content/kinh-te/a.md',
          line: 3,
          column: 1,
          values: { key: 'sumary', near: 'summary' },
          message: 'The field “sumary” is not part of the content type.',
          remedy: 'Remove it, or did you mean “summary”?; data of your own goes under “extra”.',
        },
        {
          rule: 'dead-link',
          severity: 'error',
          path: 'content/kinh-te/a.md',
          line: 6,
          column: 5,
          values: { url: 'tto.md', near: 'tot.md' },
        },
        {
          rule: 'impossible-date',
          severity: 'error',
          path: 'content/kinh-te/b.md',
          line: 3,
          column: 7,
          values: { key: 'date', value: '2026-02-30' },
        },
      ],
    });
  });

  test('counts warnings as errors when it is strict', () => {
    const { root } = inlineSite({ 'content/kinh-te/a.md': article('title: A\nsumary: B') });
    expect(runCli(['build', ...now], { cwd: root }).status).toBe(0);
    expect(runCli(['build', '--strict', ...now], { cwd: root }).status).toBe(1);
    expect(runCli(['build', '--strict', ...now], { cwd: inlineSite(good).root }).status).toBe(0);
  });

  test('builds as of the moment that it is told, and says when the next change is due', () => {
    const { root } = inlineSite({
      'content/kinh-te/a.md': article('title: A\ndate: 2026-11-20 09:00\nexpires: 2026-11-21 09:00'),
    });
    const builds = [
      '2026-11-20T08:59:59+07:00',
      '2026-11-20T02:00:00Z',
      '2026-11-21T08:59:59+07:00',
      '2026-11-21T09:00:00+07:00',
    ].map((moment) => {
      const { stdout } = runCli(['build', '--json', '--now', moment], { cwd: root });
      const { articles, nextChange } = JSON.parse(stdout) as Record<string, unknown>;
      return [articles, nextChange, existsSync(path.join(root, 'dist/kinh-te/a/index.html'))];
    });
    expect(builds).toEqual([
      [0, '2026-11-20T02:00:00.000Z', false],
      [1, '2026-11-21T02:00:00.000Z', true],
      [1, '2026-11-21T02:00:00.000Z', true],
      [0, undefined, false],
    ]);
    expect(runCli(['build', '--now', '2026-11-20T08:00:00+07:00'], { cwd: root }).stdout).toMatch(
      /^Next change by schedule: .*2026-11-20/m,
    );
  });

  test('reads a moment without an offset on the site’s clock, whatever the machine’s zone', () => {
    const { root } = inlineSite({ 'content/kinh-te/a.md': article('title: A\ndate: 2026-11-20 09:00') });
    for (const TZ of ['America/New_York', 'Asia/Tokyo']) {
      for (const [moment, articles] of [
        ['2026-11-20T09:00', 1],
        ['2026-11-20 08:59', 0],
        ['2026-11-20', 0],
        ['2026-11-21', 1],
      ] as const) {
        expect({
          TZ,
          moment,
          articles: JSON.parse(
            runCli(['build', '--json', '--now', moment], { cwd: root, env: { TZ } }).stdout,
          ).articles,
        }).toEqual({ TZ, moment, articles });
      }
    }
  });

  test('uses nothing of earlier builds with --no-cache', () => {
    const { root } = inlineSite(good);
    runCli(['build', ...now], { cwd: root });
    expect(JSON.parse(runCli(['build', '--json', '--no-cache', ...now], { cwd: root }).stdout)).toMatchObject(
      { parsed: 2, rendered: 8 },
    );
  });

  test('writes where it is told', () => {
    const { root } = inlineSite(good);
    const elsewhere = inlineSite().root;
    expect(runCli(['build', '--site', root, '--out', 'public', ...now], { cwd: elsewhere }).status).toBe(0);
    expect(existsSync(path.join(elsewhere, 'public/index.html'))).toBe(true);
    expect(existsSync(path.join(root, 'dist'))).toBe(false);
  });

  test('has no colours where there is no terminal, and has them when forced', () => {
    const { root } = inlineSite(bad);
    const plain = runCli(['build', ...now], { cwd: root, env: { TERM: 'xterm-256color' } });
    expect(`${plain.stdout}${plain.stderr}`).not.toContain('\u001B');
    expect(runCli(['build', ...now], { cwd: root, env: { FORCE_COLOR: '1' } }).stderr).toContain(
      '\u001B[31merror',
    );
  });
});

describe('wrong usage ends with 2 and a sentence', () => {
  test.each<[args: string[], sentence: RegExp]>([
    [['build', '--sparkle'], /^error: unknown option '--sparkle'\n\(broadsheet --help/],
    [['buidl'], /^error: unknown command 'buidl'\n\(Did you mean build\?\)/],
    [
      ['build', '--now', 'hôm qua'],
      /^broadsheet: --now hôm qua: expected a date that begins with the year, such as 2026/,
    ],
    [['build', '--now', '03/04/2026'], /^broadsheet: --now 03\/04\/2026: expected a date that begins/],
    [['build', '--now', '2026-02-30'], /^broadsheet: --now 2026-02-30: expected a date/],
    [['build', '--jobs', '0'], /^broadsheet: --jobs 0: expected a number from 1/],
    [['build', '--jobs', 'nhiều'], /^broadsheet: --jobs nhiều/],
    [['build', 'extra'], /^error: too many arguments/],
    [['build', '--site', '/khong/co'], /^broadsheet: .*broadsheet\.config\.ts.*\/khong\/co/],
    [['build', '--out'], /^error: option '--out <folder>' argument missing/],
    [['--lang', 'klingon', 'build'], /klingon/],
    [['preview', '--port', 'abc'], /^broadsheet: --port abc/],
    [['preview', '--port', '99999'], /^broadsheet: --port 99999/],
  ])('%j', (args, sentence) => {
    const { root } = inlineSite(good);
    mkdirSync(path.join(root, 'dist'));
    writeFileSync(path.join(root, 'dist/index.html'), '');
    const { status, stdout, stderr } = runCli(args, { cwd: root });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  const written = (options: string): Files => ({
    'broadsheet.config.ts': `export default {\n  site: { title: 'A', origin: 'https://a.example' },\n  ${options},\n};\n`,
  });
  test.each<[what: string, files: Files, place: string, rule: string, vi: string]>([
    [
      'does not compile',
      { 'broadsheet.config.ts': 'export default {\n  site: {{ }\n};\n' },
      '2:10',
      'broken-config',
      'Không dùng được cấu hình: Expected identifier but found "{".',
    ],
    [
      'throws',
      { 'broadsheet.config.ts': "throw new Error('hỏng');\n" },
      '1:1',
      'broken-config',
      'Không dùng được cấu hình: hỏng.',
    ],
    [
      'exports nothing',
      { 'broadsheet.config.ts': 'export const site = 1;\n' },
      '1:1',
      'broken-config',
      'Không dùng được cấu hình: thiếu “export default defineConfig({ … })”.',
    ],
    [
      'has no origin',
      { 'broadsheet.config.ts': "export default { site: { title: 'A' } };\n" },
      '1:18',
      'config-missing',
      'Cấu hình thiếu tùy chọn “site.origin”.',
    ],
    [
      'has an origin with a path',
      {
        'broadsheet.config.ts':
          "export default {\n  site: {\n    title: 'A',\n    origin: 'https://a.example/tin/',\n  },\n};\n",
      },
      '4:5',
      'config-value',
      'Tùy chọn “site.origin” có giá trị không dùng được: cần gốc địa chỉ không có đường dẫn, như https://news.example, nhưng gặp “https://a.example/tin/”.',
    ],
    [
      'has an origin that is no address',
      { 'broadsheet.config.ts': "export default { site: { title: 'A', origin: 'a.example' } };\n" },
      '1:38',
      'config-value',
      'Tùy chọn “site.origin” có giá trị không dùng được: cần gốc địa chỉ không có đường dẫn, như https://news.example, nhưng gặp “a.example”.',
    ],
    [
      'has a base without a slash',
      {
        'broadsheet.config.ts':
          "export default { site: { title: 'A', origin: 'https://a.example', base: 'tin' } };\n",
      },
      '1:67',
      'config-value',
      'Tùy chọn “site.base” có giá trị không dùng được: cần đường dẫn có dấu gạch chéo ở hai đầu, như /news/, nhưng gặp “tin”.',
    ],
    [
      'has an unknown zone',
      {
        'broadsheet.config.ts':
          "export default { site: { title: 'A', origin: 'https://a.example', timeZone: 'Asia/Saigon2' } };\n",
      },
      '1:67',
      'config-value',
      'Tùy chọn “site.timeZone” có giá trị không dùng được: cần múi giờ như Asia/Ho_Chi_Minh, nhưng gặp “Asia/Saigon2”.',
    ],
    [
      'has text for a number',
      written("lists: { tag: 'nhiều' }"),
      '3:12',
      'config-value',
      'Tùy chọn “lists.tag” có giá trị không dùng được: cần một số, nhưng gặp “nhiều”.',
    ],
    [
      'has a format that there is not',
      written("pictures: { formats: ['webp', 'gif'] }"),
      '3:33',
      'config-value',
      'Tùy chọn “pictures.formats.1” có giá trị không dùng được: cần avif, webp hoặc jpeg, nhưng gặp “gif”.',
    ],
    [
      'has an unknown option',
      written('lits: {}'),
      '3:3',
      'config-unknown',
      'Cấu hình không có tùy chọn “lits”.',
    ],
    [
      'has an unknown option in another',
      written('lists: { catgory: 5 }'),
      '3:12',
      'config-unknown',
      'Cấu hình không có tùy chọn “lists.catgory”.',
    ],
    [
      'has an unknown option in a list',
      written("navigation: [{ to: 'kinh-te' }, { too: 'kinh-te', to: 'kinh-te' }]"),
      '3:37',
      'config-unknown',
      'Cấu hình không có tùy chọn “navigation.1.too”.',
    ],
    [
      'has an unknown option in a choice',
      written('history: { autor: true }'),
      '3:14',
      'config-unknown',
      'Cấu hình không có tùy chọn “history.autor”.',
    ],
    [
      'has an unknown rule',
      written("rules: { 'dead-lnk': 'off' }"),
      '3:12',
      'config-unknown',
      'Cấu hình không có tùy chọn “rules.dead-lnk”.',
    ],
    [
      'switches off what there is not',
      written('routes: { tagz: false }'),
      '3:13',
      'config-unknown',
      'Cấu hình không có tùy chọn “routes.tagz”.',
    ],
    [
      'has a placeholder that there is not',
      written("permalinks: { article: '/:yeer/:slug/' }"),
      '3:17',
      'config-placeholder',
      'Mẫu địa chỉ của “permalinks.article” có “:yeer”, nhưng không có giá trị nào tên như vậy.',
    ],
  ])('a configuration that %s', (_, files, place, rule, vi) => {
    const { root } = inlineSite({ ...good, ...files });
    const { status, stdout, stderr } = runCli(['--lang', 'vi', 'build', ...now], { cwd: root });
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      `broadsheet.config.ts${place && `:${place}`}  lỗi  ${rule}`,
      `  ${vi}`,
    ]);
    expect(stderr.match(/ {2}lỗi {2}/g)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(existsSync(path.join(root, 'dist'))).toBe(false);
  });

  test('the nearest name is said', () => {
    const { root } = inlineSite({
      ...good,
      ...written(
        "lists: { catgory: 5 }, rules: { 'dead-lnk': 'off' }, routes: { tagz: false }, permalinks: { month: '/:yeer/:month/' }",
      ),
    });
    const { stderr } = runCli(['build', ...now], { cwd: root });
    for (const near of ['“category”', '“dead-link”', '“tags”', '“:year”']) expect(stderr).toContain(near);
  });

  test('as data', () => {
    const { root } = inlineSite({ ...good, ...written('lits: {}') });
    for (const args of [
      ['build', '--json'],
      ['check', '--format', 'json'],
    ]) {
      const { status, stdout, stderr } = runCli(['--lang', 'vi', ...args], { cwd: root });
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        errors: 1,
        warnings: 0,
        messages: [
          {
            rule: 'config-unknown',
            path: 'broadsheet.config.ts',
            line: 3,
            column: 3,
            message: 'Cấu hình không có tùy chọn “lits”.',
          },
        ],
      });
    }
    const { stdout } = runCli(['--lang', 'vi', 'build', '--json', '--jobs', '0'], {
      cwd: inlineSite(good).root,
    });
    expect(JSON.parse(stdout)).toEqual({
      errors: 1,
      warnings: 0,
      messages: [{ severity: 'error', message: '--jobs 0: cần một số từ 1' }],
    });
  });

  test('a template that does not compile is named from the site’s folder', () => {
    const { root } = inlineSite({
      ...good,
      'templates/pages/photos.tsx': 'export default function Photos() {\n  return <p>;\n}\n',
    });
    const { status, stderr } = runCli(['--lang', 'vi', 'build', ...now], { cwd: root });
    expect(stderr).toMatch(
      /^templates\/pages\/photos\.tsx:\d:\d+ {2}lỗi {2}broken-template\n {2}Không dùng được mẫu trang: /,
    );
    expect(status).toBe(1);
  });

  test('a reader of the output that goes away is no failure', async () => {
    const child = startCli(['check'], {
      cwd: inlineSite({
        ...bad,
        'content/kinh-te/nhieu.md': article('title: A', 'Xem [a](x.md).\n\n'.repeat(3000)),
      }).root,
    });
    let stderr = '';
    child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
    child.stdout?.destroy();
    const [status] = await once(child, 'close');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('a folder without a configuration, without content', () => {
    expect(runCli(['build'], { cwd: inlineSite().remove('broadsheet.config.ts').root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: no broadsheet\.config\.ts in .*\n$/),
    });
    expect(runCli(['build'], { cwd: inlineSite().remove('content').root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: .*content.*\n$/),
    });
  });

  test.each(['content', 'content/dist', '.', '..', 'templates', '.cache/x', '.git'])(
    'the output folder %s',
    (out) => {
      const site = inlineSite(good);
      const before = site.tree('.');
      const { status, stderr } = runCli(['build', '--out', out], { cwd: site.root });
      expect(stderr).toMatch(/^broadsheet: .*--out/);
      expect(status).toBe(2);
      for (const [file, content] of before) expect(site.tree('.').get(file), file).toEqual(content);
    },
  );

  test('an output folder with files of others is left as it is, by build and by clean', () => {
    const site = inlineSite({ ...good, 'dist/anh.jpg': 'của tôi' });
    expect(runCli(['build'], { cwd: site.root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: .*dist has files that Broadsheet did not write/),
    });
    expect(runCli(['clean'], { cwd: site.root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: .*dist was not made by Broadsheet/),
    });
    expect(site.read('anh.jpg')).toBe('của tôi');
    expect([...site.tree().keys()]).toEqual(['anh.jpg']);
  });
});

describe('help and version', () => {
  test('--version', () =>
    expect(runCli(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' }));
  test('--help names every command and the language', () => {
    const { status, stdout, stderr } = runCli(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of ['build', 'clean', 'preview', '--lang', '--version']) expect(stdout).toContain(name);
  });
  test('build --help names every option', () => {
    const { status, stdout } = runCli(['build', '--help']);
    expect(status).toBe(0);
    for (const option of [
      '--site <folder>',
      '--out <folder>',
      '--now <date>',
      '--no-cache',
      '--strict',
      '--json',
      '--jobs <number>',
    ])
      expect(stdout).toContain(option);
  });
  test('no command is wrong usage, and shows the help', () => {
    const { status, stdout, stderr } = runCli([]);
    expect(status).toBe(2);
    expect(`${stdout}${stderr}`).toContain('Usage: broadsheet');
  });
});

test('a template that does not compile ends with 1, its place and the line', () => {
  const { root } = inlineSite({
    ...good,
    'templates/pages/plain.tsx': 'export default function Plain() {\n  return <p>a</div>;\n}\n',
  });
  const { status, stderr } = runCli(['build', ...now], { cwd: root });
  expect(stderr).toMatch(/^templates\/pages\/plain\.tsx:2:16 {2}error {2}broken-template$/m);
  expect(stderr).toContain('return <p>a</div>;');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
});

test('clean removes the output folder and the cache, and nothing else', () => {
  const site = inlineSite(good);
  const before = site.tree('.');
  runCli(['build', ...now], { cwd: site.root });
  expect(site.tree('.').size).toBeGreaterThan(before.size);
  expect(runCli(['clean'], { cwd: site.root })).toEqual({
    status: 0,
    stdout: expect.any(String),
    stderr: '',
  });
  expect(site.tree('.')).toEqual(before);
  expect(existsSync(path.join(site.root, '.cache'))).toBe(false);
  expect(runCli(['clean'], { cwd: site.root }).status).toBe(0);
});

describe('preview', () => {
  const request = (url: string, host?: string) =>
    new Promise<{ status?: number; type?: string; body: string }>((resolve, reject) => {
      get(url, { agent: false, ...(host !== undefined && { host }) }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () =>
          resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
        );
      }).on('error', reject);
    });
  const start = async (root: string) => {
    const server = startCli(['preview', '--port', '0'], { cwd: root });
    onTestFinished(() => void server.kill('SIGKILL'));
    if (!server.stdout) throw new Error('no output');
    const [address] = (await once(createInterface(server.stdout), 'line')) as [string];
    return { server, address };
  };

  test('serves the site on the loopback address until it is stopped', async () => {
    const site = inlineSite({
      ...good,
      'broadsheet.config.ts':
        "export default { site: { title: 'A', origin: 'https://a.example', base: '/tin/' } };\n",
    });
    await site.build();
    const { server, address } = await start(site.root);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tin\/$/);
    const { origin, port } = new URL(address);
    expect(await request(address)).toEqual({
      status: 200,
      type: 'text/html;charset=utf-8',
      body: site.read('index.html'),
    });
    expect(await request(`${address}kinh-te/tot/`)).toMatchObject({
      status: 200,
      body: site.read('kinh-te/tot/index.html'),
    });
    expect(await request(`${address}khong-co/`)).toMatchObject({ status: 404, body: site.read('404.html') });
    expect(await request(`${origin}/kinh-te/tot/`)).toMatchObject({ status: 404 });
    for (const path of [
      '../broadsheet.config.ts',
      '%2e%2e/broadsheet.config.ts',
      '..%2fbroadsheet.config.ts',
      '.broadsheet',
    ]) {
      const { status, body } = await request(`${address}${path}`);
      expect({ path, status, leaks: body.includes('a.example') && body.includes('export') }).toEqual({
        path,
        status: 404,
        leaks: false,
      });
    }
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((net) => net && !net.internal && net.family === 'IPv4');
    if (outside)
      await expect(request(`http://${outside.address}:${port}/tin/`)).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  test('says so when there is nothing to serve, or the port is taken', async () => {
    const site = inlineSite(good);
    expect(runCli(['preview'], { cwd: site.root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: .*broadsheet build/),
    });
    await site.build();
    const { address } = await start(site.root);
    expect(runCli(['preview', '--port', new URL(address).port], { cwd: site.root })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^broadsheet: port \d+ is in use/),
    });
  });
});
