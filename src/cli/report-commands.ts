/** The commands that report on a site, with their options. */
import type { Command } from 'commander';
import { format, language, now, out, run, site, text } from './options.ts';

/** `report`, with a command for each report. */
export function addReport(program: Command): void {
  const report = program
    .command('report')
    .description(
      text(
        'report on articles, translations, royalties and compliance',
        'báo cáo về bài viết, bản dịch, nhuận bút và tuân thủ',
      ),
    );
  addStatus(report);
  addTranslations(report);
  addRoyalties(report);
  addCompliance(report);
}

function addStatus(report: Command): void {
  report
    .command('status')
    .description(
      text(
        'articles by status, age and who has to act next',
        'bài viết theo trạng thái, thời gian và đang chờ ai',
      ),
    )
    .addOption(site())
    .addOption(format())
    .addOption(now())
    .option('--all', text('also list published articles', 'kể cả bài đã đăng'))
    .action((flags) =>
      run(async () => (await import('../commands/report-status.ts')).reportStatus({ ...flags, language })),
    );
}

function addTranslations(report: Command): void {
  report
    .command('translations')
    .description(
      text(
        'articles without a translation, or with an outdated one',
        'bài chưa dịch, hoặc bản dịch cũ hơn bài gốc',
      ),
    )
    .addOption(site())
    .addOption(format())
    .addOption(now())
    .action((flags) =>
      run(async () =>
        (await import('../commands/report-translations.ts')).reportTranslations({ ...flags, language }),
      ),
    );
}

function addRoyalties(report: Command): void {
  report
    .command('royalties')
    .description(
      text(
        'royalties of a month, per author and article',
        'nhuận bút của một tháng, theo tác giả và bài viết',
      ),
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
        (await import('../commands/report-royalties.ts')).reportRoyalties({ ...flags, language }),
      ),
    );
}

function addCompliance(report: Command): void {
  report
    .command('compliance')
    .description(
      text(
        'build the site, and write its compliance report: one HTML page and JSON',
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
        (await import('../commands/report-compliance.ts')).reportCompliance({ ...flags, language }),
      ),
    );
}
