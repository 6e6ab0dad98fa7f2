import type { Files } from '../inline-site.ts';

/** The archive of a newsroom as another system has left it, below `content/` as it is. */
export interface Archive {
  readonly files: Files;
  /** Pages by their outputs, and the sentences that each has to show. */
  readonly shown: ReadonlyMap<string, readonly string[]>;
  /** Sentences and titles of which nothing may be published. */
  readonly withheld: readonly string[];
}

/** Gives sentences that stand nowhere else. */
export type Say = () => string;

interface Post {
  readonly file: string;
  /** Its front matter with the fences. */
  readonly head: string;
  readonly body: (say: Say) => string;
}

export interface ArchiveWriter {
  /** A page that is published at an address, with all that its body says. */
  readonly publish: (address: string, post: Post) => void;
  /** A page of which nothing may be seen. */
  readonly withhold: (post: Post) => void;
  /** A file that is neither. */
  readonly add: (file: string, content: string | Uint8Array) => void;
  readonly finish: () => Archive;
}

const english = {
  who: [
    'The harbour board',
    'The district council',
    'A growers’ group',
    'The water office',
    'The school union',
  ],
  what: ['approved', 'put off', 'measured', 'paid for', 'argued over'],
  which: [
    'the new ferry stage',
    'the rice store in Chợ Mới',
    'repairs to the dyke',
    'the market roof',
    'a bus line',
  ],
  tail: (n: string) => `in vote ${n} of the year.`,
};
const vietnamese = {
  who: [
    'Ban quản lý cảng',
    'Hội đồng nhân dân huyện',
    'Tổ hợp tác trồng lúa',
    'Trạm bơm Vĩnh An',
    'Trường Lê Lợi',
  ],
  what: ['thông qua', 'tạm hoãn', 'đo lại', 'chi tiền cho', 'bàn về'],
  which: ['bến phà mới', 'kho lúa Chợ Mới', 'đoạn đê xung yếu', 'mái chợ trung tâm', 'tuyến xe buýt'],
  tail: (n: string) => `theo văn bản số ${n}.`,
};

/** An empty archive to be filled, which numbers its sentences. */
export function createArchive(language: 'en' | 'vi'): ArchiveWriter {
  const words = language === 'en' ? english : vietnamese;
  const files: Record<string, string | Uint8Array> = {};
  const shown = new Map<string, readonly string[]>();
  const withheld: string[] = [];
  let count = 0;
  const sentence: Say = () => {
    count++;
    const at = (list: readonly string[], step: number): string => list[(count * step) % list.length] ?? '';
    return `${at(words.who, 1)} ${at(words.what, 2)} ${at(words.which, 3)} ${words.tail(`${4000 + count}-${language}`)}`;
  };
  /** Writes a file and gives what its body says. */
  const write = ({ file, head, body }: Post): string[] => {
    const said: string[] = [];
    const say = (): string => {
      const next = sentence();
      said.push(next);
      return next;
    };
    files[`content/${file}`] = `${head}\n${body(say)}\n`;
    return said;
  };
  return {
    publish: (address, post) => shown.set(address, write(post)),
    withhold: (post) => withheld.push(...write(post)),
    add: (file, content) => {
      files[`content/${file}`] = content;
    },
    finish: () => ({ files, shown, withheld }),
  };
}

/** Item of a list that is gone through over and over. */
export const cycle = <T>(list: readonly [T, ...T[]], index: number): T =>
  list[index % list.length] ?? list[0];

/** A picture of one colour. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
