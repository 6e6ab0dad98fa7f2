import { Command, CommanderError, Option } from 'commander';
import { toVietnamese, vietnameseHelp } from '../commands/command-line-words.ts';
import { findSite } from '../places/find-config-file.ts';
import { version } from '../tool/version.ts';
import { addAddresses, addCodeowners, addInit, addNew, addViews, addWords } from './content-commands.ts';
import { addStore, addWorker } from './machine-commands.ts';
import { language, text } from './options.ts';
import { addReport } from './report-commands.ts';
import { addBuild, addCheck, addClean, addDev, addOffline, addPreview, addVerify } from './site-commands.ts';

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
program.hook('preAction', (_, command) => {
  const takesSite = command.options.some(({ long }) => long === '--site');
  if (takesSite && command.opts().site === undefined) command.setOptionValue('site', findSite(process.cwd()));
});
// In the order of the help text.
for (const add of [
  addBuild,
  addDev,
  addVerify,
  addInit,
  addNew,
  addCheck,
  addClean,
  addPreview,
  addReport,
  addAddresses,
  addOffline,
  addViews,
  addWorker,
  addStore,
  addWords,
  addCodeowners,
])
  add(program);

// The reader may close the stream early (`check | head`): the rest is not printed, and the work is still
// done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Runs the command that the arguments name, and sets `process.exitCode`. */
export async function main(): Promise<void> {
  const surroundings = () => ({
    language,
    argv: process.argv.slice(2),
    details: Boolean(process.env.BROADSHEET_DEBUG),
  });
  const end = async (error: unknown) => (await import('../commands/end.ts')).reportEnd(error, surroundings());
  // The site's own code may throw with no caller waiting, or never settle.
  const endLate = (error: unknown): void => {
    end(error).then(
      (status) => process.exit(status),
      () => process.exit(70),
    );
  };
  process.on('uncaughtException', endLate);
  process.on('unhandledRejection', endLate);
  const endUnsettled = async (): Promise<void> => {
    const { toUnsettled } = await import('../commands/end.ts');
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
