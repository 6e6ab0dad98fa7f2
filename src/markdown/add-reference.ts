import type { Reference } from '../types.ts';
import { referenceToken } from './tokens.ts';

/** Numbers a reference, and returns the token that stands for it in the body. */
export const addReference = (references: Reference[], reference: Reference): string => referenceToken(references.push(reference) - 1);
