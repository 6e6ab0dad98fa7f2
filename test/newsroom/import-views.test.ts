import { appendFileSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseViews, printViews } from '../../src/newsroom/views-data.ts';
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
  ['again and again, each within half an hour of the last', [{ at: 0 }, { at: 20 * minute }, { at: 40 * minute }, { at: 60 * minute }], 1],
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
      { at: 0, agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/95.0.150 Chrome/89.0.4389.150 Safari/537.36' },
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
  const common = logs.write('common.log', ['203.0.113.7 - ngọc [20/Nov/2026:00:00:00 +0700] "GET /kinh-te/lua/ HTTP/1.0" 200 2326']);
  const hosts = logs.write('vhost.log', [`bao.example:443 ${combined({ at: 3600 })}`, `bao.example:443 ${combined({ at: 3601, client: '198.51.100.9' })}`]);
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
  expect(totals(await logs.import([cloudfront, hosts, common], result.data))).toEqual({ '/kinh-te/lua/': 3, '/kinh-te/mia/': 1 });
});

test("days are those of the site's zone", async () => {
  const logs = logFolder();
  const result = await logs.import([
    logs.write('utc.log', ['203.0.113.7 - - [20/Nov/2026:16:59:59 +0000] "GET /kinh-te/lua/ HTTP/1.0" 200 9', '203.0.113.8 - - [20/Nov/2026:17:00:00 +0000] "GET /kinh-te/lua/ HTTP/1.0" 200 9']),
  ]);
  expect(result.data.articles).toEqual({ '/kinh-te/lua/': { total: 2, days: { '2026-11-20': 1, '2026-11-21': 1 } } });
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
  expect(result).toMatchObject({ counted: 2, broken: 3, lines: 6 });
  expect(result.samples[0]).toBe('… what is this');
  expect(JSON.stringify(result)).not.toContain('203.0.113.99');
});

test('nothing personal is kept', async () => {
  const logs = logFolder();
  const { data } = await logs.import([logs.write('access.log', [combined({ at: 0, client: '203.0.113.77' })])]);
  const text = printViews(data);
  expect(text).not.toMatch(/203\.0\.113|Mozilla/);
  // The same line by somebody else leaves the same traces.
  expect(printViews((await logs.import([logs.write('other.log', [combined({ at: 0, client: '198.51.100.7' })])])).data)).toBe(text);
});

test('what was written reads as it was, in order', async () => {
  const data = { articles: { '/b/': { total: 3, days: { '2026-11-21': 1, '2026-11-20': 2 } }, '/a/': { total: 1, days: {} } }, logs: [{ first: 'x', last: 'y', end: 9, from: 0, time: 5 }] };
  expect(printViews(data)).toBe(
    '{\n  "articles": {\n    "/a/": {"total":1,"days":{}},\n    "/b/": {"total":3,"days":{"2026-11-20":2,"2026-11-21":1}}\n  },\n  "logs": [\n    {"first":"x","last":"y","end":9,"from":0,"time":5}\n  ]\n}\n',
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
  const { writeFileSync } = await import('node:fs');
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
function expectedOf(list: readonly Required<Pick<Request, 'at' | 'path' | 'client' | 'agent' | 'status'>>[]): Record<string, number> {
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

test('any split of a log, in any order, gives the same counts', async () => {
  await fc.assert(
    fc.asyncProperty(requests, fc.array(fc.nat({ max: 3 }), { minLength: 80, maxLength: 80 }), fc.array(fc.nat({ max: 80 }), { maxLength: 3 }), fc.boolean(), async (list, hands, cuts, packed) => {
      const logs = logFolder();
      const lines = list.map(combined);
      // Four servers behind one address, and one log cut into pieces.
      const dealt = [0, 1, 2, 3].map((hand) => lines.filter((_, index) => hands[index] === hand));
      const edges = [0, ...cuts.map((cut) => cut % (lines.length + 1)).sort((a, b) => a - b), lines.length];
      const cut = edges.slice(1).map((edge, index) => lines.slice(edges[index], edge));
      const ending = packed ? '.gz' : '';
      const write = (pieces: string[][], name: string) => pieces.map((piece, index) => logs.write(`${name}.${index}${ending}`, piece)).reverse();
      const expected = expectedOf(list);
      expect(totals(await logs.import([logs.write('whole.log', lines)]))).toEqual(expected);
      expect(totals(await logs.import(write(dealt, 'dealt')))).toEqual(expected);
      expect(totals(await logs.import(write(cut, 'cut')))).toEqual(expected);
      logs.dispose();
    }),
    { numRuns: 60 },
  );
});

test('a log that is imported whenever it has grown gives the same counts', async () => {
  await fc.assert(
    fc.asyncProperty(requests, fc.array(fc.record({ share: fc.nat({ max: 20 }), rotate: fc.boolean(), bytes: fc.nat({ max: 90 }) }), { minLength: 1, maxLength: 6 }), async (list, steps) => {
      const logs = logFolder();
      const text = list.map((request) => `${combined(request)}\n`).join('');
      const { writeFileSync } = await import('node:fs');
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
      data = (await logs.import([...new Set([...files, path.join(logs.folder, `access.${number}.log`)])], data)).data;
      expect(totals({ data })).toEqual(expectedOf(list));
      logs.dispose();
    }),
    { numRuns: 60 },
  );
});
