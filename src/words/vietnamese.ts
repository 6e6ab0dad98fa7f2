/**
 * What is special about Vietnamese: whether a language is Vietnamese, and which words of a headline or
 * summary stay on one line. A Vietnamese word has several syllables separated by spaces, and browsers break
 * lines at any space.
 */
import type { Language } from '../brands.ts';

/** A part of a text. */
export interface Run {
  readonly text: string;
  /** Whether it stays on one line. */
  readonly unbroken: boolean;
}

/** Longer runs may break, as they do not fit into a narrow column. */
const most = { syllables: 4, characters: 20 };

/** Boundaries of a syllable: not inside a word, an address or a number. */
const before = String.raw`(?<![^\s“”"‘’'«([–—])`;
const after = String.raw`(?![^\s,.;:!?…“”"‘’'»)\]–—])`;
const pattern = (inner: string): RegExp => new RegExp(`${before}${inner}${after}`, 'gu');

const titles = 'TP|TX|TT|Q|P|H|X|GS|PGS|TS|ThS|BS|LS|KS|NSND|NSƯT';
const capitalised = String.raw`(?:(?:${titles})\.|\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*)`;
/** Two capitalised syllables or more, or one after `ông`, `bà` and the like. */
const names = pattern(
  `(?:(?:ông|bà|anh|chị|em|cô|chú|bác|cụ) ${capitalised}|${capitalised} ${capitalised})(?: ${capitalised})*`,
);
/** A Vietnamese name in an English text has such a letter. */
const foreign = /[^\p{ASCII}’]/u;
/**
 * Words that begin names of offices, in which only the first syllable of the next word is capitalised: `Bộ Y
 * tế`.
 */
const offices = /^(?:Bộ|Sở|Cục|Ban|Phòng|Tổng|Viện|Đảng|Đài(?! Loan)|Hội(?! An)|Trường(?! Sa)) /u;

const number = String.raw`[$€£₫]?\d+(?:[.,/:]\d+)*`;
const amount = `${number}(?: ?[-–] ?${number})?`;
const leadingAmount = new RegExp(`^${amount}(?: ?%)?`, 'u');
const counted = String.raw`(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Ss]ố|[Tt]hứ|[Kk]hóa|No\.)`;
/** A word and the number after it: `tháng 11`, `năm 2026`, `số 000/GP-LG`. */
const ordinals = pattern(String.raw`${counted} ${number}(?:[/-][\p{L}\d]+)*`);
/** Any other number and up to three words after it. */
const amounts = pattern(String.raw`(?<!${counted} )${amount}(?: ?%| [\p{L}\p{M}/²³]+){1,3}`);
/** `000/GP-LG`, `45/TB-UBND`, `2025-2030`, `COVID-19`: browsers break at slashes and hyphens. */
const symbols = pattern(String.raw`(?=[^\s\d]{0,20}\d)[\p{L}\d]+(?:[/-][\p{L}\d]+)+`);

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const magnitudes = list('nghìn ngàn vạn triệu tỷ tỉ thousand million billion trillion');
/** Nouns of one syllable; other nouns after a number mostly have two. */
const units = list(
  `mm cm dm m km m² m³ km² ha g kg mg l ml lít tấn tạ yến kw mw gw kwh km/h m/s đồng usd euro eur vnd đô
  giây phút giờ ngày đêm tuần tháng quý năm tuổi lần lượt người hộ nhà xã phường ấp thôn khóm huyện quận tỉnh
  nước vụ ca căn chiếc con cây cái tàu xe ghe cầu phòng lớp trường điểm bàn trận vòng đội suất gói tờ bức hòn
  container bài trang dòng chữ độ sao giường cột tầng làn giếng trẻ`.replace(/\s+/g, ' '),
);
/** Words that end an amount. */
const particles = list(
  `và hay hoặc là của trong tại ở có với cho từ sau trước để bị được vào về đến tới do vì thì mà nhưng như ra
  lên xuống sẽ đã đang không này ấy đó theo trên dưới qua and or of to in on at for by from with is are was were
  will has have as the a an than`.replace(/\s+/g, ' '),
);

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text into runs: those that stay on one line (names, numbers with their units, and `tags`), and the
 * text between. In a text that is not Vietnamese only names with a letter outside ASCII count (`Lạc Dương`).
 * Joined, the runs are the text.
 */
export function unbrokenRuns(text: string, lang: Language, tags: readonly string[] = []): readonly Run[] {
  const key = [lang, text, ...tags].join('\n');
  let runs = runsByText.get(key);
  if (!runs) {
    if (runsByText.size === mostKept) runsByText.clear();
    runsByText.set(key, (runs = findRuns(text, lang, tags)));
  }
  return runs;
}

/** Runs by text: most headlines are on many pages. */
const runsByText = new Map<string, readonly Run[]>();
const mostKept = 20_000;

function findRuns(text: string, lang: Language, tags: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  const add = (end: number, unbroken: boolean): void => {
    if (end > at) runs.push({ text: text.slice(at, end), unbroken });
    at = end;
  };
  for (const { start, end } of apart([
    ...tagSpans(text, tags),
    ...numberSpans(text, lang),
    ...nameSpans(text).filter(({ start, end }) => isVietnamese(lang) || foreign.test(text.slice(start, end))),
  ])) {
    // A line ends neither before a comma nor after an opening quotation mark.
    add(
      start - (/[“‘"'«([]{0,2}$/u.exec(text.slice(Math.max(at, start - 2), start))?.[0].length ?? 0),
      false,
    );
    add(end + (/^[,.;:!?…”’"'»)\]]{0,3}/u.exec(text.slice(end, end + 3))?.[0].length ?? 0), true);
  }
  add(text.length, false);
  return runs;
}

const fits = (run: string): boolean =>
  run.length <= most.characters && run.split(' ').length <= most.syllables;

/** Sorts spans. Of two that overlap, the longer one is kept. */
function apart(spans: readonly Span[]): readonly Span[] {
  const chosen: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = chosen.at(-1);
    if (!last || span.start >= last.end) chosen.push(span);
    else if (span.end - span.start > last.end - last.start) chosen[chosen.length - 1] = span;
  }
  return chosen;
}

/** Runs of capitalised syllables. Of a long one the last syllables that fit, since the name is at its end. */
function nameSpans(text: string): readonly Span[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(names)].flatMap(({ 0: name, index }) => {
    const end = index + name.length;
    const syllables = name.replace(offices, '').split(' ').slice(-most.syllables);
    while (!fits(syllables.join(' '))) syllables.shift();
    return syllables.length > 1 ? [{ start: end - syllables.join(' ').length, end }] : [];
  });
}

function numberSpans(text: string, lang: Language): readonly Span[] {
  if (!/\d/.test(text)) return [];
  const runs = [
    ...[...text.matchAll(amounts)].map(({ 0: match, index }) => ({ run: amountOf(match, lang), index })),
    ...[...text.matchAll(ordinals), ...text.matchAll(symbols)].map(({ 0: run, index }) => ({ run, index })),
  ];
  return runs
    .filter(({ run }) => /[ /–-]/.test(run) && fits(run))
    .map(({ run, index }) => ({ start: index, end: index + run.length }));
}

/** The number with only its unit: `23 ý kiến`, `2,4 triệu đồng`, `310 m`; without a unit, the number. */
function amountOf(written: string, lang: Language): string {
  const [figure = ''] = leadingAmount.exec(written) ?? [];
  if (figure.endsWith('%')) return figure;
  const most = isVietnamese(lang) ? 2 : 1;
  let run = figure;
  let nouns = 0;
  for (const word of written.slice(figure.length + 1).split(' ')) {
    const lower = word.toLowerCase();
    const isUnit = units.has(lower);
    if (particles.has(lower) || (isUnit && nouns > 0) || !fits(`${run} ${word}`)) break;
    run += ` ${word}`;
    if (!magnitudes.has(lower)) nouns += 1;
    if (isUnit || nouns === most) break;
  }
  return run;
}

/** Tags of two to four syllables, in any case. */
function tagSpans(text: string, tags: readonly string[]): readonly Span[] {
  const lower = text.toLowerCase();
  const short = new Set(
    tags
      .filter((tag) => tag.includes(' ') && fits(tag))
      .map((tag) => tag.toLowerCase())
      .filter((tag) => lower.includes(tag)),
  );
  if (short.size === 0) return [];
  const beginnings = new Set([...short].map((tag) => tag.slice(0, tag.indexOf(' '))));
  const syllables = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  return syllables.flatMap(({ 0: syllable, index: start }, first) => {
    if (!beginnings.has(syllable.toLowerCase())) return [];
    for (let count = most.syllables; count > 1; count -= 1) {
      const last = syllables[first + count - 1];
      if (!last) continue;
      const end = last.index + last[0].length;
      if (short.has(text.slice(start, end).toLowerCase())) return [{ start, end }];
    }
    return [];
  });
}

/** Whether a language is Vietnamese, regional forms (`vi-VN`) included. */
export const isVietnamese = (language: Language): boolean => /^vi(?:-|$)/i.test(language);
