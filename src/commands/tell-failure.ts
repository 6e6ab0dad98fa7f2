import type { MessageLanguage } from '../diagnostics/print.ts';

export interface Failure {
  /** What to print to standard error. */
  readonly text: string;
  /** Exit status. */
  readonly status: number;
}

/** What the system refuses, by its codes. */
const refusals: Record<MessageLanguage, Readonly<Record<string, string>>> = {
  vi: {
    EACCES: 'không có quyền đọc hoặc ghi',
    EPERM: 'hệ thống không cho phép',
    EROFS: 'ổ đĩa chỉ cho đọc',
    ENOSPC: 'ổ đĩa đã đầy',
    EDQUOT: 'đã hết hạn mức ổ đĩa',
    ENOTDIR: 'đây là tệp, hoặc nằm dưới một tệp, nơi cần thư mục',
    EEXIST: 'đã có tệp tên này',
    EISDIR: 'đây là thư mục, nơi cần tệp',
    ENOENT: 'không có tệp hoặc thư mục này',
    ENOTEMPTY: 'thư mục không rỗng',
    ENAMETOOLONG: 'tên quá dài',
    ELOOP: 'liên kết tượng trưng đi vòng tròn',
    EMFILE: 'quá nhiều tệp đang mở',
    EBUSY: 'đang được chương trình khác dùng',
  },
  en: {
    EACCES: 'it may not be read or written',
    EPERM: 'the system does not allow it',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'it is, or lies below, a file where a folder is needed',
    EEXIST: 'there is a file of this name',
    EISDIR: 'it is a folder where a file is needed',
    ENOENT: 'there is no such file or folder',
    ENOTEMPTY: 'the folder is not empty',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'symbolic links lead in a circle',
    EMFILE: 'too many files are open',
    EBUSY: 'another program uses it',
  },
};

const bug: Record<MessageLanguage, (reason: string) => string> = {
  vi: (reason) => `gặp lỗi của chính Broadsheet, không phải của bạn: ${reason}\nHãy báo cho người bảo trì, kèm những gì lệnh này in ra khi đặt BROADSHEET_DEBUG=1.`,
  en: (reason) => `this is a bug of Broadsheet's own, not yours: ${reason}\nPlease report it, with what the same command prints under BROADSHEET_DEBUG=1.`,
};

/** Why a command ended without doing what it was asked, in a sentence: 2 for what its user can mend, 70 for a bug. With `details` also where in the code. */
export function tellFailure(error: unknown, { language, details }: { language: MessageLanguage; details: boolean }): Failure {
  const { text, status } = sentenceOf(error, language);
  const trace = details && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return { text: `broadsheet: ${text}${trace}\n`, status };
}

/** What the system refused, in words; undefined for what it did not. */
export function refusalOf(error: unknown, language: MessageLanguage): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refusal = refusals[language][code];
  return refusal === undefined ? undefined : `${refusal} (${code})`;
}

function sentenceOf(error: unknown, language: MessageLanguage): Failure {
  if (!(error instanceof Error)) return { text: bug[language](String(error)), status: 70 };
  const { path: file, dest }: NodeJS.ErrnoException & { dest?: string } = error;
  const refusal = refusalOf(error, language);
  const about = dest ?? file;
  if (refusal !== undefined) return { text: `${about === undefined ? '' : `${about}: `}${refusal}`, status: 2 };
  return { text: bug[language](error.message), status: 70 };
}
