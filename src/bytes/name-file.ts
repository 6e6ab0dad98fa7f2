/** Adds the file to an error of the system: errors of reading, writing and closing do not name it. */
export function nameFile(error: unknown, file: string): unknown {
  return error instanceof Error && 'syscall' in error
    ? Object.assign(error, { path: file, dest: undefined })
    : error;
}

/** Runs work on a file. An error of the system in it names the file. */
export function withFile<Value>(file: string, work: (file: string) => Value): Value {
  try {
    return work(file);
  } catch (error) {
    throw nameFile(error, file);
  }
}
