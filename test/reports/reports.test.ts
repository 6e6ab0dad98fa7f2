import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { codeowners } from '../../src/commands/codeowners.ts';
import { type RoyaltyFlags, reportRoyalties } from '../../src/commands/report-royalties.ts';
import { reportStatus } from '../../src/commands/report-status.ts';
import { UsageError } from '../../src/diagnostics/usage-error.ts';
import { gitSite } from '../git-site.ts';
import { article, configuration, type Files, type InlineSite, inlineSite } from '../inline-site.ts';

/** Runs a command and gives what it printed. */
async function printed(run: () => Promise<number>): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    return { status: await run(), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const staff: Files = {
  'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [dieu-hien, minh-khang]\n---\n',
  'content/_authors/dieu-hien.md':
    '---\nname: Diệu Hiền\nemail: dieuhien@bao.example\nhandle: dieu-hien-bt\n---\n',
  'content/_authors/minh-khang.md':
    '---\nname: Minh Khang\nemail: [minhkhang@bao.example, mk@nha.example]\naliases: [M.K.]\n---\n',
  'content/_authors/tuyet-ngoc.md': '---\nname: Tuyết Ngọc\n---\n',
};

test('status: where articles stand, since when, whose turn it is', async () => {
  const site = gitSite({
    ...staff,
    'broadsheet.config.ts': configuration('workflow: { approval: true }'),
    'content/kinh-te/a.md': article('title: Nháp\nstatus: draft\nauthors: [tuyet-ngoc]'),
    'content/kinh-te/b.md': article('title: Chờ\nstatus: pending\nauthors: [M.K.]'),
    'content/kinh-te/c.md': article('title: Trả\nstatus: rejected\nauthors: [Tuyết Ngọc, minh-khang]'),
    'content/kinh-te/d.md': article(
      'title: Hẹn\nstatus: approved\napprovedBy: dieu-hien\ndate: 2026-12-01 06:00',
    ),
    'content/kinh-te/e.md': article('title: Đăng\nstatus: approved\napprovedBy: dieu-hien'),
    'content/kinh-te/f.md': article('title: Sai\nstatus: approved\napprovedBy: tuyet-ngoc'),
    'content/kinh-te/g.md': article(
      'title: Hết\nstatus: approved\napprovedBy: dieu-hien\nexpires: 2026-11-20',
    ),
    'content/kinh-te/h.md': article('title: Gỡ\nstatus: withdrawn\napprovedBy: dieu-hien'),
  });
  site.commit('viết', { date: '2026-11-12T08:00:00+07:00' });
  const run = (format: string, all = false) =>
    printed(() =>
      reportStatus({ site: site.root, now: '2026-11-22T08:00:00+07:00', format, all, language: 'vi' }),
    );
  const { status, out } = await run('table');
  expect(status).toBe(0);
  expect(out.split('\n')).toEqual([
    'Trạng thái         Ngày  Đến lượt                Chuyên mục  Bài viết  Tệp',
    '─────────────────  ────  ──────────────────────  ──────────  ────────  ────────────────────',
    'nháp                 10  Tuyết Ngọc              Kinh tế     Nháp      content/kinh-te/a.md',
    'trả lại              10  Tuyết Ngọc, Minh Khang  Kinh tế     Trả       content/kinh-te/c.md',
    'chờ duyệt            10  Diệu Hiền               Kinh tế     Chờ       content/kinh-te/b.md',
    'duyệt chưa hợp lệ    10  Diệu Hiền, Minh Khang   Kinh tế     Sai       content/kinh-te/f.md',
    'hẹn đăng             10  2026-12-01 06:00        Kinh tế     Hẹn       content/kinh-te/d.md',
    '',
    'nháp: 1, trả lại: 1, chờ duyệt: 1, duyệt chưa hợp lệ: 1, hẹn đăng: 1, đã đăng: 1, hết hạn: 1, đã gỡ: 1',
    '',
  ]);
  const json = JSON.parse((await run('json', true)).out);
  expect(json.counts).toEqual({
    draft: 1,
    rejected: 1,
    pending: 1,
    unapproved: 1,
    scheduled: 1,
    published: 1,
    expired: 1,
    withdrawn: 1,
    broken: 0,
  });
  expect(json.articles).toHaveLength(8);
});

test('status: an article of several categories waits for those whose approval counts', async () => {
  const site = gitSite({
    ...staff,
    'broadsheet.config.ts': configuration('workflow: { approval: true }'),
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\neditors: [M.K., tuyet-ngoc]\n---\n',
    'content/the-thao/_index.md': '---\ntitle: Thể thao\neditors: [ai-do]\n---\n',
    'content/du-lich/_index.md': '---\ntitle: Du lịch\n---\n',
    'content/kinh-te/a.md': article('title: Hai\nstatus: pending\ncategories: [xa-hoi, du-lich]'),
    'content/kinh-te/b.md': article(
      'title: Hai, của một người\nstatus: pending\ncategories: [xa-hoi]\nauthors: [minh-khang]',
    ),
    'content/kinh-te/c.md': article('title: Không ai đủ\nstatus: pending\ncategories: [the-thao]'),
  });
  const run = async () =>
    JSON.parse(
      (
        await printed(() =>
          reportStatus({ site: site.root, now: '2026-11-22T08:00:00+07:00', format: 'json', language: 'vi' }),
        )
      ).out,
    );
  expect((await run()).articles.map(({ turn }: { turn: string[] }) => turn)).toEqual([
    ['Minh Khang'],
    ['Diệu Hiền'],
    ['Diệu Hiền', 'Minh Khang'],
  ]);

  // Whose turn it is, their approval counts.
  site.write({
    'content/kinh-te/a.md': article(
      'title: Hai\nstatus: approved\napprovedBy: minh-khang\ncategories: [xa-hoi, du-lich]',
    ),
    'content/kinh-te/b.md': article(
      'title: Hai, của một người\nstatus: approved\napprovedBy: dieu-hien\ncategories: [xa-hoi]\nauthors: [minh-khang]',
    ),
  });
  const { counts, articles } = await run();
  expect(counts).toMatchObject({ published: 1, unapproved: 1, pending: 1 });
  expect(articles[0]).toMatchObject({ path: 'content/kinh-te/c.md' });
  expect(articles[1]).toMatchObject({
    path: 'content/kinh-te/b.md',
    turn: ['Diệu Hiền'],
    mistake: {
      rule: 'approval-not-editor',
      remedy:
        'Đến lượt biên tập viên của chuyên mục; hoặc thêm người duyệt vào “editors” trong content/xa-hoi/_index.md.',
    },
  });
});

test('status: an approval that the approver did not commit waits for the approver', async () => {
  const site = gitSite({
    ...staff,
    'broadsheet.config.ts': configuration('workflow: { approval: true, commits: true }'),
    'content/kinh-te/a.md': article('title: Hộ\nstatus: approved\napprovedBy: M.K.'),
  });
  const run = async () =>
    JSON.parse(
      (
        await printed(() =>
          reportStatus({ site: site.root, now: '2026-11-22T08:00:00+07:00', format: 'json', language: 'vi' }),
        )
      ).out,
    ).articles;
  site.git('add', 'content/kinh-te/_index.md');
  site.by({}, 'commit', '-q', '-m', 'chuyên mục');
  expect(await run()).toMatchObject([{ turn: ['Minh Khang'], mistake: { rule: 'approval-uncommitted' } }]);
  site.commit('duyệt hộ');
  expect(await run()).toMatchObject([{ turn: ['Minh Khang'], mistake: { rule: 'approval-by-other' } }]);
});

test('status: what is wrong with articles that cannot go on is told, and none is passed over', async () => {
  const site = gitSite({
    ...staff,
    'content/kinh-te/a.md': article('title: "Hỏng\nauthors: [tuyet-ngoc]\ndate: 2026-11-01'),
    'content/kinh-te/b.md': article('title: Sai kiểu\nauthor: M.K.\nexpires: mai'),
    'content/khong-co/c.md': article('title: Lạc\nstatus: pending\nauthors: [tuyet-ngoc]'),
    'content/kinh-te/d.md': article('title: Trước\nslug: mot'),
    'content/kinh-te/e.md': article('title: Sau\nslug: mot\nauthors: [tuyet-ngoc]'),
    'content/kinh-te/f.md': article('title: Ngược\nexpires: 2026-11-16'),
    'content/kinh-te/g.md': article('title: Chờ\nstatus: pending\nauthors: [tuyet-ngoc]'),
  });
  site.commit('viết', { date: '2026-11-12T08:00:00+07:00' });
  const run = (format: string) =>
    printed(() =>
      reportStatus({ site: site.root, now: '2026-11-22T08:00:00+07:00', format, language: 'vi' }),
    );
  const { out, err } = await run('table');
  expect(out.split('\n')).toEqual([
    'Trạng thái  Ngày  Đến lượt               Chuyên mục  Bài viết  Tệp',
    '──────────  ────  ─────────────────────  ──────────  ────────  ─────────────────────',
    'chờ duyệt     10  Tuyết Ngọc             khong-co    Lạc       content/khong-co/c.md',
    'chờ duyệt     10  Diệu Hiền, Minh Khang  Kinh tế     Chờ       content/kinh-te/g.md',
    'có lỗi        10  Tuyết Ngọc             Kinh tế               content/kinh-te/a.md',
    'có lỗi        10  Minh Khang             Kinh tế     Sai kiểu  content/kinh-te/b.md',
    'có lỗi        10  Tuyết Ngọc             Kinh tế     Sau       content/kinh-te/e.md',
    'có lỗi        10  Diệu Hiền, Minh Khang  Kinh tế     Ngược     content/kinh-te/f.md',
    '',
    'chờ duyệt: 2, có lỗi: 4, đã đăng: 1',
    '',
  ]);
  expect(err.split('\n').map((line) => line.split(': ')[0])).toEqual([
    'content/khong-co/c.md:2:1',
    'content/kinh-te/a.md:5:1',
    'content/kinh-te/b.md:4:10',
    'content/kinh-te/e.md:3:7',
    'content/kinh-te/f.md:3:10',
    '',
  ]);
  expect(JSON.parse((await run('json')).out).articles[0]).toMatchObject({
    standing: 'pending',
    path: 'content/khong-co/c.md',
    mistake: { rule: 'unknown-category', line: 2 },
  });
});

test('CODEOWNERS has the editors of each category by account or address, and keeps other lines', async () => {
  const site = gitSite({
    ...staff,
    'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
    'content/the thao/_index.md': '---\ntitle: Thể thao\neditors: [M.K., "@ban-the-thao"]\n---\n',
    // With a block that was written when the site was English.
    '.github/CODEOWNERS':
      '* @web\n\n# Broadsheet: the editors of categories. Written by "broadsheet codeowners".\n/content/old/ @old\n# Broadsheet: end.\n',
  });
  const run = (language: 'vi' | 'en' = 'vi') => printed(() => codeowners({ site: site.root, language }));
  expect(await run('en')).toMatchObject({ status: 0, err: '' });
  const lines = [
    '* @web',
    '',
    '# Broadsheet: biên tập viên của các chuyên mục. Do "broadsheet codeowners" ghi.',
    '/content/_authors/ @dieu-hien-bt minhkhang@bao.example @ban-the-thao',
    '/content/kinh-te/ @dieu-hien-bt minhkhang@bao.example',
    '/content/the\\ thao/ minhkhang@bao.example @ban-the-thao',
    '# Broadsheet: hết.',
    '',
  ];
  const read = () => readFileSync(path.join(site.root, '.github/CODEOWNERS'), 'utf8').split('\n');
  expect(read()).toEqual(lines);
  await run();
  expect(read()).toEqual(lines);
  site.write({ 'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [tuyet-ngoc, dieu-hien]\n---\n' });
  expect(await run()).toMatchObject({
    status: 1,
    err: '“tuyet-ngoc” không có “handle” hay “email” trong content/_authors/, nên không được ghi vào CODEOWNERS\n',
  });
  expect(read()).toContain('/content/kinh-te/ @dieu-hien-bt');
});

test.each([
  ['@dieu-hien', '@dieu-hien'],
  ['dieu-hien', '@dieu-hien'],
  ['@bao/bien-tap', '@bao/bien-tap'],
  ['ban@bao.example', 'ban@bao.example'],
])('a handle %s is one owner', async (handle, owner) => {
  const site = inlineSite({
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [dieu-hien]\n---\n',
    'content/_authors/dieu-hien.md': `---\nname: Diệu Hiền\nhandle: "${handle}"\n---\n`,
  });
  await printed(() => codeowners({ site: site.root, language: 'vi' }));
  expect(readFileSync(path.join(site.root, '.github/CODEOWNERS'), 'utf8')).toContain(
    `/content/kinh-te/ ${owner}\n`,
  );
});

test('a category whose editors cannot be read is told, and has no line in CODEOWNERS', async () => {
  const site = inlineSite({
    ...staff,
    'content/a/_index.md': '---\ntitle: A\neditors: {x: y}\n---\n',
    'content/b/_index.md': '---\ntitle: [\n---\n',
    'content/c/_index.md': '---\ntitle: C\ndraft: true\neditors: [dieu-hien]\n---\n',
  });
  const said = (name: string): string =>
    `the editors in content/${name}/_index.md cannot be read, so the category has no line of its own in CODEOWNERS; "broadsheet check" says what to mend\n`;
  expect(await printed(() => codeowners({ site: site.root, language: 'en' }))).toMatchObject({
    status: 1,
    err: ['a', 'b', 'c'].map(said).join(''),
  });
  const text = readFileSync(path.join(site.root, '.github/CODEOWNERS'), 'utf8');
  expect(text).toContain('/content/kinh-te/ ');
  expect(text).not.toMatch(/^\/content\/[abc]\//m);
});

test('a site with generators of its own has its editors in CODEOWNERS too', async () => {
  const site = inlineSite({ ...staff, 'broadsheet.config.ts': configuration('routes: { them: () => [] }') });
  await printed(() => codeowners({ site: site.root, language: 'vi' }));
  expect(readFileSync(path.join(site.root, '.github/CODEOWNERS'), 'utf8')).toContain(
    '/content/kinh-te/ @dieu-hien-bt minhkhang@bao.example\n',
  );
});

test.each(['@dieu hien', '@dieu @khang', '@', 'ban@', '# @x'])('a handle %s is none', async (handle) => {
  const site = inlineSite({
    'content/_authors/dieu-hien.md': `---\nname: Diệu Hiền\nhandle: "${handle}"\n---\n`,
  });
  const { messages } = await site.build();
  expect(messages).toMatchObject([
    {
      rule: 'wrong-type',
      line: 3,
      column: 9,
      values: { key: 'handle', expected: '@ten | @nhom/ten | ten@mien.vn', found: `“${handle}”` },
    },
  ]);
});

test('CODEOWNERS gives what no category owns to the owners that the configuration names, before the categories', async () => {
  const site = gitSite({
    ...Object.fromEntries(Object.entries(staff).map(([file, content]) => [`trang/${file}`, content])),
    'trang/broadsheet.config.ts': configuration("workflow: { approval: true, owners: ['minh-khang'] }"),
  });
  expect(
    await printed(() => codeowners({ site: path.join(site.root, 'trang'), language: 'vi' })),
  ).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(path.join(site.root, '.github/CODEOWNERS'), 'utf8').split('\n').slice(1, -2)).toEqual([
    '/trang/broadsheet.config.ts minhkhang@bao.example',
    '/trang/package.json minhkhang@bao.example',
    '/trang/package-lock.json minhkhang@bao.example',
    '/trang/templates/ minhkhang@bao.example',
    '/trang/content/ minhkhang@bao.example',
    '/.mailmap minhkhang@bao.example',
    '/.github/CODEOWNERS minhkhang@bao.example',
    '/trang/content/kinh-te/ @dieu-hien-bt minhkhang@bao.example',
  ]);
});

const paid = configuration(
  "royalties: { unit: 234000, bands: { news: { article: [1, 3], photo: [0.1, 0.5] }, feature: { in: 'money', page: [400000, 900000] }, photo: { in: 'money', photo: 50000 }, announcement: false } }",
);
const royaltyFiles: Files = {
  ...staff,
  'broadsheet.config.ts': paid,
  'content/kinh-te/tin.md': article(
    'title: Tin một\ndate: 2026-10-03\nauthors: [tuyet-ngoc]\nimage: a.svg\nroyalty: { amount: 702000 }',
    '![x](b.svg) ![x](b.svg)',
  ),
  'content/kinh-te/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'content/kinh-te/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"/>',
  'content/kinh-te/phong-su.md': article(
    'title: "=Phóng sự, hai kỳ"\ndate: 2026-10-31 23:30\ntype: feature\nauthors: [M.K., tuyet-ngoc]\nroyalty: { pages: 2.5, amount: 1000001, shares: { minh-khang: 2, Tuyết Ngọc: 1 } }',
  ),
  'content/kinh-te/anh.md': article(
    'title: Ảnh\ndate: 2026-10-05\ntype: photo\nauthors: [Cộng tác viên]\nroyalty: { photos: 4 }',
  ),
  'content/kinh-te/thong-bao.md': article('title: Thông báo\ndate: 2026-10-06\ntype: announcement'),
  'content/kinh-te/nhap.md': article('title: Nháp\ndate: 2026-10-07\nstatus: pending\nauthors: [tuyet-ngoc]'),
  'content/kinh-te/thang-khac.md': article('title: Khác\ndate: 2026-11-01\nauthors: [tuyet-ngoc]'),
};
const royalties = (site: InlineSite, flags: Partial<RoyaltyFlags> = {}) =>
  printed(() =>
    reportRoyalties({
      site: site.root,
      now: '2026-11-22T08:00:00+07:00',
      month: '2026-10',
      format: 'table',
      language: 'vi',
      ...flags,
    }),
  );

test('royalties: per author and article, with totals, as a table', async () => {
  const { status, out, err } = await royalties(inlineSite(royaltyFiles));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out.split('\n')).toEqual([
    'Tác giả        Ngày đăng   Bài viết           Loại      Trang  Ảnh    Phần       đồng',
    '─────────────  ──────────  ─────────────────  ────────  ─────  ───  ──────  ─────────',
    'Cộng tác viên  05/10/2026  Ảnh                Ảnh                4            200.000',
    '                           Cộng 1 bài                                         200.000',
    'Minh Khang     31/10/2026  =Phóng sự, hai kỳ  Phóng sự    2,5       66,67%    666.667',
    '                           Cộng 1 bài                                         666.667',
    'Tuyết Ngọc     03/10/2026  Tin một            Tin                2            702.000',
    '               31/10/2026  =Phóng sự, hai kỳ  Phóng sự    2,5       33,33%    333.334',
    '                           Cộng 2 bài                                       1.035.334',
    'Tổng cộng                                                                   1.902.001',
    '',
  ]);
});

test('royalties: plain numbers in CSV, a byte order mark by option, no formulas; one author; JSON', async () => {
  const site = inlineSite(royaltyFiles);
  expect((await royalties(site, { format: 'csv', author: 'M.K.' })).out).toBe(
    'tháng,tác giả,mã,ngày đăng,tệp,đầu đề,loại,số trang,số ảnh,phần,số tiền\r\n2026-10,Minh Khang,minh-khang,2026-10-31,content/kinh-te/phong-su.md,"\'=Phóng sự, hai kỳ",feature,2.5,0,0.666667,666667\r\n',
  );
  expect((await royalties(site, { format: 'csv', bom: true })).out).toMatch(/^\uFEFFtháng,/);
  const { total, authors } = JSON.parse((await royalties(site, { format: 'json' })).out);
  expect({ total, authors }).toEqual({
    total: 1902001,
    authors: [
      { author: 'Cộng tác viên', articles: 1, amount: 200000 },
      { id: 'minh-khang', author: 'Minh Khang', articles: 1, amount: 666667 },
      { id: 'tuyet-ngoc', author: 'Tuyết Ngọc', articles: 2, amount: 1035334 },
    ],
  });
});

test.each([
  ['missing', 'royalty: {}', 'thiếu số tiền nhuận bút (234.000 – 702.000): ghi “royalty.amount”.'],
  ['no royalty at all', '', 'thiếu số tiền nhuận bút (234.000 – 702.000): ghi “royalty.amount”.'],
  ['below the band', 'royalty: { amount: 233999 }', 'nhuận bút 233.999 thấp hơn khung (234.000 – 702.000).'],
  [
    'above the band',
    'royalty: { amount: 5000000, photos: 2 }',
    'nhuận bút 5.000.000 cao hơn khung (280.800 – 936.000).',
  ],
  [
    'a type without a band',
    'type: interview\nroyalty: { amount: 1 }',
    'loại bài “interview” không có khung nhuận bút: thêm vào “royalties.bands”, hoặc đặt false.',
  ],
  ['no pages', 'type: feature\nroyalty: { amount: 500000 }', 'thiếu số trang: ghi “royalty.pages”.'],
  [
    'shares of a stranger',
    'royalty: { amount: 300000, shares: { tuyet-ngoc: 1, ai-do: 1 } }',
    '“royalty.shares” phải ghi phần của đúng các tác giả của bài (ai-do).',
  ],
])('royalties: an error for %s, and the month cannot be closed', async (_, fields, sentence) => {
  const site = inlineSite({
    ...staff,
    'broadsheet.config.ts': paid,
    'content/kinh-te/x.md': article(`title: X\ndate: 2026-10-03\nauthors: [tuyet-ngoc]\n${fields}`.trim()),
  });
  expect(await royalties(site)).toMatchObject({ status: 1, err: `content/kinh-te/x.md: ${sentence}\n` });
  expect(await royalties(site, { close: true })).toMatchObject({ status: 1 });
  expect(existsSync(path.join(site.root, 'content/_data'))).toBe(false);
});

test('royalties: a closed month stays as it was closed, and differences are told', async () => {
  const site = inlineSite(royaltyFiles);
  const open = await royalties(site);
  expect(await royalties(site, { close: true })).toMatchObject({
    status: 0,
    err: 'Đã chốt tháng 2026-10: content/_data/royalties-2026-10.json\n',
    out: open.out,
  });
  const file = path.join(site.root, 'content/_data/royalties-2026-10.json');
  const ledger = readFileSync(file, 'utf8');
  expect(ledger.split('\n')).toHaveLength(13);
  expect(await royalties(site)).toEqual(open);

  site
    .write({
      'content/kinh-te/tin.md': article(
        'title: Tin một\ndate: 2026-10-03\nauthors: [tuyet-ngoc]\nroyalty: { photos: 2, amount: 500000 }',
      ),
    })
    .remove('content/kinh-te/anh.md');
  const later = await royalties(site);
  expect(later).toMatchObject({ status: 1, out: open.out });
  expect(later.err.split('\n').sort()).toEqual([
    '',
    'content/kinh-te/anh.md (Cộng tác viên): sổ đã chốt ghi 200.000, nay tính ra –',
    'content/kinh-te/tin.md (Tuyết Ngọc): sổ đã chốt ghi 702.000, nay tính ra 500.000',
  ]);
  await expect(royalties(site, { close: true })).rejects.toThrow(UsageError);
  expect(readFileSync(file, 'utf8')).toBe(ledger);

  site.write({ 'content/_data/royalties-2026-10.json': ledger.replace('702000', '902000') });
  const refused = async () => (await royalties(site).catch((error: UsageError) => error)) as UsageError;
  expect((await refused()).sentences).toEqual({
    en: `${file}: the rows add up to 2102001, not to 1902001`,
    vi: `${file}: các dòng cộng lại là 2102001, không phải 1902001`,
  });
  site.write({
    'content/_data/royalties-2026-10.json': ledger,
    'content/_data/royalties-2026-11.json': ledger,
  });
  expect((await refused()).sentences.vi).toBe(`${file.replace('-10', '-11')}: đây là sổ của tháng 2026-10`);
  site.write({ 'content/_data/royalties-2026-11.json': ledger.replace('"pages":0', '"pages":"0"') });
  expect((await refused()).sentences.vi).toMatch(/“rows\.\d\.pages” không phải là thứ phải có ở đó$/);
});

test('royalties: an article that was paid in a closed month is not paid again where its date goes', async () => {
  const site = inlineSite(royaltyFiles);
  await royalties(site, { close: true });
  const text = (date: string, more = '') =>
    article(
      `title: Tin một\ndate: ${date}\nauthors: [tuyet-ngoc${more}]\nroyalty: { photos: 2, amount: 700000 }`,
    );
  site.write({
    'content/kinh-te/tin.md': text('2026-11-05'),
    'content/kinh-te/thang-khac.md': article(
      'title: Khác\ndate: 2026-11-01\nauthors: [tuyet-ngoc]\nroyalty: { amount: 300000 }',
    ),
  });

  const october = await royalties(site);
  expect(october).toMatchObject({
    status: 1,
    err: 'content/kinh-te/tin.md (Tuyết Ngọc): sổ đã chốt ghi 702.000, nay bài thuộc tháng 2026-11 và tính ra 700.000; tháng đó không trả lại\n',
  });
  const november = await royalties(site, { month: '2026-11', format: 'json' });
  expect(november).toMatchObject({
    status: 1,
    err: 'content/kinh-te/tin.md (Tuyết Ngọc): đã trả 702.000 trong tháng 2026-10, không trả lại\n',
  });
  const paidBefore = {
    id: 'tuyet-ngoc',
    author: 'Tuyết Ngọc',
    path: 'content/kinh-te/tin.md',
    title: 'Tin một',
    closed: 702000,
    paidIn: '2026-10',
  };
  expect(JSON.parse(november.out)).toMatchObject({
    total: 300000,
    rows: [{ path: 'content/kinh-te/thang-khac.md' }],
    differences: [paidBefore],
  });
  expect((await royalties(site, { month: '2026-11', format: 'csv' })).out).not.toContain('tin.md');

  const close = { month: '2026-11', now: '2026-12-01T08:00:00+07:00' };
  expect(await royalties(site, { ...close, close: true })).toMatchObject({
    status: 0,
    err: expect.stringContaining('Đã chốt tháng 2026-11'),
  });
  expect(JSON.parse(site.read('../content/_data/royalties-2026-11.json'))).toMatchObject({
    total: 300000,
    rows: [{ path: 'content/kinh-te/thang-khac.md' }],
  });
  expect(JSON.parse((await royalties(site, { ...close, format: 'json' })).out).differences).toEqual([
    paidBefore,
  ]);

  // To a month that is yet to come, and with an author more.
  site.write({ 'content/kinh-te/tin.md': text('2027-01-05', ', M.K.') });
  expect((await royalties(site)).err.split('\n').sort()).toEqual([
    '',
    'content/kinh-te/tin.md (Minh Khang): sổ đã chốt ghi –, nay bài thuộc tháng 2027-01 và tính ra 350.000; tháng đó không trả lại',
    'content/kinh-te/tin.md (Tuyết Ngọc): sổ đã chốt ghi 702.000, nay bài thuộc tháng 2027-01 và tính ra 350.000; tháng đó không trả lại',
  ]);
  // Back again.
  site.write({ 'content/kinh-te/tin.md': royaltyFiles['content/kinh-te/tin.md'] ?? '' });
  expect(await royalties(site)).toMatchObject({ status: 0, err: '' });
  expect(await royalties(site, close)).toMatchObject({ status: 0, err: '' });
});

test('royalties: an article that moves to another month is known by its new name too', async () => {
  const text = royaltyFiles['content/kinh-te/tin.md']?.toString() ?? '';
  const site = inlineSite({
    ...royaltyFiles,
    'content/kinh-te/thang-khac.md': article(
      'title: Khác\ndate: 2026-11-01\nauthors: [tuyet-ngoc]\nroyalty: { amount: 300000 }',
    ),
  });
  await royalties(site, { close: true });
  site
    .remove('content/kinh-te/tin.md')
    .write({ 'content/kinh-te/2026-11-tin.md': text.replace('2026-10-03', '2026-11-05') });
  expect((await royalties(site)).err.split('\n')).toEqual([
    'content/kinh-te/2026-11-tin.md: tệp đã đổi tên, khi chốt là content/kinh-te/tin.md',
    'content/kinh-te/2026-11-tin.md (Tuyết Ngọc): sổ đã chốt ghi 702.000, nay bài thuộc tháng 2026-11; tháng đó không trả lại',
    '',
  ]);
  expect(JSON.parse((await royalties(site, { month: '2026-11', format: 'json' })).out)).toMatchObject({
    total: 300000,
    differences: [{ path: 'content/kinh-te/2026-11-tin.md', paidIn: '2026-10' }],
  });
  // One of several of the same title is not taken for the one that is gone.
  site.write({ 'content/kinh-te/b.md': text.replace('2026-10-03', '2026-11-06') });
  expect(JSON.parse((await royalties(site, { month: '2026-11', format: 'json' })).out)).toMatchObject({
    total: 1704000,
    differences: [],
  });
});

test('royalties: what two closed months have paid is told in both', async () => {
  const site = inlineSite(royaltyFiles);
  await royalties(site, { close: true });
  const ledger = JSON.parse(site.read('../content/_data/royalties-2026-10.json'));
  const [row] = ledger.rows.filter((each: { path: string }) => each.path.endsWith('tin.md'));
  site.write({
    'content/_data/royalties-2026-11.json': JSON.stringify({
      ...ledger,
      month: '2026-11',
      total: 702000,
      rows: [row],
    }),
  });
  expect((await royalties(site)).err).toBe(
    'content/kinh-te/tin.md (Tuyết Ngọc): đã trả 702.000 trong tháng 2026-11, sổ này trả thêm lần nữa\n',
  );
  expect((await royalties(site, { month: '2026-11' })).err).toContain(
    'content/kinh-te/tin.md (Tuyết Ngọc): đã trả 702.000 trong tháng 2026-10, sổ này trả thêm lần nữa\n',
  );
});

test('royalties: a month is closed when it is over', async () => {
  const site = inlineSite(royaltyFiles);
  await expect(royalties(site, { close: true, now: '2026-10-31T23:59:59+07:00' })).rejects.toThrow(
    'tháng 2026-10 chưa hết',
  );
  expect(await royalties(site, { close: true, now: '2026-11-01T00:00:00+07:00' })).toMatchObject({
    status: 0,
  });
  await expect(royalties(site, { month: '2026-13' })).rejects.toThrow(
    '--month 2026-13: expected a month such as 2026-10',
  );
  await expect(reportRoyalties({ site: site.root, format: 'table', language: 'vi' })).rejects.toThrow(
    '--month: expected a month such as 2026-10',
  );
});

const october = (fields: string, body?: string): string =>
  article(`date: 2026-10-03\nauthors: [tuyet-ngoc]\nroyalty: { amount: 300000, photos: 0 }\n${fields}`, body);

test.each([
  [
    'broken YAML',
    article('title: "X\ndate: 2026-10-03\nroyalty: { amount: 300000 }'),
    ':5:1: YAML sai cú pháp',
  ],
  ['broken YAML without a date that can be read', '---\ntitle: "X\n---\nx\n', ':3:1: YAML sai cú pháp'],
  [
    'a wrong type',
    article('title: X\ndate: 2026-10-03\nroyalty: {amount: "300.000"}'),
    ':4:19: Trường “royalty.amount” có giá trị không đúng kiểu',
  ],
  [
    'a wrong type, dated by its name',
    '---\ntitle: [X]\n---\nx\n',
    ':2:8: Trường “title” có giá trị không đúng kiểu',
    'content/kinh-te/2026-10-05-x.md',
  ],
  [
    'a folder that is no category',
    october('title: X'),
    ':2:1: Không có chuyên mục “khong-co”',
    'content/khong-co/x.md',
  ],
  ['an unknown type', october('title: X\ntype: tin'), ':6:7: Trường “type” có giá trị không đúng kiểu'],
  [
    'an address of another',
    october('title: X\nslug: tot'),
    ':6:7: Địa chỉ /kinh-te/tot/ đã là của content/kinh-te/tot.md',
  ],
  [
    'an end before its date',
    october('title: X\nexpires: 2026-10-02'),
    ':6:10: Bài hết hạn lúc 2026-10-02 00:00, không sau lúc đăng (2026-10-03 00:00)',
  ],
  ['a broken author', 'x', ':1:1: Tệp không bắt đầu', 'content/_authors/ai.md'],
])(
  'royalties: an article with %s is an error, is not paid, and keeps the month open',
  async (_, text, sentence, file = 'content/kinh-te/x.md') => {
    const site = inlineSite({
      ...staff,
      'broadsheet.config.ts': paid,
      'content/kinh-te/tot.md': october('title: Tốt'),
      [file]: text,
    });
    const { status, out, err } = await royalties(site, { format: 'json' });
    expect({ status, total: JSON.parse(out).total, lines: err.split('\n').length }).toEqual({
      status: 1,
      total: 300000,
      lines: 2,
    });
    expect(err).toContain(`${file}${sentence}`);
    expect(JSON.parse(out).problems).toMatchObject([{ path: file, line: Number(sentence.split(':')[1]) }]);
    expect(await royalties(site, { close: true })).toMatchObject({ status: 1 });
    expect(existsSync(path.join(site.root, 'content/_data'))).toBe(false);
  },
);

test.each([
  ['of another month', article('title: [X]\ndate: 2026-09-03')],
  ['that is a draft', article('title: [X]\ndate: 2026-10-03\nstatus: draft')],
  ['of a type that is not paid', article('title: [X]\ndate: 2026-10-03\ntype: announcement')],
  ['that is a draft with broken YAML', article('title: "X\ndate: 2026-10-03\nstatus: draft')],
  ['of another month with broken YAML', article('title: "X\ndate: 2026-09-03')],
])('royalties: a broken article %s is none of the month', async (_, text) => {
  const site = inlineSite({
    ...staff,
    'broadsheet.config.ts': paid,
    'content/kinh-te/tot.md': october('title: Tốt'),
    'content/kinh-te/x.md': text,
  });
  expect(await royalties(site, { close: true })).toMatchObject({ status: 0 });
});

test('royalties: an approval that does not count is not paid, expired or not', async () => {
  const approval = configuration('workflow: { approval: true }');
  const approved = (fields: string): string => october(`title: X\nstatus: approved\n${fields}`);
  const site = inlineSite({
    ...staff,
    'broadsheet.config.ts': approval,
    'content/kinh-te/a.md': approved('approvedBy: tuyet-ngoc\nexpires: 2026-11-01'),
    'content/kinh-te/b.md': approved('approvedBy: tuyet-ngoc'),
    'content/kinh-te/c.md': approved('approvedBy: dieu-hien\nexpires: 2026-11-01'),
    'content/kinh-te/d.md': october('title: X'),
  });
  const { status, out, err } = await royalties(site, { format: 'json' });
  expect({ status, paths: JSON.parse(out).rows.map((row: { path: string }) => row.path) }).toEqual({
    status: 1,
    paths: ['content/kinh-te/c.md'],
  });
  expect(err.split('\n').map((line) => line.split(': ')[0])).toEqual([
    'content/kinh-te/a.md:7:13',
    'content/kinh-te/b.md:7:13',
    '',
  ]);
});

test('royalties: two authors of one name are two', async () => {
  const site = inlineSite({
    ...staff,
    'broadsheet.config.ts': paid,
    'content/_authors/khang-2.md': '---\nname: Minh Khang\n---\n',
    'content/kinh-te/a.md': article(
      'title: A\ndate: 2026-10-03\nauthors: [minh-khang]\nroyalty: { amount: 300000 }',
    ),
    'content/kinh-te/b.md': article(
      'title: B\ndate: 2026-10-04\nauthors: [khang-2]\nroyalty: { amount: 400000 }',
    ),
  });
  const { out } = await royalties(site);
  expect(out.split('\n').slice(2)).toEqual([
    'Minh Khang (khang-2)     04/10/2026  B           Tin                     400.000',
    '                                     Cộng 1 bài                          400.000',
    'Minh Khang (minh-khang)  03/10/2026  A           Tin                     300.000',
    '                                     Cộng 1 bài                          300.000',
    'Tổng cộng                                                                700.000',
    '',
  ]);
  expect(JSON.parse((await royalties(site, { format: 'json', author: 'khang-2' })).out)).toMatchObject({
    total: 400000,
  });
  await expect(royalties(site, { author: 'Minh Khang' })).rejects.toThrow(
    'nhiều tác giả có tên “Minh Khang”: ghi rõ một mã trong khang-2, minh-khang',
  );

  site.write({
    'content/kinh-te/b.md': article(
      'title: B\ndate: 2026-10-04\nauthors: [Minh Khang]\nroyalty: { amount: 400000 }',
    ),
  });
  expect(await royalties(site, { close: true })).toMatchObject({
    status: 1,
    err: 'content/kinh-te/b.md: nhiều tác giả có tên “Minh Khang” (khang-2, minh-khang): ghi mã của người được trả.\nChưa chốt: sửa các bài ghi ở trên trước.\n',
  });
});

test('royalties: an author by another name, or new in the registry, changes nothing in a closed month', async () => {
  const site = inlineSite(royaltyFiles);
  const open = await royalties(site);
  await royalties(site, { close: true });
  site.write({
    'content/_authors/tuyet-ngoc.md': '---\nname: Nguyễn Tuyết Ngọc\naliases: [Tuyết Ngọc]\n---\n',
    'content/_authors/ctv.md': '---\nname: Cộng tác viên\n---\n',
  });
  expect(await royalties(site)).toEqual(open);
  const totalOf = async (author: string) =>
    JSON.parse((await royalties(site, { format: 'json', author })).out).total;
  expect([
    await totalOf('tuyet-ngoc'),
    await totalOf('Nguyễn Tuyết Ngọc'),
    await totalOf('Tuyết Ngọc'),
    await totalOf('ctv'),
  ]).toEqual([1035334, 1035334, 1035334, 200000]);
  site.write({
    'content/_authors/tuyet-ngoc.md': '---\nname: Bút danh mới\n---\n',
    'content/kinh-te/phong-su.md':
      royaltyFiles['content/kinh-te/phong-su.md']?.toString().replace('Tuyết Ngọc: 1', 'tuyet-ngoc: 1') ?? '',
  });
  expect(await royalties(site)).toEqual(open);
  expect(await totalOf('tuyết ngọc')).toBe(1035334);
});

test('royalties: a file with another name is told as that, by title and day or by history', async () => {
  const site = gitSite(royaltyFiles);
  const open = await royalties(site);
  await royalties(site, { close: true });
  site.commit('chốt');
  site
    .move('content/kinh-te/tin.md', 'content/kinh-te/tin-moi/index.md')
    .move('content/kinh-te/b.svg', 'content/kinh-te/tin-moi/b.svg')
    .move('content/kinh-te/a.svg', 'content/kinh-te/tin-moi/a.svg');
  expect(await royalties(site)).toEqual({
    ...open,
    err: 'content/kinh-te/tin-moi/index.md: tệp đã đổi tên, khi chốt là content/kinh-te/tin.md\n',
  });

  site.move('content/kinh-te/tin-moi/index.md', 'content/kinh-te/tin-moi/khac.md');
  site.write({
    'content/kinh-te/tin-moi/khac.md': site
      .read('../content/kinh-te/tin-moi/khac.md')
      .replace('Tin một', 'Tin hai')
      .replace('702000', '600000'),
  });
  site.write({ 'content/kinh-te/tin-moi/_index.md': '---\ntitle: Mới\n---\n' });
  site.commit('đổi tên, đổi tít');
  expect(await royalties(site)).toEqual({
    status: 1,
    out: open.out,
    err: 'content/kinh-te/tin-moi/khac.md: tệp đã đổi tên, khi chốt là content/kinh-te/tin.md\ncontent/kinh-te/tin-moi/khac.md (Tuyết Ngọc): sổ đã chốt ghi 702.000, nay tính ra 600.000\n',
  });
});

test('royalties: a name of nobody is a mistake of the command', async () => {
  const site = inlineSite(royaltyFiles);
  await expect(royalties(site, { author: 'tuyet-ngọc' })).rejects.toThrow(
    new UsageError('không có tác giả “tuyet-ngọc” (gần nhất: “tuyet-ngoc”)'),
  );
  await expect(royalties(site, { author: 'Ai' })).rejects.toThrow(new UsageError('không có tác giả “Ai”'));
  expect(await royalties(site, { author: 'dieu-hien', format: 'json' })).toMatchObject({ status: 0 });
  expect(JSON.parse((await royalties(site, { author: 'cộng tác viên', format: 'json' })).out).total).toBe(
    200000,
  );
});

test('royalties: photos are the files of the site that an article shows, each once', async () => {
  const picture = royaltyFiles['content/kinh-te/b.svg'] ?? '';
  const site = inlineSite({
    'broadsheet.config.ts': paid,
    'content/kinh-te/h1.svg': picture,
    'content/kinh-te/h2.svg': picture,
    'content/_static/h3.svg': picture,
    'content/kinh-te/a.md': article(
      'title: A\ndate: 2026-10-03\ntype: photo\nauthors: [X]\nimage: ./h2.svg',
      '![1](h1.svg) ![1](./h1.svg) ![1](/kinh-te/h1.svg)\n\n![2](h2.svg) ![3](/h3.svg) ![4](https://xa.example/h4.svg) ![5](khong-co.svg) ![6](b.md)',
    ),
    'content/kinh-te/b.md': article('title: B\ndate: 2026-10-03\ntype: photo\nauthors: [X]\nimage: h2.svg'),
    'content/kinh-te/c.md': article(
      'title: C\ndate: 2026-10-03\ntype: photo\nauthors: [X]\nimage: https://xa.example/h4.svg',
    ),
  });
  const { out } = await royalties(site, { format: 'json' });
  expect(JSON.parse(out).rows.map((row: { path: string; photos: number }) => [row.path, row.photos])).toEqual(
    [
      ['content/kinh-te/a.md', 3],
      ['content/kinh-te/b.md', 1],
      ['content/kinh-te/c.md', 0],
    ],
  );
});
