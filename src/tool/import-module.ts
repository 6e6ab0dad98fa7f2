/** Modules of the site that are loading, in order of their start. */
const loading = new Set<string>();

/** The URL of the module that has been loading longest; undefined when there is none. */
export const firstLoading = (): string | undefined => loading.values().next().value;

/**
 * Imports the module at a URL. All modules of the site are loaded here: in the compiled tool `import` is the
 * loader's, since code in V8's cache cannot import.
 */
export async function importModule(url: string): Promise<unknown> {
  loading.add(url);
  try {
    return await import(url);
  } finally {
    loading.delete(url);
  }
}
