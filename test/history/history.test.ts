import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type GitSite, gitSite, runGit } from '../git-site.ts';
import { article, configuration, createSite, reported } from '../inline-site.ts';

/** A template that shows what git says, and nothing else. */
const shown =
  'export default ({ updated, history }) => <pre>{["updated " + updated, ...(history ?? []).map(({ date, author, message }) => [date, author, message].filter(Boolean).join(" | "))].join("\\n")}</pre>;';
const withTemplate = (options = '') => ({
  'broadsheet.config.ts': configuration(options),
  'templates/pages/article.tsx': shown,
});
const lua = 'content/kinh-te/lua.md';
const historyOn = (site: { read: (output: string) => string }, output = 'kinh-te/lua/index.html') =>
  site
    .read(output)
    .replace(/^.*<pre>|<\/pre>.*$/gs, '')
    .split('\n');

test('versions that the public saw, newest first; updated is the newest', async () => {
  const site = gitSite({
    ...withTemplate('history: { author: true, message: true }'),
    [lua]: article('title: Lúa\ndate: 2026-11-16 08:30', 'Nháp.'),
  });
  site.commit('viết', { date: '2026-11-15T10:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa\ndate: 2026-11-16 08:30', 'Đăng.') }).write({});
  site.commit('biên tập', { date: '2026-11-16T08:00:00+07:00', name: 'Minh Khang' });
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);

  site.write({ [lua]: article('title: Lúa\ndate: 2026-11-16 08:30', 'Đăng, thêm số liệu.') });
  site.commit('thêm số liệu', { date: '2026-11-16T03:00:00Z' });
  site.write({ [lua]: article('title: Lúa và nước\ndate: 2026-11-16 08:30', 'Đăng, thêm số liệu.') });
  site.commit('sửa tít', { date: '2026-11-17T09:00:00+07:00', name: 'Minh Khang' });
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-17T09:00:00+07:00',
    '2026-11-17T09:00:00+07:00 | Minh Khang | sửa tít',
    '2026-11-16T10:00:00+07:00 | Tuyết Ngọc | thêm số liệu',
    '2026-11-16T08:30:00+07:00 | Minh Khang | biên tập',
  ]);
  expect(site.read('sitemap-2026.xml')).toContain('<lastmod>2026-11-17T09:00:00+07:00</lastmod>');
  expect(site.read('atom.xml')).toContain('<updated>2026-11-17T09:00:00+07:00</updated>');
});

test('addresses in what commits say are not shown, and do not keep the page from being written', async () => {
  const site = gitSite({
    ...withTemplate('history: { author: true, message: true }'),
    'content/_authors/ngoc.md': '---\nname: Ngọc\nemail: ngoc@nha.example\n---\n',
    [lua]: article('title: Lúa'),
  });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00', name: 'ngoc@nha.example' });
  site.write({ [lua]: article('title: Lúa', 'Khác.') });
  site.commit('theo thư của <ngoc@nha.example>', {
    date: '2026-11-17T09:00:00+07:00',
    name: 'ngoc@nha.example',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(historyOn(site)).toEqual([
    'updated 2026-11-17T09:00:00+07:00',
    '2026-11-17T09:00:00+07:00 | theo thư của &lt;…>',
    '2026-11-16T08:30:00+07:00 | viết',
  ]);
});

test('the default theme shows versions folded away, without names, and says so to search engines', async () => {
  const site = gitSite({ [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa', 'Khác.') });
  site.commit('sửa bí mật', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  const page = site.read('kinh-te/lua/index.html');
  expect(page).toContain('"dateModified":"2026-11-18T08:00:00+07:00"');
  expect(/<details class="history">.*?<\/details>/s.exec(page)?.[0]).toMatch(
    /18\/11\/2026, 08:00.*16\/11\/2026, 08:30/s,
  );
  expect(page).not.toMatch(/sửa bí mật|tuyetngoc/);
  expect(site.read('kinh-te/index.html')).toContain(
    '<span class="card-updated"> Cập nhật <time datetime="2026-11-18T08:00:00+07:00">18/11/2026, 08:00</time></span>',
  );
});

test.each([
  ['a commit marked as minor', 'title: Lúa', 'Nội dung, sửa dấu.', '[minor] dấu phẩy'],
  [
    'a change of fields that readers do not see',
    'title: Lúa\nstatus: approved\napprovedBy: x\nroyalty: { amount: 100000 }\ntags: [a]',
    'Nội dung bài viết.',
    'duyệt',
  ],
  ['an empty commit', 'title: Lúa', 'Nội dung bài viết.', 'không có gì'],
])('no update: %s', async (_, fields, body, message) => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article(fields, body) });
  site.commit(message, { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('how a block is written is no update; its words are, and its attributes', async () => {
  const written = (body: string): void => {
    site.write({ [lua]: article('title: Lúa', body) });
  };
  const site = gitSite(withTemplate());
  written(':::box{title="Giá lúa" kind=tip}\nChữ\n:::\n');
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  written('::::box{kind="tip" title="Giá lúa"}\n\nChữ\n\n::::\n');
  site.commit('viết lại', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
  written('::::box{kind="tip" title="Giá gạo"}\n\nChữ\n\n::::\n');
  site.commit('sửa tên', { date: '2026-11-19T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)[0]).toBe('updated 2026-11-19T08:00:00+07:00');
  written('::::box{kind="tip" title="Giá gạo"}\n\nChữ mới\n\n::::\n');
  site.commit('sửa chữ', { date: '2026-11-20T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)[0]).toBe('updated 2026-11-20T08:00:00+07:00');
});

test('what was written before the approval is no update, whatever the date says', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa\nstatus: pending') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa\nstatus: pending', 'Sửa.') });
  site.commit('sửa', { date: '2026-11-17T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa\nstatus: approved', 'Sửa, duyệt.') });
  site.commit('duyệt', { date: '2026-11-17T09:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
  site.write({ [lua]: article('title: Lúa\nstatus: approved', 'Thêm.') });
  site.commit('thêm', { date: '2026-11-18T09:00:00+07:00' });
  await site.build();
  expect(historyOn(site)[0]).toBe('updated 2026-11-18T09:00:00+07:00');
});

test('an archive that was brought into git years later has no updates', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa\ndate: 2011-11-28') });
  site.commit('nhập kho bài cũ');
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('the front matter has the last word', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa\nupdated: 2026-11-17 06:00') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa\nupdated: 2026-11-17 06:00', 'Khác.') });
  site.commit('sửa', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-17T06:00:00+07:00',
    '2026-11-17T06:00:00+07:00',
    '2026-11-16T08:30:00+07:00',
  ]);
  // What is changed later, without another date in the front matter, is no update.
  site.write({ [lua]: article('title: Lúa\nupdated: 2026-11-17 06:00', 'Khác nữa.') });
  site.commit('sửa dấu', { date: '2026-11-19T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-17T06:00:00+07:00',
    '2026-11-17T06:00:00+07:00',
    '2026-11-16T08:30:00+07:00',
  ]);
  site.write({ [lua]: article('title: Lúa\nupdated: 2026-11-20 07:00', 'Khác hẳn.') });
  site.commit('viết lại', { date: '2026-11-20T06:50:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-20T07:00:00+07:00',
    '2026-11-20T07:00:00+07:00',
    '2026-11-19T08:00:00+07:00',
    '2026-11-18T08:00:00+07:00',
    '2026-11-16T08:30:00+07:00',
  ]);
});

test('lists say nothing of an update that is no later than the publication', async () => {
  const site = gitSite({ [lua]: article('title: Lúa\nupdated: 2026-11-16 08:30') });
  await site.build();
  expect(site.read('kinh-te/index.html')).not.toContain('Cập nhật');
});

test('renames are followed, with changes on the way and on branches', async () => {
  const long = 'Một đoạn văn đủ dài để git nhận ra tệp khi nó được chuyển chỗ và sửa.\n\n'.repeat(8);
  const site = gitSite({
    ...withTemplate(),
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    [lua]: article('title: Lúa', long),
  });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.git('branch', 'khac');
  site.move(lua, 'content/xa-hoi/lúa mới/index.md');
  site.commit('chuyển', { date: '2026-11-17T08:00:00+07:00' });
  site.git('checkout', '-q', 'khac');
  site.write({ [lua]: article('title: Lúa', `${long}Thêm ở nhánh.`) });
  site.commit('thêm ở nhánh', { date: '2026-11-18T08:00:00+07:00' });
  site.git('checkout', '-q', 'main');
  site.by({ date: '2026-11-18T09:00:00+07:00' }, 'merge', '-q', '--no-edit', 'khac');
  site.move('content/xa-hoi/lúa mới/index.md', 'content/xa-hoi/lua.md');
  site.write({ 'content/xa-hoi/lua.md': article('title: Lúa', `${long}Thêm ở nhánh. Và sửa.`) });
  site.commit('chuyển và sửa', { date: '2026-11-19T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site, 'xa-hoi/lua/index.html').slice(1)).toEqual([
    '2026-11-19T08:00:00+07:00',
    '2026-11-18T09:00:00+07:00',
    '2026-11-16T08:30:00+07:00',
  ]);
});

test('a commit changes the page of its article, the lists that show it, the feeds and the sitemap; what was kept says the same as reading all anew', async () => {
  const site = gitSite({ [lua]: article('title: Lúa'), 'content/kinh-te/mia.md': article('title: Mía') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  await site.build();
  for (let index = 1; index <= 4; index++) {
    site.write({ [lua]: article('title: Lúa', `Lần ${index}.`) });
    if (index === 3) site.move('content/kinh-te/mia.md', 'content/kinh-te/mia-duong.md');
    await site.build();
    const before = site.tree();
    site.commit(`sửa ${index}`, { date: `2026-11-17T0${index}:00:00+07:00` });
    await site.build();
    const after = site.tree();
    expect(
      [...after].filter(([file, bytes]) => before.get(file)?.equals(bytes) === false).map(([file]) => file),
    ).toEqual([
      '404.html',
      'atom.xml',
      'index.html',
      'kinh-te/atom.xml',
      'kinh-te/index.html',
      'kinh-te/lua/index.html',
      'kinh-te/rss.xml',
      'luu-tru/2026/11/index.html',
      'rss.xml',
      'sitemap-2026.xml',
      'sitemap.xml',
    ]);
    await site.build({ cache: false, out: path.join(site.root, 'other') });
    rmSync(path.join(site.root, '.cache'), { recursive: true });
    await site.build({ out: path.join(site.root, 'clean') });
    expect(site.tree('clean')).toEqual(after);
    expect(site.tree('other')).toEqual(after);
    for (const out of ['clean', 'other']) rmSync(path.join(site.root, out), { recursive: true });
    await site.build();
  }
});

test('a history that was rewritten is read anew', async () => {
  const site = gitSite({ ...withTemplate('history: { message: true }'), [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa', 'Khác.') });
  site.commit('sửa', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  site.git('reset', '-q', '--hard', 'HEAD~1');
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('a shallow clone warns and dates nothing', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa', 'Khác.') });
  site.commit('sửa', { date: '2026-11-18T08:00:00+07:00' });
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-shallow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  runGit(folder, ['clone', '-q', '--depth', '1', `file://${site.root}`, 'clone']);
  const clone = createSite({});
  onTestFinished(clone.dispose);
  const build = async () => {
    const { build: buildSite } = await import('../../src/build/build.ts');
    return buildSite({
      root: path.join(folder, 'clone'),
      out: path.join(folder, 'clone/dist'),
      now: Date.parse('2026-11-22T08:00:00+07:00'),
      cache: true,
      jobs: 1,
    });
  };
  const read = () =>
    historyOn({ read: (output) => readFileSync(path.join(folder, 'clone/dist', output), 'utf8') });
  const result = await build();
  expect(reported(result)).toEqual(['.git shallow-clone warning']);
  expect(read()).toEqual(['updated undefined']);
  runGit(path.join(folder, 'clone'), ['fetch', '-q', '--unshallow']);
  expect(reported(await build())).toEqual([]);
  expect(read()[0]).toBe('updated 2026-11-18T08:00:00+07:00');
});

describe('an update is what readers see', () => {
  const matter = 'title: Lúa\ndate: 2026-11-16 08:00\nsummary: Tóm tắt';
  const body = 'Một dòng *nghiêng*\nvà dòng nữa.\n\n* một\n* hai\n';
  const written = `---\n${matter}\n---\n\n${body}`;
  const edited = async (after: string): Promise<string | undefined> => {
    const site = gitSite({ ...withTemplate(), [lua]: written });
    site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
    site.write({ [lua]: after });
    site.commit('sửa', { date: '2026-11-18T08:00:00+07:00' });
    expect((await site.build()).errors).toBe(0);
    return historyOn(site)[0];
  };
  test.each([
    ['decomposed letters', written.normalize('NFD')],
    ['lines that are wrapped elsewhere', written.replace('*nghiêng*\nvà', '*nghiêng* và')],
    ['blank lines', written.replace('nữa.\n\n', 'nữa.\n\n\n\n')],
    ['blanks at the ends of lines', written.replaceAll('hai\n', 'hai \n')],
    ['another bullet', written.replaceAll('* một\n* hai', '- một\n- hai')],
    ['another mark of emphasis', written.replace('*nghiêng*', '_nghiêng_')],
    ['a title in quotes', written.replace('title: Lúa', 'title: "Lúa"')],
    ['the order of fields', written.replace('title: Lúa\n', '').replace('summary:', 'title: Lúa\nsummary:')],
    ['comments in YAML', written.replace('title: Lúa', '# đầu đề\ntitle: Lúa # nháp')],
    ['comments in HTML', written.replace('\n* một', '\n<!-- xem lại -->\n\n* một')],
    ['TOML', `+++\ntitle = "Lúa"\ndate = 2026-11-16T08:00:00+07:00\nsummary = "Tóm tắt"\n+++\n\n${body}`],
    ['fields that readers do not see', written.replace('title: Lúa', 'title: Lúa\ntags: [gạo]')],
  ])('%s are none', async (_, after) => expect(await edited(after)).toBe('updated undefined'));
  test.each([
    ['a word', written.replace('dòng nữa', 'dòng khác')],
    ['emphasis', written.replace('*nghiêng*', 'nghiêng')],
    ['a title', written.replace('title: Lúa', 'title: Gạo')],
    ['an item', written.replace('* hai', '* hai\n* ba')],
    ['where a link leads', written.replace('nữa.', '[nữa](https://example.org/b/).')],
  ])('%s is one', async (_, after) => expect(await edited(after)).toBe('updated 2026-11-18T08:00:00+07:00'));
});

test('a git that is too old to tell the history is a warning, and nothing is dated', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({
    '.bin/git':
      '#!/bin/sh\ncase "$*" in *" log "*) echo "fatal: unrecognized argument: --diff-merges=first-parent" >&2; exit 128 ;; esac\nPATH="$(echo "$PATH" | cut -d: -f2-)" exec git "$@"\n',
  });
  chmodSync(path.join(site.root, '.bin/git'), 0o755);
  vi.stubEnv('PATH', `${path.join(site.root, '.bin')}:${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const result = await site.build();
  expect(reported(result)).toEqual(['.git git-unreadable warning']);
  expect(result.messages[0]?.values).toEqual({ reason: 'unrecognized argument: --diff-merges=first-parent' });
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('a machine without git, where the site is under git, is a warning, and nothing is dated', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  vi.stubEnv('PATH', path.join(site.root, 'no-programs'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const result = await site.build();
  expect(reported(result)).toEqual(['.git git-unreadable warning']);
  expect(result.messages[0]?.values).toEqual({ reason: 'there is no program “git”' });
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('no history without git, in a repository without a commit, and where it is switched off', async () => {
  const site = gitSite({ ...withTemplate(), [lua]: article('title: Lúa') });
  expect(reported(await site.build())).toEqual([]);
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.write({ [lua]: article('title: Lúa', 'Khác.'), ...withTemplate('history: false') });
  site.commit('sửa', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  expect(historyOn(site)).toEqual(['updated undefined']);
});

test('what was written on a branch counts from the merge that brought it', async () => {
  const site = gitSite({
    ...withTemplate('history: { message: true }'),
    [lua]: article('title: Lúa\ndate: 2026-11-18 08:00'),
  });
  site.commit('viết', { date: '2026-11-17T08:00:00+07:00' });
  site.git('checkout', '-q', '-b', 'sua');
  for (const time of ['07:40', '07:50']) {
    site.write({ [lua]: article('title: Lúa\ndate: 2026-11-18 08:00', `Sửa lúc ${time}.`) });
    site.commit(`sửa ${time}`, { date: `2026-11-18T${time}:00+07:00` });
  }
  site.git('checkout', '-q', 'main');
  site.by({ date: '2026-11-18T11:00:00+07:00' }, 'merge', '-q', '--no-ff', '-m', "Merge branch 'sua'", 'sua');
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-18T11:00:00+07:00',
    '2026-11-18T11:00:00+07:00 | sửa 07:50',
    '2026-11-18T08:00:00+07:00 | viết',
  ]);
});

test('a pull does not date anew what others published', async () => {
  const site = gitSite({
    ...withTemplate(),
    [lua]: article('title: Lúa'),
    'content/kinh-te/mia.md': article('title: Mía'),
  });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.git('checkout', '-q', '-b', 'khac');
  site.write({ 'content/kinh-te/mia.md': article('title: Mía', 'Sửa mía.') });
  site.commit('sửa mía', { date: '2026-11-18T10:00:00+07:00' });
  site.git('checkout', '-q', 'main');
  site.write({ [lua]: article('title: Lúa', 'Sửa lúa.') });
  site.commit('sửa lúa', { date: '2026-11-18T08:00:00+07:00' });
  site.git('checkout', '-q', 'khac');
  site.by(
    { date: '2026-11-20T11:00:00+07:00' },
    'merge',
    '-q',
    '-m',
    "Merge branch 'main' of https://git.example/bao",
    'main',
  );
  await site.build();
  expect(historyOn(site)[0]).toBe('updated 2026-11-18T08:00:00+07:00');
  expect(historyOn(site, 'kinh-te/mia/index.html')[0]).toBe('updated 2026-11-20T11:00:00+07:00');
});

test.each<[string, string, (site: GitSite) => void]>([
  [
    'that origin has as its main one',
    '',
    ({ git }) => {
      git('update-ref', 'refs/remotes/origin/bien-tap', 'bien-tap');
      git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/bien-tap');
    },
  ],
  ['that the configuration names', ", workflow: { branch: 'bien-tap' }", () => {}],
])(
  'a pull of the branch %s dates nothing anew, and a merge of another one with its name at the end does',
  async (_, workflow, prepare) => {
    const site = gitSite({
      ...withTemplate(`history: true${workflow}`),
      [lua]: article('title: Lúa'),
      'content/kinh-te/mia.md': article('title: Mía'),
      'content/kinh-te/ngo.md': article('title: Ngô'),
    });
    site.git('checkout', '-q', '-b', 'bien-tap');
    const edit = (name: string, date: string): void => {
      site.write({ [`content/kinh-te/${name}.md`]: article(`title: ${name}`, `Sửa ${name}.`) });
      site.commit(`sửa ${name}`, { date });
    };
    site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
    site.git('checkout', '-q', '-b', 'khac/bien-tap');
    edit('mia', '2026-11-18T10:00:00+07:00');
    site.git('checkout', '-q', 'bien-tap');
    edit('lua', '2026-11-18T08:00:00+07:00');
    site.by(
      { date: '2026-11-19T11:00:00+07:00' },
      'merge',
      '-q',
      '--no-ff',
      '-m',
      "Merge branch 'khac/bien-tap' into bien-tap",
      'khac/bien-tap',
    );
    site.git('checkout', '-q', '-b', 'noi-khac', 'HEAD~1');
    edit('ngo', '2026-11-19T08:00:00+07:00');
    site.by(
      { date: '2026-11-20T11:00:00+07:00' },
      'merge',
      '-q',
      '-m',
      "Merge remote-tracking branch 'origin/bien-tap' into noi-khac",
      'bien-tap',
    );
    const updated = async () => {
      await site.build();
      return ['lua', 'mia', 'ngo'].map((name) => historyOn(site, `kinh-te/${name}/index.html`)[0]);
    };
    if (workflow === '')
      expect(await updated()).toEqual([
        'updated 2026-11-18T08:00:00+07:00',
        'updated 2026-11-20T11:00:00+07:00',
        'updated 2026-11-19T08:00:00+07:00',
      ]);
    // What the clone is told of its origin makes an earlier build out of date.
    prepare(site);
    expect(await updated()).toEqual([
      'updated 2026-11-18T08:00:00+07:00',
      'updated 2026-11-19T11:00:00+07:00',
      'updated 2026-11-20T11:00:00+07:00',
    ]);
  },
);

test('text that was written in a merge is a version, and what git merged by itself is none', async () => {
  const long = 'Đoạn giữa.\n\n'.repeat(9);
  const both = (lead: string, end: string) => ({
    [lua]: article('title: Lúa', `${lead}\n\n${long}${end}`),
    'content/kinh-te/mia.md': article('title: Mía', `${lead}\n\n${long}${end}`),
  });
  const site = gitSite({ ...withTemplate('history: { author: true }'), ...both('Đầu.', 'Cuối.') });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.git('checkout', '-q', '-b', 'khac');
  site.write(both('Đầu ở nhánh.', 'Cuối.'));
  site.commit('sửa đầu', { date: '2026-11-17T08:00:00+07:00', name: 'Nhánh' });
  site.git('checkout', '-q', 'main');
  site.write(both('Đầu.', 'Cuối ở chính.'));
  site.commit('sửa cuối', { date: '2026-11-17T09:00:00+07:00', name: 'Chính' });
  site.by({}, 'merge', '-q', '--no-commit', 'khac');
  site.write({ [lua]: article('title: Lúa', `Đầu ở nhánh.\n\n${long}Cuối ở chính, thêm lúc gộp.`) });
  site.commit("Merge branch 'khac'", { date: '2026-11-18T10:00:00+07:00', name: 'Người gộp' });
  await site.build();
  expect(historyOn(site)).toEqual([
    'updated 2026-11-18T10:00:00+07:00',
    '2026-11-18T10:00:00+07:00 | Người gộp',
    '2026-11-17T09:00:00+07:00 | Chính',
    '2026-11-16T08:30:00+07:00 | Tuyết Ngọc',
  ]);
  expect(historyOn(site, 'kinh-te/mia/index.html').slice(1)).toEqual([
    '2026-11-18T10:00:00+07:00 | Nhánh',
    '2026-11-17T09:00:00+07:00 | Chính',
    '2026-11-16T08:30:00+07:00 | Tuyết Ngọc',
  ]);
});

test("settings of the user's git change nothing", async () => {
  const long = 'Dài đủ.\n\n'.repeat(9);
  const site = gitSite({
    ...withTemplate('history: { author: true }'),
    [lua]: article('title: Lúa', long),
    'content/kinh-te/mía.md': article('title: Mía'),
  });
  site.commit('viết', { date: '2026-11-16T08:00:00+07:00' });
  site.move(lua, 'content/kinh-te/lúa mới.md');
  site.write({
    'content/kinh-te/mía.md': article('title: Mía', 'Khác.'),
    'content/kinh-te/lúa mới.md': article('title: Lúa', `${long}Thêm.`),
  });
  site.commit('chuyển', { date: '2026-11-18T08:00:00+07:00' });
  await site.build();
  const before = site.tree();
  expect(historyOn(site, 'kinh-te/lua-moi/index.html')[1]).toBe('2026-11-18T08:00:00+07:00 | Tuyết Ngọc');
  for (const [key, value] of Object.entries({
    'log.showRoot': 'false',
    'diff.renames': 'false',
    'diff.renameLimit': '1',
    'log.follow': 'true',
    'core.quotePath': 'true',
    'color.ui': 'always',
    'i18n.logOutputEncoding': 'latin1',
    'log.decorate': 'full',
    'log.showSignature': 'true',
    'log.diffMerges': 'separate',
    'format.pretty': 'fuller',
    'diff.noprefix': 'true',
    'diff.relative': 'false',
  }))
    site.git('config', key, value);
  await site.build({ cache: false });
  expect(site.tree()).toEqual(before);
});
