/** A round picture of a person's initials, and a square one for the app. */

import { h } from './dom.ts';

const hues = [262, 205, 160, 25, 330, 95, 45, 285];

export function avatar(name: string, kind: 'person' | 'app' | 'team' = 'person'): HTMLElement {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  const sum = [...name].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
  const element = h('span', { class: `avatar ${kind}`, 'aria-hidden': 'true' }, initials);
  element.style.setProperty('--hue', String(hues[sum % hues.length]));
  return element;
}
