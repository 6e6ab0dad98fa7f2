import { toPlace } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { file, type Route } from './route.ts';

/** `humans.txt` (humanstxt.org), where the configuration wants it: who publishes, and who writes. */
export function* humans(site: Site): Iterable<Route> {
  const { config, props, authors } = site;
  if (!config.site.humans) return;
  const { name, lines, email, telephone } = props.organisation;
  const contact = [email, telephone].filter((value) => value !== undefined);
  const people = authors
    .filter(({ isOwn }) => isOwn)
    .map(({ document: { data } }) => (data.role === undefined ? data.name : `${data.role}: ${data.name}`));
  yield file(
    toPlace(config, 'humans.txt').output,
    () => ({
      parts: [
        { heading: 'SITE', lines: [props.title, props.origin] },
        { heading: 'PUBLISHER', lines: [name, ...lines, ...contact] },
        { heading: 'TEAM', lines: people },
      ],
    }),
    ({ parts }) =>
      parts
        .filter((part) => part.lines.length > 0)
        .map((part) => `/* ${part.heading} */\n${part.lines.map((line) => `${line}\n`).join('')}`)
        .join('\n'),
  );
}
