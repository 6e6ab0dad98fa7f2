import fc from 'fast-check';
import { expect, test } from 'vitest';
import { x } from 'xastscript';
import type { Address, DateTime, Url } from '../../src/brands.ts';
import { toXml } from '../../src/bytes/markup.ts';
import { sanitiseSvg } from '../../src/images/sanitise-svg.ts';
import { type Feed, toAtom, toRss } from '../../src/routes/feed-xml.ts';
import { toIndex, toUrlset } from '../../src/routes/sitemaps.ts';
import { readXml } from '../read-xml.ts';

test.each([
  [']]>', '<a b="]]&gt;">]]&gt;</a>'],
  [']]]>>', '<a b="]]]&gt;>">]]]&gt;></a>'],
  ['a\u0000\u0007\u001F\uFFFE\uFFFF\uD800b', '<a b="ab">ab</a>'],
  ['& < > " \' đ 😀', '<a b="&#x26; &#x3C; > &#x22; \' đ 😀">&#x26; &#x3C; > " \' đ 😀</a>'],
])('%j', (text, expected) => {
  const xml = toXml(x('a', { b: text }, text));
  expect(xml).toBe(expected);
  readXml(xml);
});

test('pieces of one text that meet are one text', () => {
  const xml = toXml(x('a', [']]', '>']));
  expect(xml).toBe('<a>]]&gt;</a>');
  readXml(xml);
});

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'<>&"\'!?-[]=/\0\u0007\u000B\uFFFE\uD800\uDC00\r\n\té😀',
        ']]>',
        '<![CDATA[',
        '?>',
        '-->',
        '&#0;',
        '&x;',
      ),
    )
    .map((pieces) => pieces.join('')),
);
const address = '/a/' as Address;
const date = '2026-11-16T08:30:00+07:00' as DateTime;

test('feeds are well-formed, whatever stands in any of their fields', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 10, maxLength: 10 }), (texts) => {
      const [title = '', description = '', url = '', self = '', lang = '', publisher = ''] = texts;
      const [headline = '', summary = '', author = '', category = ''] = texts.slice(6);
      const feed: Feed = {
        title,
        description,
        url: url as Url,
        self: self as Url,
        lang,
        style: '/assets/feed.css' as Address,
        publisher,
        entries: [
          {
            card: {
              title: headline,
              address,
              external: false,
              summary,
              date,
              lang,
              type: 'news',
              category: { title: category, address },
              authors: [author],
              tags: [],
            },
            url: url as Url,
            updated: date,
            authors: [{ name: author, url: url as Url }],
            image: { url: url as Url, width: 1, height: 1, alt: title, crops: [] },
          },
        ],
      };
      readXml(toRss(feed, () => undefined));
      readXml(toAtom(feed, () => undefined));
    }),
    { numRuns: 500 },
  );
});

test('sitemaps are well-formed, whatever stands in an address or a date', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
      const urls = texts as Url[];
      readXml(toUrlset({ entries: urls.map((url) => ({ url, changed: url as string as DateTime })) }));
      readXml(toIndex({ sitemaps: urls.map((url) => ({ url })) }));
    }),
    { numRuns: 500 },
  );
});

test('a picture that is drawn in XML is well-formed, whatever stands in it', () => {
  const escaped = words.map((text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`));
  fc.assert(
    fc.property(escaped, escaped, escaped, (title, id, css) => {
      let svg: string;
      try {
        svg = sanitiseSvg(
          `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" aria-label="${title}"><title>${title}</title><text>${id}]]&gt;</text><style>${css}</style></svg>`,
        );
      } catch {
        return;
      }
      readXml(svg);
    }),
    { numRuns: 500 },
  );
});
