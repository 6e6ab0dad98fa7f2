import type { Colors } from 'picocolors/types.js';
import type { BuildResult } from '../build/build-result.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { counting } from './counting.ts';

interface SummaryOptions {
  readonly out: string;
  readonly language: MessageLanguage;
  readonly colors: Colors;
  /** Whether the largest pages are listed. */
  readonly all?: boolean;
}

/** Summarises a build in a few lines. */
export function summarise(
  result: BuildResult,
  { out, language, colors, all = false }: SummaryOptions,
): string {
  const lines =
    language === 'vi' ? linesInVietnamese(result, { out, all }) : linesInEnglish(result, { out, all });
  const paint = result.errors > 0 ? colors.red : colors.green;
  const painted = lines.map((line, index) => (index === lines.length - 1 ? paint(line) : line));
  return `${painted.join('\n')}\n`;
}

interface Shown {
  readonly out: string;
  readonly all: boolean;
}

interface BudgetWords {
  readonly all: boolean;
  readonly language: MessageLanguage;
  readonly toLine: (files: string, size: string, largest: { size: string; output: string } | '') => string;
}

/** The size of the site, and its largest pages if requested; empty when no site was made. */
function budgetLines(
  { files, bytes, largest }: BuildResult,
  { all, language, toLine }: BudgetWords,
): string[] {
  if (files === 0) return [];
  const { number, decimal } = counting(language);
  const megabytes = `${decimal(bytes / 1e6)} MB`;
  const pages = largest.map(({ output, bytes: size }) => ({ output, size: `${decimal(size / 1e3)} kB` }));
  return [
    toLine(number(files), megabytes, pages[0] ?? ''),
    ...(all ? pages.map(({ output, size }) => `${size.padStart(11)}  ${output}`) : []),
  ];
}

const secondsOf = ({ durationMs }: BuildResult): string => String(Math.round(durationMs / 10) / 100);

function linesInVietnamese(result: BuildResult, { out, all }: Shown): string[] {
  const { number } = counting('vi');
  const seconds = secondsOf(result).replace('.', ',');
  return [
    `${number(result.articles)} bài viết, ${number(result.pages)} trang, ${number(result.pictures)} hình (đọc ${number(result.parsed)}, dựng ${number(result.rendered)}, đổi cỡ ${number(result.resized)}${result.fetched > 0 ? `, lấy từ kho chung ${number(result.fetched)}` : ''}${result.elsewhere > 0 ? `, máy khác làm ${number(result.elsewhere)}` : ''})`,
    `${number(result.written)} tệp được ghi, ${number(result.unchanged)} không đổi, ${number(result.removed)} bị xóa`,
    ...budgetLines(result, {
      all,
      language: 'vi',
      toLine: (files, size, largest) =>
        `Cả trang: ${files} tệp, ${size}${largest && `; trang nặng nhất ${largest.size}: ${largest.output}`}`,
    }),
    ...(result.errors + result.warnings > 0
      ? [`${number(result.errors)} lỗi, ${number(result.warnings)} cảnh báo`]
      : []),
    ...(result.cacheDiscarded
      ? [
          result.cacheDiscarded === 'damaged'
            ? 'Bộ nhớ đệm bị hỏng nên đã bỏ và dựng lại từ đầu.'
            : 'Bộ nhớ đệm của phiên bản hoặc cấu hình khác đã được bỏ.',
        ]
      : []),
    ...(result.nextChange
      ? [`Lần thay đổi kế tiếp theo lịch: ${result.nextChangeLocal} (${result.nextChange})`]
      : []),
    `Xong trong ${seconds} giây: ${out}`,
  ];
}

function linesInEnglish(result: BuildResult, { out, all }: Shown): string[] {
  const { number, plural } = counting('en');
  const seconds = secondsOf(result);
  return [
    `${plural(result.articles, 'article')}, ${plural(result.pages, 'page')}, ${plural(result.pictures, 'picture')} (parsed ${number(result.parsed)}, rendered ${number(result.rendered)}, resized ${number(result.resized)}${result.fetched > 0 ? `, from the store ${number(result.fetched)}` : ''}${result.elsewhere > 0 ? `, by workers ${number(result.elsewhere)}` : ''})`,
    `${plural(result.written, 'file')} written, ${number(result.unchanged)} unchanged, ${number(result.removed)} removed`,
    ...budgetLines(result, {
      all,
      language: 'en',
      toLine: (files, size, largest) =>
        `In all ${files} files, ${size}${largest && `; the largest page has ${largest.size}: ${largest.output}`}`,
    }),
    ...(result.errors + result.warnings > 0
      ? [`${plural(result.errors, 'error')}, ${plural(result.warnings, 'warning')}`]
      : []),
    ...(result.cacheDiscarded
      ? [
          result.cacheDiscarded === 'damaged'
            ? 'The cache was damaged; it was discarded and all built anew.'
            : 'The cache of another version or configuration was discarded.',
        ]
      : []),
    ...(result.nextChange
      ? [`Next change by schedule: ${result.nextChangeLocal} (${result.nextChange})`]
      : []),
    `Done in ${seconds} s: ${out}`,
  ];
}
