import { expect, test } from 'vitest';
import { explain } from '../../src/diagnostics/print.ts';
import { gitSite } from '../git-site.ts';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const newsroom: Files = {
  'broadsheet.config.ts': configuration('workflow: { approval: true }'),
  'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [dieu-hien, Minh Khang]\n---\n',
  'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
  'content/the-thao/_index.md': '---\ntitle: Thể thao\n---\n',
  'content/_authors/dieu-hien.md':
    '---\nname: Diệu Hiền\nemail: [dieuhien@bao.example, hien@nha.example]\n---\n',
  'content/_authors/minh-khang.md':
    '---\nname: Minh Khang\nemail: minhkhang@bao.example\naliases: [M.K.]\n---\n',
};

test.each([
  ['no status', 'title: Lúa', []],
  ['pending', 'title: Lúa\nstatus: pending', []],
  ['no approver', 'title: Lúa\nstatus: approved', ['approval-missing']],
  [
    'an author approves',
    'title: Lúa\nauthors: [M.K.]\nstatus: approved\napprovedBy: minh-khang',
    ['approval-by-author'],
  ],
  [
    'an author approves under the pen name',
    'title: Lúa\nauthors: [minh-khang]\nstatus: approved\napprovedBy: M.K.',
    ['approval-by-author'],
  ],
  [
    'an author approves in another Unicode form and case',
    `title: Lúa\nauthors: ["${'DIỆU HIỀN'.normalize('NFD')}"]\nstatus: approved\napprovedBy: dieu-hien`,
    ['approval-by-author'],
  ],
  [
    'one of two authors approves',
    'title: Lúa\nauthors: [Ai Đó, dieu-hien]\nstatus: approved\napprovedBy: Diệu Hiền',
    ['approval-by-author'],
  ],
  ['a stranger approves', 'title: Lúa\nstatus: approved\napprovedBy: tuyet-ngoc', ['approval-not-editor']],
])('not published: %s', async (_, fields, rules) => {
  const site = inlineSite({ ...newsroom, 'content/kinh-te/lua.md': article(fields) });
  const result = await site.build();
  expect(result.messages.map(({ rule }) => rule)).toEqual(rules);
  expect(result.articles).toBe(0);
  expect(site.has('kinh-te/lua/index.html')).toBe(false);
});

test.each([
  ['by id', 'content/kinh-te/lua.md', 'approvedBy: dieu-hien'],
  ['by name, the editor being named by name', 'content/kinh-te/lua.md', 'approvedBy: minh-khang'],
  ['by an editor of the category above', 'content/kinh-te/nong-nghiep/lua.md', 'approvedBy: M.K.'],
])('published: %s', async (_, file, approver) => {
  const site = inlineSite({
    ...newsroom,
    [file]: article(`title: Lúa\nauthors: [Tuyết Ngọc]\nstatus: approved\n${approver}`),
  });
  const result = await site.build();
  expect(reported(result)).toEqual([]);
  expect(result.articles).toBe(1);
});

test('a category of its own editors does not take those above', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\neditors: [tuyet-ngoc]\n---\n',
    'content/kinh-te/nong-nghiep/lua.md': article('title: Lúa\nstatus: approved\napprovedBy: dieu-hien'),
  });
  expect(reported(await site.build())).toEqual([
    'content/kinh-te/nong-nghiep/lua.md:4:13 approval-not-editor',
  ]);
});

test('the approver is an editor of every category that lists the article and has editors', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\neditors: [tuyet-ngoc, Minh Khang]\n---\n',
    'content/xa-hoi/lua.md': article(
      'title: Lúa\nstatus: approved\napprovedBy: tuyet-ngoc\ncategories: [the-thao, kinh-te]\nfeatured: home',
    ),
    'content/xa-hoi/mia.md': article(
      'title: Mía\nstatus: approved\napprovedBy: minh-khang\ncategories: [the-thao, kinh-te]',
    ),
  });
  const result = await site.build();
  expect(reported(result)).toEqual(['content/xa-hoi/lua.md:4:13 approval-not-editor']);
  expect(result.messages[0]?.values).toMatchObject({
    category: 'Kinh tế',
    folder: 'kinh-te',
    name: 'tuyet-ngoc',
    editors: 'Minh Khang',
  });
  expect(site.read('kinh-te/index.html')).toMatch(/^(?!.*Lúa).*Mía/s);
});

test('the message says what is missing and whose turn it is', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/kinh-te/lua.md': article('title: Lúa\nauthors: [minh-khang]\nstatus: approved'),
    'content/the-thao/dua-ghe.md': article('title: Đua ghe\nstatus: approved\napprovedBy: dieu-hien'),
  });
  const { messages } = await site.build();
  expect(messages.map(({ rule, line, column, values }) => ({ rule, line, column, values }))).toEqual([
    {
      rule: 'approval-missing',
      line: 4,
      column: 9,
      values: { category: 'Kinh tế', folder: 'kinh-te', name: '', status: 'approved', editors: 'Diệu Hiền' },
    },
    {
      rule: 'approval-no-editors',
      line: 4,
      column: 13,
      values: { category: 'Thể thao', folder: 'the-thao', name: 'dieu-hien', status: 'approved' },
    },
  ]);
});

test('where all editors are authors, the message says to add one', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/kinh-te/lua.md': article('title: Lúa\nauthors: [minh-khang, dieu-hien]\nstatus: approved'),
    'content/kinh-te/mia.md': article(
      'title: Mía\nauthors: [minh-khang, dieu-hien]\nstatus: approved\napprovedBy: dieu-hien',
    ),
  });
  const { messages } = await site.build();
  expect(messages.map((message) => explain(message, 'vi').remedy)).toEqual([
    'Đến lượt biên tập viên của chuyên mục Kinh tế: đọc duyệt và ghi “approvedBy: …”; chuyên mục không có ai khác ngoài tác giả, nên thêm biên tập viên vào “editors” trong content/kinh-te/_index.md.',
    'Đến lượt một biên tập viên khác của chuyên mục Kinh tế; chuyên mục không có ai khác ngoài tác giả, nên thêm biên tập viên vào “editors” trong content/kinh-te/_index.md.',
  ]);
});

test('an article whose approval does not count is no next change', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/kinh-te/lua.md': article('title: Lúa\nstatus: approved\ndate: 2026-12-01'),
  });
  expect((await site.build()).nextChange).toBeUndefined();
  site.write({
    'content/kinh-te/lua.md': article(
      'title: Lúa\nstatus: approved\napprovedBy: dieu-hien\ndate: 2026-12-01',
    ),
  });
  expect(await site.build()).toMatchObject({
    nextChange: '2026-11-30T17:00:00.000Z',
    nextChangeLocal: '2026-12-01T00:00:00+07:00',
  });
});

test('without a workflow no status counts as approved, and the approver is not looked at', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa'),
    'content/kinh-te/mia.md': article('title: Mía\nstatus: approved\napprovedBy: ai-do'),
  });
  expect(await site.build()).toMatchObject({ articles: 2, errors: 0, warnings: 0 });
});

test('the approver is published by option only', async () => {
  const files = {
    ...newsroom,
    'content/kinh-te/lua.md': article('title: Lúa\nstatus: approved\napprovedBy: dieu-hien'),
    'templates/pages/article.tsx': 'export default (props) => <p>{props.approvedBy ?? "nobody"}</p>;',
  };
  const site = inlineSite(files);
  await site.build();
  expect(site.read('kinh-te/lua/index.html')).toContain('<p>nobody</p>');
  site.write({ 'broadsheet.config.ts': configuration('workflow: { approval: true, showApprover: true }') });
  await site.build();
  expect(site.read('kinh-te/lua/index.html')).toContain('<p>Diệu Hiền</p>');
});

test('with commits the approver has to set the status in person', async () => {
  const draft = (extra: string) => article(`title: Lúa\nauthors: [Tuyết Ngọc]\n${extra}`);
  const site = gitSite({
    ...newsroom,
    'broadsheet.config.ts': configuration('workflow: { approval: true, commits: true }'),
    'content/kinh-te/lua.md': draft('status: pending'),
  });
  site.commit('viết bài');
  expect(reported(await site.build())).toEqual([]);
  const path = 'content/kinh-te/lua.md';
  const approved = draft('status: approved\napprovedBy: dieu-hien');

  site.write({ [path]: approved });
  expect(reported(await site.build())).toEqual([`${path}:5:13 approval-uncommitted`]);

  site.commit('duyệt thay');
  const forged = await site.build();
  expect(reported(forged)).toEqual([`${path}:5:13 approval-by-other`]);
  expect(forged.messages[0]?.values).toMatchObject({ name: 'dieu-hien', email: 'tuyetngoc@bao.example' });
  expect(forged.articles).toBe(0);

  site.write({ [path]: draft('status: pending') });
  site.commit('trả lại');
  site.write({ [path]: approved });
  site.commit('duyệt', { name: 'Hiền', email: 'HIEN@nha.example' });
  expect(await site.build()).toMatchObject({ articles: 1, errors: 0 });

  // Later work on the text, and a move, leave the approval with who made it.
  site.write({ [path]: approved.replace('Nội dung', 'Nội dung mới,') });
  site.commit('sửa');
  site.move(path, 'content/kinh-te/nong-nghiep/lua.md');
  site.commit('chuyển');
  expect(await site.build()).toMatchObject({ articles: 1, errors: 0 });
  expect(await site.build({ cache: false, out: `${site.root}/other` })).toMatchObject({
    articles: 1,
    errors: 0,
  });
});

test('with commits nobody is approved outside git', async () => {
  const site = inlineSite({
    ...newsroom,
    'broadsheet.config.ts': configuration('workflow: { approval: true, commits: true }'),
    'content/kinh-te/lua.md': article('title: Lúa\nstatus: approved\napprovedBy: dieu-hien'),
  });
  expect(reported(await site.build())).toEqual(['content/kinh-te/lua.md:4:13 approval-uncommitted']);
});

test('a withdrawn article leaves its notice, in no list', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("navigation: [{ to: 'kinh-te' }]"),
    'content/_authors/minh-khang.md': '---\nname: Minh Khang\n---\n',
    'content/kinh-te/mia.md': article(
      'title: Giá mía\ntags: [giá]\nrelated: [lua]\ndate: 2026-11-17',
      'Mía. [Xem lúa](lua.md)',
    ),
    'content/kinh-te/lua.md': article(
      'title: Giá lúa rởm\nsummary: Tóm tắt rởm\nstatus: withdrawn\ntags: [giá, chỉ-ở-đây]\nauthors: [minh-khang]\nfeatured: home\naliases: [/cu.html]\nattachments: [bang.csv]',
      'Chữ đã gỡ.\n\n![x](hinh.svg)',
    ),
    'content/kinh-te/bang.csv': 'a,b\n1,2\n',
    'content/kinh-te/hinh.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  const result = await site.build();
  expect(result.errors).toBe(0);
  const page = site.read('kinh-te/lua/index.html');
  expect(page).toMatch(/<meta name="robots" content="noindex[^"]*"/);
  expect(page).toContain('Bài viết đã được gỡ');
  const all = [...site.tree()];
  const naming = (text: string) => all.filter(([, bytes]) => bytes.includes(text)).map(([file]) => file);
  expect(naming('Giá lúa rởm')).toEqual(['cu.html', 'kinh-te/lua/index.html']);
  expect(naming('Chữ đã gỡ')).toEqual([]);
  expect(naming('Tóm tắt rởm')).toEqual([]);
  expect(naming('chi-o-day')).toEqual([]);
  expect(all.map(([file]) => file).filter((file) => /bang|hinh|chi-o-day/.test(file))).toEqual([]);
  expect(site.read('sitemap-2026.xml')).not.toContain('/lua/');

  // A page that says that there is nothing does not change with what is new.
  site.write({ 'content/kinh-te/moi.md': article('title: Tin mới\ndate: 2026-11-18') });
  const before = site.read('kinh-te/lua/index.html');
  await site.build();
  expect(site.read('kinh-te/lua/index.html')).toBe(before);
});

test('where the editors cannot be read, nobody approves, and it is told once', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/kinh-te/x/_index.md': '---\ntitle: X\neditors: {a: dieu-hien}\n---\n',
    'content/kinh-te/x/a.md': article('title: A\nstatus: approved\napprovedBy: dieu-hien'),
    'content/kinh-te/y/_index.md': '---\ntitle: Y: y\neditors: [dieu-hien]\n---\n',
    'content/kinh-te/y/a.md': article('title: A\nstatus: approved\napprovedBy: dieu-hien'),
    'content/kinh-te/y/b.md': article('title: B\nstatus: approved\napprovedBy: dieu-hien'),
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/kinh-te/x/_index.md:3:10 wrong-type',
    'content/kinh-te/x/a.md:4:13 approval-unknown-editors',
    'content/kinh-te/y/_index.md:2:9 yaml-syntax',
    'content/kinh-te/y/a.md:4:13 approval-unknown-editors',
  ]);
  expect(result.articles).toBe(0);
});

test('nobody approves an article of their own while their profile cannot be read', async () => {
  const site = inlineSite({
    ...newsroom,
    'content/_authors/dieu-hien.md': '---\nname: Diệu Hiền: x\naliases: [D.H.]\n---\n',
    'content/kinh-te/a.md': article('title: A\nauthors: [D.H.]\nstatus: approved\napprovedBy: dieu-hien'),
    'content/kinh-te/b.md': article('title: B\nauthors: [D.H.]\nstatus: approved\napprovedBy: minh-khang'),
    'content/kinh-te/c.md': article('title: C\nauthors: [M.K.]\nstatus: approved\napprovedBy: dieu-hien'),
  });
  expect(reported(await site.build())).toEqual([
    'content/_authors/dieu-hien.md:2:16 yaml-syntax',
    'content/kinh-te/a.md:5:13 approval-unknown-author',
  ]);
  expect(site.has('kinh-te/a/index.html')).toBe(false);
  expect(site.has('kinh-te/b/index.html')).toBe(true);
  expect(site.has('kinh-te/c/index.html')).toBe(true);
});
