import { expect, test } from 'vitest';
import { explainFailure } from '../../src/commands/explain-failure.ts';

test('what the system refuses is a sentence', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    path: '/site/dist/a.html',
  });
  expect(explainFailure(full, { language: 'vi', details: false })).toEqual({
    text: 'broadsheet: /site/dist/a.html: ổ đĩa đã đầy (ENOSPC)\n',
    status: 2,
  });
  const open = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
  expect(explainFailure(open, { language: 'en', details: false })).toEqual({
    text: 'broadsheet: too many files are open (EMFILE)\n',
    status: 2,
  });
});

test('a bug is called one, and told in full only when asked', () => {
  const error = new TypeError('x is not a function');
  const text =
    "broadsheet: this is a bug of Broadsheet's own, not yours: x is not a function\nPlease report it, with what the same command prints under BROADSHEET_DEBUG=1.";
  expect(explainFailure(error, { language: 'en', details: false })).toEqual({
    text: `${text}\n`,
    status: 70,
  });
  expect(explainFailure(error, { language: 'en', details: true })).toEqual({
    text: `${text}\n${error.stack}\n`,
    status: 70,
  });
  expect(explainFailure('x', { language: 'vi', details: true }).text).toContain('lỗi của chính Broadsheet');
});

const of = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);
test.each([
  [
    'a quota',
    of('EFBIG: file too large, write', { code: 'EFBIG', syscall: 'write' }),
    'the file is larger than the system allows (EFBIG)',
  ],
  [
    'a code without a sentence',
    of('EOVERFLOW: x', { code: 'EOVERFLOW', path: '/a' }),
    '/a: the system says “value too large for defined data type” (EOVERFLOW)',
  ],
  [
    'the error of another thread, which has its message alone',
    of("EMFILE: too many open files, open '/a/b.md'"),
    '/a/b.md: too many files are open (EMFILE)',
  ],
  [
    'a thread that does not start',
    of('Worker initialization failure: EMFILE', { code: 'ERR_WORKER_INIT_FAILED' }),
    'too many files are open (EMFILE)',
  ],
  [
    'a thread without memory',
    of('Worker terminated', { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    'there is not enough memory for the threads; “--jobs 1” takes less (ERR_WORKER_OUT_OF_MEMORY)',
  ],
  [
    'a program that does not start',
    of('spawn git EAGAIN', { code: 'EAGAIN', syscall: 'spawn git', path: 'git' }),
    'git: the system does not let another process or thread run (EAGAIN)',
  ],
  [
    'a cause',
    of('no', { cause: of('x', { cause: of('x', { code: 'ENOSPC', path: '/a' }) }) }),
    '/a: the disk is full (ENOSPC)',
  ],
  [
    'the compiler',
    of('Build failed', {
      errors: [{ text: 'Failed to write to output file: open /a/b.js: no space left on device' }],
    }),
    '/a/b.js: the disk is full (ENOSPC)',
  ],
  [
    'several',
    new AggregateError([of('x'), of('x', { code: 'EIO', path: '/a' })], 'no'),
    '/a: the disk fails in reading or writing (EIO)',
  ],
  [
    'a library in C',
    of('/a/b.jpg: unable to open for write\nunix error: Permission denied'),
    'it may not be read or written (EACCES)',
  ],
  ['memory', new RangeError('Array buffer allocation failed'), 'there is not enough memory (ENOMEM)'],
])('refused by the system: %s', (_, error, said) => {
  expect(explainFailure(error, { language: 'en', details: false })).toEqual({
    text: `broadsheet: ${said}\n`,
    status: 2,
  });
});

test.each([
  of('Unexpected EOF'),
  of('Every EVENT is bad'),
  of('x', { code: 'ERR_INVALID_ARG_TYPE' }),
  of('x', { cause: of('y') }),
  new TypeError('a.EACH is not a function'),
])('no refusal: %s', (error) => {
  expect(explainFailure(error, { language: 'en', details: false }).status).toBe(70);
});

test('every sentence is there in both languages', () => {
  for (const code of ['EFBIG', 'ENFILE', 'EXDEV', 'ERR_FS_FILE_TOO_LARGE']) {
    expect(explainFailure(of('x', { code }), { language: 'vi', details: false }).text).not.toContain(
      'hệ thống báo lỗi',
    );
    expect(explainFailure(of('x', { code }), { language: 'en', details: false }).text).not.toContain(
      'the system says',
    );
  }
  expect(explainFailure(of('x', { code: 'EOVERFLOW' }), { language: 'vi', details: false }).text).toBe(
    'broadsheet: hệ thống báo lỗi “value too large for defined data type” (EOVERFLOW)\n',
  );
});
