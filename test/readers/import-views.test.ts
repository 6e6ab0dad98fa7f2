import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, parseViews, printViews } from '../../src/readers/views-data.ts';
import { browser, combined, empty, logFolder, type Request, totals } from './logs.ts';

const minute = 60;

test.each<[string, Request[], number]>([
  ['a page', [{ at: 0 }], 1],
  ['a page that the browser still had', [{ at: 0, status: 304 }], 1],
  ['with a query', [{ at: 0, path: '/kinh-te/lua/?utm_source=x' }], 1],
  ['percent-encoded', [{ at: 0, path: '/kinh-te/%6Cua/' }], 1],
  ['by its file', [{ at: 0, path: '/kinh-te/lua/index.html' }], 1],
  ['by an old address, and by the new one that it leads to', [{ at: 0, path: '/tin/12.html' }, { at: 1 }], 1],
  ['a redirect', [{ at: 0, status: 301 }], 0],
  ['not found', [{ at: 0, status: 404 }], 0],
  [
    'HEAD and POST',
    [
      { at: 0, method: 'HEAD' },
      { at: 1, method: 'POST' },
    ],
    0,
  ],
  [
    'something else',
    [
      { at: 0, path: '/assets/site.css' },
      { at: 1, path: '/' },
      { at: 2, path: '/kinh-te/' },
    ],
    0,
  ],
  ['again within half an hour', [{ at: 0 }, { at: 29 * minute }], 1],
  ['again after half an hour', [{ at: 0 }, { at: 30 * minute }], 2],
  [
    'again and again, each within half an hour of the last',
    [{ at: 0 }, { at: 20 * minute }, { at: 40 * minute }, { at: 60 * minute }],
    1,
  ],
  ['another agent at the same address', [{ at: 0 }, { at: 1, agent: `${browser} Edg/130` }], 2],
  ['another address', [{ at: 0 }, { at: 1, client: '2001:db8::1' }], 2],
  [
    'search engines and programs',
    [
      { at: 0, agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { at: 1, agent: 'curl/8.1' },
      { at: 2, agent: '-' },
      { at: 3, agent: '' },
    ],
    0,
  ],
  [
    'Cốc Cốc, and the browser inside Zalo',
    [
      {
        at: 0,
        agent:
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/95.0.150 Chrome/89.0.4389.150 Safari/537.36',
      },
      {
        at: 1,
        agent:
          'Mozilla/5.0 (Linux; Android 14; SM-A155F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36 Zalo android/24100718 ZaloTheme/light ZaloLanguage/vi',
      },
    ],
    2,
  ],
  [
    'a prefetch that the log notes',
    [
      { at: 0, more: ' "prefetch;prerender"' },
      { at: 1, client: '198.51.100.2', more: ' "-"' },
    ],
    1,
  ],
  ['an agent with quotes', [{ at: 0, agent: 'Mozilla/5.0 \\"odd\\" Gecko Firefox/130.0' }], 1],
])('counts %s', async (_, requests, expected) => {
  const logs = logFolder();
  const result = await logs.import([logs.write('access.log', requests.map(combined))]);
  expect(totals(result)['/kinh-te/lua/'] ?? 0).toBe(expected);
  expect(result.broken).toBe(0);
});

test('reads the common format, virtual hosts in front, and CloudFront', async () => {
  const logs = logFolder();
  const common = logs.write('common.log', [
    '203.0.113.7 - ngọc [20/Nov/2026:00:00:00 +0700] "GET /kinh-te/lua/ HTTP/1.0" 200 2326',
  ]);
  const hosts = logs.write('vhost.log', [
    `bao.example:443 ${combined({ at: 3600 })}`,
    `bao.example:443 ${combined({ at: 3601, client: '198.51.100.9' })}`,
  ]);
  const cloudfront = logs.write('E2.2026-11-20-02.gz', [
    '#Version: 1.0',
    '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query',
    `2026-11-20\t02:00:00\tSGN50\t5120\t203.0.113.8\tGET\td1.cloudfront.net\t/kinh-te/mia/\t200\t-\t${encodeURIComponent(browser)}\t-`,
    `2026-11-20\t02:01:00\tSGN50\t5120\t203.0.113.8\tGET\td1.cloudfront.net\t/kinh-te/mia/\t200\t-\t${encodeURIComponent(browser)}\t-`,
    '2026-11-20\t02:02:00\tSGN50\t5120\t203.0.113.9\tGET\td1.cloudfront.net\t/kinh-te/mia/\t200\t-\tGooglebot/2.1\t-',
  ]);
  const result = await logs.import([cloudfront, hosts, common]);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 3, '/kinh-te/mia/': 1 });
  expect(result).toMatchObject({ repeats: 1, bots: 1, broken: 0 });
  expect(totals(await logs.import([cloudfront, hosts, common], result.data))).toEqual({
    '/kinh-te/lua/': 3,
    '/kinh-te/mia/': 1,
  });
});

test("days are those of the site's zone", async () => {
  const logs = logFolder();
  const result = await logs.import([
    logs.write('utc.log', [
      '203.0.113.7 - - [20/Nov/2026:16:59:59 +0000] "GET /kinh-te/lua/ HTTP/1.0" 200 9',
      '203.0.113.8 - - [20/Nov/2026:17:00:00 +0000] "GET /kinh-te/lua/ HTTP/1.0" 200 9',
    ]),
  ]);
  expect(result.data.articles).toEqual({
    '/kinh-te/lua/': { total: 2, days: { '2026-11-20': 1, '2026-11-21': 1 } },
  });
});

test('lines that are none are counted and shown, without the address', async () => {
  const logs = logFolder();
  const log = logs.write('access.log', [
    combined({ at: 0 }),
    '203.0.113.99 what is this',
    '\u0000\u0001 binary',
    '',
    combined({ at: 1, client: '198.51.100.1' }),
    '198.51.100.1 - - [99/Foo/2026:00:00:00 +0700] "GET /kinh-te/lua/ HTTP/1.1" 200 1 "-" "x"',
  ]);
  const result = await logs.import([log]);
  expect(result).toMatchObject({ counted: 2, broken: 3, lines: 5 });
  expect(result.samples[0]).toBe('… what is this');
  expect(JSON.stringify(result)).not.toContain('203.0.113.99');
});

test('nothing personal is kept', async () => {
  const logs = logFolder();
  const { data } = await logs.import([
    logs.write('access.log', [combined({ at: 0, client: '203.0.113.77' })]),
  ]);
  const text = printViews(data);
  expect(text).not.toMatch(/203\.0\.113|Mozilla/);
  // The same line by somebody else leaves the same traces.
  expect(
    printViews(
      (await logs.import([logs.write('other.log', [combined({ at: 0, client: '198.51.100.7' })])])).data,
    ),
  ).toBe(text);
});

test('what was written reads as it was, in order', async () => {
  const data = {
    articles: {
      '/b/': { total: 3, days: { '2026-11-21': 1, '2026-11-20': 2 } },
      '/a/': { total: 1, days: {} },
    },
    logs: [{ time: 5, end: 9, from: 0, marks: [[0, 5, 'x']] as Mark[] }],
  };
  expect(printViews(data)).toBe(
    '{\n  "articles": {\n    "/a/": {"total":1,"days":{}},\n    "/b/": {"total":3,"days":{"2026-11-20":2,"2026-11-21":1}}\n  },\n  "logs": [\n    {"time":5,"end":9,"from":0,"marks":[[0,5,"x"]]}\n  ]\n}\n',
  );
  expect(parseViews(printViews(data))).toEqual(data);
  expect(parseViews(printViews(empty))).toEqual(empty);
});

test('a log counts once, however often, growing, rotated and packed', async () => {
  const logs = logFolder();
  const line = (at: number) => combined({ at, client: `203.0.113.${at % 250}` });
  const log = logs.write('access.log', [0, 100, 200].map(line));
  let result = await logs.import([log]);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 3 });
  result = await logs.import([log, log], result.data);
  expect(result).toMatchObject({ counted: 0, lines: 0 });

  appendFileSync(log, `${line(300)}\n${line(301).slice(0, 60)}`);
  result = await logs.import([log], result.data);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 4 });

  appendFileSync(log, `${line(301).slice(60)}\n`);
  const rotated = path.join(logs.folder, 'access.log.1');
  renameSync(log, rotated);
  const fresh = logs.write('access.log', [line(400)]);
  result = await logs.import([fresh, rotated], result.data);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 6 });

  const packed = logs.write('access.log.2.gz', []);
  writeFileSync(packed, gzipSync(readFileSync(rotated)));
  expect(gunzipSync(readFileSync(packed)).length).toBeGreaterThan(0);
  result = await logs.import([packed, fresh], result.data);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 6 });
  expect(result.counted).toBe(0);
});

test('a repeat is one across imports and across rotation', async () => {
  const logs = logFolder();
  const log = logs.write('access.log', [combined({ at: 0 }), combined({ at: 600, client: '198.51.100.1' })]);
  let result = await logs.import([log]);
  appendFileSync(log, `${combined({ at: 1200 })}\n`);
  const rotated = path.join(logs.folder, 'access.log.1');
  renameSync(log, rotated);
  const fresh = logs.write('access.log', [combined({ at: 2000 }), combined({ at: 5000 })]);
  result = await logs.import([fresh, rotated], result.data);
  expect(totals(result)).toEqual({ '/kinh-te/lua/': 3 });
});

test('a line from a clock that is wrong is not believed, and changes nothing else', async () => {
  const logs = logFolder();
  const first = await logs.import([logs.write('a.log', [combined({ at: 0 })])]);
  const wrong = combined({ at: 600, client: '198.51.100.1' }).replace('/2026:', '/2037:');
  const result = await logs.import(
    [logs.write('b.log', [wrong, combined({ at: 700, client: '198.51.100.2' })])],
    first.data,
  );
  expect(result.data.articles).toEqual({ '/kinh-te/lua/': { total: 2, days: { '2026-11-20': 2 } } });
  expect(result).toMatchObject({ counted: 1, broken: 1, lines: 2 });
  // Nor is one that was believed before: it stays, and the others stay with it.
  const spoilt = {
    ...result.data,
    articles: {
      '/kinh-te/mia/': { total: 9, days: { '2037-11-20': 9 } },
      '/kinh-te/lua/': { total: 2, days: { '2026-11-20': 2 } },
    },
  };
  const later = await logs.import(
    [logs.write('c.log', [combined({ at: 800, client: '198.51.100.3' })])],
    spoilt,
  );
  expect(later.data.articles).toEqual({
    '/kinh-te/mia/': { total: 9, days: { '2037-11-20': 9 } },
    '/kinh-te/lua/': { total: 3, days: { '2026-11-20': 3 } },
  });
});

test('a log counts once among more logs than there are days in a year', async () => {
  const logs = logFolder();
  const files = Array.from({ length: 600 }, (_, index) =>
    logs.write(`E2.${index}.gz`, [
      '#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)',
      `2026-11-20\t0${Math.floor(index / 60) % 10}:${String(index % 60).padStart(2, '0')}:00\t203.0.113.${index % 250}\tGET\t/kinh-te/${index % 2 ? 'lua' : 'mia'}/\t200\t${encodeURIComponent(browser)}`,
    ]),
  );
  const { data, counted } = await logs.import(files);
  expect(counted).toBe(600);
  expect((await logs.import(files, data)).data).toEqual(data);
});

test('logs are remembered for 400 days, and what is older is not counted', async () => {
  const logs = logFolder();
  const day = 86_400;
  const [old, older] = [-300, -500].map((days) =>
    logs.write(`${days}.log`, [combined({ at: days * day })]),
  ) as [string, string];
  const fresh = logs.write('fresh.log', [combined({ at: 0 })]);
  // The first import has nothing before it that it could count again.
  const first = await logs.import([older, old, fresh]);
  expect(totals(first)).toEqual({ '/kinh-te/lua/': 3 });
  const second = await logs.import([older, old, fresh], first.data);
  expect(second).toMatchObject({ counted: 0 });
  expect(second.data.logs).toHaveLength(2);
  expect(await logs.import([older, old, fresh], second.data)).toMatchObject({
    counted: 0,
    old: 1,
    data: second.data,
  });
});

const six = [0, 1, 2, 3, 4, 5].map((index) => combined({ at: index * 60, client: `203.0.113.${index}` }));
test.each<[string, number[][][]]>([
  [
    'parts, then the whole',
    [
      [
        [0, 3],
        [3, 6],
      ],
      [[0, 6]],
    ],
  ],
  [
    'the whole, then parts',
    [
      [[0, 6]],
      [
        [0, 3],
        [3, 6],
      ],
    ],
  ],
  ['the end, then the whole', [[[3, 6]], [[0, 6]]]],
  ['the beginning, then the whole', [[[0, 3]], [[0, 6]]]],
  ['parts that overlap', [[[0, 4]], [[2, 6]]]],
  ['parts that overlap, the later first', [[[2, 6]], [[0, 4]]]],
  [
    'all at once',
    [
      [
        [0, 6],
        [0, 3],
        [3, 6],
        [2, 5],
      ],
    ],
  ],
])('a log that is cut in another way counts once: %s', async (_, runs) => {
  for (const ending of ['', '.gz']) {
    const logs = logFolder();
    let data = empty;
    for (const [number, run] of runs.entries()) {
      data = (
        await logs.import(
          run.map(([from, to], index) => logs.write(`${number}.${index}.log${ending}`, six.slice(from, to))),
          data,
        )
      ).data;
    }
    expect(totals({ data })).toEqual({ '/kinh-te/lua/': 6 });
    expect((await logs.import([logs.write('again.log', six)], data)).counted).toBe(0);
  }
});

test('a piece of a large log that was counted is known, wherever it is cut from', async () => {
  const logs = logFolder();
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    combined({
      at: index,
      client: `203.0.${index % 7}.${Math.floor(index / 50) % 250}`,
      path: index % 50 === 0 ? '/kinh-te/lua/' : `/other/${index}`,
    }),
  );
  const { data, counted } = await logs.import([logs.write('whole.log', lines)]);
  expect(counted).toBe(400);
  expect(printViews(data).length).toBeLessThan(1000);
  const pieces = [lines.slice(100, 9000), lines.slice(9000), lines.slice(5000, 12_000)].map((piece, index) =>
    logs.write(`${index}.log.gz`, piece),
  );
  expect((await logs.import(pieces, data)).counted).toBe(0);
  const more = Array.from({ length: 100 }, (_, index) =>
    combined({ at: 20_000 + index, client: `198.51.100.${index}` }),
  );
  expect((await logs.import([logs.write('more.log', [...lines.slice(15_000), ...more])], data)).counted).toBe(
    100,
  );
});

test('logs of two servers are two, in one second too', async () => {
  const logs = logFolder();
  const line = (client: string, agent: string) => combined({ at: 0, client, agent });
  const one = logs.write('one.log', [line('203.0.113.1', browser), line('203.0.113.2', `${browser} Edg/1`)]);
  const two = logs.write('two.log', [line('203.0.113.3', browser), line('203.0.113.4', `${browser} OPR/1`)]);
  const { data } = await logs.import([one]);
  expect(totals(await logs.import([two], data))).toEqual({ '/kinh-te/lua/': 4 });
});

test('a log of requests that look alike is read to its end', async () => {
  const logs = logFolder();
  const log = logs.write(
    'burst.log',
    Array.from({ length: 20 }, (_, index) => combined({ at: 0, client: `203.0.113.${index}` })),
  );
  const { data } = await logs.import([log]);
  appendFileSync(
    log,
    Array.from({ length: 50 }, (_, index) => `${combined({ at: 0, client: `198.51.100.${index}` })}\n`).join(
      '',
    ),
  );
  expect(totals(await logs.import([log], data))).toEqual({ '/kinh-te/lua/': 70 });
});

test('no digest is made of addresses, wherever they stand', async () => {
  const logs = logFolder();
  const line = (address: string) =>
    combined({
      at: 0,
      client: address,
      path: `/kinh-te/lua/?ip=${address}`,
      agent: `Firefox/130.0 (via ${address})`,
      more: ` "${address}, 10.0.0.1" ${address}`,
    });
  const printed = async (name: string, address: string) =>
    printViews((await logs.import([logs.write(name, [line(address)])])).data);
  // As many bytes, so that nothing else differs.
  expect(await printed('a.log', '203.0.113.77')).toBe(await printed('b.log', '198.51.100.7'));
  expect(await printed('c.log', '2001:db8::77')).toBe(await printed('d.log', '2001:db8::99'));
});

test('lines without an end are one broken line, in little time', async () => {
  const logs = logFolder();
  const huge = 'x'.repeat(3_000_000);
  const result = await logs.import([
    logs.write('a.log', [huge, combined({ at: 0 }), `"${huge}`, combined({ at: 1, client: '198.51.100.1' })]),
    logs.write('b.log', [huge]),
  ]);
  expect(result).toMatchObject({ counted: 2, broken: 3, lines: 5 });
  expect(result.bytes).toBeGreaterThan(9_000_000);
  expect(await logs.import([path.join(logs.folder, 'a.log')], result.data)).toMatchObject({
    counted: 0,
    broken: 0,
    lines: 0,
  });
});

test('a log that is damaged or none is told, and the others are counted', async () => {
  const logs = logFolder();
  const lines = Array.from({ length: 40_000 }, (_, index) =>
    combined({ at: index, client: `203.0.${index % 200}.${(index * 7919) % 251}` }),
  );
  const whole = logs.write('whole.gz', lines);
  const bytes = readFileSync(whole);
  const cut = path.join(logs.folder, 'cut.gz');
  writeFileSync(cut, bytes.subarray(0, bytes.length * 0.9));
  const good = logs.write('good.log', [combined({ at: 50_000, path: '/kinh-te/mia/' })]);
  const missing = path.join(logs.folder, 'missing.log');
  const first = await logs.import([cut, logs.folder, missing, good]);
  expect(first.failures.map(({ log }) => log).sort()).toEqual([logs.folder, cut, missing].sort());
  expect(totals(first)['/kinh-te/mia/']).toBe(1);
  const again = await logs.import([cut, good], first.data);
  expect(again).toMatchObject({ counted: 0, data: first.data });
  const mended = await logs.import([whole, good], again.data);
  expect(totals(mended)).toEqual(totals(await logs.import([whole, good])));
});

test.each([
  ['in order', [500, 520, 540]],
  ['backwards', [540, 520, 500]],
  ['the middle last', [500, 540, 520]],
  ['the middle first', [520, 540, 500]],
])('reads 20 minutes apart are one: %s', async (_, minutes) => {
  const logs = logFolder();
  const lines = minutes.map((at) => combined({ at: at * minute }));
  expect((await logs.import([logs.write('a.log', lines)])).counted).toBe(1);
});

test('a read that joins two that were counted takes one away', async () => {
  const logs = logFolder();
  const { data } = await logs.import([
    logs.write('a.log', [combined({ at: 0 }), combined({ at: 40 * minute })]),
  ]);
  expect(totals({ data })).toEqual({ '/kinh-te/lua/': 2 });
  appendFileSync(path.join(logs.folder, 'a.log'), `${combined({ at: 20 * minute })}\n`);
  expect(totals(await logs.import([path.join(logs.folder, 'a.log')], data))).toEqual({ '/kinh-te/lua/': 1 });
});

test.each([
  [' "prefetch"', 0],
  [' "-" "prefetch;prerender"', 0],
  [' "Preview"', 0],
  [' "prefetch;anonymous-client-ip"', 0],
  [' "preview.t.example"', 1],
  [' "prefetch-cache" 0.003', 1],
  [' "-" rt=0.1', 1],
])('behind the agent, %s counts %i', async (more, expected) => {
  const logs = logFolder();
  expect((await logs.import([logs.write('a.log', [combined({ at: 0, more })])])).counted).toBe(expected);
});

test('a last line without its end counts when nothing can follow', async () => {
  const common = (at: number) =>
    `203.0.113.${at} - - [20/Nov/2026:00:00:0${at} +0700] "GET /kinh-te/lua/ HTTP/1.0" 200 2326`;
  const logs = logFolder();
  const packed = path.join(logs.folder, 'a.gz');
  writeFileSync(packed, gzipSync(`${common(1)}\n${common(2)}`));
  expect((await logs.import([packed])).counted).toBe(2);

  const plain = path.join(logs.folder, 'a.log');
  writeFileSync(plain, `${common(1)}\n${common(2).slice(0, -2)}`);
  const young = await logs.import([plain]);
  expect(young).toMatchObject({ counted: 1, broken: 0, lines: 1 });
  writeFileSync(plain, `${common(1)}\n${common(2)}`);
  const idle = await logs.import([plain], young.data, 61);
  expect(idle).toMatchObject({ counted: 1, broken: 0, lines: 1 });
  appendFileSync(plain, `\n${common(3)}\n`);
  expect(await logs.import([plain, packed], idle.data)).toMatchObject({ counted: 1, broken: 0, lines: 1 });
});

test('samples of broken lines show no address', async () => {
  const logs = logFolder();
  const { samples } = await logs.import([
    logs.write('a.log', [
      'bao.example:443 203.0.113.5 - ngọc [99/Foo/2026:00:00:00 +0700] "GET /kinh-te/lua/ HTTP/1.1" 200 1 "-" "x" "198.51.100.7, 2001:db8::7"',
      'client: 2001:db8::1, [2001:db8::2]:443',
      'x=203.0.113.6:80',
    ]),
  ]);
  expect(samples).toEqual([
    '…[99/Foo/2026:00:00:00 +0700] "GET /kinh-te/lua/ HTTP/1.1" 200 1 "-" "x" "…, …"',
    '… …, […]:443',
    '…',
  ]);
});

const requests = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 6 * 3600 }),
      path: fc.constantFrom('/kinh-te/lua/', '/kinh-te/mia/', '/tin/12.html', '/other/'),
      client: fc.constantFrom('203.0.113.1', '203.0.113.2', '2001:db8::3'),
      agent: fc.constantFrom(browser, `${browser} Edg/1`, 'curl/8'),
      status: fc.constantFrom(200, 200, 304, 404),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((list) => list.sort((a, b) => a.at - b.at));

/** What the rules say, said plainly. */
function expectedOf(
  list: readonly Required<Pick<Request, 'at' | 'path' | 'client' | 'agent' | 'status'>>[],
): Record<string, number> {
  const seen = new Map<string, number>();
  const counts: Record<string, number> = {};
  for (const { at, path: asked, client, agent, status } of list) {
    if (status === 404 || asked === '/other/' || agent === 'curl/8') continue;
    const article = asked === '/kinh-te/mia/' ? asked : '/kinh-te/lua/';
    const key = `${client} ${agent} ${article}`;
    const last = seen.get(key);
    if (last === undefined || at - last >= 1800) counts[article] = (counts[article] ?? 0) + 1;
    seen.set(key, at);
  }
  return counts;
}

test('any split of a log into files, in any order, with the lines in any order, gives the same counts', async () => {
  const order = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 });
  const by = <Item>(items: readonly Item[], keys: readonly number[]): Item[] =>
    items
      .map((item, index) => ({ item, key: keys[index] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  await fc.assert(
    fc.asyncProperty(
      requests,
      fc.array(fc.nat({ max: 5 }), { minLength: 80, maxLength: 80 }),
      fc.array(fc.nat({ max: 80 }), { maxLength: 5 }),
      order,
      order,
      fc.boolean(),
      async (list, hands, cuts, shuffle, arrangement, packed) => {
        const logs = logFolder();
        const lines = list.map(combined);
        const shuffled = by(lines, shuffle);
        const edges = [0, ...cuts.map((cut) => cut % (lines.length + 1)).sort((a, b) => a - b), lines.length];
        const ending = packed ? '.gz' : '';
        const write = (pieces: string[][], name: string) =>
          by(pieces, arrangement).map((piece, index) => logs.write(`${name}.${index}${ending}`, piece));
        const expected = expectedOf(list);
        for (const [name, whole] of [
          ['sorted', lines],
          ['shuffled', shuffled],
        ] as const) {
          // Several servers behind one address, and one log cut into pieces.
          const dealt = [0, 1, 2, 3, 4, 5].map((hand) => whole.filter((_, index) => hands[index] === hand));
          const cut = edges.slice(1).map((edge, index) => whole.slice(edges[index], edge));
          expect(totals(await logs.import([logs.write(`${name}.whole${ending}`, whole)]))).toEqual(expected);
          expect(totals(await logs.import(write(dealt, `${name}.dealt`)))).toEqual(expected);
          expect(totals(await logs.import(write(cut, `${name}.cut`)))).toEqual(expected);
          // Parts that were counted, and then all of it.
          const parts = write(
            cut.filter((_, index) => index % 2 === 0),
            `${name}.part`,
          );
          const before = await logs.import(parts);
          expect(
            totals(await logs.import([logs.write(`${name}.all`, whole), ...parts], before.data)),
          ).toEqual(expected);
        }
        logs.dispose();
      },
    ),
    { numRuns: 60 },
  );
});

test('any pieces of a short log, imported one after another, count what is in them once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 16 }), fc.nat({ max: 16 }), fc.constantFrom('.log', '.gz')), {
        minLength: 1,
        maxLength: 5,
      }),
      async (pieces) => {
        const logs = logFolder();
        const lines = Array.from({ length: 16 }, (_, index) =>
          combined({ at: index * 20, client: `203.0.113.${index}` }),
        );
        const given = new Set<string>();
        let data = empty;
        for (const [number, [one, other, ending]] of pieces.entries()) {
          const piece = lines.slice(Math.min(one, other), Math.max(one, other));
          for (const line of piece) given.add(line);
          data = (await logs.import([logs.write(`${number}${ending}`, piece)], data)).data;
        }
        expect(totals({ data })['/kinh-te/lua/'] ?? 0).toBe(given.size);
        logs.dispose();
      },
    ),
    { numRuns: 60 },
  );
});

test('windows of a long log that overlap by four lines and more, each imported with or after the one before, count once', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    combined({
      at: index * 2,
      client: `10.0.${index >> 8}.${index & 255}`,
      path: index % 3 === 0 ? `/other/${index % 7}` : '/kinh-te/lua/',
    }),
  );
  const counted = (from: number, to: number): number =>
    lines.slice(from, to).filter((line) => line.includes('/kinh-te/lua/')).length;
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 500 }),
      fc.array(
        fc.record({
          overlap: fc.integer({ min: 4, max: 60 }),
          more: fc.integer({ min: 1, max: 900 }),
          together: fc.boolean(),
          packed: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (begin, windows) => {
        const logs = logFolder();
        let data = empty;
        let end = begin;
        let waiting: string[] = [];
        for (const [number, { overlap, more, together, packed }] of windows.entries()) {
          const from = number === 0 ? begin : Math.max(begin, end - overlap);
          end = Math.min(lines.length, Math.max(end, from) + Math.max(more, overlap));
          waiting.push(logs.write(`${number}.log${packed ? '.gz' : ''}`, lines.slice(from, end)));
          if (together) continue;
          data = (await logs.import(waiting, data)).data;
          waiting = [];
        }
        data = (await logs.import(waiting, data)).data;
        expect(totals({ data })['/kinh-te/lua/'] ?? 0).toBe(counted(begin, end));
        // The last lines of what was counted, and what was written since.
        const last = logs.write('last.log', lines.slice(Math.max(begin, end - 4), end + 50));
        expect(totals(await logs.import([last], data))['/kinh-te/lua/'] ?? 0).toBe(counted(begin, end + 50));
        logs.dispose();
      },
    ),
    { numRuns: 60 },
  );
});

test('any pieces of a long log that are not shorter than a sixth of it, by any number of imports, count what is in them once', async () => {
  const lines = Array.from({ length: 600 }, (_, index) =>
    combined({
      at: index * 3 - (index % 2),
      client: `10.0.${index >> 8}.${index & 255}`,
      path: index % 3 === 0 ? `/other/${index % 7}` : '/kinh-te/lua/',
    }),
  );
  const piece = fc.record({
    from: fc.nat({ max: 100 }),
    length: fc.integer({ min: 20, max: 120 }),
    together: fc.boolean(),
    packed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 2, maxLength: 10 }), async (pieces) => {
      const logs = logFolder();
      const given = new Set<string>();
      let data = empty;
      let waiting: string[] = [];
      for (const [number, { from, length, together, packed }] of pieces.entries()) {
        // Overlaps of fewer lines than a mark has are not known.
        const part = lines.slice(from * 5, (from + length) * 5);
        for (const line of part) if (line.includes('/kinh-te/lua/')) given.add(line);
        waiting.push(logs.write(`${number}.log${packed ? '.gz' : ''}`, part));
        if (together) continue;
        data = (await logs.import(waiting, data)).data;
        waiting = [];
      }
      data = (await logs.import(waiting, data)).data;
      expect(totals({ data })['/kinh-te/lua/'] ?? 0).toBe(given.size);
      logs.dispose();
    }),
    {
      numRuns: 60,
      examples: [
        [
          [
            { from: 0, length: 87, together: false, packed: false },
            { from: 0, length: 20, together: false, packed: false },
            { from: 86, length: 20, together: false, packed: false },
          ],
        ],
      ],
    },
  );
});

test('a log whose last lines look alike is known by the lines before them, and none that goes on with such lines is cut', async () => {
  const logs = logFolder();
  const burst = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => combined({ at: 1000, client: `10.0.0.${from + index}` }));
  const before = Array.from({ length: 40 }, (_, index) =>
    combined({ at: index * 10, client: `10.1.0.${index}`, path: `/other/${index}` }),
  );
  const { data, counted } = await logs.import([logs.write('a.log', [...before, ...burst(0, 10)])]);
  expect(counted).toBe(10);
  // Rotated within the second.
  expect((await logs.import([logs.write('b.log', burst(10, 10))], data)).counted).toBe(10);
  expect(
    (await logs.import([logs.write('c.log', [...before.slice(-2), ...burst(0, 20)])], data)).counted,
  ).toBe(10);
});

test('a log that is imported whenever it has grown gives the same counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      requests,
      fc.array(fc.record({ share: fc.nat({ max: 20 }), rotate: fc.boolean(), bytes: fc.nat({ max: 90 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (list, steps) => {
        const logs = logFolder();
        const text = list.map((request) => `${combined(request)}\n`).join('');
        let data = empty;
        let begin = 0;
        let end = 0;
        let number = 0;
        const files: string[] = [];
        for (const { share, rotate, bytes } of [...steps, { share: 80, rotate: false, bytes: 0 }]) {
          // Any number of bytes more, so that lines are cut wherever it falls.
          end = Math.min(text.length, end + share * 150 + bytes);
          const file = path.join(logs.folder, `access.${number}.log`);
          if (!files.includes(file)) files.push(file);
          writeFileSync(file, text.slice(begin, end));
          data = (await logs.import(files, data)).data;
          if (rotate) {
            // Servers rotate between lines.
            end = text.indexOf('\n', end - 1) + 1 || text.length;
            writeFileSync(file, text.slice(begin, end));
            begin = end;
            number += 1;
          }
        }
        writeFileSync(path.join(logs.folder, `access.${number}.log`), text.slice(begin));
        data = (
          await logs.import([...new Set([...files, path.join(logs.folder, `access.${number}.log`)])], data)
        ).data;
        expect(totals({ data })).toEqual(expectedOf(list));
        logs.dispose();
      },
    ),
    { numRuns: 60 },
  );
});
