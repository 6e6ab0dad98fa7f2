import { expect, test } from 'vitest';
import { tellFailure } from '../../src/commands/tell-failure.ts';

test('what the system refuses is a sentence', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: '/site/dist/a.html' });
  expect(tellFailure(full, { language: 'vi', details: false })).toEqual({ text: 'broadsheet: /site/dist/a.html: ổ đĩa đã đầy (ENOSPC)\n', status: 2 });
  const open = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
  expect(tellFailure(open, { language: 'en', details: false })).toEqual({ text: 'broadsheet: too many files are open (EMFILE)\n', status: 2 });
});

test('a bug is called one, and told in full only when asked', () => {
  const error = new TypeError('x is not a function');
  const text = "broadsheet: this is a bug of Broadsheet's own, not yours: x is not a function\nPlease report it, with what the same command prints under BROADSHEET_DEBUG=1.";
  expect(tellFailure(error, { language: 'en', details: false })).toEqual({ text: `${text}\n`, status: 70 });
  expect(tellFailure(error, { language: 'en', details: true })).toEqual({ text: `${text}\n${error.stack}\n`, status: 70 });
  expect(tellFailure('x', { language: 'vi', details: true }).text).toContain('lỗi của chính Broadsheet');
});
