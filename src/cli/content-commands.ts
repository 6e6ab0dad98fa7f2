/** The commands that write files of a site, with their options. */
import type { Command } from 'commander';
import { language, now, run, site, text } from './options.ts';

/** `init`. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description(
      text(
        'create a small portal that is ready to build, in the language of --lang',
        'tạo một cổng tin nhỏ dựng được ngay, bằng ngôn ngữ của --lang',
      ),
    )
    .argument('<folder>', text('a new or empty folder', 'một thư mục mới hoặc rỗng'))
    .action((folder) => run(async () => (await import('../commands/init.ts')).init(folder, { language })));
}

/** `new`. */
export function addNew(program: Command): void {
  program
    .command('new')
    .description(text('create a draft article', 'tạo một bài viết, ở dạng nháp'))
    .argument(
      '[category]',
      text('path of the category below content/', 'đường dẫn của chuyên mục trong content/'),
    )
    .argument('[headline]', text('the headline, in quotes', 'đầu đề, trong dấu ngoặc kép'))
    .addOption(site())
    .option(
      '--folder',
      text('create a folder, for an article with pictures', 'tạo một thư mục, cho bài có ảnh'),
    )
    .option(
      '--translate <file>',
      text('create a translation of this article or page', 'tạo bản dịch của bài viết hay trang này'),
    )
    .option('--to <language>', text('its language, such as en', 'ngôn ngữ của bản dịch, ví dụ en'))
    .action((category, headline, { translate, ...flags }) =>
      run(async () =>
        translate === undefined
          ? (await import('../commands/new.ts')).newArticle(category, headline, { ...flags, language })
          : (await import('../commands/new-translation.ts')).newTranslation(translate, {
              ...flags,
              language,
            }),
      ),
    );
}

/** `addresses`. */
export function addAddresses(program: Command): void {
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
        'add them to content/_data/addresses.txt, so that later builds report lost ones',
        'thêm chúng vào content/_data/addresses.txt, để lần dựng sau báo khi mất địa chỉ nào',
      ),
    )
    .addOption(now())
    .action((flags) =>
      run(async () => (await import('../commands/addresses.ts')).addresses({ ...flags, language })),
    );
}

/** `views import`. */
export function addViews(program: Command): void {
  program
    .command('views')
    .description(text('reader numbers', 'số lượt đọc'))
    .command('import')
    .description(
      text(
        'count readers of articles in web server logs, plain or gzip, into content/_data/views.json',
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
      run(async () => (await import('../commands/views.ts')).importLogs(logs, { ...flags, language })),
    );
}

/** `words`. */
export function addWords(program: Command): void {
  program
    .command('words')
    .description(
      text(
        "create the file of a language's interface words, for translation",
        'tạo tệp các từ giao diện của một ngôn ngữ, để dịch',
      ),
    )
    .argument('<language>', text('the code of the language, such as km', 'mã ngôn ngữ, ví dụ km'))
    .addOption(site())
    .action((code, flags) =>
      run(async () => (await import('../commands/words.ts')).writeWords(code, { ...flags, language })),
    );
}

/** `codeowners`. */
export function addCodeowners(program: Command): void {
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
        'the file to write (default: the existing one, or .github/CODEOWNERS)',
        'tệp sẽ ghi (mặc định: tệp đang có, hoặc .github/CODEOWNERS)',
      ),
    )
    .action((flags) =>
      run(async () => (await import('../commands/codeowners.ts')).codeowners({ ...flags, language })),
    );
}
