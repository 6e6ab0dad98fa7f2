import { expect, test } from 'vitest';
import { translate } from '../../src/diagnostics/phrases.ts';

test.each([
  [
    'bad indentation of a mapping entry',
    'bad indentation of a mapping entry',
    'thụt dòng sai, hoặc dấu “:” trong một giá trị không có ngoặc kép',
  ],
  ['unidentified alias "x"', 'unidentified alias "x"', 'không có neo nào tên "x"'],
  [
    'the JPEG file is cut off or damaged',
    'the JPEG file is cut off or damaged',
    'tệp JPEG bị cắt mất phần cuối hoặc bị hỏng',
  ],
  ['string | number | array', 'text, a number or a list', 'chữ, một số hoặc một danh sách'],
  ['boolean | section', 'true or false or section', 'true hoặc false hoặc section'],
  ['something new', 'something new', 'something new'],
])('%s', (phrase, en, vi) => {
  expect(translate(phrase, 'en')).toBe(en);
  expect(translate(phrase, 'vi')).toBe(vi);
});
