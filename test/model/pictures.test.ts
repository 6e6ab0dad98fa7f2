import { expect, test } from 'vitest';
import { jpeg } from '../dev/jpeg.ts';
import { article, inlineSite } from '../inline-site.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><path d="M0 0h9v9z"/></svg>';

test('pictures that can be transparent are marked, for a light ground; photographs are not', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: A',
      '![Sơ đồ](so-do.svg)\n\n![Ruộng](ruong.jpg)\n\n![Xa](https://khac.example/x.png)',
    ),
    'content/kinh-te/so-do.svg': svg,
    'content/kinh-te/ruong.jpg': await jpeg(800, 500),
  });
  await site.build();
  const images = site.read('kinh-te/a/index.html').match(/<img [^>]*>/g) ?? [];
  expect(
    images.map((image) => [/src="[^"]*\.(\w+)"/.exec(image)?.[1], image.includes('class="transparent"')]),
  ).toEqual([
    ['svg', true],
    ['jpg', false],
    ['png', true],
  ]);
});
