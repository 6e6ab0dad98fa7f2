import { ruleExamples } from './rule-examples.mjs';

/**
 * The page of one rule, from its entry in the catalogue.
 * @param {string} id
 * @param {{ severity: string, vi: { message: string, remedy: string }, en: { message: string, remedy: string
 * } }} rule
 */
export function rulePage(id, { severity, vi, en }) {
  const level = { error: 'error', warning: 'warning', info: 'note' }[severity];
  const switched =
    severity === 'info'
      ? ''
      : `\n\`broadsheet.config.ts\` can change that: \`rules: { '${id}': 'off' }\`, \`'warning'\` or \`'error'\`.\n`;
  return `<!-- Made by scripts/rules.mjs from src/diagnostics/catalogue.ts. -->
# ${id}

Severity: ${level}.
${switched}
## English

${plain(en.message)}

**What to do.** ${plain(en.remedy)}

## Tiếng Việt

${plain(vi.message)}

**Cách sửa.** ${plain(vi.remedy)}
${examples(ruleExamples[id])}`;
}

/** Examples that break the rule and that do not. */
const examples = (/** @type {{ wrong: string, right: string } | undefined} */ example) =>
  example
    ? `\n## Ví dụ, Example\n\nSai, wrong:\n\n\`\`\`md\n${example.wrong}\n\`\`\`\n\nĐúng, right:\n\n\`\`\`md\n${example.right}\n\`\`\`\n`
    : '';

/** All rules, one per line. */
export function ruleIndex(
  /** @type {readonly (readonly [string, Parameters<typeof rulePage>[1]])[]} */ rules,
) {
  const rows = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, { severity, en }]) =>
        `| [${id}](${id}.md) | ${severity === 'info' ? 'note' : severity} | ${plain(en.message).replaceAll('|', '\\|')} |`,
    );
  return `<!-- Made by scripts/rules.mjs from src/diagnostics/catalogue.ts. -->
# Rules

All that \`broadsheet build\` and \`broadsheet check\` can say.

| Rule | Severity | |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/**
 * A sentence with the names of its values. Optional words are included. Markdown's characters are escaped.
 */
const plain = (sentence) =>
  sentence
    .replace(/\{\w+, \?:((?:[^{}]|\{\w+\})*)\}/g, '$1')
    .replace(/[\\`*_<>[\]#]/g, '\\$&')
    .replace(/\{(\w+)\}/g, '*$1*');
