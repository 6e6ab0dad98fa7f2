import { Option } from 'commander';
import { languageOf } from '../commands/command-line-words.ts';

/** The language of messages: `--lang`, else the environment's, else English. */
export const language = languageOf(process.argv);
/** One of two texts, by the language of messages. */
export const text = (en: string, vi: string): string => (language === 'vi' ? vi : en);

/** Runs a command and sets `process.exitCode`. */
export async function run(command: () => Promise<number>): Promise<void> {
  process.exitCode = await command();
}

/** The option for the site of a command. */
export const site = () =>
  new Option(
    '--site <folder>',
    text(
      "the site's folder (default: the nearest one above with a configuration)",
      'thư mục của trang (mặc định: thư mục gần nhất ở trên có tệp cấu hình)',
    ),
  );

/** The option for the output folder. */
export const out = () =>
  new Option(
    '--out <folder>',
    text(
      "the output folder (default: dist in the site's folder)",
      'thư mục kết quả (mặc định: dist trong thư mục của trang)',
    ),
  );

/** The option for the picture store. */
export const store = () =>
  new Option(
    '--store <address>',
    text(
      'a store of pictures shared by machines: http(s):, s3: or file: (default: BROADSHEET_STORE)',
      'kho hình dùng chung giữa các máy: http(s):, s3: hoặc file: (mặc định: BROADSHEET_STORE)',
    ),
  );

/** The option for how the store is used. */
export const storeMode = () =>
  new Option(
    '--store-mode <mode>',
    text(
      'use of the store (default: write with a private key, otherwise read)',
      'dùng kho để làm gì (mặc định: ghi nếu có khóa riêng, không thì chỉ đọc)',
    ),
  ).choices(['read', 'write']);

/** The option for the picture queue. */
export const queue = () =>
  new Option(
    '--queue <address>',
    text(
      'a queue from which workers take pictures to make, such as redis://127.0.0.1:6379',
      'hàng đợi giao hình cho các máy khác làm, ví dụ redis://127.0.0.1:6379',
    ),
  );

/** The option for the format of a report. */
export const format = () =>
  new Option('--format <format>', text('table, csv or json', 'table, csv hoặc json')).default('table');

/** The option for the time at which a command works. */
export const now = () =>
  new Option(
    '--now <date>',
    text(
      'as of this moment, such as 2026-11-16T08:30:00+07:00',
      'như ở thời điểm này, ví dụ 2026-11-16T08:30:00+07:00',
    ),
  );
