import type { Place } from '../addresses/permalink.ts';
import type { SourcePath } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface Claims {
  /** Whether the address is free and now belongs to `path`; else a message names both files. */
  readonly claim: (place: Place, path: SourcePath, field?: Diagnostic['field']) => boolean;
  /** Whether the address belongs to a document by now. */
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
