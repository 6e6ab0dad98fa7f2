import { Command, CommanderError, Option } from 'commander';
import { languageOf, toVietnamese, vietnameseHelp } from './commands/command-line-words.ts';
import { findSite } from './places/find-config-file.ts';
import { version } from './tool/version.ts';

/** The language of messages: `--lang`, else the environment's; English when that is neither. */
const language = languageOf(process.argv);
const text = (en: string, vi: string): string => (language === 'vi' ? vi : en);

const program = new Command('broadsheet')
  .description(
    text(
      'Builds a news portal of plain files from Markdown in git.',
      'Dựng cổng tin gồm các tệp tĩnh từ Markdown trong git.',
    ),
  )
  .version(version, '-V, --version', text('print the version', 'in số phiên bản'))
  .helpOption('-h, --help', text('print this help', 'in phần trợ giúp này'))
  .helpCommand('help [command]', text('print the help of a command', 'in phần trợ giúp của một lệnh'))
  .addOption(
    new Option(
      '--lang <language>',
      text(
        "language of messages (default: the environment's)",
        'ngôn ngữ của thông báo (mặc định: theo môi trường)',
      ),
    ).choices(['vi', 'en']),
  )
  .configureHelp({ showGlobalOptions: true, ...(language === 'vi' && vietnameseHelp) })
  .configureOutput(language === 'vi' ? { outputError: (error, write) => write(toVietnamese(error)) } : {})
  .showHelpAfterError(
    text(
      '(broadsheet --help lists the commands and their options)',
      '(broadsheet --help liệt kê các lệnh và tùy chọn)',
    ),
  )
  .exitOverride();
const site = () =>
  new Option(
    '--site <folder>',
    text(
      "the site's folder (default: the nearest one above with a configuration)",
      'thư mục của trang (mặc định: thư mục gần nhất ở trên có tệp cấu hình)',
    ),
  );
const out = () =>
  new Option(
    '--out <folder>',
    text(
      "the output folder (default: dist in the site's folder)",
      'thư mục kết quả (mặc định: dist trong thư mục của trang)',
    ),
  );
const store = () =>
  new Option(
    '--store <address>',
    text(
      'a store of pictures that machines share: http(s):, s3: or file: (default: BROADSHEET_STORE)',
      'kho hình dùng chung giữa các máy: http(s):, s3: hoặc file: (mặc định: BROADSHEET_STORE)',
    ),
  );
const storeMode = () =>
  new Option(
    '--store-mode <mode>',
    text(
      'what is done with the store (default: write with a private key, else read)',
      'dùng kho để làm gì (mặc định: ghi nếu có khóa riêng, không thì chỉ đọc)',
    ),
  ).choices(['read', 'write']);
const queue = () =>
  new Option(
    '--queue <address>',
    text(
      'a queue on which workers are asked for pictures, such as redis://127.0.0.1:6379',
      'hàng đợi giao hình cho các máy khác làm, ví dụ redis://127.0.0.1:6379',
    ),
  );
program.hook('preAction', (_, command) => {
  const takesSite = command.options.some(({ long }) => long === '--site');
  if (takesSite && command.opts().site === undefined) command.setOptionValue('site', findSite(process.cwd()));
});
const run = (action: () => Promise<number>) => async (): Promise<void> => {
  process.exitCode = await action();
};

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
  .option('--no-cache', text('use nothing of earlier builds', 'không dùng gì của các lần dựng trước'))
  .option(
    '--jobs <number>',
    text(
      'how many threads work (default: as many as there are processors, where that pays)',
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
  .action((flags) => run(async () => (await import('./commands/build.ts')).build({ ...flags, language }))());

program
  .command('dev')
  .description(
    text(
      'serve the site while it is being written, and show each change at once',
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
      'listen beyond this machine, on this name or address',
      'lắng nghe cả từ ngoài máy này, ở tên hoặc địa chỉ này',
    ),
  )
  .option('--open', text('open the front page in the browser', 'mở trang chủ trong trình duyệt'))
  .option(
    '--poll [ms]',
    text(
      'look at every file at intervals, for drives that report no changes (default: 1000)',
      'dò mọi tệp theo nhịp, cho ổ đĩa không báo thay đổi (mặc định: 1000)',
    ),
  )
  .option(
    '--drafts',
    text(
      'show drafts, pending and future articles too, marked as such',
      'cho xem cả bản nháp, bài chờ duyệt và bài hẹn giờ, có đánh dấu',
    ),
  )
  .action((flags) => run(async () => (await import('./commands/dev.ts')).dev({ ...flags, language }))());

program
  .command('verify')
  .description(
    text(
      'build, build clean beside it, and compare every byte',
      'dựng, dựng lại từ đầu bên cạnh, rồi so từng byte',
    ),
  )
  .addOption(site())
  .addOption(out())
  .action((flags) =>
    run(async () => (await import('./commands/verify.ts')).verify({ ...flags, language }))(),
  );

program
  .command('init')
  .description(
    text(
      'make a small portal that builds at once, in the language of --lang',
      'tạo một cổng tin nhỏ dựng được ngay, bằng ngôn ngữ của --lang',
    ),
  )
  .argument('<folder>', text('a new or empty folder', 'một thư mục mới hoặc rỗng'))
  .action((folder) => run(async () => (await import('./commands/init.ts')).init(folder, { language }))());

program
  .command('new')
  .description(text('make an article, a draft', 'tạo một bài viết, ở dạng nháp'))
  .argument(
    '[category]',
    text('path of the category below content/', 'đường dẫn của chuyên mục trong content/'),
  )
  .argument('[headline]', text('the headline, in quotes', 'đầu đề, trong dấu ngoặc kép'))
  .addOption(site())
  .option('--folder', text('make a folder, for an article with pictures', 'tạo một thư mục, cho bài có ảnh'))
  .option(
    '--translate <file>',
    text('make the translation of this article or page', 'tạo bản dịch của bài viết hay trang này'),
  )
  .option('--to <language>', text('its language, such as en', 'ngôn ngữ của bản dịch, ví dụ en'))
  .action((category, headline, { translate, ...flags }) =>
    run(async () =>
      translate === undefined
        ? (await import('./commands/new.ts')).newArticle(category, headline, { ...flags, language })
        : (await import('./commands/new-translation.ts')).newTranslation(translate, { ...flags, language }),
    )(),
  );

program
  .command('check')
  .description(
    text(
      'say all that a build would, and what an editor would, and write nothing',
      'nói mọi điều một lần dựng hay một biên tập viên sẽ nói, và không ghi gì',
    ),
  )
  .argument(
    '[files...]',
    text(
      'only what is found in these files or folders',
      'chỉ những gì tìm thấy trong các tệp hay thư mục này',
    ),
  )
  .addOption(site())
  .option(
    '--changed [branch]',
    text(
      'only files that differ from the main branch, or from this one',
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
      (await import('./commands/check.ts')).check(files, {
        ...flags,
        language,
      }),
    )(),
  );

program
  .command('clean')
  .description(text('remove the output folder and the cache', 'xóa thư mục kết quả và bộ nhớ đệm'))
  .addOption(site())
  .addOption(out())
  .action((flags) => run(async () => (await import('./commands/clean.ts')).clean(flags))());

program
  .command('preview')
  .description(text('serve the built site on this machine', 'phục vụ trang đã dựng trên máy này'))
  .addOption(site())
  .addOption(out())
  .option('--port <number>', text('port to listen on', 'cổng lắng nghe'), '4173')
  .action((flags) => run(async () => (await import('./commands/preview.ts')).preview(flags))());

const format = () =>
  new Option('--format <format>', text('table, csv or json', 'table, csv hoặc json')).default('table');
const now = () =>
  new Option(
    '--now <date>',
    text(
      'as of this moment, such as 2026-11-16T08:30:00+07:00',
      'như ở thời điểm này, ví dụ 2026-11-16T08:30:00+07:00',
    ),
  );

const report = program
  .command('report')
  .description(
    text(
      'report on articles, translations, royalties and compliance',
      'báo cáo về bài viết, bản dịch, nhuận bút và tuân thủ',
    ),
  );
report
  .command('status')
  .description(
    text(
      'articles by status, age and whose turn it is',
      'bài viết theo trạng thái, thời gian và đang chờ ai',
    ),
  )
  .addOption(site())
  .addOption(format())
  .addOption(now())
  .option('--all', text('list those in public too', 'kể cả bài đã đăng'))
  .action((flags) =>
    run(async () => (await import('./commands/report-status.ts')).reportStatus({ ...flags, language }))(),
  );
report
  .command('translations')
  .description(
    text('what is not translated, or older than its original', 'bài chưa dịch, hoặc bản dịch cũ hơn bài gốc'),
  )
  .addOption(site())
  .addOption(format())
  .addOption(now())
  .action((flags) =>
    run(async () =>
      (await import('./commands/report-translations.ts')).reportTranslations({ ...flags, language }),
    )(),
  );
report
  .command('royalties')
  .description(
    text('royalties of a month, per author and article', 'nhuận bút của một tháng, theo tác giả và bài viết'),
  )
  .addOption(site())
  .option('--month <month>', text('the month of publication, such as 2026-10', 'tháng đăng, ví dụ 2026-10'))
  .option(
    '--author <author>',
    text('one author only, by id, name or pen name', 'chỉ một tác giả, theo mã, tên hoặc bút danh'),
  )
  .addOption(format())
  .option(
    '--bom',
    text(
      'begin CSV with a byte order mark, for spreadsheet programs',
      'thêm dấu BOM ở đầu CSV, cho chương trình bảng tính',
    ),
  )
  .option(
    '--close',
    text('write the ledger of the month into content/_data/', 'ghi sổ của tháng vào content/_data/'),
  )
  .addOption(now())
  .action((flags) =>
    run(async () =>
      (await import('./commands/report-royalties.ts')).reportRoyalties({ ...flags, language }),
    )(),
  );

report
  .command('compliance')
  .description(
    text(
      'build the site, and write what an authority has to show of it: one HTML page and JSON',
      'dựng trang, và viết những gì cơ quan phải trình về nó: một trang HTML và JSON',
    ),
  )
  .addOption(site())
  .addOption(out())
  .addOption(now())
  .option(
    '--to <folder>',
    text(
      'the folder of compliance.html and compliance.json (default: this one)',
      'thư mục của compliance.html và compliance.json (mặc định: thư mục này)',
    ),
  )
  .action((flags) =>
    run(async () =>
      (await import('./commands/report-compliance.ts')).reportCompliance({ ...flags, language }),
    )(),
  );

program
  .command('addresses')
  .description(
    text(
      'print the addresses of all articles, pages and categories',
      'in địa chỉ của mọi bài viết, trang và chuyên mục',
    ),
  )
  .addOption(site())
  .option(
    '--write',
    text(
      'add them to content/_data/addresses.txt, so that a build says when one is lost',
      'thêm chúng vào content/_data/addresses.txt, để lần dựng sau báo khi mất địa chỉ nào',
    ),
  )
  .addOption(now())
  .action((flags) =>
    run(async () => (await import('./commands/addresses.ts')).addresses({ ...flags, language }))(),
  );

program
  .command('views')
  .description(text('numbers of readers', 'số lượt đọc'))
  .command('import')
  .description(
    text(
      'count readers of articles in logs of the web server, plain or gzip, into content/_data/views.json',
      'đếm lượt đọc bài viết trong nhật ký máy chủ web, thường hoặc gzip, vào content/_data/views.json',
    ),
  )
  .argument(
    '<logs...>',
    text(
      'logs of nginx, Apache (common, combined) or CloudFront, in any order',
      'nhật ký của nginx, Apache (common, combined) hoặc CloudFront, theo thứ tự bất kỳ',
    ),
  )
  .addOption(site())
  .option('--json', text('print the result as one JSON object', 'in kết quả thành một đối tượng JSON'))
  .action((logs, flags) =>
    run(async () => (await import('./commands/views.ts')).importLogs(logs, { ...flags, language }))(),
  );

program
  .command('worker')
  .description(
    text('make pictures for the builds of other machines', 'làm hình cho các lần dựng của máy khác'),
  )
  .addOption(store())
  .addOption(queue())
  .option(
    '--concurrency <number>',
    text('pictures at a time, each on one core', 'số hình làm cùng lúc, mỗi hình một nhân'),
    '1',
  )
  .action((flags) =>
    run(async () => (await import('./commands/worker.ts')).worker({ ...flags, language }))(),
  );

program
  .command('store')
  .description(text('the store that machines share', 'kho dùng chung giữa các máy'))
  .command('keys')
  .description(
    text('print new keys, as lines of an environment', 'in các khóa mới, thành những dòng biến môi trường'),
  )
  .action(() => run(async () => (await import('./commands/store-keys.ts')).storeKeys({ language }))());

program
  .command('words')
  .description(
    text(
      "begin the file of a language's interface words, to be translated",
      'tạo tệp các từ giao diện của một ngôn ngữ, để dịch',
    ),
  )
  .argument('<language>', text('the code of the language, such as km', 'mã ngôn ngữ, ví dụ km'))
  .addOption(site())
  .action((code, flags) =>
    run(async () => (await import('./commands/words.ts')).writeWords(code, { ...flags, language }))(),
  );

program
  .command('codeowners')
  .description(
    text(
      "write CODEOWNERS from the categories' editors",
      'viết CODEOWNERS theo biên tập viên của các chuyên mục',
    ),
  )
  .addOption(site())
  .option(
    '--output <file>',
    text(
      'the file to write (default: the one that there is, or .github/CODEOWNERS)',
      'tệp sẽ ghi (mặc định: tệp đang có, hoặc .github/CODEOWNERS)',
    ),
  )
  .action((flags) =>
    run(async () => (await import('./commands/codeowners.ts')).codeowners({ ...flags, language }))(),
  );

// Whoever reads may have enough (`check | head`): what is left to say is then not said, and the work still
// done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Runs the command that the arguments name; what it exits with is in `process.exitCode`. */
export async function main(): Promise<void> {
  const surroundings = () => ({
    language,
    argv: process.argv.slice(2),
    details: Boolean(process.env.BROADSHEET_DEBUG),
  });
  const end = async (error: unknown) => (await import('./commands/end.ts')).tellEnd(error, surroundings());
  // Code of the site's own may throw when nobody waits for it, or never come to an end.
  const endLate = (error: unknown): void => {
    end(error).then(
      (status) => process.exit(status),
      () => process.exit(70),
    );
  };
  process.on('uncaughtException', endLate);
  process.on('unhandledRejection', endLate);
  const endUnsettled = async (): Promise<void> => {
    const { toUnsettled } = await import('./commands/end.ts');
    await end(toUnsettled());
    process.exitCode = 1;
  };
  process.once('beforeExit', endUnsettled);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = await end(error);
  }
  process.off('beforeExit', endUnsettled);
}
