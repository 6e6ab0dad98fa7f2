import type { Colors } from 'picocolors/types.js';
import type { BuildResult } from '../build/build-result.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { counting } from './counting.ts';

/** The end of a build in a few lines. */
export function summarise(
  result: BuildResult,
  { out, language, colors }: { out: string; language: MessageLanguage; colors: Colors },
): string {
  const { number, plural } = counting(language);
  const seconds = String(Math.round(result.durationMs / 10) / 100).replace(
    '.',
    language === 'vi' ? ',' : '.',
  );
  const {
    articles,
    pages,
    pictures,
    parsed,
    rendered,
    resized,
    written,
    unchanged,
    removed,
    errors,
    warnings,
    nextChange,
    nextChangeLocal,
    cacheDiscarded,
  } = result;
  const lines =
    language === 'vi'
      ? [
          `${number(articles)} bài viết, ${number(pages)} trang, ${number(pictures)} hình (đọc ${number(parsed)}, dựng ${number(rendered)}, đổi cỡ ${number(resized)})`,
          `${number(written)} tệp được ghi, ${number(unchanged)} không đổi, ${number(removed)} bị xóa`,
          ...(errors + warnings > 0 ? [`${number(errors)} lỗi, ${number(warnings)} cảnh báo`] : []),
          ...(cacheDiscarded
            ? [
                cacheDiscarded === 'damaged'
                  ? 'Bộ nhớ đệm bị hỏng nên đã bỏ và dựng lại từ đầu.'
                  : 'Bộ nhớ đệm của phiên bản hoặc cấu hình khác đã được bỏ.',
              ]
            : []),
          ...(nextChange ? [`Lần thay đổi kế tiếp theo lịch: ${nextChangeLocal} (${nextChange})`] : []),
          `Xong trong ${seconds} giây: ${out}`,
        ]
      : [
          `${plural(articles, 'article')}, ${plural(pages, 'page')}, ${plural(pictures, 'picture')} (parsed ${number(parsed)}, rendered ${number(rendered)}, resized ${number(resized)})`,
          `${plural(written, 'file')} written, ${number(unchanged)} unchanged, ${number(removed)} removed`,
          ...(errors + warnings > 0 ? [`${plural(errors, 'error')}, ${plural(warnings, 'warning')}`] : []),
          ...(cacheDiscarded
            ? [
                cacheDiscarded === 'damaged'
                  ? 'The cache was damaged; it was discarded and all built anew.'
                  : 'The cache of another version or configuration was discarded.',
              ]
            : []),
          ...(nextChange ? [`Next change by schedule: ${nextChangeLocal} (${nextChange})`] : []),
          `Done in ${seconds} s: ${out}`,
        ];
  const painted = lines.map((line, index) =>
    index === lines.length - 1 ? (errors > 0 ? colors.red(line) : colors.green(line)) : line,
  );
  return `${painted.join('\n')}\n`;
}
