import { getSystemErrorMap } from 'node:util';
import type { MessageLanguage } from '../diagnostics/phrases.ts';

/** Sentences for errors of the system, and of Node for lack of system resources, by code. */
const sentences: Record<MessageLanguage, Readonly<Record<string, string>>> = {
  vi: {
    EACCES: 'không có quyền đọc hoặc ghi',
    EPERM: 'hệ thống không cho phép',
    EROFS: 'ổ đĩa chỉ cho đọc',
    ENOSPC: 'ổ đĩa đã đầy',
    EDQUOT: 'đã hết hạn mức ổ đĩa',
    EFBIG: 'tệp lớn hơn mức hệ thống cho phép',
    ENOTDIR: 'đây là tệp, hoặc nằm dưới một tệp, nơi cần thư mục',
    EEXIST: 'đã có tệp tên này',
    EISDIR: 'đây là thư mục, nơi cần tệp',
    ENOENT: 'không có tệp hoặc thư mục này',
    ENOTEMPTY: 'thư mục không rỗng',
    ENAMETOOLONG: 'tên quá dài',
    ELOOP: 'liên kết tượng trưng đi vòng tròn',
    EMFILE: 'quá nhiều tệp đang mở',
    ENFILE: 'cả hệ thống đang mở quá nhiều tệp',
    EBUSY: 'đang được chương trình khác dùng',
    ETXTBSY: 'chương trình này đang chạy',
    EXDEV: 'hai nơi nằm trên hai ổ đĩa khác nhau',
    EIO: 'ổ đĩa báo lỗi khi đọc hoặc ghi',
    ENOMEM: 'không đủ bộ nhớ',
    EAGAIN: 'hệ thống không cho chạy thêm tiến trình hoặc luồng',
    EADDRINUSE: 'cổng này đang được dùng',
    EINVAL: 'hệ thống không nhận tên hoặc giá trị này',
    ERR_FS_FILE_TOO_LARGE: 'tệp quá lớn để đọc',
    ERR_INVALID_ARG_VALUE: 'tên có ký tự mà tệp không thể có',
    ERR_WORKER_INIT_FAILED: 'không chạy thêm được luồng nào; “--jobs 1” cần ít hơn',
    ERR_WORKER_OUT_OF_MEMORY: 'không đủ bộ nhớ cho các luồng; “--jobs 1” cần ít hơn',
  },
  en: {
    EACCES: 'it may not be read or written',
    EPERM: 'the system does not allow it',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file is larger than the system allows',
    ENOTDIR: 'it is, or lies below, a file where a folder is needed',
    EEXIST: 'there is a file of this name',
    EISDIR: 'it is a folder where a file is needed',
    ENOENT: 'there is no such file or folder',
    ENOTEMPTY: 'the folder is not empty',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'symbolic links lead in a circle',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open on the whole system',
    EBUSY: 'another program uses it',
    ETXTBSY: 'this program is running',
    EXDEV: 'the two places lie on different disks',
    EIO: 'the disk fails in reading or writing',
    ENOMEM: 'there is not enough memory',
    EAGAIN: 'the system does not let another process or thread run',
    EADDRINUSE: 'the port is in use',
    EINVAL: 'the system does not take this name or value',
    ERR_FS_FILE_TOO_LARGE: 'the file is too large to be read',
    ERR_INVALID_ARG_VALUE: 'the name has a character that no file can have in its name',
    ERR_WORKER_INIT_FAILED: 'no other thread can be started; “--jobs 1” takes fewer',
    ERR_WORKER_OUT_OF_MEMORY: 'there is not enough memory for the threads; “--jobs 1” takes less',
  },
};
const fallback: Record<MessageLanguage, string> = { vi: 'hệ thống báo lỗi', en: 'the system says' };

/** Something that the system refused. */
export interface Refusal {
  readonly code: string;
  /** The file, folder or program concerned, where known. */
  readonly about?: string;
}

const systemErrors = new Map([...getSystemErrorMap().values()]);

/**
 * Finds what the system refused, in an error or one that it wraps. Errors of other threads, the compiler and
 * other programs have it in their message only.
 */
export function findRefusal(error: unknown, depth = 0): Refusal | undefined {
  if (!(error instanceof Error) || depth > 8) return undefined;
  const own = ofItself(error);
  if (own?.about !== undefined) return own;
  const inner: unknown[] = [
    error.cause,
    ...('errors' in error && Array.isArray(error.errors) ? error.errors.map(toError) : []),
  ];
  const refusal = inner.map((one) => findRefusal(one, depth + 1)).find((one) => one !== undefined);
  return refusal ?? own;
}

/** A refusal as part of a sentence, with its code. */
export function toSentence({ code }: Refusal, language: MessageLanguage): string {
  const sentence = sentences[language][code];
  return `${sentence ?? `${fallback[language]} “${systemErrors.get(code) ?? code}”`} (${code})`;
}

function ofItself(error: Error): Refusal | undefined {
  const { code, path: file, dest }: NodeJS.ErrnoException & { dest?: string } = error;
  const isKnown = code !== undefined && (code in sentences.en || systemErrors.has(code));
  // Node's own codes for wrong arguments mean bugs, except null bytes in a path, which come from the user.
  if (isKnown && !(code === 'ERR_INVALID_ARG_VALUE' && !error.message.includes('null bytes'))) {
    const inMessage = inText(error.message);
    // When a thread cannot be started, the message says why.
    if (code.startsWith('ERR_') && inMessage) return inMessage;
    const about = dest ?? file ?? inMessage?.about;
    return { code, ...(about !== undefined && { about }) };
  }
  if (/^(?:Array buffer allocation failed|Invalid (?:string|array buffer) length)/.test(error.message))
    return { code: 'ENOMEM' };
  return inText(error.message);
}

/** Parses `EMFILE: too many open files, open '/a'`, with or without the path. */
function inText(message: string): Refusal | undefined {
  const [, code = '', from, to] =
    /\b(E[A-Z\d]{2,})\b(?:: [^,']+(?:, \w+)?(?: '([^']*)')?(?: -> '([^']*)')?)?/.exec(message) ?? [];
  if (!systemErrors.has(code) || code === 'EOF') return fromWords(message);
  const about = to ?? from;
  return { code, ...(about !== undefined && { about }) };
}

/** Parses `open /a: too many open files`, of the compiler (written in Go) and of C libraries. */
function fromWords(message: string): Refusal | undefined {
  for (const [code, text] of inWords) {
    const at = message.toLowerCase().indexOf(text);
    if (at < 0) continue;
    const [, about] =
      /(?:open|read|write|stat|lstat|mkdir|rename|unlink|fork\/exec) "?([^":\n]+)"?: $/.exec(
        message.slice(0, at),
      ) ?? [];
    return { code, ...(about !== undefined && { about }) };
  }
  return undefined;
}
const inWords: readonly (readonly [string, string])[] = [
  ['ENOSPC', 'no space left on device'],
  ['EDQUOT', 'disk quota exceeded'],
  ['EFBIG', 'file too large'],
  ['EMFILE', 'too many open files'],
  ['EACCES', 'permission denied'],
  ['EROFS', 'read-only file system'],
  ['ENOENT', 'no such file or directory'],
  ['EISDIR', 'is a directory'],
  ['ENOTDIR', 'not a directory'],
  ['EIO', 'input/output error'],
  ['ENOMEM', 'cannot allocate memory'],
  ['EAGAIN', 'resource temporarily unavailable'],
];

/** The compiler returns plain objects with a text. */
const toError = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && 'text' in value
    ? new Error(String(value.text))
    : value;
