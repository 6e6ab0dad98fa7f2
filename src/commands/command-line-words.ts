import type { HelpConfiguration } from 'commander';
import type { MessageLanguage } from '../diagnostics/phrases.ts';

/** The language given by the arguments or the environment; English by default. */
export function languageOf(argv: readonly string[]): MessageLanguage {
  const at = argv.findIndex((argument) => /^--lang(?:=|$)/.test(argument));
  const flag = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : at >= 0 && argv[at + 1];
  const locale = flag || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return locale.startsWith('vi') ? 'vi' : 'en';
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
};

/** Commander's own words in help texts, in Vietnamese. */
export const vietnameseHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  styleOptionDescription: (description) =>
    description.replace('(choices: ', '(một trong: ').replace('(default: ', '(mặc định: '),
};

/** Commander's errors for wrong arguments, in Vietnamese. Others stay in English. */
const errors: readonly (readonly [RegExp, string])[] = [
  [/unknown option '(.*)'/, 'không có tùy chọn “$1”'],
  [/unknown command '(.*)'/, 'không có lệnh “$1”'],
  [/missing required argument '(.*)'/, 'thiếu đối số “$1”'],
  [/option '(.*)' argument missing/, 'tùy chọn “$1” thiếu giá trị'],
  [
    /option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    'tùy chọn “$1”: giá trị “$2” không hợp lệ, chỉ nhận một trong: $3.',
  ],
  [
    /too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+).*\./,
    'thừa đối số: cần $2, có $3.',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(Có phải là $1?)'],
  [/^error: /, 'lỗi: '],
];
export const toVietnamese = (error: string): string =>
  errors.reduce((message, [pattern, vietnamese]) => message.replace(pattern, vietnamese), error);
