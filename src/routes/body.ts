import { digestOf } from '../bytes/digest.ts';
import type { Body, ResolvedReference } from '../props.ts';
import type { Document } from '../types.ts';

/** A document's stored body with its references resolved, as props carry it. */
export const toBody = (
  document: Exclude<Document, { kind: 'broken' }>,
  resolved: readonly (ResolvedReference | null)[],
  dateline?: string,
): Body => ({
  body: document.body,
  resolved,
  ...(dateline !== undefined && { dateline }),
});

/** The body of a page whose article was withdrawn. */
export const withdrawnBody: Body = { body: digestOf(''), resolved: [] };
