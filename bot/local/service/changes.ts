/** Tells listeners that something changed, and waits for a change that brings what is wished. */

export type Fulfilled<Wished> = Exclude<Wished, undefined | null | false | 0>;

/** What is looked for is not there yet: a caller that waits for it waits on, any other has a breakage. */
export class NotThereYet extends Error {
  override readonly name = 'NotThereYet';
}

export interface Changes {
  happened(): void;
  listen(listener: () => void): () => void;
  until<Wished>(wish: () => Wished, what: string, within: number): Promise<Fulfilled<Wished>>;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    happened: () => {
      for (const listener of [...listeners]) listener();
    },
    listen: (listener) => {
      const stop = listen(listener);
      return () => void stop();
    },
    until: (wish, what, within) =>
      new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          stop();
        };
        let missing: NotThereYet | undefined;
        const check = () => {
          missing = undefined;
          try {
            const wished = wish();
            if (!wished) return;
            end();
            resolve(wished as Fulfilled<ReturnType<typeof wish>>);
          } catch (error) {
            if (error instanceof NotThereYet) {
              missing = error;
              return;
            }
            end();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`Waited ${within} ms in vain for: ${what}`, { cause: missing }));
        }, within);
        const stop = listen(check);
        check();
      }),
  };
}
