import { expect, test } from 'vitest';
import { bodyText } from '../../src/search/body-text.ts';
import { eachWord, spellingsOf } from '../../src/search/words.ts';

/** The words of a text; `+` in front of those that make a pair with the one before. */
const wordsOf = (text: string, isQuery = false): string => {
  const words: string[] = [];
  eachWord(text, (word, joined) => words.push(`${joined ? '+' : ''}${word}`), isQuery);
  return words.join(' ');
};

test.each([
  ['Giá lúa, giá gạo.', 'Giá +lúa giá +gạo'],
  ['ngày 28/11/2022', 'ngày +28 +11 +2022'],
  ['12/2026', '12 +2026'],
  ['3.200 người', '3200 +người'],
  ['1,234,567', '1234567'],
  ['3,5% và 12.11.2022', '3 +5 và +12 +11 +2022'],
  ['TP.HCM', 'TP +HCM'],
  ['B52 và H5N1, 4G', 'B52 +và +H5N1 4 +G'],
  ['110kV, 1.640m, 90.000đ', '110 +kV 1640 +m 90000 +đ'],
  ['ngày 05/06, 02/9 và 007', 'ngày +5 +6 2 +9 +và +007'],
  ['vitamin C; ý anh', 'vitamin +C ý +anh'],
  ['một\nhai', 'một hai'],
  ['(một) “hai” – ba', 'một hai ba'],
  ['北京 ไทย', '北 +京 +ไ +ท +ย'],
  ['Gọi 0296.3852.456 nhé', 'Gọi +0296 +3852 +456 +nhé 02963852456'],
  ['(0296) 3852 456', '0296 3852 +456 02963852456'],
  ['+84 918 123 456', '84 +918 +123 +456 0918123456'],
  ['', ''],
])('the words of %s', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test.each(['0296 3852 456', '0296.3852.456', '02963852456', '+84 296 3852456'])(
  'a query for the telephone %s has it in one piece',
  (text) => {
    expect(wordsOf(text, true)).toBe('02963852456');
  },
);

test.each([
  ['Đường', 'đương\u0300', 'duong'],
  ['hoà', 'hoa\u0300', 'hoa'],
  ['hòa', 'hoa\u0300', 'hoa'],
  ['thuỷ', 'thuy\u0309', 'thuy'],
  ['thủy', 'thuy\u0309', 'thuy'],
  ['kỹ', 'ki\u0303', 'ki'],
  ['kĩ', 'ki\u0303', 'ki'],
  ['quý', 'qui\u0301', 'qui'],
  ['quí', 'qui\u0301', 'qui'],
  ['tay', 'tay', 'tay'],
  ['tai', 'tai', 'tai'],
  ['ly', 'li', 'li'],
  ['thy', 'thy', 'thy'],
  ['floods', 'flood', 'flood'],
  ['flooded', 'flood', 'flood'],
  ['thanh', 'thanh', 'thanh'],
  ['COVID', 'covid', 'covid'],
  ['ｆｕｌｌ', 'full', 'full'],
])('%s is %s with marks and %s without', (word, exact, folded) => {
  const spellings = { exact: exact.normalize('NFD'), folded };
  expect(spellingsOf(word)).toEqual(spellings);
  expect(spellingsOf(word.normalize('NFD'))).toEqual(spellings);
});

test('the words of a body are those that readers see', () => {
  expect(
    bodyText(
      '<p>Một <strong>h</strong>ai<a data-footnote-ref href="#fn-1">1</a> &amp; ba</p><p title="a>b">\uFDD00\uFDD1bốn\uFDD0/\uFDD1</p><script>năm</script><h2 class="sr-only" id="footnote-label">Chú thích</h2>',
    )
      .split(/\n+/)
      .filter((line) => line.trim()),
  ).toEqual(['Một hai & ba', 'bốn']);
});
