import { expect, test } from 'vitest';
import { type GitSite, gitSite } from '../git-site.ts';
import { article, configuration, type Files, reported } from '../inline-site.ts';

const path = 'content/kinh-te/lua.md';
const long = 'Đoạn giữa.\n\n'.repeat(9);
/** The article in a state, with words at its end. */
const lua = (state: string, end = 'Cuối.') =>
  article(`title: Giá lúa\nauthors: [tuyet-ngoc]\n${state}`, `${long}${end}`);
const approved = 'status: approved\napprovedBy: an';
const an = { name: 'An', email: 'an@bao.example' };
const basis: Files = {
  'broadsheet.config.ts': configuration('workflow: { approval: true, commits: true }'),
  'content/kinh-te/_index.md': '---\ntitle: Kinh tế\neditors: [an, binh]\n---\n',
  'content/xa-hoi/_index.md': '---\ntitle: Xã hội\neditors: [an]\n---\n',
  'content/_authors/an.md': '---\nname: An\nemail: an@bao.example\n---\n',
  'content/_authors/binh.md': '---\nname: Bình\nemail: binh@bao.example\n---\n',
  'content/_authors/tuyet-ngoc.md': '---\nname: Tuyết Ngọc\nemail: tuyetngoc@bao.example\n---\n',
};
const newsroom = (state: string): GitSite => {
  const site = gitSite({ ...basis, [path]: lua(state) });
  site.commit('viết');
  return site;
};
/** What is published and what is reported as an error, incrementally and anew. */
async function outcome(site: GitSite): Promise<{ articles: number; errors: string[] }> {
  const errorsOf = (result: Awaited<ReturnType<GitSite['build']>>) =>
    reported(result).filter((line) => !line.endsWith(' warning'));
  const result = await site.build();
  const clean = await site.build({ cache: false, out: `${site.root}/clean` });
  expect(reported(clean)).toEqual(reported(result));
  return { articles: result.articles, errors: errorsOf(result) };
}
const published = { articles: 1, errors: [] };
const refused = (rule: string) => ({ articles: 0, errors: [expect.stringContaining(rule)] });

test.each([
  ['the approval on the main branch, the text on the other', true],
  ['the text on the main branch, the approval on the other', false],
])('an ordinary merge keeps an approval: %s', async (_, approvesOnMain) => {
  const site = newsroom('status: pending');
  await site.build();
  const edit = () => {
    site.write({ [path]: lua('status: pending', 'Cuối, đã sửa.') });
    site.commit('sửa');
  };
  const approve = () => {
    site.write({ [path]: lua(approved) });
    site.commit('duyệt', an);
  };
  site.git('checkout', '-q', '-b', 'nhanh');
  (approvesOnMain ? edit : approve)();
  site.git('checkout', '-q', 'main');
  (approvesOnMain ? approve : edit)();
  site.by({}, 'merge', '-q', '--no-edit', 'nhanh');
  expect(await outcome(site)).toEqual(published);
  expect(site.read('kinh-te/lua/index.html')).toContain('Cuối, đã sửa.');
});

test.each([
  ['checked out on the side of the rejection', 'main'],
  ['merged on the side of the approval', 'nhanh'],
])('a merge does not bring back what was rejected: %s', async (_, side) => {
  const site = newsroom('status: pending');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.git('checkout', '-q', '-b', 'nhanh');
  site.write({ [path]: lua(approved, 'Sửa ở nhánh.') });
  site.commit('sửa');
  site.git('checkout', '-q', 'main');
  site.write({ [path]: lua('status: rejected') });
  site.commit('không đăng', an);
  expect(await outcome(site)).toEqual({ articles: 0, errors: [] });
  if (side === 'main') {
    site.by({}, 'merge', '-q', '-s', 'ours', '--no-commit', 'nhanh');
    site.git('checkout', 'nhanh', '--', path);
    site.commit('gộp');
  } else {
    site.git('checkout', '-q', 'nhanh');
    site.by({}, 'merge', '-q', '-s', 'ours', '-m', 'gộp', 'main');
  }
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
  // Nor does a second merge that takes the branch as it is.
  if (side === 'nhanh') {
    site.git('checkout', '-q', 'main');
    site.by({}, 'merge', '-q', '--no-ff', '-m', 'gộp lại', 'nhanh');
    expect(await outcome(site)).toEqual(refused('approval-by-other'));
  }
});

test('a merge does not bring back what was rejected under another name', async () => {
  const site = newsroom('status: pending');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.git('checkout', '-q', '-b', 'nhanh');
  site.move(path, 'content/kinh-te/lua-moi.md');
  site.commit('chuyển');
  site.git('checkout', '-q', 'main');
  site.write({ [path]: lua('status: rejected') });
  site.commit('không đăng', an);
  site.git('checkout', '-q', 'nhanh');
  site.by({}, 'merge', '-q', '-s', 'ours', '-m', 'gộp', 'main');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test('an approval goes with a file that the main branch moved meanwhile', async () => {
  const site = newsroom('status: pending');
  site.git('checkout', '-q', '-b', 'nhanh');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.git('checkout', '-q', 'main');
  site.move(path, 'content/xa-hoi/lua.md');
  site.commit('chuyển');
  site.by({}, 'merge', '-q', '--no-edit', 'nhanh');
  expect(await outcome(site)).toEqual(published);
});

test('a merge in which somebody writes an approval is an approval of whoever merged', async () => {
  const site = newsroom('status: pending');
  site.git('checkout', '-q', '-b', 'nhanh');
  site.write({ [path]: lua('status: pending', 'Sửa ở nhánh.') });
  site.commit('sửa');
  site.git('checkout', '-q', 'main');
  site.commit('khác');
  site.by({}, 'merge', '-q', '--no-commit', '--no-ff', 'nhanh');
  site.write({ [path]: lua(approved, 'Sửa ở nhánh.') });
  site.commit('gộp');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test('the state is that of the last commit: a file that was deleted there has no approval', async () => {
  const site = newsroom(approved);
  site.write({ [path]: lua('status: pending') });
  site.commit('rút');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.remove(path);
  site.commit('xóa');
  await site.build();
  site.write({ [path]: lua(approved) });
  expect(await outcome(site)).toEqual(refused('approval-uncommitted'));
  site.commit('đem về');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test('an approval follows a file that is moved as it is, and no other text in its place', async () => {
  const site = newsroom('status: pending');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.move(path, 'content/xa-hoi/lua.md');
  site.commit('chuyển');
  expect(await outcome(site)).toEqual(published);
  site.remove('content/xa-hoi/lua.md');
  site.write({ 'content/xa-hoi/mia.md': lua(approved).replace('Giá lúa', 'Tin khác hẳn') });
  site.commit('thay');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test('nobody is somebody else by .mailmap', async () => {
  const site = newsroom('status: pending');
  site.write({
    [path]: lua(approved),
    '.mailmap': 'An <an@bao.example> Tuyết Ngọc <tuyetngoc@bao.example>\n',
  });
  site.commit('duyệt thay');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test("an approval in the first commit counts, whatever the user's git shows of it", async () => {
  const site = gitSite({ ...basis, [path]: lua(approved) });
  site.git('config', 'log.showRoot', 'false');
  site.commit('nhập', an);
  expect(await outcome(site)).toEqual(published);
});

test('a withdrawn article keeps the approval that it had, and one that never had any has no page', async () => {
  const notice = 'corrections: [{ date: 2026-11-17, text: Tin bịa. }]\n';
  const site = newsroom(`${notice}status: withdrawn`);
  expect(await outcome(site)).toEqual(refused('approval-missing'));
  expect(site.has('kinh-te/lua/index.html')).toBe(false);
  site.write({ [path]: lua(`${notice}status: withdrawn\napprovedBy: an`) });
  site.commit('tự ghi');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
  expect([...site.tree()].filter(([, bytes]) => bytes.includes('Tin bịa'))).toEqual([]);

  site.write({ [path]: lua('status: pending') });
  site.commit('trả lại');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.write({ [path]: lua('status: withdrawn\napprovedBy: an') });
  site.commit('gỡ gấp');
  expect(await outcome(site)).toEqual({ articles: 0, errors: [] });
  expect(site.has('kinh-te/lua/index.html')).toBe(true);
  // Whoever withdrew it, it comes back through its approver alone.
  site.write({ [path]: lua(approved) });
  site.commit('đăng lại');
  expect(await outcome(site)).toEqual(refused('approval-by-other'));
});

test('text that changed after the approval is a warning that names commit and author, unless an editor changed it', async () => {
  const site = newsroom('status: pending');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.write({ [path]: lua(approved, 'Biên tập.') });
  site.commit('biên tập', { name: 'Bình', email: 'binh@bao.example' });
  site.write({ [path]: lua(`${approved}\ntags: [lúa]`, 'Biên tập.') });
  site.commit('thêm thẻ');
  expect(reported(await site.build())).toEqual([]);

  site.write({ [path]: lua(approved, 'Viết lại.') });
  const commit = site.commit('viết lại');
  const result = await site.build();
  expect(reported(result)).toEqual([`${path}:5:13 changed-after-approval warning`]);
  expect(result.messages[0]?.values).toMatchObject({
    commit: commit.slice(0, 10),
    author: 'Tuyết Ngọc',
    name: 'An',
  });
  expect(result.articles).toBe(1);

  site.write({ [path]: lua(approved, 'Biên tập.') });
  site.commit('trả lại như cũ');
  site.write({ [path]: lua('status: pending', 'Biên tập.') });
  site.commit('xin duyệt lại');
  site.write({ [path]: lua(approved, 'Biên tập.') });
  site.commit('duyệt lại', an);
  expect(reported(await site.build())).toEqual([]);
});

test('text that a merge brings after the approval is told too', async () => {
  const site = newsroom('status: pending');
  site.git('checkout', '-q', '-b', 'nhanh');
  site.write({ [path]: lua('status: pending', 'Viết lại.') });
  const commit = site.commit('viết lại');
  site.git('checkout', '-q', 'main');
  site.write({ [path]: lua(approved) });
  site.commit('duyệt', an);
  site.by(an, 'merge', '-q', '--no-edit', 'nhanh');
  const result = await site.build();
  expect(reported(result)).toEqual([`${path}:5:13 changed-after-approval warning`]);
  expect(result.messages[0]?.values).toMatchObject({ commit: commit.slice(0, 10) });
});
