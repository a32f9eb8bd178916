/** The few signs on the page, drawn as lines. */

const paths = {
  activity:
    'M12 3a6 6 0 0 0-6 6v4l-1.8 3.2a.5.5 0 0 0 .4.8h14.8a.5.5 0 0 0 .4-.8L18 13V9a6 6 0 0 0-6-6ZM9.5 19.5a2.5 2.5 0 0 0 5 0',
  chat: 'M12 3.5a8.5 8.5 0 0 0-7.5 12.5L3.5 20.5l4.5-1A8.5 8.5 0 1 0 12 3.5ZM8.5 10.5h7M8.5 13.5h4.5',
  teams:
    'M8.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 10.5a2.4 2.4 0 1 0 0-4.8M3.5 19.5v-3a3 3 0 0 1 3-3h4a3 3 0 0 1 3 3v3M16 13.5h1.5a3 3 0 0 1 3 3v2',
  app: 'M4 4.5h7v7H4zM13 4.5h7v7h-7zM4 13.5h7v7H4zM16.5 13.5v7M13 17h7',
  back: 'M14.5 5 8 12l6.500 7',
  close: 'M5.500 5.500l13 13M18.500 5.500l-13 13',
  send: 'M3.500 4.500 20.500 12 3.500 19.500l2.700-7.500zM6.500 12h7',
  split: 'M3.500 5h17v14h-17zM12 5v14',
  reply: 'M9.500 6 4 11.500 9.500 17M4.500 11.500H14a5.500 5.500 0 0 1 5.500 5.500v1.500',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500l5 5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  channel: 'M5 8.500h14M4.500 15.500h14M10 4 8 20M16 4l-2 16',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
