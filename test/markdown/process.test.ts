import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';

import { createRender, render, reported, shown } from './render.ts';

describe('the excerpt', () => {
  it.each([
    [
      'is the words of the first paragraphs',
      '## Đầu\n\nMột *hai* [ba](b.md)[^1] ![bốn](c.png).\n\n> Năm `sáu`\n\n```\nbảy\n```\n\n[^1]: tám',
      'Một hai ba . Năm sáu',
    ],
    ['joins lines and breaks', 'a\nb  \nc', 'a b c'],
    ['is taken from a list where there is no paragraph', '## a\n\n- b\n- c', 'b c'],
    ['is empty where there are no words', '![a](b.png)', ''],
    ['reads raw HTML', '<div><p>a</p><p>b</p></div>', 'a b'],
    [
      'leaves out what is folded away',
      '<details><summary>Ẩn</summary><p>P</p></details>\n\nXem mục',
      'Xem mục',
    ],
    ['unless there is nothing else', '<details><summary>Ẩn</summary>P<div>Q</div>R</details>', 'P Q R'],
    ['keeps words of raw blocks apart', '<div>a<div>b</div>c</div><blockquote>d</blockquote>', 'a b c d'],
  ])('%s', async (_name, text, excerpt) => expect((await render(text)).excerpt).toBe(excerpt));
  it('says a formula once', async () => {
    const formula =
      '<math><semantics><mi>a</mi><annotation encoding="application/x-tex">x</annotation></semantics></math><span aria-hidden="true">a</span>';
    expect((await render(`Số ${formula} lớn.`, { html: 'allow' })).excerpt).toBe('Số a lớn.');
  });
  it('is at most 200 characters, cut at a word', async () => {
    const { excerpt } = await render('nghìn '.repeat(60));
    expect(excerpt).toBe(`${'nghìn '.repeat(33).trim()}…`);
    expect((await render('x'.repeat(300))).excerpt).toBe(`${'x'.repeat(199)}…`);
    expect((await render('x'.repeat(200))).excerpt).toBe('x'.repeat(200));
    expect((await render('😀'.repeat(200))).excerpt).toBe(`${'😀'.repeat(99)}…`);
  });
});

describe('the words', () => {
  it.each([
    ['', 0],
    ['Hà Nội', 2],
    ['**Hà**Nội', 1],
    ['Hà\u00A0Nội', 2],
    ['a\n\nb\n- c\n- d', 4],
    ['a  \nb', 2],
    ['|a|b|\n|-|-|\n|c|d|', 4],
    ['a[^1]\n\n[^1]: b', 2],
    ['<p>a</p><p>b</p>', 2],
  ])('of %j are %i', async (text, words) => expect((await render(text)).words).toBe(words));
});

describe('plugins of the site', () => {
  const shout: Plugin<[], Root> = () => (tree) =>
    visit(tree, 'text', (node) => {
      node.value = node.value.toUpperCase();
    });
  const seen: string[] = [];
  const lookAround: Plugin<[], HtmlRoot> = () => (tree) =>
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'a' || tagName === 'img')
        seen.push(`${tagName} ${String(properties.href ?? properties.src)}`);
      if (tagName === 'p') properties.className = ['lead'];
    });
  it('change the tree of Markdown and the tree of HTML, which has plain links and pictures', async () => {
    const result = await render('a [b](c.md) ![d](e.png)', {
      remarkPlugins: [shout],
      rehypePlugins: [lookAround],
    });
    expect(shown(result)).toBe('<p class="lead">⟦d⟧A ⟦0⟧B⟦/⟧ ⟦1⟧</p>');
    expect(seen).toEqual(['a c.md', 'img e.png']);
  });
  it('may be asynchronous', async () => {
    const later: Plugin<[], Root> = () => async (tree) => {
      await Promise.resolve();
      tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'sau' }] });
    };
    expect(shown(await render('a', { remarkPlugins: [later] }))).toBe('<p>⟦d⟧a</p>\n<p>sau</p>');
  });
  it('are trusted where the author is not', async () => {
    const note: Plugin<[], Root> = () => (tree) =>
      visit(tree, 'blockquote', (node) => {
        node.data = { hName: 'aside', hProperties: { className: ['note'], id: 'x', style: 'color:red' } };
      });
    expect(shown(await render('> a\n\n<b onclick="x">c</b>', { remarkPlugins: [note] }))).toBe(
      '<aside class="note" id="x" style="color:red">\n<p>a</p>\n</aside>\n<p>⟦d⟧<b>c</b></p>',
    );
  });
  it('that make raw HTML have it cleaned', async () => {
    const raw: Plugin<[], Root> = () => (tree) => {
      tree.children.push({ type: 'html', value: '<script>x</script><b>y</b>' });
    };
    expect(shown(await render('a', { remarkPlugins: [raw] }))).toBe('<p>⟦d⟧a</p>\n<b>y</b>');
  });
  it('that throw cost the document only, and the cause is told', async () => {
    const broken: Plugin<[], Root> = () => () => {
      throw new Error('không đọc được', { cause: new Error('tệp mất') });
    };
    const result = await render('a', { remarkPlugins: [broken] });
    expect(result).toEqual({
      html: '',
      headings: [],
      ids: [],
      references: [],
      excerpt: '',
      words: 0,
      messages: [
        {
          rule: 'plugin-failed',
          severity: 'error',
          path: 'content/bai.md',
          values: { name: 'broken', reason: 'không đọc được: tệp mất' },
        },
      ],
    });
    const odd: Plugin<[], HtmlRoot> = () => () => {
      throw 'chuỗi';
    };
    expect(reported(await render('a', { rehypePlugins: [odd] }))).toEqual(['-:- plugin-failed odd, chuỗi']);
  });
  it.each<[string, Plugin<[], Root>[], string]>([
    ['throws', [() => () => Promise.reject(new Error('mất')), () => undefined], '#1, mất'],
    [
      'tells an error',
      [
        () => undefined,
        () => (_tree, _file, next) => {
          next(new Error('mất'));
        },
      ],
      '#2, mất',
    ],
    ['gives an error', [() => () => new Error('mất')], '#1, mất'],
    [
      'gives no tree',
      [() => () => ({ type: 'text' }) as never],
      '#1, it returned a node of type text for the tree',
    ],
  ])('without a name are told by their places: one that %s', async (_, remarkPlugins, said) => {
    expect(reported(await render('a', { remarkPlugins }))).toEqual([`-:- plugin-failed ${said}`]);
  });
  it('may give a tree, later or to a callback, and are attached with the options of all places', async () => {
    const calls: unknown[] = [];
    const twice: Plugin<[object?], Root> = (options) => {
      calls.push(options);
      return (tree, _file, next) => {
        setTimeout(next, 1, null, tree);
      };
    };
    const plugins = [[twice, { a: 1 }], [twice, { b: 2 }], { plugins: [() => (tree: Root) => tree] }];
    expect((await render('a', { remarkPlugins: plugins as never })).messages).toEqual([]);
    expect(new Set(calls.map((options) => JSON.stringify(options)))).toEqual(new Set(['{"a":1,"b":2}']));
  });
  it('that refuse their options refuse the pipeline', async () => {
    const picky: Plugin<[]> = () => {
      throw new Error('thiếu tùy chọn');
    };
    await expect(createRender({ remarkPlugins: [picky] })).rejects.toThrow('the plugin picky failed');
  });
  it('may talk about the file', async () => {
    const talk: Plugin<[], Root> = () => (tree, file) => {
      file.message('lạ', { place: tree.children[1]?.position, source: 'talk' });
    };
    expect(reported(await render('a\n\nb', { remarkPlugins: [talk], line: 5 }))).toEqual([
      '7:1 plugin-message lạ, talk',
    ]);
  });
  it('that extend the syntax are given the parser that can learn it', async () => {
    // `%%` becomes a line of its own: a micromark extension of one construct, and the node for it.
    const percent: Plugin<[], Root> = function () {
      const data = this.data();
      const tokenize = (effects: Effects, ok: State, nok: State): State => {
        const second: State = (code) => {
          if (code !== 37) return nok(code);
          effects.consume(code);
          effects.exit('data');
          return ok;
        };
        return (code) => {
          effects.enter('data');
          effects.consume(code);
          return second;
        };
      };
      Object.assign(data, {
        micromarkExtensions: [
          ...(data.micromarkExtensions ?? []),
          { text: { 37: { name: 'percent', tokenize } } },
        ],
        fromMarkdownExtensions: [
          ...(data.fromMarkdownExtensions ?? []),
          {
            transforms: [
              (tree: Root) => {
                tree.children.push({ type: 'thematicBreak' });
              },
            ],
          },
        ],
      });
    };
    interface Effects {
      enter(type: string): void;
      exit(type: string): void;
      consume(code: number | null): void;
    }
    type State = (code: number | null) => State | undefined;
    expect(shown(await render('a %% b', { remarkPlugins: [percent], parser: 'satteri' }))).toBe(
      '<p>⟦d⟧a %% b</p>\n<hr>',
    );
  });
});

describe('nesting', () => {
  it('is bounded by an error that names the limit', async () => {
    expect(reported(await render(`${'> '.repeat(98)}a`))).toEqual([]);
    expect(reported(await render(`${'> '.repeat(99)}a`))).toEqual(['-:- nested-too-deep 100']);
    expect(reported(await render(`${'<div>'.repeat(200)}a`))).toEqual(['-:- nested-too-deep 100']);
    expect(reported(await render(`${'<div>'.repeat(20_000)}a`))).toEqual(['-:- nested-too-deep 100']);
  });
  it('is bounded before plugins walk the tree', async () => {
    let called = false;
    const spy: Plugin<[], Root> = () => () => {
      called = true;
    };
    await render('> '.repeat(200), { remarkPlugins: [spy] });
    expect(called).toBe(false);
  });
});

describe('the language', () => {
  it("is the site's where the document names none", async () => {
    expect(shown(await render('- [ ] a', { language: 'en' }))).toContain('aria-label="To do"');
    expect(shown(await render('- [ ] a', { language: 'en', lang: 'vi-VN' }))).toContain(
      'aria-label="Chưa xong"',
    );
    expect(shown(await render('- [ ] a', { language: 'fr' }))).toContain('aria-label="To do"');
  });
});
