/** Makes elements and keeps lists of them in step with data, touching only what changed. */

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, unknown>>;

/** An element with attributes, listeners (`onclick`) and children; false and undefined leave theirs out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** Builds an element's content again, unless it was last built from the same. */
export function fill(element: HTMLElement, from: unknown, build: () => Child[]): void {
  const signature = JSON.stringify(from);
  if (signatures.get(element) === signature) return;
  signatures.set(element, signature);
  const focused = focusPath(element);
  element.replaceChildren(...build().filter((child) => child !== undefined && child !== false));
  if (focused) element.querySelector<HTMLElement>(focused)?.focus();
}

const signatures = new WeakMap<HTMLElement, string>();

/** Brings `parent`'s children in step with `items`: kept by key, made when new, removed when gone. */
export function keepList<Item>(
  parent: HTMLElement,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  draw: (item: Item, known: HTMLElement | undefined) => HTMLElement,
): void {
  const known = new Map(
    [...parent.children].map((child) => [(child as HTMLElement).dataset['key'] ?? '', child as HTMLElement]),
  );
  items.forEach((item, index) => {
    const key = keyOf(item);
    const element = draw(item, known.get(key));
    element.dataset['key'] = key;
    known.delete(key);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
  for (const gone of known.values()) gone.remove();
}

/** How to find the focused control again after its surroundings were drawn again. */
function focusPath(element: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!activeElement || !element.contains(activeElement)) return undefined;
  const name = activeElement.getAttribute('data-name');
  return name === null ? undefined : `[data-name="${CSS.escape(name)}"]`;
}
