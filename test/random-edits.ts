import { createHash } from 'node:crypto';
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
      'Xem "[chợ](/xa-hoi/cho/)" - và [muối](../muoi.md#gia).\n\n![Lúa](lua.png "Ruộng")',
    ),
    'content/kinh-te/nong-nghiep/lua.png': photo,
    'content/kinh-te/muoi.md': file(
      'title: Muối\ndate: 2026-11-02 08:00\ntags: [muối, giá]\nauthors: [M.K., Người Khác]',
      '## Giá\n\n<mark>Một</mark> [một](https://tin.example/) [hai](https://bao.example/kinh-te/).\n\n| a |\n|---|\n| 1 |\n\n```js\nlet a = 1;\n```',
    ),
    'content/kinh-te/cau.md': file(
      'title: Cầu mới\ndate: 2026-11-03 08:00\ntags: [cầu]\nrelated: [muoi]\naliases: [/cu/cau.html]',
      'Hai.',
    ),
    'content/xa-hoi/cho/index.md': file(
      'title: Chợ nổi\ndate: 2026-11-04 08:00\ntags: [chợ, lúa]\nauthors: [ngoc, khang]\nimage: {src: cho.png, alt: Chợ}\nattachments: [bang.csv]',
      'Ba, xem [số liệu](bang.csv).\n\n::chart[Giá]{kind=line data=bang.csv}',
    ),
    'content/xa-hoi/cho/cho.png': await tinyPicture(1),
    'content/xa-hoi/cho/bang.csv': 'a,b\nx,1\n',
    'content/xa-hoi/hoi.md': file(
      'title: Lễ hội\ndate: 2026-11-05 08:00\ncategories: [kinh-te]\nfeatured: section\npinnedUntil: 2026-11-20',
      'Bốn.',
    ),
    'content/xa-hoi/bao.md': file(
      'title: Báo bạn\ndate: 2026-11-06 08:00\nlink: https://ban.example/tin',
      '',
    ),
    'content/xa-hoi/truoc.md': file(
      'title: Sắp đăng\ndate: 2026-11-25 08:00\nexpires: 2026-12-05 08:00\ntags: [lúa]',
      'Xem [chợ](cho/index.md).',
    ),
  };
}

/** What stands in the place of a file that Git LFS keeps elsewhere. */
export const lfsPointerTo = (content: Uint8Array | string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize ${content.length}\n`;

/** A PNG of 24x16 in one of a few colours. */
export const tinyPicture = (colour: number): Promise<Buffer> =>
  sharp({
    create: {
      width: 24,
      height: 16,
      channels: 3,
      background: ['#284', '#824', '#428', '#842'][colour % 4] ?? '#000',
    },
  })
    .png()
    .toBuffer();

export const kinds = [
  'add',
  'delete',
  'retitle',
  'body',
  'move',
  'file name',
  'retag',
  'authors',
  'date',
  'status',
  'featured',
  'layout',
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
  'style',
  'style import',
  'style font',
  'style picture',
  'client script',
  'block',
  'media',
  'block template',
  'template import',
  'template data',
  'words',
  'static file',
  'configuration module',
  'route JSON',
  'route data',
  'plugin code',
  'plugin package',
  'site package',
  'TypeScript options',
  'views',
  'addresses',
  'translation',
  'category language',
  'link',
  'times set back',
  'same size and time',
  'commit',
  'time zone',
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

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  where: fc.nat(9999),
  how: fc.nat(9999),
});

export const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(1, items.length)];

/** By turns of a layout, key points, an official document and the reason of a withdrawal. */
const layouts = [
  'photo',
  '[Một ý, Hai ý]',
  '{ number: 45/TB-UBND, issued: 2026-11-20 }',
  'Số liệu sai.',
] as const;
/** Blocks that files, the configuration and templates decide. */
const blocks = [
  ':::note[Một]\nHai\n:::',
  ':::box{kind=tipp}\nHai\n:::',
  '::video{src=lua.mp4 poster=lua.png}',
  ':::gallery{columns=2}\n![Lúa](lua.png)\n:::',
  '::embed[Video]{src="https://youtu.be/abc"}',
  '::chart{data=bang.csv}',
  ':::chu[Ba]{so=2}\n[lúa](/kinh-te/nong-nghiep/lua/)\n:::',
  ':button[Xem]{to=/kinh-te/nong-nghiep/lua/}',
];
const chuFile = 'templates/blocks/chu.tsx';
/** A block of the site's own, whose attributes and HTML differ. */
const blockTemplate = (how: number): string =>
  `import { number, text } from 'broadsheet/templates/attributes.ts';
export const attributes = { title: text()${how === 1 ? '' : ', so: number({ most: 2 })'} };
export default function Chu({ title, children }: { title?: string; children?: unknown }) {
  return <aside class="chu-${how}"><b>{title}</b>{children as string}</aside>;
}
`;
const words = ['lúa', 'giá', 'muối', 'cầu', 'chợ', 'mưa', 'LÚA', 'đường'];
const folders = ['content/kinh-te', 'content/kinh-te/nong-nghiep', 'content/xa-hoi', 'content/van-hoa'];
const small = 'pictures: { widths: [8, 16], cardWidths: [6, 12] }';
const start = `lists: { category: 2, tag: 2, author: 2, block: 2, featured: 1, latest: 2 }, ${small}`;
const ofSite = (option: string): string =>
  configuration(start).replace("bao.example'", `bao.example', ${option}`);

/** Configurations that differ from the first in one or a few options each. */
export const configurations: readonly string[] = [
  configuration(start),
  configuration(small),
  configuration(`lists: { category: 1, related: 1, feed: 1 }, ${small}`),
  configuration(
    `routes: { tags: false }, rules: { 'dead-link': 'warning', 'unknown-related': 'off' }, ${small}`,
  ),
  configuration(`routes: { feeds: false, archive: false, sitemaps: false }, ${small}`),
  configuration(
    `routes: { them: (site) => [{ kind: 'file', output: 'them.txt', data: () => ({ words: site.articles.map(({ document }) => document.words) }), render: ({ words }) => words.join(' ') }] }, ${small}`,
  ),
  configuration(
    `private: ['phone'], routes: { them: (site) => [{ kind: 'file', output: 'them.txt', data: () => ({ texts: site.articles.map(({ card, document }) => [card.summary, document.data.royalty]) }), render: ({ texts }) => 'thu-1@bao.example ' + JSON.stringify(texts) }] }, ${small}`,
  ),
  configuration(`permalinks: { article: '/:year/:month/:slug/' }, ${small}`),
  configuration(
    `permalinks: { tag: '/t/:slug/', author: '/a/:slug/', month: '/m/:year-:month/', number: 'p:number', category: '/c/:category/', page: '/p/:slug/' }, ${small}`,
  ),
  configuration(
    `theme: { accent: '#14532d', sections: { 'kinh-te': '#0f5c4a' }, serif: 'system', scheme: 'dark', article: { contents: 1 } }, ${small}`,
  ),
  configuration(
    `theme: { home: [{ section: 'xa-hoi', as: 'pictures' }, { lead: 'hero', count: 1 }, { latest: 3 }, { part: 'parts/banner.tsx' }] }, ${small}`,
  ),
  configuration(`feeds: { formats: ['json', 'rss'], tags: true, authors: true }, ${small}`),
  configuration(
    `robots: { training: 'refuse' }, security: { contact: ['tel:+84'], expires: '2026-11-25' }, ${small}`,
  ),
  configuration(`delivery: { hosts: ['nginx', 'apache', 'netlify'] }, ${small}`),
  configuration(`delivery: { hosts: ['cloudflare', 'iis'], gone: ['/khong-con-1/'] }, ${small}`),
  configuration(`delivery: { hosts: ['caddy'], precompressed: true }, ${small}`),
  configuration(`${small}`).replace(
    "title: 'Báo Thử'",
    "title: 'Báo Thử', icon: 'kinh-te/nong-nghiep/lua.png', humans: true",
  ),
  configuration('pictures: { widths: [8], cardWidths: [6], quality: { webp: 40 } }'),
  configuration('pictures: { widths: [8, 16], cardWidths: [6, 12], formats: [] }'),
  configuration("pictures: { widths: [8, 16], cardWidths: [6, 12], formats: [], cards: 'articles' }"),
  configuration(
    `navigation: [{ to: 'kinh-te' }, { title: 'Liên hệ', to: '/lien-he/' }], footer: [{ title: 'Chân', to: '/chan/' }], ${small}`,
  ),
  configuration(`feeds: { content: 'summary', formats: ['json'] }, ${small}`),
  configuration(`search: false, ${small}`),
  configuration(`search: { fields: ['title', 'body'], synonyms: ['lúa = thóc'] }, ${small}`),
  configuration(`markdown: { html: 'escape' }, ${small}`),
  configuration(`markdown: { html: 'allow', parser: 'remark' }, ${small}`),
  configuration(`markdown: { highlight: false }, ${small}`),
  configuration(`markdown: { singleTilde: true }, ${small}`),
  configuration(`markdown: { smartPunctuation: ['vi', 'en'] }, ${small}`),
  configuration(
    `markdown: { rehypePlugins: [() => (tree) => { tree.children.push({ type: 'element', tagName: 'hr', properties: {}, children: [] }); }] }, ${small}`,
  ),
  configuration(
    `markdown: { rehypePlugins: [() => (tree) => { tree.children.push({ type: 'element', tagName: 'br', properties: {}, children: [] }); }] }, ${small}`,
  ),
  configuration(`embeds: ['youtube'], media: { limit: 2 }, ${small}`),
  configuration(`workflow: { approval: true }, ${small}`),
  configuration(
    `keys: { mo_ta: 'summary', chuyen: 'category' }, categories: { fromFrontMatter: true }, ${small}`,
  ),
  configuration(`dates: 'month-first', permalinks: { article: '/:year/:month/:day/:slug' }, ${small}`),
  ofSite("language: 'en'"),
  ofSite("timeZone: 'Asia/Tokyo'"),
  ofSite("base: '/tin/'"),
  configuration(`languages: { vi: {}, en: { title: 'Test', timeZone: 'Europe/London' } }, ${start}`),
  configuration(`languages: { vi: {}, en: { path: '/anh/', fallback: 'show' }, km: {} }, ${start}`),
  configuration(`languages: { en: {} }, languageFiles: 'suffixes', ${start}`),
  ofSite("greeting: 'Chào'"),
  configuration(`words: { vi: { archive: 'Kho', types: { photo: 'Hình' } }, km: { tags: 'K' } }, ${start}`),
  ofSite("description: 'Báo', organisation: { name: 'Tòa soạn', lines: ['Một'] }"),
  configuration(start).replaceAll('bao.example', 'tin.example'),
];

/**
 * A configuration that imports a module, JSON and a plugin from a package, and has a route that reads data.
 */
const modular = `import { defineConfig, file } from 'broadsheet';
import plugin from 'dau-cuoi';
import { title } from './options.ts';
import list from './list.json';
export default defineConfig({
  site: { title, origin: 'https://bao.example' },
  markdown: { rehypePlugins: [plugin] },
  routes: {
    lich: function* (site) {
      yield file('lich.json', () => ({ list, events: site.data('data/events.yaml') }), (data) => JSON.stringify(data));
      yield file('ghi-chu.txt', () => ({}), () => site.read('data/ghi-chu.txt'));
    },
  },
  ${small},
});
`;
const modules: Files = {
  'broadsheet.config.ts': modular,
  'options.ts': "export { title } from './words/title.js';\n",
  'words/title.js': "export const title = 'Báo Thử';\n",
  'list.json': '["một"]',
  'data/events.yaml': '- ngày: 2026-11-20\n',
  'data/ghi-chu.txt': 'Ghi chú.',
  'node_modules/dau-cuoi/package.json':
    '{ "name": "dau-cuoi", "version": "1.0.0", "type": "module", "main": "a.js" }',
  ...Object.fromEntries(['a', 'b'].map((name) => [`node_modules/dau-cuoi/${name}.js`, pluginCode(name)])),
};
function pluginCode(mark: string): string {
  return `export default () => (tree) => { tree.children.push({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'Cuối ${mark}' }] }); };\n`;
}

/** Style sheets, scripts and templates of the site's own that import others. */
const theme: Files = {
  'templates/styles/site.css': "@import 'broadsheet/templates/styles/site.css';\n@import './them.css';\n",
  'templates/styles/them.css':
    '.them { background: url(../pictures/nen.png) }\n@font-face { font-family: Thu; src: url(../fonts/thu.woff2) }\n',
  'templates/pictures/nen.png': 'png',
  'templates/fonts/thu.woff2': 'woff2',
  'templates/client/reader.ts': "import 'broadsheet/templates/client/reader.ts';\nimport './them.ts';\n",
  'templates/client/them.ts': 'document.documentElement.dataset.them = "0";\n',
  'templates/pages/not-found.tsx':
    "import { words } from '../parts/khong-co.ts';\nimport data from './khong-co.json';\nexport default function NotFound() {\n  return <p>{words} {data.so}</p>;\n}\n",
  'templates/parts/khong-co.ts': "export const words = 'Không có';\n",
  'templates/pages/khong-co.json': '{ "so": 1 }',
};

/** The files of `added` that are not there yet, with one of them changed. */
const withOthers = (
  added: Files,
  files: ReadonlyMap<string, string | Uint8Array>,
  changed: Readonly<Record<string, string | Uint8Array | null>>,
): Readonly<Record<string, string | Uint8Array | null>> => ({
  ...Object.fromEntries(
    Object.entries(added).filter(([name]) => !files.has(name) || name === 'broadsheet.config.ts'),
  ),
  ...changed,
});

/** A category at another address, or at that of another category, with old ones that may be taken. */
const moves = (how: number): string =>
  pick(
    [
      '',
      'slug: kinh-doanh\naliases: [/kinh-te/]\n',
      'slug: xa-hoi\n',
      'aliases: [/kinh-te/nong-nghiep/, /cu/, /xa-hoi]\n',
      'slug: a/b\naliases: [/kinh-doanh/nong-nghiep/]\n',
      'slug: kinh-te\naliases: [/c/kinh-te/, /x?y=1]\n',
    ],
    how,
  ) ?? '';

const setField = (text: string, key: string, value: string | undefined): string => {
  const without = text.replace(new RegExp(`^${key}:.*\\n`, 'm'), '');
  return value === undefined ? without : without.replace(/^---\n/, `---\n${key}: ${value}\n`);
};

/**
 * What an edit of the sources does: new contents, or `null` for a file that goes. Empty for an edit of
 * something else, or where there is nothing to edit.
 */
export async function change(
  { kind, where, how }: Edit,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Readonly<Record<string, string | Uint8Array | null>>> {
  const names = [...files.keys()].sort();
  const articles = names.filter(
    (name) => /\.(?:md|markdown)$/.test(name) && !name.includes('/_') && name.split('/').length > 2,
  );
  const name = pick(articles, where);
  const text = name === undefined ? undefined : String(files.get(name));
  const set = (key: string, value: string | undefined) =>
    name === undefined || text === undefined ? {} : { [name]: setField(text, key, value) };
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
      return name === undefined || text === undefined
        ? {}
        : {
            [name]: `${text}\nThêm ${word} ${how}.${how % 3 === 0 ? '\n\n## Giá\n' : ''}${how % 4 === 0 ? '\n![Lúa](lua.png)' : ''}\n`,
          };
    case 'block':
      return name === undefined || text === undefined ? {} : { [name]: `${text}\n${pick(blocks, how)}\n` };
    case 'media':
      return {
        'content/kinh-te/nong-nghiep/lua.mp4': how % 4 === 0 ? null : `video ${how % 3}`,
        'content/xa-hoi/cho/bang.csv': `a;${word}\nx;${how % 5}\n`,
      };
    case 'block template':
      return how % 4 === 0 ? { [chuFile]: null } : { [chuFile]: blockTemplate(how % 3) };
    case 'move':
      return name === undefined || text === undefined || name.endsWith('/index.md')
        ? {}
        : { [name]: null, [`${pick(folders, how)}/${name.slice(name.lastIndexOf('/') + 1)}`]: text };
    case 'file name': {
      if (name === undefined || text === undefined) return {};
      const slash = name.lastIndexOf('/') + 1;
      const [folder, plain] = [name.slice(0, slash), name.slice(slash).replace(/\.\w+$/, '')];
      const other = pick(
        [`${plain}.markdown`, `2024/${plain}.md`, `${plain}.md`, `${plain}.mdx`, `_${plain}.md`],
        how,
      );
      return { [name]: null, [`${folder}${other}`]: text };
    }
    case 'retag':
      return set('tags', how % 5 === 0 ? undefined : `[${word}, ${pick(words, where)}]`);
    case 'authors':
      return set(
        'authors',
        how % 5 === 0 ? undefined : `[${pick(['ngoc', 'khang', 'Tuyết Ngọc', 'M.K.', 'Người Khác'], how)}]`,
      );
    case 'date':
      return set('date', `${day} ${how % 24}:00`);
    case 'status':
      return set('status', pick([undefined, 'draft', 'withdrawn', 'approved', 'rejected'], how));
    case 'featured':
      return set(
        'featured',
        pick([undefined, 'home', 'section', 'true', '{ home: 2 }', '{ section: 1 }'], how),
      );
    case 'layout':
      return set(
        pick(['layout', 'keyPoints', 'document', 'withdrawal'], how) ?? '',
        how % 3 === 0 ? undefined : layouts[how % 4],
      );
    case 'expires':
      return set('expires', how % 3 === 0 ? undefined : day);
    case 'slug':
      return set('slug', how % 3 === 0 ? undefined : `dia-chi-${how % 3}`);
    case 'alias':
      return set('aliases', how % 3 === 0 ? undefined : `[/cu/${how % 4}.html]`);
    case 'related':
      return set(
        'related',
        how % 4 === 0 ? undefined : `[${pick(['muoi', 'lua', '/xa-hoi/cho', 'khong-co'], how)}]`,
      );
    case 'break':
      return name === undefined || text === undefined
        ? {}
        : {
            [name]:
              pick(
                [
                  '',
                  '---\ntitle: [\n---\n',
                  text.replace(/^title:.*\n/m, ''),
                  text.replace(/^---\n/, '---js\n'),
                  `${text}\n[x](khong-co.md)\n`,
                  text.replace(/^title:.*\n/m, 'title: T &amp; #x\nmo_ta: Một câu\nchuyen: Mới/Con\n'),
                  '+++\ntitle = "T"\ndate = 2026-11-05\ntags = ["lúa"]\n+++\nMột.\n',
                  '{"title": "J", "date": "05/04/2026", "permalink": "/j/", "authors": "Ngọc, Khang"}\nMột.\n',
                ],
                how,
              ) ?? '',
          };
    case 'category': {
      const index = pick(
        names.filter((file) => file.endsWith('/_index.md')),
        where,
      );
      if (index !== undefined && how % 5 === 4)
        return {
          [index]:
            pick(
              ['---\ntitle: [\n---\n', '---\ntitle: A: b\ndraft: true\n---\n', '---\norder: 3\n---\n'],
              how,
            ) ?? '',
        };
      return index === undefined
        ? {}
        : {
            [index]: `---\ntitle: Chuyên mục ${how % 5}\norder: ${how % 3}\nhidden: ${how % 4 === 0}\ndescription: Về ${word}\n${moves(where + how)}---\n${how % 2 === 0 ? '' : `Xem [${word}](/kinh-te/nong-nghiep/lua/).\n`}`,
          };
    }
    case 'new category':
      return files.has('content/van-hoa/_index.md')
        ? { 'content/van-hoa/_index.md': null }
        : { 'content/van-hoa/_index.md': '---\ntitle: Văn hóa\norder: 1\n---\n' };
    case 'author':
      return {
        [pick(['content/_authors/ngoc.md', 'content/_authors/khang.md', 'content/_authors/lan.md'], where) ??
          '']:
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
          how % 4 === 0
            ? null
            : `---\ntitle: Trang ${how}\norder: ${how % 2}\n---\nXem [chợ](/xa-hoi/cho/) và [thẻ](/tu-khoa/lua/).\n`,
      };
    case 'config':
      return { 'broadsheet.config.ts': pick(configurations, how) ?? '' };
    case 'template':
      return {
        'templates/pages/not-found.tsx':
          how % 3 === 0
            ? null
            : `export default function NotFound() {\n  return <p>Không có ${[0, 1, 2, 7654321, '0290000018'][how % 5]}</p>;\n}\n`,
      };
    case 'picture':
      return {
        [pick(
          ['content/kinh-te/nong-nghiep/lua.png', 'content/xa-hoi/cho/cho.png', 'content/xa-hoi/lua.png'],
          where,
        ) ?? '']:
          how % 6 === 0
            ? 'không phải hình'
            : how % 6 === 5
              ? lfsPointerTo(await tinyPicture(where))
              : await tinyPicture(how),
      };
    case 'delete picture': {
      // Not of the templates: those do not compile without it, and a build then keeps the pages there are.
      const picture = pick(
        names.filter((file) => file.startsWith('content/') && file.endsWith('.png')),
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
          return {
            'content/_authors/khang.md': `---\nname: Minh Khang\n${how % 3 === 0 ? '' : `email: thu-${how % 2}@bao.example\n`}---\n`,
          };
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
    case 'style':
      return withOthers(theme, files, {
        'templates/styles/site.css': `@import 'broadsheet/templates/styles/site.css';\n${how % 3 === 0 ? '' : "@import './them.css';\n"}body { --n: ${how % 4} }\n`,
      });
    case 'style import':
      return withOthers(theme, files, {
        'templates/styles/them.css': `${theme['templates/styles/them.css']}.them { --n: ${how % 4} }\n`,
      });
    case 'style font':
      return withOthers(theme, files, { 'templates/fonts/thu.woff2': `woff2 ${how % 4}` });
    case 'style picture':
      return withOthers(theme, files, { 'templates/pictures/nen.png': `png ${how % 4}` });
    case 'client script':
      return withOthers(theme, files, {
        'templates/client/them.ts': `document.documentElement.dataset.them = '${how % 4}';\n`,
      });
    case 'template import':
      // A file of another ending may take the place of the one that is imported without one.
      return withOthers(
        theme,
        files,
        where % 3 === 0
          ? { 'templates/parts/khong-co.ts': `export const words = 'Không có ${how % 4}';\n` }
          : {
              'templates/parts/sign-off.tsx':
                how % 4 === 0
                  ? null
                  : `export default function SignOff() {\n  return <p>Ký ${how % 4}</p>;\n}\n`,
            },
      );
    case 'template data':
      return withOthers(theme, files, { 'templates/pages/khong-co.json': `{ "so": ${how % 4} }` });
    case 'words':
      // Of the site's own language, which every page shows, and of another one; some wrong, some missing.
      return {
        [pick(['templates/words/vi.ts', 'templates/words/en.ts', 'templates/words/km.ts'], where) ?? '']:
          how % 5 === 0
            ? null
            : `export default { tags: 'Thẻ ${how % 3}', numbered: '{title}, ${how % 2} {number}', minutes: ${how % 2 === 0 ? "{ other: '{count}′' }" : '7'}, khac: 'x' };\n`,
      };
    case 'static file':
      return {
        [`content/_static/${pick(['robots-khac.txt', 'thu/muc.bin', '.well-known/security.txt'], where)}`]:
          how % 5 === 0 ? null : `Tĩnh ${how % 4}`,
      };
    case 'configuration module':
      // The module with the ending .ts comes before the one with .js.
      return withOthers(
        modules,
        files,
        where % 2 === 0
          ? { 'words/title.js': `export const title = 'Báo ${how % 4}';\n` }
          : { 'options.ts': `export const title = 'Báo ${how % 4}';\n` },
      );
    case 'route JSON':
      return withOthers(modules, files, { 'list.json': `["${how % 4}"]` });
    case 'route data':
      return withOthers(
        modules,
        files,
        where % 2 === 0
          ? { 'data/events.yaml': `- số: ${how % 4}\n` }
          : { 'data/ghi-chu.txt': `Ghi chú ${how % 4}.` },
      );
    case 'plugin code':
      return withOthers(modules, files, { 'node_modules/dau-cuoi/a.js': pluginCode(String(how % 4)) });
    case 'plugin package':
      return withOthers(modules, files, {
        'node_modules/dau-cuoi/package.json': `{ "name": "dau-cuoi", "version": "1.0.${how % 4}", "type": "module", "main": "${how % 2 === 0 ? 'a' : 'b'}.js" }`,
      });
    case 'site package':
      return {
        'package.json':
          how % 4 === 0
            ? null
            : `{ "name": "bao", "version": "1.0.${how % 4}"${how % 2 === 0 ? ', "type": "module"' : ''} }`,
      };
    case 'TypeScript options':
      return {
        'tsconfig.json':
          how % 3 === 0
            ? null
            : `{ "compilerOptions": { "jsx": "react", "target": "${how % 2 === 0 ? 'ES5' : 'ES2022'}", "paths": { "broadsheet": ["./x${how % 4}"] } } }`,
      };
    case 'translation': {
      // Most fields come from a few values, so that keys meet.
      const key = pick(['', 'translationKey: muoi\n', 'translationKey: kinh-te/muoi\n'], how) ?? '';
      const folder = pick(['content/en/kinh-te/', 'content/en/xa-hoi/', 'content/kinh-te/'], how) ?? '';
      const bilingual = configurations.filter((each) => each.includes('languages:'));
      return {
        ...(how % 3 === 0 && { 'broadsheet.config.ts': pick(bilingual, how) ?? '' }),
        ...(files.has('content/en/kinh-te/_index.md')
          ? {}
          : { 'content/en/kinh-te/_index.md': '---\ntitle: Economy\nslug: economy\n---\n' }),
        [pick(
          [
            `${folder}muoi.md`,
            `${folder}salt.md`,
            'content/kinh-te/muoi.en.md',
            'content/_authors/ngoc.en.md',
          ],
          where,
        ) ?? '']:
          how % 7 === 0
            ? null
            : `---\ntitle: Salt ${how % 4}\nname: Ngoc ${how % 2}\ndate: 2026-11-1${how % 3} 08:00\n${key}---\nSalt, see [rice](/kinh-te/nong-nghiep/lua/) and [salt](/kinh-te/muoi/).\n`,
      };
    }
    case 'category language': {
      const index =
        pick(
          ['content/en/xa-hoi/_index.md', 'content/xa-hoi/_index.en.md', 'content/en/kinh-te/_index.md'],
          where,
        ) ?? '';
      return {
        [index]:
          how % 4 === 0
            ? null
            : `---\ntitle: Society ${how % 2}\n${how % 3 === 0 ? 'translationKey: xa-hoi\n' : ''}---\n`,
      };
    }
    case 'views':
      return {
        'content/_data/views.json':
          how % 4 === 0
            ? null
            : `{ "articles": { "/kinh-te/muoi/": { "2026-11-2${how % 2}": ${how % 90} } }, "logs": [] }`,
      };
    case 'addresses':
      return {
        'content/_data/addresses.txt': how % 4 === 0 ? null : `/kinh-te/muoi/\n/khong-con-${how % 3}/\n`,
      };
    case 'touch':
      return name === undefined || text === undefined ? {} : { [name]: text };
    default:
      return {};
  }
}
