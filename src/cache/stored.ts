import type { SourcePath } from '../brands.ts';
import type { Stored } from '../routes/route.ts';
import { type Bodies, CacheDamaged } from './bodies.ts';
import type { DocumentRecord, State } from './state.ts';

/** What the store has of the articles of a state. */
export function createStored(state: Pick<State, 'documents'>, bodies: Bodies): Stored {
  const recordOf = (path: SourcePath): DocumentRecord => {
    const record = state.documents().get(path);
    if (!record) throw new CacheDamaged(`no document ${path}`);
    return record;
  };
  return {
    terms: (path) => {
      const { body, terms } = recordOf(path);
      return bodies.readBytes({ offset: body.offset + body.length, length: terms });
    },
    body: (path) => {
      const { body, document } = recordOf(path);
      return document.kind === 'broken' || body.length === 0 ? '' : bodies.read(body, document.body);
    },
  };
}
