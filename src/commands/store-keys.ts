import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { makeKeys } from '../store/keys.ts';

const words = {
  en: `# Whoever has the private key can put pictures into the store that builds believe.
# Pull requests get the public key alone. The snapshot key opens drafts and private fields.
`,
  vi: `# Ai có khóa riêng thì ghi được vào kho những hình mà các lần dựng tin dùng.
# Pull request chỉ được nhận khóa chung. Khóa snapshot mở được bản nháp và các trường riêng tư.
`,
} as const;

/** Prints new keys of a store, as environment variables, one per line. */
export function storeKeys({ language }: { language: MessageLanguage }): number {
  const keys = makeKeys();
  process.stdout.write(
    [
      words[language],
      `BROADSHEET_STORE_PRIVATE_KEY=${keys.private}\n`,
      `BROADSHEET_STORE_PUBLIC_KEY=${keys.public}\n`,
      `BROADSHEET_STORE_SNAPSHOT_KEY=${keys.snapshot}\n`,
    ].join(''),
  );
  return 0;
}
