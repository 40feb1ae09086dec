let nostri = false;

/** From now on it is known whether something was copied from Approdo. */
export function watchAppunti(): void {
  for (const nome of ['copy', 'cut'] as const) document.addEventListener(nome, markAppunti, true);
}

/** Something here was put in the clipboard: a button that writes without a copy event says so. */
export function markAppunti(): void {
  nostri = true;
}

/**
 * Empties the clipboard if what is in it may come from here. A browser lets a page write only while it has the focus: without it,
 * as soon as it has. @returns whether there was something: in Electron the main process empties it as well.
 */
export function clearAppunti(): boolean {
  if (!nostri) return false;
  const clear = async () => {
    await navigator.clipboard.writeText('');
    nostri = false;
  };
  const retry = () => void clear().catch(() => undefined);
  clear().catch(() => window.addEventListener('focus', retry, { once: true }));
  return true;
}
