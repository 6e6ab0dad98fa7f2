import { digestOf } from '../bytes/digest.ts';
import { cutSlug, toSlug } from './slug.ts';

/**
 * The part of an address for any name. A name without letters and digits, or a very long one, gets a digest.
 */
export function toSegment(name: string): string {
  if (plain.test(name)) return name;
  const slug = toSlug(name);
  if (slug !== '' && Buffer.byteLength(slug) <= longest) return slug;
  const digest = digestOf(name.normalize('NFC')).slice(0, 8);
  return slug === '' ? `n-${digest}` : `${cutSlug(slug, longest - digest.length - 1)}-${digest}`;
}

/**
 * The same for a document, whose author may have put dots between letters and digits: `v20.1.0` stays so.
 */
export function toDocumentSegment(name: string): string {
  if (plain.test(name) || !name.includes('.')) return toSegment(name);
  const parts = name.split(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/u).map(toSlug);
  const dotted = parts.join('.');
  return parts.includes('') || Buffer.byteLength(dotted) > longest ? toSegment(name) : dotted;
}
/** Bytes. Longer parts are cut: file systems end at 255. */
const longest = 120;
const plain = /^(?=.{1,120}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
