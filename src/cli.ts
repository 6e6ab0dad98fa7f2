import { Command, CommanderError, Option } from 'commander';
import type { MessageLanguage } from './diagnostics/phrases.ts';
import { version } from './tool/version.ts';

/** The language of messages: `--lang`, else the environment's; English when that is neither. */
const languageOf = (flag?: string): MessageLanguage => {
  const locale = flag || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return locale.startsWith('vi') ? 'vi' : 'en';
};

const program = new Command('broadsheet')
  .description('Builds a news portal of plain files from Markdown in git.')
  .version(version)
  .addOption(
    new Option('--lang <language>', "language of messages (default: the environment's)").choices([
      'vi',
      'en',
    ]),
  )
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError('(broadsheet --help lists the commands and their options)')
  .exitOverride();
const site = () => new Option('--site <folder>', "the site's folder").default('.');
const out = () => new Option('--out <folder>', "the output folder (default: dist in the site's folder)");
const run = (action: () => Promise<number>) => async (): Promise<void> => {
  process.exitCode = await action();
};

program
  .command('build')
  .description('build the site')
  .addOption(site())
  .addOption(out())
  .option('--now <date>', 'build as of this moment, such as 2026-11-16T08:30:00+07:00')
  .option('--no-cache', 'use nothing of earlier builds')
  .option(
    '--jobs <number>',
    'how many threads work (default: as many as there are processors, where that pays)',
  )
  .option('--strict', 'count warnings as errors')
  .option('--json', 'print the result as one JSON object')
  .action((flags) =>
    run(async () =>
      (await import('./commands/build.ts')).build({ ...flags, language: languageOf(program.opts().lang) }),
    )(),
  );

program
  .command('dev')
  .description('serve the site while it is being written, and show each change at once')
  .addOption(site())
  .option('--port <number>', 'port to listen on (default: 4000, or the next free one)')
  .option('--host <name>', 'listen beyond this machine, on this name or address')
  .option('--open', 'open the front page in the browser')
  .option('--poll [ms]', 'look at every file at intervals, for drives that report no changes (default: 1000)')
  .option('--drafts', 'show drafts, pending and future articles too, marked as such')
  .action((flags) =>
    run(async () =>
      (await import('./commands/dev.ts')).dev({ ...flags, language: languageOf(program.opts().lang) }),
    )(),
  );

program
  .command('verify')
  .description('build, build clean beside it, and compare every byte')
  .addOption(site())
  .addOption(out())
  .action((flags) =>
    run(async () =>
      (await import('./commands/verify.ts')).verify({ ...flags, language: languageOf(program.opts().lang) }),
    )(),
  );

program
  .command('init')
  .description('make a small portal that builds at once, in the language of --lang')
  .argument('<folder>', 'a new or empty folder')
  .action((folder) =>
    run(async () =>
      (await import('./commands/init.ts')).init(folder, { language: languageOf(program.opts().lang) }),
    )(),
  );

program
  .command('new')
  .description('make an article, a draft')
  .argument('[category]', 'path of the category below content/')
  .argument('[headline]', 'the headline, in quotes')
  .addOption(site())
  .option('--folder', 'make a folder, for an article with pictures')
  .action((category, headline, flags) =>
    run(async () =>
      (await import('./commands/new.ts')).newArticle(category, headline, {
        ...flags,
        language: languageOf(program.opts().lang),
      }),
    )(),
  );

program
  .command('check')
  .description('say all that a build would, and what an editor would, and write nothing')
  .argument('[files...]', 'only what is found in these files or folders')
  .addOption(site())
  .option('--changed [branch]', 'only files that differ from the main branch, or from this one')
  .option('--format <format>', 'text, json or github (annotations)', 'text')
  .option('--strict', 'count warnings as errors')
  .action((files, flags) =>
    run(async () =>
      (await import('./commands/check.ts')).check(files, {
        ...flags,
        language: languageOf(program.opts().lang),
      }),
    )(),
  );

program
  .command('clean')
  .description('remove the output folder and the cache')
  .addOption(site())
  .addOption(out())
  .action((flags) => run(async () => (await import('./commands/clean.ts')).clean(flags))());

program
  .command('preview')
  .description('serve the built site on this machine')
  .addOption(site())
  .addOption(out())
  .option('--port <number>', 'port to listen on', '4173')
  .action((flags) => run(async () => (await import('./commands/preview.ts')).preview(flags))());

const language = () => languageOf(program.opts().lang);
const format = () => new Option('--format <format>', 'table, csv or json').default('table');
const now = () => new Option('--now <date>', 'as of this moment, such as 2026-11-16T08:30:00+07:00');

const report = program.command('report').description('report on articles and royalties');
report
  .command('status')
  .description('articles by status, age and whose turn it is')
  .addOption(site())
  .addOption(format())
  .addOption(now())
  .option('--all', 'list those in public too')
  .action((flags) =>
    run(async () =>
      (await import('./commands/report-status.ts')).reportStatus({ ...flags, language: language() }),
    )(),
  );
report
  .command('royalties')
  .description('royalties of a month, per author and article')
  .addOption(site())
  .option('--month <month>', 'the month of publication, such as 2026-10')
  .option('--author <author>', 'one author only, by id, name or pen name')
  .addOption(format())
  .option('--bom', 'begin CSV with a byte order mark, for spreadsheet programs')
  .option('--close', 'write the ledger of the month into content/_data/')
  .addOption(now())
  .action((flags) =>
    run(async () =>
      (await import('./commands/report-royalties.ts')).reportRoyalties({ ...flags, language: language() }),
    )(),
  );

program
  .command('views')
  .description('numbers of readers')
  .command('import')
  .description(
    'count readers of articles in logs of the web server, plain or gzip, into content/_data/views.json',
  )
  .argument('<logs...>', 'logs of nginx, Apache (common, combined) or CloudFront, in any order')
  .addOption(site())
  .option('--json', 'print the result as one JSON object')
  .action((logs, flags) =>
    run(async () =>
      (await import('./commands/views.ts')).importLogs(logs, { ...flags, language: language() }),
    )(),
  );

program
  .command('codeowners')
  .description("write CODEOWNERS from the categories' editors")
  .addOption(site())
  .option('--output <file>', 'the file to write (default: the one that there is, or .github/CODEOWNERS)')
  .action((flags) =>
    run(async () =>
      (await import('./commands/codeowners.ts')).codeowners({ ...flags, language: language() }),
    )(),
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
    language: language(),
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
    const [{ toUnsettled }, { firstLoading }] = await Promise.all([
      import('./commands/end.ts'),
      import('./tool/import-module.ts'),
    ]);
    await end(toUnsettled(firstLoading()));
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
