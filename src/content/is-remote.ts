/** Whether a written address leads to another server. Any other scheme than http and https leads nowhere. */
export const isRemote = (url: string): boolean => /^(?:https?:|\/\/)/i.test(url);
