import { cancel, select, text } from '@clack/prompts';
import { UsageError } from '../diagnostics/usage-error.ts';

/** Asks for a line of text on the terminal. */
export async function askText(message: string): Promise<string> {
  const answer = await text({ message, validate: (value) => (value?.trim() ? undefined : '…') });
  return given(answer);
}

/** Asks for one of several. */
export async function askOne(
  message: string,
  options: readonly { readonly value: string; readonly label: string }[],
): Promise<string> {
  const answer = await select({ message, options: [...options] });
  return given(answer);
}

function given(answer: string | symbol): string {
  if (typeof answer === 'string') return answer;
  cancel();
  throw new UsageError({ en: 'nothing was made', vi: 'không có gì được tạo' });
}
