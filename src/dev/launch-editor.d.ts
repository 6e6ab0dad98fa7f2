/** The parts of launch-editor, which has types for the whole alone. */
declare module 'launch-editor/get-args.js' {
  /** The arguments with which an editor opens a file at a line and column, from 1. */
  const getArgumentsForPosition: (
    editor: string,
    file: string,
    line?: number,
    column?: number,
  ) => (string | number)[];
  export default getArgumentsForPosition;
}
declare module 'launch-editor/guess.js' {
  /** The program and its arguments: of the command line given, else of what runs or the environment names. */
  const guessEditor: (commandLine?: string) => (string | null | object)[];
  export default guessEditor;
}
