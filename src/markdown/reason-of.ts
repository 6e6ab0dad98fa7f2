/** The message of an error with those of its causes; never throws, whatever was thrown. */
export const reasonOf = (error: unknown): string => {
  const reasons: string[] = [];
  let current = error;
  while (current instanceof Error && reasons.length < 5) {
    reasons.push(current.message || current.name);
    current = current.cause;
  }
  if (reasons.length === 0)
    reasons.push(typeof error === 'string' ? error : `${Object.prototype.toString.call(error)}`);
  return reasons.join(': ');
};
