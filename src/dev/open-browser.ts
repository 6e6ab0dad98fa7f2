import { spawn } from 'node:child_process';

/** Opens an address in the user's browser, where there is one. */
export function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['explorer', url]
        : ['xdg-open', url];
  const child = spawn(command as string, args, { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
