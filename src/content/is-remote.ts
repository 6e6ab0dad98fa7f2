/** Whether a written address leads to another server. */
export const isRemote = (url: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url);
