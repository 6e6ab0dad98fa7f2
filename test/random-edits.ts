import fc from 'fast-check';
import sharp from 'sharp';
import { article, configuration, type Files } from './inline-site.ts';

/** A small site with something of everything that one file can change in another. */
export async function startingSite(): Promise<Files> {
  const photo = await tinyPicture(0);
  const file = (fields: string, body: string) => article(fields, body);
  return {
    'broadsheet.config.ts': configuration(start),
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\norder: 1\n---\n',
    'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\nChuyên mục của [lúa](lua.md).\n',
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\norder: 2\n---\n',
    'content/_authors/ngoc.md': '---\nname: Tuyết Ngọc\n---\nViết về [lúa](/kinh-te/nong-nghiep/lua/).\n',
    'content/_authors/khang.md': '---\nname: Minh Khang\nrole: Phóng viên\naliases: [M.K.]\n---\n',
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXem [chợ](xa-hoi/cho/index.md).\n',
    'content/kinh-te/nong-nghiep/lua.md': file(
      'title: Giá lúa\ndate: 2026-11-01 08:00\ntags: [lúa, giá]\nauthors: [ngoc]\nfeatured: home',
      'Xem [chợ](/xa-hoi/cho/) và [muối](../muoi.md#gia).\n\n![Lúa](lua.png "Ruộng")',
    ),
    'content/kinh-te/nong-nghiep/lua.png': photo,
    'content/kinh-te/muoi.md': file(
      'title: Muối\ndate: 2026-11-02 08:00\ntags: [muối, giá]\nauthors: [M.K., Người Khác]',
      '## Giá\n\n<mark>Một</mark> [một](https://tin.example/) [hai](https://bao.example/kinh-te/).\n\n| a |\n|---|\n| 1 |\n\n```js\nlet a = 1;\n```',
    ),
    'content/kinh-te/cau.md': file('title: Cầu mới\ndate: 2026-11-03 08:00\ntags: [cầu]\nrelated: [muoi]\naliases: [/cu/cau.html]', 'Hai.'),
    'content/xa-hoi/cho/index.md': file(
      'title: Chợ nổi\ndate: 2026-11-04 08:00\ntags: [chợ, lúa]\nauthors: [ngoc, khang]\nimage: {src: cho.png, alt: Chợ}\nattachments: [bang.csv]',
      'Ba, xem [số liệu](bang.csv).',
    ),
    'content/xa-hoi/cho/cho.png': await tinyPicture(1),
    'content/xa-hoi/cho/bang.csv': 'a,b\n',
    'content/xa-hoi/hoi.md': file('title: Lễ hội\ndate: 2026-11-05 08:00\ncategories: [kinh-te]\nfeatured: section\npinnedUntil: 2026-11-20', 'Bốn.'),
    'content/xa-hoi/bao.md': file('title: Báo bạn\ndate: 2026-11-06 08:00\nlink: https://ban.example/tin', ''),
    'content/xa-hoi/truoc.md': file('title: Sắp đăng\ndate: 2026-11-25 08:00\nexpires: 2026-12-05 08:00\ntags: [lúa]', 'Xem [chợ](cho/index.md).'),
  };
}

/** A PNG of 24x16 in one of a few colours. */
export const tinyPicture = (colour: number): Promise<Buffer> =>
  sharp({ create: { width: 24, height: 16, channels: 3, background: ['#284', '#824', '#428', '#842'][colour % 4] ?? '#000' } })
    .png()
    .toBuffer();

export const kinds = [
  'add',
  'delete',
  'retitle',
  'body',
  'move',
  'retag',
  'authors',
  'date',
  'status',
  'featured',
  'expires',
  'slug',
  'alias',
  'related',
  'break',
  'category',
  'new category',
  'author',
  'delete author',
  'page',
  'config',
  'template',
  'picture',
  'delete picture',
  'attachment',
  'private',
  'touch',
  'clock',
  'damage cache',
  'delete cache',
  'damage output',
  'delete output',
  'interrupt',
] as const;
export type Kind = (typeof kinds)[number];

/** One edit: what is done, and numbers that choose where and how. */
export interface Edit {
  readonly kind: Kind;
  readonly where: number;
  readonly how: number;
}

export const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.constantFrom(...kinds), where: fc.nat(9999), how: fc.nat(9999) });

export const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % Math.max(1, items.length)];

const words = ['lúa', 'giá', 'muối', 'cầu', 'chợ', 'mưa', 'LÚA', 'đường'];
const folders = ['content/kinh-te', 'content/kinh-te/nong-nghiep', 'content/xa-hoi', 'content/van-hoa'];
const small = 'pictures: { widths: [8, 16], cardWidths: [6, 12] }';
const start = `lists: { category: 2, tag: 2, author: 2, block: 2, featured: 1, latest: 2 }, ${small}`;
const ofSite = (option: string): string => configuration(start).replace("bao.example'", `bao.example', ${option}`);

/** Configurations that differ from the first in one or a few options each. */
export const configurations: readonly string[] = [
  configuration(start),
  configuration(small),
  configuration(`lists: { category: 1, related: 1, feed: 1 }, ${small}`),
  configuration(`routes: { tags: false }, rules: { 'dead-link': 'warning', 'unknown-related': 'off' }, ${small}`),
  configuration(`routes: { feeds: false, archive: false, sitemaps: false }, ${small}`),
  configuration(
    `routes: { them: (site) => [{ kind: 'file', output: 'them.txt', data: () => ({ words: site.articles.map(({ document }) => document.words) }), render: ({ words }) => words.join(' ') }] }, ${small}`,
  ),
  configuration(
    `private: ['phone'], routes: { them: (site) => [{ kind: 'file', output: 'them.txt', data: () => ({ texts: site.articles.map(({ card, document }) => [card.summary, document.data.royalty]) }), render: ({ texts }) => 'thu-1@bao.example ' + JSON.stringify(texts) }] }, ${small}`,
  ),
  configuration(`permalinks: { article: '/:year/:month/:slug/' }, ${small}`),
  configuration(`permalinks: { tag: '/t/:slug/', author: '/a/:slug/', month: '/m/:year-:month/', number: 'p:number', category: '/c/:category/', page: '/p/:slug/' }, ${small}`),
  configuration('pictures: { widths: [8], cardWidths: [6], quality: { webp: 40 } }'),
  configuration('pictures: { widths: [8, 16], cardWidths: [6, 12], formats: [] }'),
  configuration(`navigation: [{ to: 'kinh-te' }, { title: 'Liên hệ', to: '/lien-he/' }], footer: [{ title: 'Chân', to: '/chan/' }], ${small}`),
  configuration(`markdown: { html: 'escape' }, ${small}`),
  configuration(`markdown: { html: 'allow', parser: 'remark' }, ${small}`),
  configuration(`markdown: { highlight: false }, ${small}`),
  configuration(`markdown: { rehypePlugins: [() => (tree) => { tree.children.push({ type: 'element', tagName: 'hr', properties: {}, children: [] }); }] }, ${small}`),
  configuration(`markdown: { rehypePlugins: [() => (tree) => { tree.children.push({ type: 'element', tagName: 'br', properties: {}, children: [] }); }] }, ${small}`),
  configuration(`workflow: { approval: true }, ${small}`),
  ofSite("language: 'en'"),
  ofSite("timeZone: 'Asia/Tokyo'"),
  ofSite("base: '/tin/'"),
  ofSite("greeting: 'Chào'"),
  ofSite("description: 'Báo', organisation: { name: 'Tòa soạn', lines: ['Một'] }"),
  configuration(start).replaceAll('bao.example', 'tin.example'),
];

const setField = (text: string, key: string, value: string | undefined): string => {
  const without = text.replace(new RegExp(`^${key}:.*\\n`, 'm'), '');
  return value === undefined ? without : without.replace(/^---\n/, `---\n${key}: ${value}\n`);
};

/** What an edit of the sources does: new contents, or `null` for a file that goes. Empty for an edit of something else, or where there is nothing to edit. */
export async function change({ kind, where, how }: Edit, files: ReadonlyMap<string, string | Uint8Array>): Promise<Record<string, string | Uint8Array | null>> {
  const names = [...files.keys()].sort();
  const articles = names.filter((name) => name.endsWith('.md') && !name.includes('/_') && name.split('/').length > 2);
  const name = pick(articles, where);
  const text = name === undefined ? undefined : String(files.get(name));
  const set = (key: string, value: string | undefined) => (name === undefined || text === undefined ? {} : { [name]: setField(text, key, value) });
  const day = `2026-11-${String((how % 28) + 1).padStart(2, '0')}`;
  const word = words[how % words.length] ?? '';
  switch (kind) {
    case 'add':
      return {
        [`${pick(folders, where)}/bai-${how % 7}.md`]: article(
          `title: Bài ${how}\ndate: ${day} 0${how % 10}:00\ntags: [${word}]`,
          `Xem [lúa](/kinh-te/nong-nghiep/lua/) và [khác](bai-${(how + 1) % 7}.md).`,
        ),
      };
    case 'delete':
      return name === undefined ? {} : { [name]: null };
    case 'retitle':
      return set('title', `"Tên ${how} & ${word}"`);
    case 'body':
      return name === undefined || text === undefined ? {} : { [name]: `${text}\nThêm ${word} ${how}.${how % 3 === 0 ? '\n\n## Giá\n' : ''}${how % 4 === 0 ? '\n![Lúa](lua.png)' : ''}\n` };
    case 'move':
      return name === undefined || text === undefined || name.endsWith('/index.md') ? {} : { [name]: null, [`${pick(folders, how)}/${name.slice(name.lastIndexOf('/') + 1)}`]: text };
    case 'retag':
      return set('tags', how % 5 === 0 ? undefined : `[${word}, ${pick(words, where)}]`);
    case 'authors':
      return set('authors', how % 5 === 0 ? undefined : `[${pick(['ngoc', 'khang', 'Tuyết Ngọc', 'M.K.', 'Người Khác'], how)}]`);
    case 'date':
      return set('date', `${day} ${how % 24}:00`);
    case 'status':
      return set('status', pick([undefined, 'draft', 'withdrawn', 'approved', 'rejected'], how));
    case 'featured':
      return set('featured', pick([undefined, 'home', 'section', 'true'], how));
    case 'expires':
      return set('expires', how % 3 === 0 ? undefined : day);
    case 'slug':
      return set('slug', how % 3 === 0 ? undefined : `dia-chi-${how % 3}`);
    case 'alias':
      return set('aliases', how % 3 === 0 ? undefined : `[/cu/${how % 4}.html]`);
    case 'related':
      return set('related', how % 4 === 0 ? undefined : `[${pick(['muoi', 'lua', '/xa-hoi/cho', 'khong-co'], how)}]`);
    case 'break':
      return name === undefined || text === undefined
        ? {}
        : { [name]: pick(['', '---\ntitle: [\n---\n', text.replace(/^title:.*\n/m, ''), text.replace(/^---\n/, '---js\n'), `${text}\n[x](khong-co.md)\n`], how) ?? '' };
    case 'category': {
      const index = pick(
        names.filter((file) => file.endsWith('/_index.md')),
        where,
      );
      return index === undefined
        ? {}
        : {
            [index]: `---\ntitle: Chuyên mục ${how % 5}\norder: ${how % 3}\nhidden: ${how % 4 === 0}\ndescription: Về ${word}\n---\n${how % 2 === 0 ? '' : `Xem [${word}](/kinh-te/nong-nghiep/lua/).\n`}`,
          };
    }
    case 'new category':
      return files.has('content/van-hoa/_index.md') ? { 'content/van-hoa/_index.md': null } : { 'content/van-hoa/_index.md': '---\ntitle: Văn hóa\norder: 1\n---\n' };
    case 'author':
      return {
        [pick(['content/_authors/ngoc.md', 'content/_authors/khang.md', 'content/_authors/lan.md'], where) ?? '']:
          `---\nname: ${pick(['Tuyết Ngọc', 'Ngọc', 'Người Khác'], how)}\nrole: Vai ${how % 3}\n---\n${how % 2 === 0 ? '' : 'Về [chợ](/xa-hoi/cho/).\n'}`,
      };
    case 'delete author': {
      const author = pick(
        names.filter((file) => file.startsWith('content/_authors/')),
        where,
      );
      return author === undefined ? {} : { [author]: null };
    }
    case 'page':
      return {
        [pick(['content/gioi-thieu.md', 'content/lien-he.md'], where) ?? '']:
          how % 4 === 0 ? null : `---\ntitle: Trang ${how}\norder: ${how % 2}\n---\nXem [chợ](/xa-hoi/cho/) và [thẻ](/tu-khoa/lua/).\n`,
      };
    case 'config':
      return { 'broadsheet.config.ts': pick(configurations, how) ?? '' };
    case 'template':
      return { 'templates/pages/not-found.tsx': how % 3 === 0 ? null : `export default function NotFound() {\n  return <p>Không có ${[0, 1, 2, 7654321, '0290000018'][how % 5]}</p>;\n}\n` };
    case 'picture':
      return { [pick(['content/kinh-te/nong-nghiep/lua.png', 'content/xa-hoi/cho/cho.png', 'content/xa-hoi/lua.png'], where) ?? '']: how % 6 === 0 ? 'không phải hình' : await tinyPicture(how) };
    case 'delete picture': {
      const picture = pick(
        names.filter((file) => file.endsWith('.png')),
        where,
      );
      return picture === undefined ? {} : { [picture]: null };
    }
    case 'attachment':
      return { 'content/xa-hoi/cho/bang.csv': how % 4 === 0 ? null : `a,b\n${how % 3},${how % 2}\n` };
    case 'private': {
      const texts = `thu-${how % 2}@bao.example, 7.654.32${how % 2}, 029000001${8 + (how % 2)}`;
      switch (where % 5) {
        case 0:
          return { 'content/_authors/khang.md': `---\nname: Minh Khang\n${how % 3 === 0 ? '' : `email: thu-${how % 2}@bao.example\n`}---\n` };
        case 1:
          return { 'content/_static/so.txt': how % 5 === 0 ? null : `Sổ: ${texts}` };
        case 2:
          return set('royalty', how % 3 === 0 ? undefined : `{ amount: ${7654320 + (how % 2)} }`);
        case 3:
          return set('extra', how % 3 === 0 ? undefined : `{ phone: "029000001${8 + (how % 2)}" }`);
        default:
          return set('summary', how % 3 === 0 ? undefined : `"${texts}"`);
      }
    }
    case 'touch':
      return name === undefined || text === undefined ? {} : { [name]: text };
    default:
      return {};
  }
}
