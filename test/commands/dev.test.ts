import { expect, onTestFinished, test } from 'vitest';
import { configuration, inlineSite } from '../inline-site.ts';
import { runCli, startCli } from '../run-cli.ts';

test('a folder without a configuration is no site', () => {
  const { root } = inlineSite().remove('broadsheet.config.ts');
  expect(runCli(['--lang', 'en', 'dev', '--site', root, '--port', '0'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(`no broadsheet.config.ts in ${root}`),
  });
});

test('a configuration whose loading never ends is told at its place', async () => {
  const site = inlineSite();
  site.write({
    'broadsheet.config.ts': `${configuration()}await new Promise(() => {});\n`,
  });
  const dev = startCli(['dev', '--site', site.root, '--port', '0']);
  onTestFinished(() => void dev.kill());
  let printed = '';
  await new Promise<void>((resolve) => {
    dev.stderr?.on('data', (chunk) => {
      printed += String(chunk);
      if (printed.includes('never settles')) resolve();
    });
  });
  expect(printed).toMatch(/^broadsheet\.config\.ts:3:1 {2}error {2}broken-config\n/);
});
