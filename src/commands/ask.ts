import { cancel, select, text } from '@clack/prompts';
import { UsageError } from '../diagnostics/usage-error.ts';

/** Asks for a line of text on the terminal until it is valid. `initial` is already in the line. */
export async function askText(
  message: string,
  {
    initial = '',
    isValid = (value) => value !== '',
  }: { readonly initial?: string; readonly isValid?: (value: string) => boolean } = {},
): Promise<string> {
  const validate = (value = ''): string | undefined => (isValid(value.trim()) ? undefined : '…');
  const answer = await text({ message, initialValue: initial, validate });
  return requireAnswer(answer);
}

/** Asks to choose one of several options. */
export async function askOne(
  message: string,
  options: readonly { readonly value: string; readonly label: string }[],
): Promise<string> {
  const answer = await select({ message, options: [...options] });
  return requireAnswer(answer);
}

function requireAnswer(answer: string | symbol): string {
  if (typeof answer === 'string') return answer;
  cancel();
  throw new UsageError({ en: 'nothing was made', vi: 'không có gì được tạo' });
}
