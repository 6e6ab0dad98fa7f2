/** Modules of the site that are being loaded, in the order in which that began. */
const loading = new Set<string>();

/** The address of the module that has been waited for longest; undefined when none is. */
export const firstLoading = (): string | undefined => loading.values().next().value;

/**
 * What the module at a URL exports. The one place where modules are loaded that are not ours: in the compiled
 * tool it is the loader's `import`, which code kept by V8 cannot do.
 */
export async function importModule(url: string): Promise<unknown> {
  loading.add(url);
  try {
    return await import(url);
  } finally {
    loading.delete(url);
  }
}
