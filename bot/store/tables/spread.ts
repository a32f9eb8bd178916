/** Reads many rows or shards side by side, a few at a time. */

// more would only queue in the storage account
const sideBySide = 8;

/** What `read` gives for each, in their order. */
export async function inTurns<Each, Found>(
  all: readonly Each[],
  read: (one: Each) => Promise<Found>,
): Promise<Found[]> {
  const found: Found[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < all.length; index = next++)
      found[index] = await read(all[index] as Each);
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, all.length) }, lane));
  return found;
}
