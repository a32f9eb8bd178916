/** Where the compiled text of each source stands: `.compiled` mirrors the project. */
export const root = new URL('../../../', import.meta.url);
export const compiledFolder = new URL('.compiled/', root);

/** Takes a path from the project's root, or the address of a source. */
export const compiledPathOf = (source) => {
  const [path] = String(source).replace(root.href, '').split('?');
  return new URL(path.replace(/\.tsx?$/, '.js'), compiledFolder);
};
