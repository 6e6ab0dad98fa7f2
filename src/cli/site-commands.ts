/** The commands that build, check and serve a site, with their options. */
import type { Command } from 'commander';
import { language, out, queue, run, site, store, storeMode, text } from './options.ts';

/** `build`. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .description(text('build the site', 'dựng trang'))
    .addOption(site())
    .addOption(out())
    .option(
      '--now <date>',
      text(
        'build as of this moment, such as 2026-11-16T08:30:00+07:00',
        'dựng như ở thời điểm này, ví dụ 2026-11-16T08:30:00+07:00',
      ),
    )
    .option('--no-cache', text('ignore the cache of earlier builds', 'không dùng gì của các lần dựng trước'))
    .option(
      '--jobs <number>',
      text(
        'number of threads (default: one per processor, if worthwhile)',
        'số luồng làm việc (mặc định: bằng số bộ xử lý, khi có lợi)',
      ),
    )
    .addOption(store())
    .addOption(storeMode())
    .addOption(queue())
    .option('--strict', text('count warnings as errors', 'coi cảnh báo là lỗi'))
    .option(
      '--all',
      text(
        'show every message in full, and the largest pages',
        'hiện đầy đủ mọi thông báo, và các trang nặng nhất',
      ),
    )
    .option('--json', text('print the result as one JSON object', 'in kết quả thành một đối tượng JSON'))
    .action((flags) => run(async () => (await import('../commands/build.ts')).build({ ...flags, language })));
}

/** `dev`. */
export function addDev(program: Command): void {
  program
    .command('dev')
    .description(
      text(
        'serve the site while you write, and show each change at once',
        'phục vụ trang trong lúc viết và cho xem ngay mỗi thay đổi',
      ),
    )
    .addOption(site())
    .option(
      '--port <number>',
      text(
        'port to listen on (default: 4000, or the next free one)',
        'cổng lắng nghe (mặc định: 4000, hoặc cổng trống kế tiếp)',
      ),
    )
    .option(
      '--host <name>',
      text(
        'listen on this name or address, also for other machines',
        'lắng nghe cả từ ngoài máy này, ở tên hoặc địa chỉ này',
      ),
    )
    .option('--open', text('open the front page in the browser', 'mở trang chủ trong trình duyệt'))
    .option(
      '--poll [ms]',
      text(
        'poll every file, for drives that do not report changes; in milliseconds (default: 1000)',
        'dò mọi tệp theo nhịp, cho ổ đĩa không báo thay đổi (mặc định: 1000)',
      ),
    )
    .option(
      '--drafts',
      text(
        'also show drafts, pending and future articles, with a mark',
        'cho xem cả bản nháp, bài chờ duyệt và bài hẹn giờ, có đánh dấu',
      ),
    )
    .action((flags) => run(async () => (await import('../commands/dev.ts')).dev({ ...flags, language })));
}

/** `verify`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      text(
        'build, build again without the cache, and compare every byte',
        'dựng, dựng lại từ đầu bên cạnh, rồi so từng byte',
      ),
    )
    .addOption(site())
    .addOption(out())
    .action((flags) =>
      run(async () => (await import('../commands/verify.ts')).verify({ ...flags, language })),
    );
}

/** `check`. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      text(
        'report everything that a build would, and editorial advice, without writing anything',
        'nói mọi điều một lần dựng hay một biên tập viên sẽ nói, và không ghi gì',
      ),
    )
    .argument(
      '[files...]',
      text(
        'only messages about these files or folders',
        'chỉ những gì tìm thấy trong các tệp hay thư mục này',
      ),
    )
    .addOption(site())
    .option(
      '--changed [branch]',
      text(
        'only files that differ from the main branch, or from the given one',
        'chỉ các tệp khác với nhánh chính, hoặc với nhánh này',
      ),
    )
    .option(
      '--format <format>',
      text('text, json or github (annotations)', 'text, json hoặc github (chú thích)'),
      'text',
    )
    .addOption(store())
    .option('--strict', text('count warnings as errors', 'coi cảnh báo là lỗi'))
    .option('--all', text('show every message in full', 'hiện đầy đủ mọi thông báo'))
    .action((files, flags) =>
      run(async () =>
        (await import('../commands/check.ts')).check(files, {
          ...flags,
          language,
        }),
      ),
    );
}

/** `clean`. */
export function addClean(program: Command): void {
  program
    .command('clean')
    .description(text('remove the output folder and the cache', 'xóa thư mục kết quả và bộ nhớ đệm'))
    .addOption(site())
    .addOption(out())
    .action((flags) => run(async () => (await import('../commands/clean.ts')).clean(flags)));
}

/** `preview`. */
export function addPreview(program: Command): void {
  program
    .command('preview')
    .description(text('serve the built site on this machine', 'phục vụ trang đã dựng trên máy này'))
    .addOption(site())
    .addOption(out())
    .option('--port <number>', text('port to listen on', 'cổng lắng nghe'), '4173')
    .action((flags) => run(async () => (await import('../commands/preview.ts')).preview(flags)));
}

/** `offline`. */
export function addOffline(program: Command): void {
  program
    .command('offline')
    .description(
      text(
        'copy the built site so that browsers show it from a disk, without a server',
        'chép trang đã dựng để trình duyệt mở được từ đĩa, không cần máy chủ',
      ),
    )
    .argument('<folder>', text('where the copy is made', 'nơi đặt bản chép'))
    .addOption(site())
    .addOption(out())
    .action((folder, flags) =>
      run(async () => (await import('../commands/offline.ts')).offline(folder, { ...flags, language })),
    );
}
