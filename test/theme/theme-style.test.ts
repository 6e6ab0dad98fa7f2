import { wcagContrast } from 'culori';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBand, toDarkBand, toText } from '../../src/theme/theme-colours.ts';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  test('one with enough contrast stays as it is', () => {
    expect(toText('#9a1220', 'light')).toBe('#9a1220');
    expect(toText('#ff9a92', 'dark')).toBe('#ff9a92');
    expect(toBand('#0f5c4a')).toBe('#0f5c4a');
  });
  test('any colour becomes one that can be read, in both schemes and under white', () => {
    fc.assert(
      fc.property(colour, (any) => {
        for (const ground of ['#ffffff', '#f6f5f1'])
          expect(wcagContrast(toText(any, 'light'), ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#141619', '#1e2126'])
          expect(wcagContrast(toText(any, 'dark'), ground)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(toBand(any), '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(toDarkBand(any), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

/** The style sheet of a site with these options of `theme`. */
async function styleOf(theme: string): Promise<{ css: string; messages: string[] }> {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(`theme: ${theme}`),
    'content/kinh-te/a.md': article('title: A'),
  });
  const result = await site.build();
  const [, style = ''] = /rel="stylesheet" href="\/([^"]+)"/.exec(site.read('index.html')) ?? [];
  return { css: site.read(style), messages: reported(result) };
}

test('options come before the style sheet, whose tokens read them', async () => {
  const { css, messages } = await styleOf(
    `{ accent: '#14532d', serif: 'Lora', corners: 'round', density: 'compact', article: { text: 'serif' } }`,
  );
  expect(messages).toEqual([]);
  expect(css).toMatch(
    /^:root\{--theme-serif:"Lora",[^;]+;--theme-text:var\(--serif\);--theme-corner:0\.5rem;--theme-space:0\.5rem;--theme-accent:#14532d;--theme-accent-dark:#[0-9a-f]{6};--theme-band:#14532d;--theme-band-dark:#[0-9a-f]{6}\}/,
  );
});

test('a colour that cannot be read is changed, and it is said', async () => {
  const { css, messages } = await styleOf(`{ accent: '#ffcc00' }`);
  expect(messages).toEqual(['broadsheet.config.ts:2:99 theme-contrast warning']);
  expect(css).not.toContain('--theme-accent:#ffcc00');
});

test('a section has its own colour in lists, on the front page and on its own pages', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(`theme: { sections: { 'kinh-te': '#0f5c4a' } }`),
    'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
    'content/kinh-te/nong-nghiep/a.md': article('title: A'),
  });
  await site.build();
  for (const output of [
    'kinh-te/index.html',
    'kinh-te/nong-nghiep/index.html',
    'kinh-te/nong-nghiep/a/index.html',
  ])
    expect(site.read(output), output).toContain('<body class="accent-1">');
  expect(site.read('index.html')).toMatch(/class="card card-lead accent-1"/);
});

test('no option: no rule of its own', async () => {
  const { css } = await styleOf('{}');
  expect(css).not.toMatch(/^:root\{--theme|accent-1/);
});
