/** Tells listeners that something changed, and waits for a change that brings what is wished. */

export type Fulfilled<Wished> = Exclude<Wished, undefined | null | false | 0>;

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
        const check = () => {
          try {
            const wished = wish();
            if (!wished) return;
            end();
            resolve(wished as Fulfilled<ReturnType<typeof wish>>);
          } catch (error) {
            end();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`Waited ${within} ms in vain for: ${what}`));
        }, within);
        const stop = listen(check);
        check();
      }),
  };
}
