import { expect, test } from 'vitest';
import { gitSite } from '../git-site.ts';
import { article, type InlineSite, reported } from '../inline-site.ts';

/** A mark for everything that nobody may learn, by where it stands. */
const marks = {
  'royalty.pages': '80023',
  'royalty.photos': '80027',
  'royalty.amount': '7654321',
  'royalty.shares': '80039',
  approvedBy: 'dau-nguoi-duyet',
  approvedAt: '07:43:21',
  'a private key': 'Dấu nguồn tin',
  'a private key below another': '0290000018',
  'a private key in a list': 'Dấu người gọi',
  'the editors of a category': 'dau-bien-tap',
  'an address of an author': 'dau.thu@nha.example',
  'the second address of an author': 'dau.hai@nha.example',
  'the handle of an author': 'dau-tai-khoan',
  'a comment in front matter': 'dấu ghi chú',
  'a comment in a body': 'dấu ẩn',
  'data of the tool': 'dấu sổ sách',
  'the text of a draft': 'Dấu bản nháp',
  'the name of a draft': 'dau-nhap',
  'what waits for approval': 'Dấu chờ duyệt',
  'what was rejected': 'Dấu trả lại',
  'what is not due': 'Dấu chưa đến giờ',
  'what expired': 'Dấu hết hạn',
  'the text of what was withdrawn': 'Dấu đã rút',
  'a file of a draft': 'dấu tệp nháp',
  'who commits': 'Dấu Người Gửi',
  'the address that commits': 'dau.git@nha.example',
  'the message of a commit': 'dấu lời gửi',
};

const hidden = (status: string, text: string, fields = ''): string =>
  article(
    `title: ${text}\nsummary: ${text}, tóm tắt\ntags: [${text}]\nstatus: ${status}${fields}`,
    `${text}, thân bài.`,
  );

const config = `import { defineConfig, file, page, pageMeta } from 'broadsheet';
/** All that can be reached from a value, each object once. */
const dump = (value, seen = new Set()) => {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? [] : [value];
  if (seen.has(value)) return [];
  seen.add(value);
  const inner = value instanceof Map || Array.isArray(value) ? [...value] : Object.entries(value);
  return inner.flatMap((item) => dump(item, seen));
};
export default defineConfig({
  site: { title: 'Báo Thử', origin: 'https://bao.example' },
  private: ['source', 'nested.tel', 'calls.who'],
  routes: {
    *dumps(site) {
      yield file('dump.json', () => ({ all: dump(site) }), JSON.stringify);
      yield page('dump/index.html', 'not-found', () => ({ site: site.props, page: pageMeta(site, { title: JSON.stringify(dump(site.articles)) }) }));
    },
  },
});
`;

function markedSite() {
  const site = gitSite({
    'broadsheet.config.ts': config,
    'templates/pages/article.tsx':
      'export default (props) => <main>{JSON.stringify(props)}<div dangerouslySetInnerHTML={props.body} /></main>;',
    'content/kinh-te/_index.md': `---\ntitle: Kinh tế\neditors: [${marks['the editors of a category']}]\n---\n`,
    'content/_authors/ngoc.md': `---\nname: Ngọc\nemail: [${marks['an address of an author']}, ${marks['the second address of an author']}]\nhandle: "@${marks['the handle of an author']}"\n---\n`,
    'content/_data/so.json': JSON.stringify(marks['data of the tool']),
    'content/_data/views.json': '{}',
    'content/kinh-te/lua.md': article(
      [
        'title: Giá lúa',
        'authors: [ngoc]',
        `# ${marks['a comment in front matter']}`,
        `royalty: { pages: ${marks['royalty.pages']}, photos: ${marks['royalty.photos']}, amount: ${marks['royalty.amount']}, shares: { ngoc: ${marks['royalty.shares']} } }`,
        `approvedBy: ${marks.approvedBy}`,
        `approvedAt: 2026-11-16 ${marks.approvedAt}`,
        `extra: { source: ${marks['a private key']}, nested: { tel: "${marks['a private key below another']}", chợ: nổi }, calls: [{ who: ${marks['a private key in a list']}, khi: sáng }] }`,
      ].join('\n'),
      `Thân bài. <!-- ${marks['a comment in a body']} --> [sổ](../_data/so.json)`,
    ),
    'content/kinh-te/khac.md': article('title: Khác\nauthors: [ngoc]'),
    [`content/kinh-te/${marks['the name of a draft']}/index.md`]: hidden(
      'draft',
      marks['the text of a draft'],
      '\nattachments: [tep.txt]',
    ),
    [`content/kinh-te/${marks['the name of a draft']}/tep.txt`]: marks['a file of a draft'],
    'content/kinh-te/b.md': hidden('pending', marks['what waits for approval']),
    'content/kinh-te/c.md': hidden('rejected', marks['what was rejected']),
    'content/kinh-te/d.md': hidden('approved', marks['what is not due'], '\ndate: 2027-01-01'),
    'content/kinh-te/e.md': hidden('approved', marks['what expired'], '\nexpires: 2026-11-20'),
    'content/kinh-te/f.md': article(
      `title: Rút\nstatus: withdrawn\nsummary: ${marks['the text of what was withdrawn']}`,
      `${marks['the text of what was withdrawn']}, thân bài.`,
    ),
  });
  const by = { name: marks['who commits'], email: marks['the address that commits'] };
  site.commit(marks['the message of a commit'], { ...by, date: '2026-11-16T08:00:00+07:00' });
  const lua = site.tree('content').get('kinh-te/lua.md')?.toString() ?? '';
  site.write({ 'content/kinh-te/lua.md': lua.replace('Thân bài.', 'Thân bài, sửa.') });
  site.commit(marks['the message of a commit'], { ...by, date: '2026-11-17T08:00:00+07:00' });
  return site;
}

/** Each mark that stands in the bytes or the name of an output, in any spelling. */
const found = (site: InlineSite): string[] =>
  Object.entries(marks).flatMap(([what, mark]) => {
    const spellings = [
      mark,
      encodeURIComponent(mark),
      mark.replace(/\B(?=(\d{3})+$)/g, '.'),
      mark.normalize('NFD'),
    ];
    return [...site.tree()]
      .filter(([file, bytes]) =>
        spellings.some((spelling) => file.includes(spelling) || bytes.includes(spelling)),
      )
      .map(([file]) => `${what} in ${file}`);
  });

test("nothing private is in any byte of the output, whatever the site's own code prints of what it is given", async () => {
  const site = markedSite();
  const result = await site.build();
  expect(reported(result).filter((message) => message.includes('private-value'))).toEqual([]);
  expect(site.read('dump.json')).toContain('"nổi"');
  expect(site.read('dump/index.html')).toContain('nổi');
  expect(site.read('kinh-te/lua/index.html')).toContain('nổi');
  expect(site.read('kinh-te/lua/index.html')).toContain('2026-11-17T08:00:00+07:00');
  expect(site.read('kinh-te/f/index.html')).toContain('Rút');
  expect(found(site)).toEqual([]);
});

test('nor what it reads from the files, of all that can be told from other words', async () => {
  const site = markedSite();
  const searched = [
    'royalty.amount',
    'a private key',
    'a private key below another',
    'a private key in a list',
    'an address of an author',
    'the second address of an author',
  ] as const;
  const reading = `import { readFileSync } from 'node:fs';
const read = () => readFileSync(${JSON.stringify(site.root)} + '/content/kinh-te/lua.md', 'utf8') + readFileSync(${JSON.stringify(site.root)} + '/content/_authors/ngoc.md', 'utf8');
const parts = () => read().split(/[\\n{}]|, /);
`;
  site.write({
    'broadsheet.config.ts':
      reading +
      config.replace(
        '*dumps(site) {',
        `*reads(site) {
      for (const [index, part] of parts().entries()) {
        yield file('reads/' + index + '.txt', () => ({ part }), ({ part }) => part);
        yield page('reads/' + index + '/index.html', 'not-found', () => ({ site: site.props, page: pageMeta(site, { title: part }) }));
      }
    },
    *dumps(site) {`,
      ),
    'templates/pages/list.tsx': `${reading} export default () => <pre>{read()}</pre>;`,
    'content/_static/chep.txt': site.tree('content').get('kinh-te/lua.md') ?? '',
  });
  const result = await site.build();
  expect(result.messages.filter(({ rule }) => rule === 'private-value').length).toBeGreaterThan(
    searched.length,
  );
  expect(site.has('chep.txt')).toBe(false);
  expect(site.has('kinh-te/index.html')).toBe(false);
  expect(site.has('reads/1.txt')).toBe(true);
  expect(found(site).filter((leak) => searched.some((what) => leak.startsWith(`${what} in `)))).toEqual([]);
});
