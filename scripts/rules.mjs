// Writes docs/rules/ from the catalogue of diagnostics: a page for each rule, and an index.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ruleIndex, rulePage } from './rule-page.mjs';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'docs/rules');
const { outputFiles } = await build({
  entryPoints: [path.join(root, 'src/diagnostics/catalogue.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { catalogue } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const rules = Object.entries(catalogue);
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
for (const [id, rule] of rules) writeFileSync(path.join(folder, `${id}.md`), rulePage(id, rule));
writeFileSync(path.join(folder, 'README.md'), ruleIndex(rules));
process.stdout.write(`${rules.length} rules in docs/rules\n`);
