import { expect, test } from 'vitest';
import { inlineSite } from '../inline-site.ts';
import { runCli } from '../run-cli.ts';

test('a folder without a configuration is no site', () => {
  const { root } = inlineSite().remove('broadsheet.config.ts');
  expect(runCli(['--lang', 'en', 'dev', '--site', root, '--port', '0'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(`no broadsheet.config.ts in ${root}`),
  });
});
