import type { OutputPath } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ListedRoute } from './routes.ts';

/**
 * Leaves one route for each output, and none that is a file where another needs a folder. The route that is
 * listed first is kept, and a message names both. A route with `givesWay` is dropped without a message where
 * its place is taken.
 */
export function uniqueRoutes(all: Iterable<ListedRoute>): { routes: ListedRoute[]; messages: Diagnostic[] } {
  const owners = new Map<OutputPath, ListedRoute>();
  const folders = new Map<string, ListedRoute>();
  const routes: ListedRoute[] = [];
  const messages: Diagnostic[] = [];
  for (const route of thoseThatGiveWayLast(all)) {
    const above = foldersOf(route.output);
    const owner =
      owners.get(route.output) ??
      folders.get(route.output) ??
      above.map((folder) => owners.get(folder as OutputPath)).find((owner) => owner !== undefined);
    if (owner && givesWay(route)) continue;
    if (owner) {
      const origin = route.source ?? owner.source;
      messages.push(
        diagnose(
          'duplicate-output',
          origin?.path ?? 'broadsheet.config.ts',
          origin?.field ? { field: origin.field } : { line: 1, column: 1 },
          {
            output: route.output,
            kept: nameOf(owner),
            left: nameOf(route),
          },
        ),
      );
      continue;
    }
    owners.set(route.output, route);
    for (const folder of above) if (!folders.has(folder)) folders.set(folder, route);
    routes.push(route);
  }
  return { routes, messages };
}

const givesWay = ({ source }: ListedRoute): boolean => source?.givesWay === true;

function* thoseThatGiveWayLast(all: Iterable<ListedRoute>): Iterable<ListedRoute> {
  const last: ListedRoute[] = [];
  for (const route of all)
    if (givesWay(route)) last.push(route);
    else yield route;
  yield* last;
}

const nameOf = ({ source, by }: ListedRoute): string => source?.path ?? `"${by}"`;

function foldersOf(output: string): string[] {
  const folders: string[] = [];
  for (let slash = output.lastIndexOf('/'); slash > 0; slash = output.lastIndexOf('/', slash - 1))
    folders.push(output.slice(0, slash));
  return folders;
}
