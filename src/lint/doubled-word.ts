import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';
import { prose } from './prose.ts';

/**
 * Words that Vietnamese does not double, unlike `từ từ`, `ngày ngày`, `trong trong`, `sẽ sẽ`, `như như`. The
 * exceptions are words that begin with them (`của của cải`), and phrases before or after.
 */
const vietnamese: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  bị: { before: '(?:cái|chiếc|các|những|mấy|đeo|mang|khoác|quai|đáy|miệng)' },
  bởi: {},
  các: {},
  cho: {},
  chỉ: { after: '(?:trỏ|huy|đạo|tiêu|số|thị|định|dẫn|vàng|vào)' },
  có: { after: 'không' },
  cũng: {},
  cùng: {},
  của: { after: '(?:cải|nả|hồi|chìm|nổi|quý|hiếm|rơi)' },
  đang: {},
  để: { after: '(?:dành|lại|ý|tâm|đời|yên|mắt|tang|phần|không|trống)' },
  đã: { after: '(?:đời|khát|ngứa)' },
  đến: {},
  do: { after: '(?:dự|thám|đó|vậy)' },
  được: { after: '(?:$|[^\\p{L}\\s])' },
  giữa: {},
  họp: { after: 'hành' },
  hoặc: {},
  khi: {},
  khiến: {},
  là: {
    before: '(?:bay|sương|khói|lướt|sà|mây|rủ|buông|cành|xuống|lượn|gió|cái|bàn)',
    after: '(?:mặt|sát|trên|gần|dưới|ngang|đất|bay|xuống|lượn|lướt|áo|quần)',
  },
  mà: {},
  một: {},
  này: { after: '(?:nọ|kia|khác|$|[^\\p{L}\\s])' },
  nếu: {},
  nhằm: {},
  nhưng: { after: 'nhức' },
  những: {},
  rằng: {},
  tại: {},
  theo: {},
  thì: { after: '(?:thầm|thào|giờ|ra)' },
  thuộc: {},
  trên: {},
  trong: {
    before: '(?:nước|mắt|trời|mây|suối|sông|giọng)',
    after: '(?:$|[^\\p{L}\\s]|sạch|sáng|xanh|veo|vắt|trẻo|suốt|lành|như|và)',
  },
  và: {},
  về: { before: 'đi' },
  vì: { after: '(?:sao|vua|tinh)' },
  việc: {},
  với: { after: 'tay' },
};
/** Words that English does not double, unlike `that that` and `had had`. */
const english =
  'the a an of to in and or is are was were for on with as at by from be this it its has have will but not we they he she their';
const edge = { start: '(?<![\\p{L}\\p{M}\\p{N}-])', end: '(?![\\p{L}\\p{M}\\p{N}-])' };
const twice = ([word, { before, after }]: readonly [
  string,
  { readonly before?: string; readonly after?: string },
]): string =>
  // The text before is checked at the match: checking it at each position would be quadratic for a long gap.
  `(?:${word})${before === undefined ? '' : `(?<!${edge.start}${before}\\s+${word})`}\\s+${word}${edge.end}${after === undefined ? '' : `(?!\\s*${after})`}`;
const patterns: Readonly<Record<string, RegExp>> = {
  vi: new RegExp(`${edge.start}(?:${Object.entries(vietnamese).map(twice).join('|')})`, 'giu'),
  en: new RegExp(`${edge.start}(${english.replaceAll(' ', '|')})\\s+\\1${edge.end}`, 'giu'),
};

/** Two syllables, repeated. */
const compound = new RegExp(
  `${edge.start}(?=(\\p{L}+)\\s+(\\p{L}+)\\s+(\\p{L}+)\\s+(\\p{L}+)${edge.end})`,
  'gu',
);
/**
 * Words of emphasis, counting and address with which Vietnamese repeats a whole phrase: `từng người từng
 * người`.
 */
const repeated = new Set(
  'từng mãi lắm rất một hai ba bốn năm sáu bảy tám chín mười muôn lên đi nào lại hoài quá thật xa lâu ngày đêm giờ phút càng vừa cứ ơi à này nọ kia hết sức nhanh xin chào chúc cảm cám ơn vâng dạ chờ nhớ cố thôi rồi mấy bao nhiêu xanh đỏ trắng vàng tím cục tùng cắc đùng'.split(
    ' ',
  ),
);
const onset = (syllable: string): string => /^[bcdđghklmnpqrstvx]*/.exec(syllable)?.[0] ?? '';

/** Whether two syllables are a chiming word (`long lanh`, `leng keng`), which may be repeated. */
const isChime = (first: string, second: string): boolean =>
  first === second ||
  onset(first) === onset(second) ||
  (first.startsWith('l') && first.slice(1) === second.slice(onset(second).length));

function* doubledCompounds(text: string): Generator<{ index: number; word: string }> {
  for (const match of text.matchAll(compound)) {
    const [, first = '', second = '', third = '', fourth = ''] = match;
    const lower = first.toLowerCase();
    // The first word may begin a sentence. Two adjacent names, one of which begins like the other, differ in
    // case.
    if (
      second !== fourth ||
      (first !== third && lower !== third) ||
      repeated.has(lower) ||
      repeated.has(second.toLowerCase()) ||
      isChime(lower, second.toLowerCase())
    )
      continue;
    yield { index: match.index, word: `${first} ${second}` };
  }
}

/** A doubled function word, or in Vietnamese a doubled word of two syllables, whatever markup is between. */
export const doubledWord: LintRule = function* (input) {
  const language = input.language.slice(0, 2);
  const pattern = patterns[language];
  if (!pattern) return;
  for (const { text, placeOf } of prose(input)) {
    for (const match of text.matchAll(pattern))
      yield diagnose('doubled-word', input.document.path, placeOf(match.index), {
        word: match[0].split(/\s/)[0] ?? '',
      });
    if (language === 'vi')
      for (const { index, word } of doubledCompounds(text))
        yield diagnose('doubled-word', input.document.path, placeOf(index), { word });
  }
};
