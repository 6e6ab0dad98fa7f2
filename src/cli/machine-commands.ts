/** The commands for several machines that build together, with their options. */
import type { Command } from 'commander';
import { language, queue, run, store, text } from './options.ts';

/** `worker`. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description(text('make pictures for builds on other machines', 'làm hình cho các lần dựng của máy khác'))
    .addOption(store())
    .addOption(queue())
    .option(
      '--concurrency <number>',
      text('pictures at a time, each on one core', 'số hình làm cùng lúc, mỗi hình một nhân'),
      '1',
    )
    .action((flags) =>
      run(async () => (await import('../commands/worker.ts')).worker({ ...flags, language })),
    );
}

/** `store keys`. */
export function addStore(program: Command): void {
  program
    .command('store')
    .description(text('the store shared by machines', 'kho dùng chung giữa các máy'))
    .command('keys')
    .description(
      text('print new keys as environment variables', 'in các khóa mới, thành những dòng biến môi trường'),
    )
    .action(() => run(async () => (await import('../commands/store-keys.ts')).storeKeys({ language })));
}
