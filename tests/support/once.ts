/** A story told in steps: each has those before it told first, and none is told twice, in whatever order tests ask. */

export function once<Told>(tell: () => Promise<Told>): () => Promise<Told> {
  let told: Promise<Told> | undefined;
  return () => {
    told ??= tell();
    return told;
  };
}
