import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import type { Address, DateTime, Url } from '../../src/brands.ts';
import type { Card } from '../../src/props.ts';
import { type Feed, toAtom, toRss } from '../../src/routes/feed-xml.ts';

const url = 'https://bao.example/kinh-te/' as Url;
const entry = (title: string, date: string, more: Partial<Card> = {}): Feed['entries'][number] => ({
  card: {
    title,
    address: '/kinh-te/a/' as Address,
    external: false,
    summary: 'Tóm tắt',
    date: date as DateTime,
    lang: 'vi',
    type: 'news',
    category: { title: 'Kinh tế', address: '/kinh-te/' as Address },
    authors: ['An'],
    tags: [],
    ...more,
  },
  url: `${url}a/` as Url,
  updated: date as DateTime,
  authors: [{ name: 'An' }],
});
const feed = (entries: Feed['entries'], title = 'Báo'): Feed => ({
  title,
  description: 'Tin',
  url,
  self: `${url}rss.xml` as Url,
  lang: 'vi',
  style: '/assets/feed.css' as Address,
  publisher: 'Tòa soạn',
  entries,
});

/** The words of each element by its name; throws what a strict parser objects to. */
function read(xml: string): [string, string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  const parser = sax.parser(true, { xmlns: true, position: false });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => open.push(name);
  parser.ontext = (text) => found.push([open.join('/'), text]);
  parser.onclosetag = () => open.pop();
  parser.write(xml).close();
  return found;
}

test('dates are those of RFC 822, on the clock that they have', () => {
  const rss = toRss(
    feed([entry('B', '2026-11-16T08:30:00+07:00'), entry('A', '2026-11-15T20:59:59-03:30')]),
    () => undefined,
  );
  expect(rss.match(/<pubDate>[^<]*/g)).toEqual([
    '<pubDate>Mon, 16 Nov 2026 08:30:00 +0700',
    '<pubDate>Sun, 15 Nov 2026 20:59:59 -0330',
  ]);
  expect(rss).toContain('<lastBuildDate>Mon, 16 Nov 2026 08:30:00 +0700</lastBuildDate>');
});

test('an empty feed is one, and the same each time', () => {
  expect(read(toRss(feed([]), () => undefined)).length).toBeGreaterThan(3);
  expect(toAtom(feed([]), () => undefined)).toContain('<updated>1970-01-01T00:00:00Z</updated>');
});

describe.each([
  ['RSS', toRss],
  ['Atom', toAtom],
])('%s', (_, render) => {
  test('says any words as they are, in well-formed XML', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'\u0000\u0007\u000b\u001f\ufffe\uffff]]>aé đ\n') }),
    );
    fc.assert(
      fc.property(words, words, (title, name) => {
        const xml = render(
          feed(
            [
              entry(title, '2026-11-16T08:30:00+07:00', {
                authors: [name],
                category: { title: name, address: '/a/' as Address },
                summary: title,
              }),
            ],
            name,
          ),
          () => undefined,
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        read(xml);
      }),
    );
    expect(
      read(render(feed([entry('Lúa & <gạo> “5”', '2026-11-16T08:30:00+07:00')]), () => undefined)),
    ).toContainEqual([expect.stringMatching(/(?:item|entry)\/title$/), 'Lúa & <gạo> “5”']);
  });
});
