import type { Secret } from './secrets.ts';
import { spellings } from './spellings.ts';

/** Those of a few values that stand in a text. */
export const findSecrets = (text: string, secrets: readonly Secret[]): Secret[] => secrets.filter(({ value }) => spellings(value).some((spelling) => has(text, spelling)));

/** Digits are part of a longer number when others stand beside them. */
function has(text: string, spelling: string): boolean {
  if (!/^[\d.,]+$/.test(spelling)) return text.includes(spelling);
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    if (!/[\d.,]$/.test(text.slice(Math.max(0, at - 1), at)) && !/^[.,]?\d/.test(text.slice(at + spelling.length, at + spelling.length + 2))) return true;
  }
  return false;
}
