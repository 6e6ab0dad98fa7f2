import { expect, test } from 'vitest';
import { withSchemes } from '../../src/theme/schemes.ts';

test('rules for the dark scheme hold by the system, unless the reader chose light, and by the reader’s choice', () => {
  expect(
    withSchemes(
      ':root{--accent:#14532d}@media (prefers-color-scheme:dark){:root{--accent:#86efac}.note{color:#fff}}',
    ),
  ).toBe(
    ':root{--accent:#14532d}@media (prefers-color-scheme:dark){:root:where(:not([data-scheme=light])){--accent:#86efac}:where(html:not([data-scheme=light])) .note{color:#fff}}:root:where([data-scheme=dark]){--accent:#86efac}:where(html[data-scheme=dark]) .note{color:#fff}',
  );
});

test('a style sheet without schemes stays as it is', () => {
  const css = '@media (min-width:48em){a{color:red}}@media print{:root{--ink:#000}}';
  expect(withSchemes(css)).toBe(css);
});
