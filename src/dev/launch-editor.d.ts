/** The parts of launch-editor that are used: it has types for its main function only. */
declare module 'launch-editor/get-args.js' {
  /** The arguments with which an editor opens a file at a line and column, counted from 1. */
  const getArgumentsForPosition: (
    editor: string,
    file: string,
    line?: number,
    column?: number,
  ) => (string | number)[];
  export default getArgumentsForPosition;
}
declare module 'launch-editor/guess.js' {
  /**
   * The program and its arguments: of the given command line, else of a running editor or the environment.
   */
  const guessEditor: (commandLine?: string) => (string | null | object)[];
  export default guessEditor;
}
