import { expect, test } from 'vitest';
import { render, shown } from './render.ts';

test.each([
  ['3~5 tuổi và 7~9 tuổi', '<p>⟦d⟧3~5 tuổi và 7~9 tuổi</p>'],
  ['- 3~5 tuổi\n- ~~7~~9~ tuổi ~a~', '<ul>\n<li>3~5 tuổi</li>\n<li><del>7</del>9~ tuổi ~a~</li>\n</ul>'],
  ['~~xóa~~ và ~giữ~', '<p>⟦d⟧<del>xóa</del> và ~giữ~</p>'],
  ['| a |\n| - |\n| 3~5 và 7~9 |', undefined],
  ['> 3~5 và\n> 7~9', '<blockquote>\n<p>3~5 và\n7~9</p>\n</blockquote>'],
])('%j', async (text, html) => {
  const [satteri, remark] = await Promise.all([render(text), render(text, { parser: 'remark' })]);
  expect(shown(satteri)).toBe(shown(remark));
  if (html !== undefined) expect(shown(satteri)).toBe(html);
  else expect(shown(satteri)).toContain('<td>3~5 và 7~9</td>');
});

test('GitHub’s way, when the site asks for it', async () => {
  for (const parser of ['satteri', 'remark'] as const)
    expect(shown(await render('Bỏ ~này~ đi', { parser, singleTilde: true }))).toBe(
      '<p>⟦d⟧Bỏ <del>này</del> đi</p>',
    );
});
