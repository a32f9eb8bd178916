/** Serves the built tab, which nobody but Teams may frame. */
import type { ServerResponse } from 'node:http';
import restify, { type Server } from 'restify';

/** Where Teams and the rest of Microsoft 365 show tabs (learn.microsoft.com, "Tab requirements"). */
export const teamsFrames: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

export type TabPageOptions = {
  /** The folder of the built page. */
  readonly folder: string;
  /** Who may show the page in a frame; Teams when absent. */
  readonly frames?: readonly string[];
};

export function mountTabPage(server: Server, { folder, frames = teamsFrames }: TabPageOptions): void {
  const policy = contentPolicy(frames);
  server.get('/tab', (_request, response, next) => response.redirect(308, '/tab/', next));
  server.get(
    '/tab/*',
    restify.plugins.serveStaticFiles(folder, {
      setHeaders: (response: ServerResponse, path: string) => {
        response.setHeader('Content-Security-Policy', policy);
        // a built file carries its content's hash in its name; the page that names them must always be the newest
        response.setHeader(
          'Cache-Control',
          /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
}

function contentPolicy(frames: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent writes its styles into the page as it runs
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // teams-js reads there which hosts Teams trusts
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames.join(' ')}`,
  ].join('; ');
}
