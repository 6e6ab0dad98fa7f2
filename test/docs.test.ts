import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
// @ts-expect-error a script without types
import { findChromium } from '../scripts/find-chromium.mjs';
import { generators } from '../src/routes/routes.ts';
import { fromRoot } from './from-root.ts';
import { type Files, type InlineSite, inlineSite, reported } from './inline-site.ts';
import { runCli } from './run-cli.ts';

const folders = ['docs', 'docs/vi', 'docs/newsroom', 'docs/decisions'];
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...folders.flatMap((folder) =>
    readdirSync(fromRoot(folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
];
const texts = new Map(pages.map((page) => [page, readFileSync(fromRoot(page), 'utf8')]));
const textOf = (page: string): string => texts.get(page) ?? '';

interface Example {
  readonly page: string;
  /** The `##` heading above: the examples below one heading are one site. */
  readonly section: string;
  readonly file: string;
  readonly content: string;
}

/** Fenced blocks that name a file after their language. */
const examples: readonly Example[] = pages.flatMap((page) => {
  let section = '';
  return [
    ...textOf(page).matchAll(
      /^## (?<heading>.*)$|^(?<fence>`{3,})(?:\w+ (?<file>\S+)|.*)\n(?<content>[\s\S]*?\n)\k<fence>$/gm,
    ),
  ].flatMap(({ groups: { heading, file, content = '' } = {} }): Example[] => {
    if (heading !== undefined) section = heading;
    return file === undefined ? [] : [{ page, section, file, content }];
  });
});
const isOfSite = ({ file }: Example): boolean =>
  /^(?:content|templates)\/|^broadsheet\.config\.ts$|^tsconfig\.json$/.test(file);

interface Shown {
  /** Files that the text takes for granted: pictures, attachments, data. */
  readonly given?: readonly string[];
  /** What the build reports. */
  readonly reports?: readonly string[];
  /** Outputs, and what stands in them. */
  readonly shows: readonly (readonly [output: string, ...texts: (string | RegExp)[]])[];
  /** Outputs that are not there. */
  readonly lacks?: readonly string[];
}

const redirected = 'url=/kinh-te/gia-tom-thang-11/';
/** What the pages say of their examples, by page and section. */
const shown: Readonly<Record<string, Shown>> = {
  'README.md: Write your first article': {
    shows: [
      [
        'kinh-te/gia-lua-dau-vu/index.html',
        '<strong>7.400 đồng</strong>',
        'khác./.</p>',
        'Thứ 2, Ngày 16/11/2026, 08:30',
      ],
      ...[
        'kinh-te/index.html',
        'tu-khoa/lua/index.html',
        'luu-tru/2026/11/index.html',
        'rss.xml',
        'sitemap-2026.xml',
      ].map((output) => [output, '/kinh-te/gia-lua-dau-vu/'] as const),
    ],
  },
  'docs/configuration.md: ': { shows: [['index.html', 'Báo Lạc Giang']] },
  'docs/configuration.md: A larger example': {
    reports: ['content/economy/rice.md:5:32 dead-link warning'],
    shows: [
      [
        '2026/11/rice/index.html',
        'Monday, 16 November 2026, 08:30',
        '/news/economy/',
        'Welcome to the Lac Giang Times',
        'as foreseen.',
      ],
      ['rss.xml', 'https://times.example/news/2026/11/rice/'],
    ],
  },
  'docs/search.md: What is found': {
    shows: [
      ['tim-kiem/index/index.json', '[["UBND","ủy ban nhân dân"],["HĐND","hội đồng nhân dân"]]', '3,8]'],
    ],
  },
  'docs/vi/tim-kiem.md: Những gì được tìm': {
    shows: [['tim-kiem/index/index.json', '[["UBND","ủy ban nhân dân"]']],
  },
  'docs/languages.md: A second language': {
    shows: [
      ['kinh-te/gia-lua/index.html', '/en/economy/rice-prices/', 'Phóng viên'],
      [
        'en/economy/rice-prices/index.html',
        '<html lang="en">',
        'Lac Giang Gazette',
        '<a href="/kinh-te/gia-lua/">more than a month ago</a>',
      ],
    ],
  },
  'docs/languages.md: What is a translation of what': {
    shows: [
      [
        'kinh-te/cau-song-lac-2/index.html',
        'hreflang="en" href="https://baolacgiang.example/en/kinh-te/bridge/"',
      ],
    ],
  },
  'docs/languages.md: What is not translated': {
    shows: [
      ['en/kinh-te/index.html', 'Bản tiếng Việt'],
      ['en/kinh-te/muoi/index.html', 'has not been translated', 'href="/en/kinh-te/"'],
    ],
  },
  'docs/languages.md: Words': {
    shows: [['luu-tru/index.html', '<title>Kho bài - Báo Lạc Giang</title>']],
  },
  'docs/vi/ngon-ngu.md: Từ ngữ của giao diện': {
    shows: [['luu-tru/index.html', '<title>Kho bài - Báo Lạc Giang</title>']],
  },
  'docs/vi/ngon-ngu.md: Thêm một ngôn ngữ': {
    shows: [['en/economy/rice-prices/index.html', '/kinh-te/gia-lua/']],
  },
  'docs/theme.md: Colours': {
    shows: [
      ['kinh-te/index.html', 'accent-1'],
      ['kinh-te/gia-lua/index.html', 'Kinh tế'],
    ],
  },
  'docs/theme.md: Header': {
    given: ['content/ten-bao.svg', 'content/bieu-trung.svg', 'content/bieu-trung-toi.svg'],
    shows: [
      [
        'index.html',
        /media\/ten-bao-[\da-f]{10}-24\.svg/,
        /media\/bieu-trung-[\da-f]{10}-24\.svg/,
        /media\/bieu-trung-toi-[\da-f]{10}-24\.svg/,
      ],
    ],
  },
  'docs/theme.md: Fonts and shape': { shows: [['index.html', 'Báo Thử']] },
  'docs/theme.md: Front page': { shows: [['index.html', 'home-lead hero', 'Giá lúa đầu vụ tăng']] },
  'docs/theme.md: Articles': {
    shows: [
      ['kinh-te/bao-cao/index.html', 'layout-document', '46/BC-UBND', 'Kinh tế quý III tăng 7,2%.', 'zalo'],
    ],
  },
  'docs/theme.md: Links and head': {
    shows: [
      [
        'index.html',
        'https://facebook.example/baothu',
        '<meta name="google-site-verification" content="a1b2c3"',
        '<link rel="me" href="https://social.example/@baothu"',
      ],
    ],
  },
  'docs/content.md: Categories': {
    shows: [
      ['kinh-te/nong-nghiep/index.html', '<strong>mùa vụ</strong>'],
      ['kinh-te/index.html', 'Nông nghiệp'],
      ['van-hoa-the-thao/giai-cau-long/index.html', '120 vận động viên'],
      ['the-thao/giai-cau-long/index.html', '/van-hoa-the-thao/giai-cau-long/'],
    ],
  },
  'docs/content.md: Tags': {
    shows: [['tu-khoa/lua-gao/index.html', '<h1>Lúa gạo</h1>', 'Giá cả, mùa vụ', 'vựa lúa']],
  },
  'docs/content.md: Articles': {
    given: ['content/xa-hoi/khu-dieu-tri/benh-vien.jpg', 'content/xa-hoi/khu-dieu-tri/lich-kham.pdf'],
    shows: [
      ['kinh-te/gia-lua/index.html', '16/11/2026'],
      [
        'xa-hoi/khu-dieu-tri/index.html',
        '(TUAG)-',
        'TUYẾT NGỌC',
        'Lịch khám tháng 12',
        'Bản đầu ghi nhầm',
        'Khu điều trị mới sáng 19/11.',
        /media\/lich-kham-[\da-f]{10}\.pdf/,
      ],
    ],
  },
  'docs/content.md: Addresses': {
    shows: [
      ['kinh-te/gia-tom-thang-11/index.html', 'Giá tôm thẻ'],
      ['tin-tuc/1234.html', redirected],
      ['kinh-te/gia-tom/index.html', redirected],
    ],
  },
  'docs/content.md: Authors': {
    shows: [
      ['tac-gia/minh-khang/index.html', 'Phóng viên kinh tế', 'Giá phân bón ổn định'],
      ['kinh-te/gia-phan-bon/index.html', '/tac-gia/minh-khang/', 'Cộng tác viên'],
    ],
  },
  'docs/content.md: Pictures, links and attachments': {
    given: [
      'content/kinh-te/cau-moi/cong-nhan.jpg',
      'content/kinh-te/cau-moi/bao-cao.pdf',
      'content/kinh-te/cau-moi/so-lieu.csv',
    ],
    shows: [
      [
        'kinh-te/cau-moi/index.html',
        '<figcaption>Nhịp cuối được nối lúc 9 giờ. Ảnh: Minh Khang</figcaption>',
        'href="/kinh-te/gia-cat-da/"',
        'href="/kinh-te/gia-cat-da/#nguon-cung"',
        /media\/bao-cao-[\da-f]{10}\.pdf/,
        /media\/so-lieu-[\da-f]{10}\.csv/,
      ],
    ],
  },
  'docs/content.md: Articles on other sites': {
    shows: [['kinh-te/index.html', 'href="https://thongke.example/nien-giam-2025"']],
    lacks: ['kinh-te/niem-giam/index.html'],
  },
  'docs/content.md: Languages': {
    shows: [
      [
        'kinh-te/bridge/index.html',
        '<html lang="en">',
        'Sunday, 15 November 2026, 11:15',
        'Skip to main content',
      ],
    ],
  },
  'docs/content.md: Plain pages': { shows: [['gioi-thieu/index.html', 'cơ quan ngôn luận']] },
  'docs/content.md: Files at the root of the site': { shows: [['ads.txt', '# nothing is sold here']] },
  'docs/content.md: Fields in the editor': { shows: [['kinh-te/voi-ghi-chu/index.html', 'Nội dung.']] },
  'docs/blocks.md: Blocks of the theme': {
    given: [
      'content/kinh-te/gat.jpg',
      'content/kinh-te/tram-do.jpg',
      'content/kinh-te/gat.mp4',
      'content/kinh-te/gat.vtt',
      'content/kinh-te/song-nuoc.mp3',
    ],
    shows: [
      ['kinh-te/hop/index.html', 'Đường dây hỏi đáp', 'alert-warning', 'Ghi chú'],
      ['kinh-te/trich/index.html', 'pull-quote', 'nông dân xã Vàm Lạc'],
      ['kinh-te/gap/index.html', '<summary>Cách đo</summary>'],
      ['kinh-te/anh/index.html', 'data-view', '/assets/viewer-', '"@type":"ImageGallery"'],
      ['kinh-te/hai-hinh/index.html', 'class="figures'],
      ['kinh-te/gat-lua/index.html', 'layout-video', '<video', 'kind="captions"', '"@type":"VideoObject"'],
      ['kinh-te/tieng-song/index.html', '<audio', '"@type":"AudioObject"'],
      ['kinh-te/nhung/index.html', 'data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
      ['kinh-te/bang/index.html', 'number-2', 'data-sort="vi"'],
      ['kinh-te/bieu-do/index.html', '<rect class="series-2"', '<path class="line series-1"'],
      ['kinh-te/moc/index.html', 'class="timeline"', 'class="steps"'],
      ['kinh-te/nut/index.html', '<abbr title="Tổ chức Y tế Thế giới">WHO</abbr>', 'href="/kinh-te/bang/"'],
    ],
  },
  "docs/blocks.md: Blocks of the site's own": {
    given: ['content/kinh-te/phim.jpg'],
    shows: [
      ['kinh-te/phim/index.html', '<b>Mùa nước nổi</b> <span>★★★★</span>', 'href="https://rap.example/ve"'],
    ],
  },
  'docs/markdown.md: ': {
    shows: [
      [
        'kinh-te/du-cac-kieu/index.html',
        'id="gia-trong-tuan"',
        'class="table-scroll"',
        'type="checkbox"',
        'Chú thích',
        'hljs',
        '<del>tăng</del>',
        'rel="external noopener"',
      ],
    ],
  },
  'docs/markdown.md: Raw HTML': {
    shows: [
      [
        'kinh-te/html/index.html',
        '<abbr title="milimét">',
        '<details>',
        '<strong>hai lần</strong>',
        '<time datetime=',
      ],
    ],
  },
  'docs/markdown.md: Plugins': { shows: [['kinh-te/cau/index.html', '12\u00a0km', '400\u00a0tấn']] },
  'docs/pictures.md: ': {
    given: [
      'content/kinh-te/ben-song/ben-song.jpg',
      'content/kinh-te/ben-song/boc-vac.jpg',
      'content/kinh-te/ben-song/tram.svg',
    ],
    shows: [
      [
        'kinh-te/ben-song/index.html',
        'fetchpriority="high"',
        'loading="lazy"',
        'og:image',
        'Mỗi chuyến chở hai tấn lúa.',
        /ben-song-[\da-f]{10}-480\.avif 480w/,
        /tram-[\da-f]{10}-\d+\.svg/,
      ],
      ['kinh-te/index.html', /ben-song-[\da-f]{10}-320x213\.webp 320w/],
    ],
  },
  'docs/metadata.md: Structured data': {
    shows: [
      [
        'index.html',
        '"@type":"GovernmentOrganization"',
        '"publishingPrinciples":"https://baolac.example/ton-chi/"',
        '"sameAs":["https://www.facebook.com/baolac.example"]',
      ],
    ],
  },
  'docs/deploy.md: ': { shows: [['sitemap.xml', 'https://toa-soan.example/bao/sitemap-pages.xml']] },
  'docs/deploy.md: Headers': { shows: [['_headers', 'Content-Security-Policy: default-src']] },
  'docs/newsroom/compliance.md: Which page answers which point': {
    shows: [
      ['gioi-thieu/index.html', 'sơ đồ tổ chức'],
      ['van-ban/index.html', 'Văn bản'],
    ],
  },
  'docs/templates.md: Replacing a template': { shows: [['404.html', 'Không tìm thấy trang']] },
  'docs/templates.md: Colours and styles': { shows: [] },
  'docs/templates.md: A kind of page of your own': {
    shows: [
      ['anh/index.html', '<h1>Ảnh</h1>', /Một ngày ở (?:<[^>]*>)?chợ nổi/],
      ['titles.json', '{"titles":["Một ngày ở chợ nổi"]}'],
    ],
    lacks: ['tu-khoa/cho-noi/index.html'],
  },
  'docs/templates.md: Props': { shows: [['gioi-thieu/index.html', '<p>Báo Thử</p>']] },
  'docs/templates.md: Type checking': { shows: [] },
  'docs/vi/bat-dau.md: Viết một bài': {
    shows: [['kinh-te/gia-lua-dau-vu/index.html', '<strong>7.400 đồng</strong>']],
  },
  'docs/vi/bat-dau.md: Hình ảnh': {
    given: ['content/kinh-te/ben-song/ben-song.jpg', 'content/kinh-te/ben-song/boc-vac.jpg'],
    shows: [['kinh-te/ben-song/index.html', 'Mỗi chuyến chở hai tấn lúa.', 'Ảnh: Quốc Đạt']],
  },
  'docs/vi/bat-dau.md: Khối: hộp thông tin, bộ ảnh, video, biểu đồ': {
    given: [
      'content/kinh-te/gat.jpg',
      'content/kinh-te/tram-do.jpg',
      'content/kinh-te/gat.mp4',
      'content/kinh-te/gat.vtt',
    ],
    shows: [['kinh-te/mua-man/index.html', 'pull-quote', 'gallery', '<video', '<rect class="series-1"']],
  },
  'docs/vi/bat-dau.md: Tệp đính kèm và liên kết': {
    given: ['content/kinh-te/ke-hoach/ke-hoach.pdf', 'content/kinh-te/gia-lua-dau-vu.md'],
    shows: [['kinh-te/ke-hoach/index.html', '(TUAG)-', 'Kế hoạch đầy đủ', 'href="/kinh-te/gia-lua-dau-vu/"']],
  },
  'docs/vi/bat-dau.md: Đổi địa chỉ chuyên mục': {
    shows: [
      ['van-hoa-the-thao/index.html', 'Văn hóa – Thể thao'],
      ['the-thao/index.html', '/van-hoa-the-thao/'],
    ],
  },
};

/** Bytes of a file that an example takes for granted, by its extension. */
const given = async (file: string): Promise<string | Uint8Array> => {
  if (file.endsWith('.jpg'))
    return sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#789' } })
      .jpeg()
      .toBuffer();
  if (file.endsWith('.svg'))
    return '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9"/></svg>';
  return file.endsWith('.md')
    ? '---\ntitle: Bài khác\ndate: 2026-11-01\n---\nNội dung.\n'
    : `content of ${file}`;
};

/** The site that the examples make, with what they take for granted. */
async function siteOf(own: readonly Example[], files: readonly string[] = []): Promise<InlineSite> {
  const all: Record<string, string | Uint8Array> = {};
  for (const file of files) all[file] = await given(file);
  for (const { file, content } of own) all[file] = content;
  return inlineSite(all satisfies Files);
}

const sections = new Map<string, Example[]>();
for (const example of examples.filter(isOfSite)) {
  const section = `${example.page}: ${example.section}`;
  sections.set(section, [...(sections.get(section) ?? []), example]);
}

describe('examples', () => {
  test('each section with examples says what they show', () => {
    expect(Object.keys(shown).sort()).toEqual([...sections.keys()].sort());
  });

  test.each(Object.entries(shown))(
    '%s',
    async (section, { given: files, reports = [], shows, lacks = [] }) => {
      const site = await siteOf(sections.get(section) ?? [], files);
      const result = await site.build();
      expect(reported(result)).toEqual(reports);
      for (const [output, ...wanted] of shows) {
        const html = site.read(output);
        expect(
          wanted.filter((text) => !(typeof text === 'string' ? html.includes(text) : text.test(html))),
          `${output} lacks`,
        ).toEqual([]);
      }
      expect(lacks.filter((output) => site.has(output))).toEqual([]);
    },
  );

  test('templates replace and add, in both schemes', async () => {
    const own = examples.filter(
      ({ page, file }) => page === 'docs/templates.md' && file !== 'templates/pages/plain.tsx',
    );
    const site = await siteOf(own.filter(isOfSite));
    expect(reported(await site.build())).toEqual([]);
    expect(site.read('kinh-te/cho-noi/index.html')).toContain('Ghi rõ nguồn khi phát hành lại.');
    const [style = ''] = [...site.tree()].flatMap(([file, content]) =>
      /^assets\/site-.*\.css$/.test(file) ? [content.toString('utf8')] : [],
    );
    for (const rule of [/--accent: ?#14532d/, /--accent: ?#86efac/, /\.notice-line ?\{/])
      expect(style).toMatch(rule);
  });

  test('templates pass the type check, and a prop that is not there does not', async () => {
    expect(
      existsSync(fromRoot('lib/types/index.d.ts')),
      'the package has its types: run "npm run compile"',
    ).toBe(true);
    const typed = examples.filter(
      ({ page, file }) => page === 'docs/templates.md' || file.startsWith('templates/blocks/'),
    );
    const site = await siteOf(typed.filter(isOfSite));
    mkdirSync(path.join(site.root, 'node_modules'));
    symlinkSync(fromRoot('.'), path.join(site.root, 'node_modules/broadsheet'));
    symlinkSync(fromRoot('node_modules/preact'), path.join(site.root, 'node_modules/preact'));
    symlinkSync(fromRoot('node_modules/@types'), path.join(site.root, 'node_modules/@types'));
    site.write({
      'templates/parts/now.ts':
        "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('a', 'utf8');\n",
    });
    const check = () =>
      spawnSync(process.execPath, [fromRoot('node_modules/typescript/bin/tsc'), '--pretty', 'false'], {
        cwd: site.root,
        encoding: 'utf8',
      }).stdout;
    expect(check()).toBe('');
    site.write({
      'templates/pages/plain.tsx':
        textOf('docs/templates.md')
          .match(/^```tsx templates\/pages\/plain\.tsx\n([\s\S]*?)^```$/m)?.[1]
          ?.replace('site.organisation.name', 'site.organisation.nmae') ?? '',
    });
    expect(check()).toContain("Property 'nmae' does not exist");
  });

  test('the CI files keep the cache and publish what is built', () => {
    const files = [...textOf('docs/deploy.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, content = '']) => JSON.stringify(parse(content)),
    );
    expect(files).toHaveLength(2);
    for (const content of files)
      for (const words of ['.cache', 'npm ci', 'npm run build']) expect(content).toContain(words);
  });
});

describe('words', () => {
  test('tables are current', () => {
    const { status, stderr } = spawnSync(process.execPath, [fromRoot('scripts/docs.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('links within the documentation lead somewhere', () => {
    const idsOf = (text: string): string[] =>
      [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
          .replaceAll(' ', '-'),
      );
    const dead = pages.flatMap((page) =>
      [
        ...textOf(page)
          .replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '')
          .replaceAll(/`[^`\n]*`/g, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ].flatMap(([, url = '']) => {
        if (/^https?:/.test(url)) return [];
        const [file = '', anchor] = url.split('#');
        const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
        const there =
          existsSync(fromRoot(target)) && (anchor === undefined || idsOf(textOf(target)).includes(anchor));
        return there ? [] : [`${page}: ${url}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  test('every command and flag that is named exists', () => {
    const { stdout } = runCli(['--help']);
    const known = new Set([
      ...[...stdout.matchAll(/^ {2}([a-z]+) .*(?:\[|<| {2})/gm)].map(([, name]) => name),
    ]);
    const flags = new Set([
      '--lang',
      ...[...textOf('docs/commands.md').matchAll(/--[a-z-]+/g)].map(([flag]) => flag),
    ]);
    const written = pages.filter((page) => page !== 'docs/configuration.md');
    const named = written.flatMap((page) =>
      [...textOf(page).matchAll(/(?:`|npx )broadsheet ([a-z]+)((?: --[a-z-]+)*)/g)].map(
        ([whole, name = '', rest = '']) => ({
          page,
          whole,
          name,
          flags: rest.split(' ').filter(Boolean),
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => !known.has(one.name) || one.flags.some((flag) => !flags.has(flag)))).toEqual(
      [],
    );
  });

  test('every default route is in the table', () => {
    const table = textOf('docs/templates.md').match(/## Routes by name\n([\s\S]*?)\n## /)?.[1] ?? '';
    const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(Object.keys(generators).sort());
  });

  test('every template is in the table', () => {
    const table = textOf('docs/templates.md').match(/## Props\n([\s\S]*?)```/)?.[1] ?? '';
    const named = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(
      readdirSync(fromRoot('templates/pages')).map((file) => path.parse(file).name),
    );
  });

  test('the labels in the Vietnamese guide are those of the fields', () => {
    const fields = /## Fields of an article\n([\s\S]*?)\n## /.exec(textOf('docs/content.md'))?.[1] ?? '';
    const labels = new Map(
      [...fields.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name = '', label = '']) => [name, label]),
    );
    const guide = [...textOf('docs/vi/bat-dau.md').matchAll(/^\| ([^|`]+) \| `(\w+)` \|/gm)].map(
      ([, label = '', name = '']) => ({ name, label }),
    );
    expect(guide.length).toBeGreaterThan(10);
    expect(guide.filter(({ name, label }) => !labels.get(name)?.startsWith(label))).toEqual([]);
  });

  test('the picture of the portal is small enough', async () => {
    const { width, size } = await sharp(readFileSync(fromRoot('docs/portal.png'))).metadata();
    expect({ width, small: (size ?? 0) < 250_000 }).toEqual({ width: 1280, small: true });
  });
});

test('pages keep to the Content-Security-Policy of the documentation', async () => {
  const deploy = textOf('docs/deploy.md');
  const [policy = '', ...others] = new Set(
    [...deploy.matchAll(/Content-Security-Policy:? "?(default-src[^"\n]*)/g)].map(([, found = '']) => found),
  );
  expect(others).toEqual([]);
  const own = sections.get('docs/pictures.md: ') ?? [];
  const files = shown['docs/pictures.md: ']?.given ?? [];
  const blocks = 'docs/blocks.md: Blocks of the theme';
  const further = [...(sections.get('docs/markdown.md: ') ?? []), ...(sections.get(blocks) ?? [])];
  const site = await siteOf([...own, ...further], [...files, ...(shown[blocks]?.given ?? [])]);
  expect(reported(await site.build())).toEqual([]);
  const violations = await violationsOf(site, policy, [
    '',
    'kinh-te/',
    'kinh-te/ben-song/',
    'kinh-te/du-cac-kieu/',
    'kinh-te/anh/',
    'kinh-te/bieu-do/',
    'kinh-te/nhung/',
    'luu-tru/',
    '404.html',
  ]);
  expect(violations).toEqual([]);
  expect(await violationsOf(site, "default-src 'none'", [''])).not.toEqual([]);
});

/** What a browser refuses when the built site is served under the policy. */
async function violationsOf(
  site: InlineSite,
  policy: string,
  addresses: readonly string[],
): Promise<string[]> {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const written = (request.url ?? '/').slice(1);
    const output = written === '' || written.endsWith('/') ? `${written}index.html` : written;
    const found = site.has(output);
    response.writeHead(found ? 200 : 404, {
      'content-security-policy': policy,
      'content-type': types[path.extname(output)] ?? 'application/octet-stream',
    });
    response.end(found ? readFileSync(path.join(site.root, 'dist', output)) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const close = async (): Promise<void> => {
    await browser.close();
    server.close();
  };
  onTestFinished(close);
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(`${page.url()}: ${message.text()}`);
  });
  for (const address of addresses)
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${address}`, {
      waitUntil: 'load',
    });
  return refused;
}
