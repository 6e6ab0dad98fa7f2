import { describe, expect, test } from 'vitest';
import { unbrokenRuns } from '../../src/words/vietnamese.ts';

/** The text with the runs that stay on one line in brackets. */
const marked = (text: string, lang = 'vi', tags: readonly string[] = []): string =>
  unbrokenRuns(text, lang, tags)
    .map((run) => (run.unbroken ? `[${run.text}]` : run.text))
    .join('');

describe('names in Vietnamese', () => {
  test.each([
    ['Báo Lạc Giang ra số mới', '[Báo Lạc Giang] ra số mới'],
    ['Cảng Lạc Dương mở rộng', '[Cảng Lạc Dương] mở rộng'],
    ['Hợp long cầu Phước Sơn', 'Hợp long cầu [Phước Sơn]'],
    ['lời kể của ông Nam', 'lời kể của [ông Nam]'],
    ['bà Nguyễn Thị Diệu Hiền nói', 'bà [Nguyễn Thị Diệu Hiền] nói'],
    ['UBND TP. Lạc Dương họp', '[UBND TP. Lạc Dương] họp'],
    ['UBND TP. Hồ Chí Minh', 'UBND [TP. Hồ Chí Minh]'],
    ['về TP.HCM và TP.HCM Mới', 'về TP.HCM và [TP.HCM Mới]'],
    ['tàu Hà Nội - Lào Cai', 'tàu [Hà Nội] - [Lào Cai]'],
    ['tàu Hà Nội–Lào Cai', 'tàu [Hà Nội]–[Lào Cai]'],
    ['“Đất Phương Nam”, Minh Anh đọc', '[“Đất Phương Nam”,] [Minh Anh] đọc'],
    ['ở Lạc Giang. Nam bộ có mưa', 'ở [Lạc Giang.] Nam bộ có mưa'],
    ['Bộ Y tế, Hội Nông dân, Hội An', 'Bộ Y tế, Hội Nông dân, [Hội An]'],
    ['xem https://lacgiang.example/Lac Giang', 'xem https://lacgiang.example/Lac Giang'],
    ['LẠC GIANG HỌP BÁO', 'LẠC GIANG HỌP BÁO'],
    [`${'A'.repeat(30)} Nam`, `${'A'.repeat(30)} Nam`],
    ['', ''],
  ])('%s', (text, expected) => expect(marked(text)).toBe(expected));

  test('in English only those with a letter outside ASCII', () =>
    expect(marked('Lạc Giang and New York', 'en')).toBe('[Lạc Giang] and New York'));
});

describe('numbers and their units', () => {
  test.each([
    ['Ghi nhận 23 ý kiến góp ý', 'Ghi nhận [23 ý kiến] góp ý'],
    ['cầu dài 310 m, rộng 12 m', 'cầu dài [310 m,] rộng [12 m]'],
    ['chi 2,4 triệu đồng mỗi hộ', 'chi [2,4 triệu đồng] mỗi hộ'],
    ['1.200 tỷ đồng cho 12 dự án', '[1.200 tỷ đồng] cho [12 dự án]'],
    ['vốn 3 nghìn tỷ đồng', 'vốn [3 nghìn tỷ đồng]'],
    ['đón 3 triệu khách hàng mới', 'đón [3 triệu khách hàng] mới'],
    ['sau 37 tháng thi công', 'sau [37 tháng] thi công'],
    ['tăng 50%, giảm 5 % và 5 - 10%', 'tăng 50%, giảm [5 %] và [5 - 10%]'],
    ['từ 5–10 ngày tới', 'từ [5–10 ngày] tới'],
    ['từ ngày 30/11 đến tháng 12 năm 2026', 'từ [ngày 30/11] đến [tháng 12] [năm 2026]'],
    ['năm 2026 tăng trưởng', '[năm 2026] tăng trưởng'],
    ['30 và 40 là hai số', '30 và 40 là hai số'],
    ['Giấy phép số 000/GP-LG', 'Giấy phép [số 000/GP-LG]'],
    ['Thông báo 45/TB-UBND', 'Thông báo [45/TB-UBND]'],
    ['sau COVID-19', 'sau [COVID-19]'],
    ['ĐẦU TƯ 50 KM ĐƯỜNG', 'ĐẦU TƯ [50 KM] ĐƯỜNG'],
    ['mạng 5G phủ sóng', 'mạng 5G phủ sóng'],
    ['3 nghieenghieenghieenghiee', '3 nghieenghieenghieenghiee'],
  ])('%s', (text, expected) => expect(marked(text)).toBe(expected));

  test.each([
    ['Readers sent 23 comments yesterday', 'Readers sent [23 comments] yesterday'],
    ['It cost $2.4 million dong a head', 'It cost [$2.4 million dong] a head'],
    ['A 310 m bridge', 'A [310 m] bridge'],
    ['Buses start in Lạc Dương: times', 'Buses start in [Lạc Dương:] times'],
    ['The Phước Trắng crew of New York', '[The Phước Trắng] crew of New York'],
    ['The Provincial Council’s Plan', 'The Provincial Council’s Plan'],
    ['From 30 to 40', 'From 30 to 40'],
  ])('%s', (text, expected) => expect(marked(text, 'en')).toBe(expected));
});

describe('tags', () => {
  const tags = ['hành lang kinh tế', 'Cải cách', 'lúa', 'phát triển hạ tầng giao thông'];
  test.each([
    ['Hành lang kinh tế ven biển', '[Hành lang kinh tế] ven biển'],
    ['mở CẢI CÁCH hành chính', 'mở [CẢI CÁCH] hành chính'],
    ['cải cáchs, lúa, hành lang', 'cải cáchs, lúa, hành lang'],
    ['phát triển hạ tầng giao thông', 'phát triển hạ tầng giao thông'],
    ['cải, cách', 'cải, cách'],
  ])('%s', (text, expected) => expect(marked(text, 'vi', tags)).toBe(expected));

  test('of a tag and a name that overlap the longer one', () =>
    expect(marked('Cảng Lạc Giang', 'vi', ['lạc giang'])).toBe('[Cảng Lạc Giang]'));
});

test('the runs are the text', () => {
  const text = '  “Lạc Giang” – 23 ý kiến,\u00a0ông Nam  (Lạc Giang)(“Phước Sơn”),5 km';
  expect(
    unbrokenRuns(text, 'vi')
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
});

test.each(['(', 'A ', 'A-', '1.', '1 a ', 'a1/', 'TP. ', 'ông A '])(
  '%j, ten thousand times, is quick',
  (part) => {
    const began = process.cpuUsage();
    unbrokenRuns(part.repeat(10_000), 'vi', ['a b']);
    // Time of the processor, in microseconds: other work on the machine does not count.
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  },
);
