/** Elements and their text, without a framework. Text is put in as text, never as HTML. */

type Attributes = Readonly<Record<string, string | boolean | undefined>>;
type Content = Node | string | undefined;

/** An element with its attributes: `true` writes a bare one, `false` and undefined none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...content.filter(one => one !== undefined));
  return made;
}

export function setAttribute(on: Element, name: string, value: string | boolean | undefined): void {
  if (value === undefined || value === false) on.removeAttribute(name);
  else if (on.getAttribute(name) !== (value === true ? '' : value)) on.setAttribute(name, value === true ? '' : value);
}

export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
}

/** Puts exactly these children in this order; those that stand right are not touched, so nothing loses the focus. */
export function setChildren(of: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...of.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (of.children[at] !== child) of.insertBefore(child, of.children[at] ?? null);
  });
}

export function setText(of: Element, text: string): void {
  if (of.textContent !== text) of.textContent = text;
}

/** `Such as {0}` with its words. */
export function fill(text: string, ...words: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, at: string) => String(words[Number(at)] ?? whole));
}

/** Ids that no other element has. */
export function createIds(): (word: string) => string {
  let last = 0;
  return word => `${word}-${String((last += 1))}`;
}
