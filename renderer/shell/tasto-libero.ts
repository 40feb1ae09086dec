/** True where typed characters are text. */
export function isCampo(el: EventTarget | null): boolean {
  return el instanceof HTMLElement && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
}

/** True while something is open over the page. */
export function isDialogoAperto(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

/** True for a letter pressed alone, outside any field and with no dialog open: then it may be a command of the page. */
export function isTastoLibero(e: KeyboardEvent): boolean {
  const sola = !e.ctrlKey && !e.altKey && !e.metaKey;
  return sola && !isCampo(e.target) && !isDialogoAperto();
}
