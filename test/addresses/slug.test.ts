import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSlug } from '../../src/addresses/slug.ts';

test.each([
  ['Đường lối', 'duong-loi'],
  ['Đường lối'.normalize('NFD'), 'duong-loi'],
  ['Ô nhiễm, ồn ào & “bụi mịn”', 'o-nhiem-on-ao-bui-min'],
  ['  Giá lúa: 9.200 đồng/kg  ', 'gia-lua-9-200-dong-kg'],
  ['ỨNG PHÓ HẠN MẶN', 'ung-pho-han-man'],
  ['ĐBSCL', 'dbscl'],
  ['--a--b--', 'a-b'],
  ['Straße', 'stra-e'],
  ['日本', ''],
  ['…', ''],
  ['', ''],
])('%j gives %j', (text, slug) => expect(toSlug(text)).toBe(slug));

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aàáảãạăằắẳẵặâầấẩẫậđĐƠỬ -–/.İıſKß\u0300\u0301\u200b') }),
);

test('a slug is ASCII words joined by single hyphens', () => {
  fc.assert(
    fc.property(anything, (text) => void expect(toSlug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)),
  );
});
test('a slug is its own slug', () => {
  fc.assert(fc.property(anything, (text) => void expect(toSlug(toSlug(text))).toBe(toSlug(text))));
});
test('composed and decomposed letters give the same', () => {
  fc.assert(
    fc.property(
      anything,
      (text) => void expect(toSlug(text.normalize('NFC'))).toBe(toSlug(text.normalize('NFD'))),
    ),
  );
});
test('case makes no difference to Vietnamese', () => {
  const word = fc.string({
    unit: fc.constantFrom(
      ...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ 1',
    ),
  });
  fc.assert(
    fc.property(word, (text) => void expect(toSlug(text.toLocaleUpperCase('vi'))).toBe(toSlug(text))),
  );
});
