import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

const pattern = /^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm;

/** The examples of the CommonMark specification, 0.31.2. */
export const specExamples = (): Example[] => {
  const text = readFileSync(createRequire(import.meta.url).resolve('commonmark-spec/spec.txt'), 'utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll('→', '\t');
  return [...text.matchAll(pattern)].map(([, markdown = '', html = ''], index) => ({
    number: index + 1,
    markdown,
    html,
  }));
};
