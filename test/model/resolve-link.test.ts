import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const others: Files = {
  'content/kinh-te/lua/index.md': article('title: Lúa', '## Giá\n\nTăng.'),
  'content/kinh-te/muoi.md': article('title: Muối'),
  'content/kinh-te/nhap.md': article('title: Nháp\nstatus: draft'),
  'content/kinh-te/hong.md': article('title: [Hỏng]'),
  'content/kinh-te/giu.md': article('title: Giữ\ndraft: true'),
  'content/kinh-te/bang.csv': 'a,b\n',
};

/** Where a link leads, or what is said of it. */
async function follow(link: string, more: Files = {}): Promise<string> {
  const site = inlineSite({ ...others, ...more, 'content/kinh-te/a.md': article('title: A', link) });
  const messages = (await site.build()).messages.filter(({ path }) => path === 'content/kinh-te/a.md');
  const html = site.read('kinh-te/a/index.html');
  const body = /<div class="body">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
  const [, href] = /href="([^"]*)"/.exec(body) ?? [];
  return [href, ...messages.map(({ rule, values }) => [rule, values.rule].filter(Boolean).join(' '))]
    .filter(Boolean)
    .join(' ');
}

test.each([
  ['[Muối](muoi.md)', '/kinh-te/muoi/'],
  ['[Muối](/kinh-te/muoi.md)', '/kinh-te/muoi/'],
  ['[Muối](/kinh-te/muoi)', '/kinh-te/muoi/'],
  ['[Lúa](/kinh-te/lua/index.md#gia)', '/kinh-te/lua/#gia'],
  ['[Kinh tế](/kinh-te/_index.md)', '/kinh-te/'],
  ['[Lúa](\\kinh-te\\lua/)', '/kinh-te/lua/'],
  ['[Lúa](..\\kinh-te\\lua\\index.md)', '/kinh-te/lua/'],
  ['[Lúa](//bao.example/kinh-te/lua/)', '/kinh-te/lua/'],
  ['[Lúa](HTTPS://BAO.EXAMPLE/kinh-te/lua/)', '/kinh-te/lua/'],
  ['[Lúa](https://bao.example:443/kinh-te/lua/?a=1#gia)', '/kinh-te/lua/?a=1#gia'],
  ['[Trang chủ](../)', '/'],
  ['[Trang chủ](..)', '/'],
  ['[Trang chủ](https://bao.example)', '/'],
  ['[Nháp](/kinh-te/nhap.md)', 'unpublished-link'],
  ['[Hỏng](hong.md)', 'refused-link wrong-type'],
  ['[Hỏng](/kinh-te/hong/)', 'refused-link wrong-type'],
  ['[Giữ](giu.md)', 'refused-link held-back'],
  ['[Không](/kinh-te/khong.md)', 'dead-link'],
  ['[bản đồ quy hoạch]()', 'address-missing'],
  ['[bản đồ]( )', 'address-missing'],
  ['[bản đồ][x]\n\n[x]: <>', 'address-missing'],
  ['![bản đồ]()', 'address-missing'],
  ['<a href="">bản đồ</a>', 'address-missing'],
])('%s: %s', async (link, expected) => {
  expect(await follow(link)).toBe(expected);
});

test.each([
  ['[RSS](/rss.xml)', '/tin/rss.xml'],
  ['[RSS](/tin/rss.xml)', '/tin/rss.xml'],
  ['[Trang chủ](../)', '/tin/'],
  ['[Muối](/kinh-te/muoi.md)', '/tin/kinh-te/muoi/'],
  ['[Muối](https://bao.example/tin/kinh-te/muoi.md)', '/tin/kinh-te/muoi/'],
])('below a base path, %s: %s', async (link, expected) => {
  const config = configuration().replace(
    "origin: 'https://bao.example'",
    "origin: 'https://bao.example', base: '/tin/'",
  );
  expect(await follow(link, { 'broadsheet.config.ts': config })).toBe(expected);
});

test('where a link stands, and its words, are kept', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A', 'Xem [*bản đồ* mới]() và ![sơ đồ]().'),
  });
  const result = await site.build();
  expect(reported(result)).toEqual([
    'content/kinh-te/a.md:5:5 address-missing',
    'content/kinh-te/a.md:5:25 address-missing',
  ]);
  expect(site.read('kinh-te/a/index.html')).toContain('<p>Xem <em>bản đồ</em> mới và sơ đồ.</p>');
});

test.each([
  ['[Biểu đồ](bieu-do.svg)', ''],
  ['<a href="bieu-do.svg">Biểu đồ</a>', ''],
  ['Chữ.', 'attachments: [bieu-do.svg]'],
])('a drawing that is offered for download is published clean: %s %s', async (body, fields) => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(`title: A\n${fields}`, body),
    'content/kinh-te/bieu-do.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><path d="M0 0"/></svg>',
  });
  expect(reported(await site.build())).toEqual([]);
  const [, address = ''] =
    /href="\/(media\/bieu-do-[^"]*\.svg)"/.exec(site.read('kinh-te/a/index.html')) ?? [];
  expect(site.read(address)).toContain('<path d="M0 0"');
  expect(site.read(address)).not.toContain('alert');
});
