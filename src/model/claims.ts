import type { Place } from '../addresses/permalink.ts';
import type { SourcePath } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface Claims {
  /** Gives a free address to `path` and returns true; else reports both files and returns false. */
  readonly claim: (place: Place, path: SourcePath, field?: Diagnostic['field']) => boolean;
  /** Whether a document has the address already. */
  readonly isTaken: (place: Place) => boolean;
}

/** Gives each address to the first document that asks for it. */
export function createClaims(report: (message: Diagnostic) => void): Claims {
  const owners = new Map<string, SourcePath>();
  return {
    isTaken: ({ output }) => owners.has(output),
    claim: ({ output, address }, path, field) => {
      const owner = owners.get(output);
      if (owner === undefined) owners.set(output, path);
      else
        report(
          diagnose('duplicate-address', path, field ? { field } : { line: 1, column: 1 }, {
            address,
            other: owner,
          }),
        );
      return owner === undefined;
    },
  };
}
