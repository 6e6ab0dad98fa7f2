import type { Colors } from 'picocolors/types.js';
import type { BuildResult } from '../build/build-result.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { counting } from './counting.ts';

/** The end of a build in a few lines. */
export function summarise(
  result: BuildResult,
  { out, language, colors }: { out: string; language: MessageLanguage; colors: Colors },
): string {
  const lines = language === 'vi' ? linesInVietnamese(result, out) : linesInEnglish(result, out);
  const paint = result.errors > 0 ? colors.red : colors.green;
  const painted = lines.map((line, index) => (index === lines.length - 1 ? paint(line) : line));
  return `${painted.join('\n')}\n`;
}

const secondsOf = ({ durationMs }: BuildResult): string => String(Math.round(durationMs / 10) / 100);

function linesInVietnamese(result: BuildResult, out: string): string[] {
  const { number } = counting('vi');
  const seconds = secondsOf(result).replace('.', ',');
  return [
    `${number(result.articles)} bài viết, ${number(result.pages)} trang, ${number(result.pictures)} hình (đọc ${number(result.parsed)}, dựng ${number(result.rendered)}, đổi cỡ ${number(result.resized)}${result.fetched > 0 ? `, lấy từ kho chung ${number(result.fetched)}` : ''}${result.elsewhere > 0 ? `, máy khác làm ${number(result.elsewhere)}` : ''})`,
    `${number(result.written)} tệp được ghi, ${number(result.unchanged)} không đổi, ${number(result.removed)} bị xóa`,
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

function linesInEnglish(result: BuildResult, out: string): string[] {
  const { number, plural } = counting('en');
  const seconds = secondsOf(result);
  return [
    `${plural(result.articles, 'article')}, ${plural(result.pages, 'page')}, ${plural(result.pictures, 'picture')} (parsed ${number(result.parsed)}, rendered ${number(result.rendered)}, resized ${number(result.resized)}${result.fetched > 0 ? `, from the store ${number(result.fetched)}` : ''}${result.elsewhere > 0 ? `, by workers ${number(result.elsewhere)}` : ''})`,
    `${plural(result.written, 'file')} written, ${number(result.unchanged)} unchanged, ${number(result.removed)} removed`,
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
