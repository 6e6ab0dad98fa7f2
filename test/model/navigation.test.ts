import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const files: Files = {
  'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
  'content/kinh-te/nong-nghiep/lua.md': article('title: Lúa\ntags: [giá]'),
  'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nx\n',
  'content/_static/tep.pdf': '%PDF-1.4',
};
const linksOf = (html: string, label: string): string[] => {
  const part = new RegExp(`aria-label="${label}"[\\s\\S]*?</nav>`).exec(html)?.[0] ?? '';
  return [...part.matchAll(/<a href="([^"]*)"(?: aria-current="(\w+)")?>([^<]*)/g)].map(
    ([, href, current, text]) => `${text} ${href}${current ? ` ${current}` : ''}`,
  );
};
const build = async (options: string, others: Files = {}) => {
  const site = inlineSite({ ...files, 'broadsheet.config.ts': configuration(options), ...others });
  return { site, said: reported(await site.build()) };
};

test.each(['navigation', 'footer'])(
  'entries of %s are categories, pages, addresses of the site, and other sites',
  async (option) => {
    const { site, said } = await build(
      `${option}: [{ to: 'kinh-te' }, { to: '/kinh-te/nong-nghiep/' }, { to: 'gioi-thieu' }, { title: 'Nhãn', to: 'gioi-thieu' }, { title: 'Kho', to: '/luu-tru/' }, { title: 'RSS', to: '/rss.xml?x#y' }, { title: 'Tệp', to: '/tep.pdf' }, { title: 'Ngoài', to: 'https://khac.example/' }, { title: 'Thư', to: 'mailto:a@b.example' }]`,
    );
    expect(said).toEqual([]);
    expect(
      linksOf(site.read('luu-tru/index.html'), option === 'footer' ? 'Chân trang' : 'Chuyên mục'),
    ).toEqual([
      'Kinh tế /kinh-te/',
      'Nông nghiệp /kinh-te/nong-nghiep/',
      'Giới thiệu /gioi-thieu/',
      'Nhãn /gioi-thieu/',
      `Kho /luu-tru/${option === 'footer' ? '' : ' page'}`,
      'RSS /rss.xml?x#y',
      'Tệp /tep.pdf',
      'Ngoài https://khac.example/',
      'Thư mailto:a@b.example',
    ]);
  },
);

test.each(['navigation', 'footer'])(
  'an entry of %s that leads nowhere is reported and left out',
  async (option) => {
    const { site, said } = await build(
      `\n  ${option}: [{ to: 'kinh-tee' }, { title: 'A', to: '/khong-co/' }, { to: '//khac.example/' }, { to: 'javascript:alert(1)' }, { to: 'kinh-te' }]`,
    );
    const start = option === 'footer' ? 14 : 18;
    expect(said).toEqual([0, 32, 54, 81].map((at) => `broadsheet.config.ts:3:${start + at} dead-navigation`));
    expect(site.read('index.html')).not.toMatch(/kinh-tee|khong-co|khac\.example|javascript/);
  },
);

test('the most specific entry is the current one', async () => {
  const { site } = await build(
    "navigation: [{ to: 'kinh-te' }, { to: 'kinh-te/nong-nghiep' }, { title: 'Kho', to: '/luu-tru/' }, { title: 'Bài', to: '/kinh-te/nong-nghiep/lua/' }], lists: { month: 1 }",
    {
      'content/kinh-te/nong-nghiep/ngo.md': article('title: Ngô'),
      'content/kinh-te/cho.md': article('title: Chợ'),
    },
  );
  const currentOn = (page: string): string[] =>
    linksOf(site.read(page), 'Chuyên mục').filter((link) => /(?:page|true)$/.test(link));
  expect(currentOn('kinh-te/nong-nghiep/index.html')).toEqual(['Nông nghiệp /kinh-te/nong-nghiep/ page']);
  expect(currentOn('kinh-te/nong-nghiep/ngo/index.html')).toEqual(['Nông nghiệp /kinh-te/nong-nghiep/ true']);
  expect(currentOn('kinh-te/nong-nghiep/lua/index.html')).toEqual(['Bài /kinh-te/nong-nghiep/lua/ page']);
  expect(currentOn('kinh-te/index.html')).toEqual(['Kinh tế /kinh-te/ page']);
  expect(currentOn('kinh-te/cho/index.html')).toEqual(['Kinh tế /kinh-te/ true']);
  expect(currentOn('luu-tru/index.html')).toEqual(['Kho /luu-tru/ page']);
  expect(currentOn('luu-tru/2026/11/index.html')).toEqual(['Kho /luu-tru/ true']);
  expect(currentOn('index.html')).toEqual([]);
});

test('a category stands once in the footer', async () => {
  const { site } = await build("navigation: [{ to: 'kinh-te' }, { to: 'kinh-te/nong-nghiep' }]");
  expect(linksOf(site.read('index.html'), 'Các chuyên mục')).toEqual([
    'Kinh tế /kinh-te/',
    'Nông nghiệp /kinh-te/nong-nghiep/',
  ]);
});

test('a logo or an icon that is not there is reported where the configuration names it', async () => {
  const site = inlineSite({
    'broadsheet.config.ts':
      "export default {\n  site: {\n    title: 'A',\n    origin: 'https://a.example',\n    organisation: { logo: 'khong-co.svg' },\n    icon: 'khong-co.png',\n  },\n};\n",
  });
  expect(reported(await site.build())).toEqual([
    'broadsheet.config.ts:5:21 missing-picture',
    'broadsheet.config.ts:6:5 missing-picture',
  ]);
});

test('a site in regional Vietnamese has Vietnamese words and addresses', async () => {
  const { site } = await build('', {
    'broadsheet.config.ts':
      "export default { site: { title: 'A', origin: 'https://a.example', language: 'vi-VN' } };\n",
  });
  expect(site.has('tu-khoa/gia/index.html')).toBe(true);
  expect(site.has('luu-tru/2026/11/index.html')).toBe(true);
  expect(site.read('index.html')).toContain('Lưu trữ');
});
