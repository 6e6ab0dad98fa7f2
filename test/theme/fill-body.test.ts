import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../../src/brands.ts';
import type { ResolvedReference } from '../../src/props.ts';
import { fillBody } from '../../src/theme/fill-body.ts';

const link = (address: string, title?: string): ResolvedReference => ({
  kind: 'link',
  address: address as Address,
  ...(title !== undefined && { title }),
});
const photo: ResolvedReference = {
  kind: 'picture',
  block: true,
  figure: { picture: { alt: 'Lúa', remote: 'https://anh.example/a.jpg' } },
};
/** Bodies with their tokens written as `⟦0⟧`. */
const fill = (body: string, resolved: readonly (ResolvedReference | null)[], dateline?: string): string =>
  fillBody({
    html: body.replaceAll('⟦', '\uFDD0').replaceAll('⟧', '\uFDD1'),
    resolved,
    ...(dateline !== undefined && { dateline }),
    block: ({ block, attributes }, content) => `[${block} ${JSON.stringify(attributes)}: ${content}]`,
    picture: ({ figure, block }) => `[${block ? 'figure' : 'image'} ${figure.picture.alt}]`,
  });

test.each<[string, readonly (ResolvedReference | null)[], string | undefined, string]>([
  ['<p>Một</p>', [], undefined, '<p>Một</p>'],
  ['<p>⟦0⟧một⟦/⟧ hai</p>', [link('/kinh-te/')], undefined, '<p><a href="/kinh-te/">một</a> hai</p>'],
  [
    '<p>⟦0⟧một⟦/⟧</p>',
    [link('/a?b&c="', 'Nói “&" <')],
    undefined,
    '<p><a href="/a?b&amp;c=&quot;" title="Nói “&amp;&quot; &lt;">một</a></p>',
  ],
  ['<p>⟦0⟧<em>một</em>⟦/⟧</p>', [null], undefined, '<p><em>một</em></p>'],
  [
    '<p>⟦0⟧một⟦/⟧ ⟦1⟧hai⟦/⟧ ⟦2⟧ba⟦/⟧</p>',
    [link('/a/'), null, link('/c/')],
    undefined,
    '<p><a href="/a/">một</a> hai <a href="/c/">ba</a></p>',
  ],
  ['⟦0⟧', [photo], undefined, '[figure Lúa]'],
  ['<p>a ⟦0⟧ b</p>', [null], undefined, '<p>a  b</p>'],
  ['<p>⟦0⟧⟦1⟧⟦/⟧</p>', [link('/a/'), photo], undefined, '<p><a href="/a/">[figure Lúa]</a></p>'],
  ['<p>⟦0⟧⟦1⟧⟦/⟧ x</p>', [null, photo], undefined, '<p>[figure Lúa] x</p>'],
  ['<p>⟦d⟧Một</p>', [], 'TUAG', '<p><span class="dateline">(TUAG)-</span> Một</p>'],
  ['<p>⟦d⟧Một</p>', [], '<b>"', '<p><span class="dateline">(&lt;b&gt;&quot;)-</span> Một</p>'],
  ['<p>⟦d⟧Một</p>', [], undefined, '<p>Một</p>'],
  [
    '<p>⟦10⟧x⟦/⟧⟦1⟧y⟦/⟧</p>',
    [...Array(10).fill(null).with(1, link('/1/')), link('/10/')],
    undefined,
    '<p><a href="/10/">x</a><a href="/1/">y</a></p>',
  ],
])('%s', (body, resolved, dateline, expected) => expect(fill(body, resolved, dateline)).toBe(expected));

test('every link that is opened is closed, and all words stay', () => {
  const piece = fc.record({
    words: fc.stringMatching(/^[a-z ]{0,5}$/),
    inner: fc.stringMatching(/^[a-z]{1,5}$/),
    dead: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const filled = fill(
        pieces.map(({ words, inner }, index) => `${words}⟦${index}⟧${inner}⟦/⟧`).join(''),
        pieces.map(({ dead }, index) => (dead ? null : link(`/${index}/`))),
      );
      expect(filled).toBe(
        pieces
          .map(({ words, inner, dead }, index) =>
            dead ? words + inner : `${words}<a href="/${index}/">${inner}</a>`,
          )
          .join(''),
      );
    }),
  );
});
