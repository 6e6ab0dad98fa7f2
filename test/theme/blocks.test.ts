import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Body } from '../../src/props.ts';
import { importTheme } from '../../src/theme/load.ts';
import { fill } from '../../src/theme/render.ts';
import { jpeg } from '../dev/jpeg.ts';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

/** What stands in the body of an article, without white space between elements. */
const bodyOf = (html: string): string =>
  (
    /<div class="body">([\s\S]*?)<\/div><p class="sign-off"|<div class="body">([\s\S]*)<\/div>\s*<\/article>/
      .exec(html)
      ?.slice(1)
      .join('') ?? html
  )
    .replace(/\s*\n\s*/g, '')
    .replace(/-[0-9a-f]{10}(?=[-.])/g, '-DIGEST');

const files = async () => ({
  'content/kinh-te/ruong.jpg': await jpeg(800, 500),
  'content/kinh-te/gat.mp4': 'video',
  'content/kinh-te/gat.vtt': 'WEBVTT\n',
  'content/kinh-te/tieng.mp3': 'tiếng',
  'content/kinh-te/gia.csv': 'Tháng;Giá\r\n9;7,2\r\n10;7.400\r\n',
});

test('one article with every block', async () => {
  const blocks: Readonly<Record<string, [text: string, html: string]>> = {
    note: [
      ':::note\nChữ\n:::',
      '<div class="alert alert-note" role="note"><p class="alert-title">Ghi chú</p><p>Chữ</p></div>',
    ],
    alert: [
      '> [!NOTE]\n> Chữ',
      '<div class="alert alert-note" role="note"><p class="alert-title">Ghi chú</p><p>Chữ</p></div>',
    ],
    box: [
      ':::box[A & <b>]\nChữ\n:::',
      '<div class="alert" role="note"><p class="alert-title">A &amp; &lt;b></p><p>Chữ</p></div>',
    ],
    quote: [
      ':::quote{by="Bà Mười" role="nông dân"}\nGiá cao.\n:::',
      '<figure class="pull-quote"><blockquote><p>Giá cao.</p></blockquote><figcaption><cite>Bà Mười</cite>, nông dân</figcaption></figure>',
    ],
    details: [
      ':::details[Cách đo]{open}\nChữ\n:::',
      '<details class="fold" open><summary>Cách đo</summary><p>Chữ</p></details>',
    ],
    abbr: [':abbr[WHO]{title="Tổ chức"} nói', '<p><abbr title="Tổ chức">WHO</abbr> nói</p>'],
    button: [
      ':button[Đăng ký]{to=/kinh-te/}',
      '<p><a class="button button-main" href="/kinh-te/">Đăng ký</a></p>',
    ],
    timeline: [
      ':::timeline[Mốc]\n- **1/11** Mưa\n:::',
      '<div class="timeline"><p class="block-title">Mốc</p><ul><li><strong>1/11</strong> Mưa</li></ul></div>',
    ],
    steps: [':::steps\n1. Đo\n:::', '<div class="steps"><ol><li>Đo</li></ol></div>'],
    audio: [
      '::audio[Tiếng]{src=tieng.mp3}',
      '<figure class="media audio"><figcaption>Tiếng</figcaption><audio controls preload="none" aria-label="Tiếng"><source src="/media/tieng-DIGEST.mp3" type="audio/mpeg"/></audio><p class="source"><a href="/media/tieng-DIGEST.mp3" download="tieng.mp3">Tải về</a></p></figure>',
    ],
    embed: [
      '::embed[Gặt]{src="https://youtu.be/abc"}',
      '<figure class="embed embed-youtube"><a href="https://www.youtube.com/watch?v=abc" rel="external noopener" data-player="https://www.youtube-nocookie.com/embed/abc?autoplay=1" data-title="Gặt"><span class="embed-open"><span>Xem trên YouTube</span><strong>Gặt</strong></span></a><figcaption>Nội dung của YouTube, chỉ tải khi bạn bấm.</figcaption></figure>',
    ],
    disabled: [
      '::embed{src="https://vimeo.com/12"}',
      '<figure class="embed embed-vimeo"><a href="https://vimeo.com/12" rel="external noopener" data-title="Vimeo"><span class="embed-open"><span>Xem trên Vimeo</span></span></a></figure>',
    ],
  };
  const site = inlineSite({
    ...(await files()),
    'broadsheet.config.ts': configuration("embeds: ['youtube']"),
    ...Object.fromEntries(
      Object.entries(blocks).map(([name, [text]]) => [
        `content/kinh-te/${name}.md`,
        article(`title: ${name}`, text),
      ]),
    ),
  });
  expect(reported(await site.build())).toEqual(['content/kinh-te/disabled.md:5:9 embed-disabled info']);
  for (const [name, [, html]] of Object.entries(blocks))
    expect(bodyOf(site.read(`kinh-te/${name}/index.html`))).toContain(html);
});

test('a video is as large as its author, its file or its poster says', async () => {
  const site = inlineSite({
    ...(await files()),
    'content/kinh-te/nuoc.webm': readFileSync('content/moi-truong/so-tay-mua-man/cong-ngan-man.webm'),
    'content/kinh-te/a.md': article(
      'title: A',
      [
        '::video{src=nuoc.webm}',
        '::video{src=nuoc.webm poster=ruong.jpg}',
        '::video{src=nuoc.webm width=400 height=300}',
        '::video{src=gat.mp4 poster=ruong.jpg}',
        '::video{src=gat.mp4}',
      ].join('\n\n'),
    ),
  });
  const sizes = () =>
    Array.from(
      site.read('kinh-te/a/index.html').matchAll(/<video[^>]* width="(\d+)" height="(\d+)"/g),
      (found) => found.slice(1).map(Number),
    );
  const expected = [
    [640, 360],
    [640, 360],
    [400, 300],
    [800, 500],
    [1280, 720],
  ];
  await site.build();
  expect(sizes()).toEqual(expected);
  site.write({ 'content/kinh-te/b.md': article('title: B') });
  await site.build();
  expect(sizes()).toEqual(expected);
});

test('pictures, videos, tables and charts', async () => {
  const site = inlineSite({
    ...(await files()),
    'content/kinh-te/a.md': article(
      'title: A',
      [
        ':::video[Gặt lúa]{src=gat.mp4 poster=ruong.jpg captions=gat.vtt}\nLời.\n:::',
        ':::gallery[Mùa gặt]\n![Ruộng lúa chín](ruong.jpg "Ruộng.")\n:::',
        ':::table[Giá]{sort}\n| Loại | Giá |\n| - | - |\n| Lúa | 7.400 |\n| Nếp | 8,5 |\n:::',
        '::chart[Giá lúa]{kind=line data=gia.csv unit=đồng}',
      ].join('\n\n'),
    ),
    'content/kinh-te/b.md': article('title: B'),
  });
  expect(reported(await site.build())).toEqual([]);
  const html = site.read('kinh-te/a/index.html');
  const body = bodyOf(html);
  expect(body).toContain('<video controls preload="none" playsinline poster="/media/ruong-DIGEST-');
  expect(body).toContain('width="800" height="500" aria-label="Gặt lúa"');
  expect(body).toContain('<track kind="captions" src="/media/gat-DIGEST.vtt" srclang="vi" label="vi"/>');
  expect(body).toContain(
    '<details class="transcript"><summary>Nội dung lời nói</summary><p>Lời.</p></details>',
  );
  expect(body).toMatch(
    /<figure class="gallery columns-3"><div class="grid"><figure class="r-150"><a href="\/media\/ruong-DIGEST-800\.avif" data-view="true">/,
  );
  expect(body).toContain('<figure class="data-table number-2" data-sort="vi"><figcaption>Giá</figcaption>');
  expect(body).toContain(
    '<figure class="chart chart-line"><figcaption><strong>Giá lúa</strong><span> (đồng)</span></figcaption>',
  );
  expect(body).toContain('<td class="align-right">7.400</td>');
  expect(html).not.toMatch(/ style=/);
  // Styles and scripts of blocks are on pages that have some, and the files of videos where they lie.
  for (const name of ['blocks-[0-9a-f]+\\.css', 'blocks-[0-9a-f]+\\.js', 'viewer-[0-9a-f]+\\.js']) {
    expect(html).toMatch(new RegExp(`/assets/${name}`));
    expect(site.read('kinh-te/b/index.html')).not.toMatch(new RegExp(`/assets/${name}`));
  }
  expect([...site.tree().keys()].filter((file) => /^media\/.*\.(mp4|vtt|csv)$/.test(file))).toHaveLength(2);
});

test('what is wrong with attributes is told at their place, and the rest of the article is shown', async () => {
  const site = inlineSite({
    ...(await files()),
    'content/kinh-te/gia.csv': Buffer.from([0xff, 0xfe, 0x41]),
    'broadsheet.config.ts': configuration('media: { limit: 4 }'),
    'content/kinh-te/a.md': article(
      'title: A',
      [
        ':::gallery{colums=2}\nMột\n:::',
        ':::gallery{columns=9}\nHai\n:::',
        ':::chart{kind=bars}\nBa\n:::',
        '::video{src=gatt.mp4}',
        '::video{src=gat.mp4 poster=khong.jpg}',
        '::audio{src=ruong.jpg}',
        ':::details\nBốn\n:::',
        ':::details[A]{open=x}\nNăm\n:::',
        '::chart{data=gia.csv}',
        '::embed{src="https://khac.example/"}',
        ':button[Sáu]{to=khong-co.md}',
        ':button[Bảy]{to="javascript:alert(1)"}',
        ':::quote{by=A toString=1}\nTám\n:::',
        '::video{src}',
        ':::details{title=""}\nChín\n:::',
      ].join('\n\n'),
    ),
  });
  const { messages } = await site.build();
  expect(
    messages.map(
      ({ line, column, rule, values }) => `${line}:${column} ${rule} ${Object.values(values).join(', ')}`,
    ),
  ).toEqual([
    '5:12 block-attribute gallery, colums, columns, caption, columns',
    '9:12 block-value columns, 9, 1, 2, 4',
    '13:1 block-needs chart, data',
    '13:10 block-value kind, bars, bar, line, pie, bar',
    '17:9 missing-media gatt.mp4, gat.mp4',
    '19:9 media-large gat.mp4, 5, 4',
    '19:21 missing-picture khong.jpg',
    '21:9 block-value src, ruong.jpg, .mp3, .ogg, .m4a',
    '23:1 block-needs details, title',
    '27:15 block-value open, x, 1',
    '31:9 broken-rows gia.csv, 1',
    '33:9 block-value src, https://khac.example/, youtube, vimeo, facebook, tiktok, x, openstreetmap, google-maps',
    '35:14 dead-link khong-co.md',
    '37:14 block-value to, javascript:alert(1), 1',
    '39:15 block-attribute quote, toString, by, role',
    '43:1 block-needs video, src',
    '45:1 block-needs details, title',
  ]);
  const body = bodyOf(site.read('kinh-te/a/index.html'));
  for (const words of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín'])
    expect(body).toContain(words);
  expect(body).not.toContain('javascript:');
});

test('a block of the site is one file; a change of it makes its pages anew', async () => {
  const template = (word: string): string =>
    `import type { BlockProps } from 'broadsheet';
import { number, text } from 'broadsheet/templates/attributes.ts';

export const attributes = { title: text({ required: true }), stars: number({ least: 1, most: 5 }) };

export default function Review({ title, stars = 1, children }: BlockProps<typeof attributes>) {
  return <aside class="review"><b>{title}</b> ${word} {stars.toFixed(1)} {children}</aside>;
}
`;
  const site = inlineSite({
    'templates/blocks/review.tsx': template('Điểm'),
    'content/kinh-te/a.md': article(
      'title: A',
      ':::review[Phim <mới>]{stars=4}\n**Hay**\n:::\n\n:::reviw\nx\n:::',
    ),
    'content/kinh-te/b.md': article('title: B'),
  });
  expect(reported(await site.build())).toEqual(['content/kinh-te/a.md:9:1 block-unknown']);
  expect(bodyOf(site.read('kinh-te/a/index.html'))).toContain(
    '<aside class="review"><b>Phim &lt;mới></b> Điểm 4.0 <p><strong>Hay</strong></p></aside>',
  );
  site.write({ 'templates/blocks/review.tsx': template('Chấm') });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('</b> Chấm 4.0');
  site.write({
    'templates/blocks/review.tsx': 'export const attributes = { title: 1 };\nexport default () => null;\n',
  });
  expect(reported(await site.build())).toContain('templates/blocks/review.tsx broken-template');
});

test('a change of a file behind a block makes its page anew, as a clean build would', async () => {
  const site = inlineSite({
    ...(await files()),
    'content/kinh-te/a.md': article('title: A', '::chart[Giá]{data=gia.csv}\n\n::audio{src=tieng.mp3}'),
    'content/kinh-te/b.md': article('title: B'),
  });
  await site.build();
  site.write({ 'content/kinh-te/gia.csv': 'Tháng;Giá\n9;8,5\n', 'content/kinh-te/tieng.mp3': 'khác' });
  expect(await site.build()).toMatchObject({ rendered: 1 });
  expect(site.read('kinh-te/a/index.html')).toContain('<td class="align-right">8,5</td>');
  site.remove('content/kinh-te/tieng.mp3');
  expect(reported(await site.build())).toEqual(['content/kinh-te/a.md:7:9 missing-media']);
  await site.build({ out: `${site.root}/sach`, cache: false });
  expect(site.tree()).toEqual(site.tree('sach'));
});

test('each block has a plain form, without styles, scripts and frames', async () => {
  const { packageRoot } = await import('../../src/package-root.ts');
  const theme = await importTheme({ module: path.join(packageRoot, 'lib/theme/templates.mjs'), root: '.' });
  const address = '/a.mp4';
  const picture = { src: '/a.jpg', width: 3, height: 2, alt: '', sources: [] };
  const given: Readonly<Record<string, object>> = {
    abbr: { title: 'Tổ chức' },
    audio: { src: { address, name: 'a.mp3' }, title: 'Tiếng' },
    box: { kind: 'note' },
    button: { to: '/a/' },
    chart: {
      title: 'Giá',
      unit: 'đồng',
      data: [
        ['Tháng', 'Giá'],
        ['9', '7.400'],
      ],
    },
    details: { title: 'Cách đo' },
    embed: {
      src: { service: 'x', name: 'X', link: 'https://x.com/i/status/1', player: 'https://p.example/' },
    },
    figures: { caption: 'Hai hình' },
    gallery: { caption: 'Bộ ảnh' },
    quote: { by: 'Bà Mười' },
    steps: { title: 'Các bước' },
    table: { caption: 'Giá' },
    timeline: { title: 'Mốc' },
    video: { src: { address, name: 'a.mp4' }, poster: picture },
  };
  expect(Object.keys(given)).toEqual(Object.keys(theme.blocks).sort());
  const body = Object.keys(given)
    .map((_, index) => `\uFDD0b${index}\uFDD1Chữ\uFDD0/b\uFDD1\n`)
    .join('');
  const resolved = Object.entries(given).map(([block, attributes]) => ({ kind: 'block', block, attributes }));
  const html = fill({
    theme,
    body: { body: '', resolved } as unknown as Body,
    html: body,
    props: {},
    lang: 'vi',
    plain: true,
  });
  expect(html.trim().split('\n')).toEqual([
    'Chữ (Tổ chức)',
    '<div><p><a href="/a.mp4">Tiếng</a></p>Chữ</div>',
    '<blockquote><p><strong>Ghi chú</strong></p>Chữ</blockquote>',
    '<a href="/a/">Chữ</a>',
    '<div><p><strong>Giá (đồng)</strong></p><section class="table-scroll" tabindex="0" aria-label="Số liệu"><table><thead><tr><th scope="col">Tháng</th><th scope="col">Giá</th></tr></thead><tbody><tr><td class="align-right">9</td><td class="align-right">7.400</td></tr></tbody></table></section></div>',
    '<div><p><strong>Cách đo</strong></p>Chữ</div>',
    '<p><a href="https://x.com/i/status/1">X</a></p>',
    '<div>Chữ<p>Hai hình</p></div>',
    '<div>Chữ<p>Bộ ảnh</p></div>',
    '<blockquote>Chữ<p>— Bà Mười</p></blockquote>',
    '<div><p><strong>Các bước</strong></p>Chữ</div>',
    '<div><p><strong>Giá</strong></p>Chữ</div>',
    '<div><p><strong>Mốc</strong></p>Chữ</div>',
    '<div><p><img src="/a.jpg" width="3" height="2" alt/></p><p><a href="/a.mp4">a.mp4</a></p>Chữ</div>',
  ]);
});
