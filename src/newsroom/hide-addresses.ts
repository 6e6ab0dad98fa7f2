import { isIP } from 'node:net';

/** A text without what looks like the address of a machine, wherever it stands; a version of four numbers is taken for one. */
export const hideAddresses = (text: string): string => text.replace(/[\da-f:.]{3,}/gi, (word) => (isLong(word) ? '…' : word.replace(/\d{1,3}(?:\.\d{1,3}){3}/g, '…')));

/** IPv6, with or without punctuation around it. */
const isLong = (word: string): boolean => [word, word.replace(/^:(?!:)|[:.]+$/g, '')].some((address) => isIP(address) === 6);
