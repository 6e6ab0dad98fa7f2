/** What the user asked for cannot be done; exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
