import { toPlace, toUrl } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { file, type Route } from './route.ts';

/** `/.well-known/security.txt` (RFC 9116), where the configuration has what it says. */
export function* security(site: Site): Iterable<Route> {
  const { config, editions } = site;
  if (!config.security) return;
  const { contact, expires, encryption, acknowledgments, policy } = config.security;
  const { output, address } = toPlace(config, '.well-known/security.txt');
  const fields: [name: string, value: string | undefined][] = [
    ...contact.map((to): [string, string] => ['Contact', to]),
    ['Expires', `${expires}T00:00:00Z`],
    ['Encryption', encryption],
    ['Acknowledgments', acknowledgments],
    ['Preferred-Languages', editions.map(({ props }) => props.language).join(', ')],
    ['Canonical', toUrl(config, address)],
    ['Policy', policy],
  ];
  yield file(
    output,
    () => ({ fields: fields.filter(([, value]) => value !== undefined) }),
    (data) => data.fields.map(([name, value]) => `${name}: ${value}\n`).join(''),
  );
}
