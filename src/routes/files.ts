import type { Site } from '../site.ts';
import { file, type Route } from './route.ts';

/** Attachments, files that bodies link to, and those of `content/_static/`. */
export function* files(site: Site): Iterable<Route> {
  for (const { output, from, digest } of site.files) yield { kind: 'copy', output, from, digest };
}

/** Every version of every picture that a page shows. */
export function* pictures(site: Site): Iterable<Route> {
  for (const { from, operation, output, user, users } of site.pictures) {
    const route: Route = {
      kind: 'picture',
      output: output ?? operation.output,
      from,
      operation,
      user,
      users,
    };
    // A file of the site's own where browsers look for an icon wins.
    yield output === undefined ? route : { ...route, source: { path: from, givesWay: true } };
  }
}

/** The theme's style sheet and script, with what the former names. */
export function* assets(site: Site): Iterable<Route> {
  for (const { output, content, encoding } of site.assets)
    yield file(
      output,
      () => ({ content, encoding }),
      (data) => (data.encoding === 'base64' ? Buffer.from(data.content, 'base64') : data.content),
    );
}
