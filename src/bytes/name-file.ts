/**
 * An error of the system with the name of the file that it is about, which reading, writing and closing do
 * not know.
 */
export function nameFile(error: unknown, file: string): unknown {
  return error instanceof Error && 'syscall' in error
    ? Object.assign(error, { path: file, dest: undefined })
    : error;
}

/** Does something with a file; an error of the system in it names the file. */
export function withFile<Value>(file: string, work: (file: string) => Value): Value {
  try {
    return work(file);
  } catch (error) {
    throw nameFile(error, file);
  }
}
