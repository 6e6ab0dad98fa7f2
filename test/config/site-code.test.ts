import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { DiagnosedError } from '../../src/diagnostics/diagnosed-error.ts';
import { configuration, inlineSite, reported } from '../inline-site.ts';

const failureOf = async (code: string, options = ''): Promise<DiagnosedError> => {
  const { root } = inlineSite({ 'broadsheet.config.ts': `${code}\n${configuration(options)}` });
  const thrown: unknown = await loadConfig(root).catch((error: unknown) => error);
  if (!(thrown instanceof DiagnosedError)) throw thrown;
  return thrown;
};

// Where the place is that of an option, it is looked up when the message is printed.
test.each([
  [
    'a name',
    "remarkPlugins: ['remark-emoji']",
    ':3 plugin-name',
    { name: 'remark-emoji', variable: 'remarkEmoji' },
  ],
  [
    'a name with options',
    "rehypePlugins: [['@a/rehype-x', {}]]",
    ':3 plugin-name',
    { name: '@a/rehype-x', variable: 'rehypeX' },
  ],
  ['nothing', 'remarkPlugins: [undefined]', ' broken-plugin', { name: '#1', option: 'remarkPlugins' }],
  ['one that throws', 'rehypePlugins: [boom]', ':1 broken-plugin', { name: 'boom', reason: 'no options' }],
])('a plugin that is %s is told at its place', async (_, plugins, expected, values) => {
  const code = "const boom = () => {\n throw new Error('no options');\n};".replaceAll('\n', ' ');
  const failure = await failureOf(code, `markdown: { ${plugins} }`);
  const told = reported(failure).map((line) => line.replace(/:\d+ /, ' '));
  expect(told).toEqual([`broadsheet.config.ts${expected}`]);
  expect(failure.messages[0]?.values).toMatchObject(values);
});

test.each([
  ['remark-emoji', 'package-missing'],
  ['@a/b/c.js', 'package-missing'],
  ['react-dom', 'package-react'],
])('the package %s that is not installed is named', async (name, rule) => {
  const failure = await failureOf(`import x from '${name}';\nconsole.log(x);`);
  expect(reported(failure)).toEqual([`broadsheet.config.ts:1:15 ${rule}`]);
});

test('React in a template is told', async () => {
  const site = inlineSite({
    'templates/pages/not-found.tsx':
      "import React from 'react';\nexport default function NotFound() {\n  return <React.Fragment>x</React.Fragment>;\n}\n",
  });
  const result: unknown = await site.build().catch((error: unknown) => error);
  expect(reported(result as DiagnosedError)).toContain('templates/pages/not-found.tsx:1:19 package-react');
});
