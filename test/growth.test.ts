import type { Root } from 'mdast';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { classifyUrl } from '../src/addresses/classify-url.ts';
import { isRemote, locate } from '../src/addresses/locate.ts';
import { toSegment } from '../src/addresses/segment.ts';
import { toSlug } from '../src/addresses/slug.ts';
import { mayHaveDirectives } from '../src/blocks/block.ts';
import { readService } from '../src/blocks/services.ts';
import type { Digest, SourcePath } from '../src/brands.ts';
import { usableText } from '../src/bytes/usable-text.ts';
import { readDate } from '../src/dates/read-date.ts';
import { nearest } from '../src/diagnostics/nearest.ts';
import { readFrontMatter } from '../src/front-matter/front-matter.ts';
import { schemas } from '../src/front-matter/schema.ts';
import { lineOfKey, splitFrontMatter } from '../src/front-matter/split-front-matter.ts';
import { validate } from '../src/front-matter/validate.ts';
import { visibleText } from '../src/history/visible-text.ts';
import { toFocus } from '../src/images/focus.ts';
import { isInside, isSafeCss, safeCss } from '../src/images/safe-css.ts';
import { sanitiseSvg } from '../src/images/sanitise-svg.ts';
import { sniff } from '../src/images/sniff.ts';
import { toSvgSize } from '../src/images/svg-size.ts';
import type { LintInput } from '../src/lint/lint-rule.ts';
import { lintRules } from '../src/lint/rules.ts';
import { deepFences } from '../src/markdown/deep-fences.ts';
import { altProblem } from '../src/markdown/elements/picture.ts';
import { findTemplates } from '../src/markdown/foreign-markup.ts';
import { isNestedDeep } from '../src/markdown/is-nested-deep.ts';
import { limitTables } from '../src/markdown/limit-tables.ts';
import { readableUrl } from '../src/markdown/readable-url.ts';
import { satteriParser } from '../src/markdown/satteri-parser.ts';
import { survey } from '../src/markdown/survey.ts';
import { readRows } from '../src/model/read-rows.ts';
import { findPlace } from '../src/places/find-place.ts';
import { bodyText } from '../src/search/body-text.ts';
import { readQuery } from '../src/search/query.ts';
import { termsOf } from '../src/search/terms.ts';
import { toNumber } from '../templates/numbers.ts';
import { createRender, defaults } from './markdown/render.ts';

/**
 * What hostile files are made of, over and over: what the grammars of the file's parts begin, repeat and end
 * with.
 */
const pieces = [
  ...[
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\u00A0',
    '\u200B',
    '\uFEFF',
    'a',
    'a ',
    'Đường ',
    '\u0301',
    '1',
    '1.',
    '1 ',
    '0',
    '.',
    ',',
    ':',
    ': ',
    ';',
    '/',
    '//',
    '\\',
    '-',
    '- ',
    '--',
    '—',
    '…',
  ],
  ...[
    '"',
    "'",
    '#',
    ' #',
    '# ',
    '&',
    '&a ',
    '!a ',
    '&amp;',
    '&#0;',
    '@',
    'a@',
    '@a.',
    '%',
    '%e1',
    '=',
    '+',
    '$',
    '?',
    '? ',
    '~',
    '~~',
    '`',
    '``',
    '*',
    '**',
    '*a',
    '**a ',
    '_',
    '_a',
    '|',
    '|-',
  ],
  ...[
    '>',
    '> ',
    '<',
    '<a',
    '<a ',
    '<a>',
    '</a>',
    '<p>',
    '<b ',
    '<!--',
    '<!---->',
    '-->',
    '<?',
    '<??>',
    '<![CDATA[',
    '<!DOCTYPE',
    '<!ENTITY a "b">',
    '<svg>',
    '<br>',
    'a="" ',
  ],
  ...[
    '[',
    ']',
    '](',
    '[a](',
    '![',
    '![a](b)',
    '[a](b) ',
    '[a]: b\n',
    '[a][',
    '[^a]',
    '[^a]: b\n\n',
    '{',
    '}',
    '{a: ',
    '[a, ',
    '(',
    ')',
    'url(',
    'url( ',
    'url("',
    'url(a);',
    '/*',
    '*/',
    '/**/',
    '@import ',
  ],
  ...[
    'www.',
    'www.a.',
    'https://',
    'a.b.',
    'a.B',
    'a. ',
    'javascript:',
    'data:',
    '- a\n',
    '- [ ] a\n',
    '1. a\n',
    '> a\n',
    '# a\n\n',
    '* a\n\n',
    '    a\n',
    '```\n',
    '|a|\n',
    'a: b\n',
    'a:\n',
    ' a: b\n',
    '- a: b\n',
    '---\n',
    '----\n',
    'status: ',
    'draft: ',
  ],
];
const ends = ['', '!', ' x\u2028'];

/** Processor time of this process, in milliseconds: a busy machine does not lengthen it. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const elapsed = (work: () => unknown): number => {
  const start = processorTime();
  work();
  return processorTime() - start;
};

/** Errors of parsers are answers too. */
const quietly = (work: () => unknown) => (): void => {
  try {
    work();
  } catch {
    // It has said what is wrong.
  }
};

/**
 * Whether the work of four times as much is far more than four times the work. What takes no time is not
 * asked, and other work may come between: the least of several tries counts.
 */
const isSteep = (work: (count: number) => unknown, count: number): boolean => {
  const once = (times: number): number => elapsed(quietly(() => work(times)));
  if (once(count) < 25) return false;
  for (let tries = 0; tries < 12; tries++) {
    const [less, more] = [Math.min(once(count / 4), once(count / 4)), Math.min(once(count), once(count))];
    if (more < 25 || more < 9 * Math.max(less, 1)) return false;
  }
  return true;
};

const path = 'content/kinh-te/a.md' as SourcePath;
const options = { timeZone: 'Asia/Ho_Chi_Minh', language: 'vi', keys: {} };
const file = (yaml: string, body = ''): string => `---\n${yaml}\n---\n${body}`;
const checked = (text: string): unknown => {
  const matter = readFrontMatter({ text, path });
  return 'rule' in matter || validate({ kind: 'article', matter, path, options });
};
const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
const attribute = (text: string): string => text.replace(/[<&"]/g, 'x');
const processor = unified().use(satteriParser).freeze();
const trees = new Map<string, Root>();
/**
 * Parsed once: of character references satteri needs time in the square of their number, which has a limit of
 * its own.
 */
const parsed = (text: string): Root => {
  const tree = trees.get(text) ?? processor.parse(text);
  trees.set(text, tree);
  return tree;
};
const lint = (rule: keyof typeof lintRules, text: string, title: string): unknown => {
  const matter = readFrontMatter({ text: file('title: A', text), path });
  if ('rule' in matter) return undefined;
  const tree = parsed(text);
  // What is nested deeper has no page, and is not asked about.
  if (survey(tree).deep) return undefined;
  const data = { title, summary: title, tags: [title], image: { src: 'a.jpg', alt: title } };
  const document = {
    kind: 'article',
    path,
    digest: '' as Digest,
    data,
    body: '' as Digest,
    excerpt: '',
    headings: [],
    references: [],
    words: 0,
    messages: [],
  } as unknown as LintInput['document'];
  return [...lintRules[rule]({ document, text, matter, tree, language: 'vi', pictureOf: () => undefined })];
};

const functions: Readonly<Record<string, (text: string) => unknown>> = {
  'front matter, split': (text) => splitFrontMatter({ text: `---\n${text}`, path }),
  'front matter, a value': (text) => checked(file(`title: ${text}`)),
  'front matter, a quoted value': (text) =>
    checked(
      file(
        `title: ${JSON.stringify(text)}\nlink: ${JSON.stringify(text)}\ndate: ${JSON.stringify(text)}\nimage: {src: ${JSON.stringify(text)}, focus: ${JSON.stringify(text)}}`,
      ),
    ),
  'front matter, keys': (text) => checked(file(`${text}: a\n${text}: b`)),
  'front matter, a text of lines': (text) => checked(file(`title: |\n  ${text.replaceAll('\n', '\n  ')}`)),
  'the beginning of a body': (text) => checked(file('title: a', text)),
  'an author': (text) => schemas.author.safeParse({ name: text, handle: text, email: text }),
  'a line in front matter': (text) => lineOfKey(text, 'a'),
  'a place in front matter': (text) => {
    const matter = readFrontMatter({ text: file(`title: ${text}`), path });
    return 'rule' in matter || findPlace(matter, ['title', 0]);
  },
  'front matter in TOML': (text) => checked(`+++\ntitle = ${text}\n+++\n`),
  'front matter in JSON': (text) => checked(`{ "title": ${text} }\n`),
  'a place in TOML': (text) =>
    findPlace({ head: `title = ${text}`, headLine: 2, format: 'toml' }, ['title', 0]),
  'a list with commas': (text) => checked(file(`title: a\ntags: ${text}\nauthors: ${text}`)),
  'a date': readDate,
  'a point of a picture': toFocus,
  'a slug': toSlug,
  'a segment': toSegment,
  'a field with templates': (text) => findTemplates(text),
  'a misspelt name': (text) => nearest(text, ['title', 'summary']),
  'a reference': (url) => locate({ from: path, url, origin: 'https://bao.example' }),
  'an address': (url) => [
    classifyUrl(url, { origin: 'https://bao.example', base: '/' }),
    isRemote(url),
    readableUrl(url),
  ],
  'an alternative text': altProblem,
  'a query': (text) => readQuery(text),
  'words of the search': (text) => [
    bodyText(text),
    bodyText(`<p title="${attribute(text)}">${attribute(text)}</p>`),
    termsOf({ title: '', summary: '', body: text }),
  ],
  characters: usableText,
  'depth of blocks': (text) => [
    deepFences(text),
    deepFences(`:::note\n${text}`),
    mayHaveDirectives(text, defaults.blocks),
  ],
  'an address of a service': (text) => readService(`https://youtu.be/${text}`),
  'a table of data': (text) => readRows(Buffer.from(text)),
  'a number': (text) => [toNumber(text, 'vi'), toNumber(`1${text}`, 'en')],
  'depth of lists': (text) => isNestedDeep(text, 100),
  tables: (text) => limitTables(text),
  'an old version': (text) => visibleText(Buffer.from(file(`title: a\nstatus: ${text}`, text))),
  'SVG, its kind': (text) => sniff(Buffer.from(text)),
  'SVG, its content': (text) => sanitiseSvg(svg(text)),
  'SVG, its beginning': (text) => sanitiseSvg(`${text}${svg('')}`),
  'SVG, a doctype': (text) => sanitiseSvg(`<!DOCTYPE svg [${text}]>${svg('')}`),
  'SVG, a style sheet': (text) => sanitiseSvg(svg(`<style><![CDATA[a{b:${text}]]></style>`)),
  'SVG, attributes': (text) =>
    sanitiseSvg(
      svg(
        `<rect style="${attribute(text)}" fill="${attribute(text)}" href="${attribute(text)}" d="${attribute(text)}"/>`,
      ),
    ),
  'SVG, its size': (text) =>
    toSvgSize(`<svg width="${attribute(text)}" height="1${attribute(text)}" viewBox="${attribute(text)}">`),
  CSS: (text) => [
    isSafeCss(text),
    safeCss(`a{b:${text}`),
    isInside(text),
    isInside(`data:image/png;base64,${text}`),
  ],
};

describe('no function takes time in the square of what an author writes', () => {
  test.each(Object.entries(functions))(
    '%s',
    (_, work) => {
      const steep: string[] = [];
      for (const piece of pieces)
        for (const end of ends)
          if (isSteep((count) => work(`${piece.repeat(count / piece.length)}${end}`), 16_000))
            steep.push(JSON.stringify([piece, end]));
      expect(steep).toEqual([]);
    },
    300_000,
  );
});

/** What blocks are made of. */
const ofBlocks = [
  ':::note\n',
  ':::note\n:::\n',
  '::::note\n:::\n',
  '> :::note\n',
  '- :::note\n',
  ':::note Title\n\n',
  ':::khong\n',
  ':::note[a',
  '::video{src=a}\n',
  '::video{',
  '::video[',
  '::video{a=b ',
  ':abbr[',
  ':abbr[a]{title=b} ',
  ':abbr[a]{',
  ':abbr{a=b ',
  ':abbr{a="',
  'a:1[b] ',
  '<iframe src="https://youtu.be/a"></iframe>\n\n',
];

/** What has a message each. */
const slips = [
  'lúa lúa ',
  'Hết.Rồi ',
  '**lúa lúa** ',
  'lúa lúa\\\n',
  '&amp; lúa lúa\n',
  '<a href="x"></a> ',
  '<a "',
];

describe('no editorial rule does', () => {
  test.each(Object.keys(lintRules) as (keyof typeof lintRules)[])(
    '%s',
    (rule) => {
      const steep = [...pieces, ...slips].filter(
        (piece) =>
          isSteep((count) => lint(rule, 'x', piece.repeat(count / piece.length)), 16_000) ||
          isSteep((count) => lint(rule, `${piece.repeat(count / piece.length)}!`, 'x'), 4_000),
      );
      expect(steep).toEqual([]);
    },
    300_000,
  );
});

describe.each([
  { parser: 'satteri', count: 2_000, all: pieces },
  // Items of one list, rows of one table.
  {
    parser: 'satteri',
    count: 16_000,
    all: ['- [ ] a\n', '- a\n', '- a\n\n', '1. a\n', '- a\n  b\n', '> a\n', 'a\n\n'],
  },
  { parser: 'remark', count: 1_000, all: pieces },
  { parser: 'satteri', count: 800, all: ofBlocks },
] as const)('nor does a body of $count pieces, by $parser', ({ parser, count, all }) => {
  test('whatever they are', async () => {
    const render = await createRender({ parser });
    const time = async (text: string): Promise<number> => {
      const start = processorTime();
      await render(text);
      return processorTime() - start;
    };
    const isSteepBody = async (piece: string): Promise<boolean> => {
      const [less, more] = [piece.repeat(count / 4), piece.repeat(count)];
      for (let tries = 0; tries < 6; tries++) {
        const long = await time(more);
        if (long < 200 || long < 9 * Math.min(await time(less), await time(less))) return false;
      }
      return true;
    };
    const steep: string[] = [];
    for (const piece of all) if (await isSteepBody(piece)) steep.push(piece);
    expect(steep).toEqual([]);
  }, 300_000);
});
