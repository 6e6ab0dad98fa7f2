import fc from 'fast-check';

// The same cases in every run, so that a failure is the fault of the last change: SEED=… chooses others, as
// does a long run (EDITS=…).
const { SEED, EDITS } = process.env;
if (EDITS === undefined || SEED !== undefined) fc.configureGlobal({ seed: Number(SEED ?? 20261122) });
