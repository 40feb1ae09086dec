import { useEffect, useState } from 'react';

/** Persons already chosen: opening their list would only be in the way. */
const GIA_SCELTI = '.mantine-MultiSelect-pill';

/** A field one types or chooses in; of a group of radios, the chosen one. */
function isCampoUsabile(el: Element): el is HTMLElement {
  if (el instanceof HTMLSelectElement || el instanceof HTMLTextAreaElement) return !el.disabled;
  if (!(el instanceof HTMLInputElement) || el.disabled || el.type === 'hidden' || el.type === 'file') return false;
  if (el.parentElement?.parentElement?.querySelector(GIA_SCELTI)) return false;
  if (el.type !== 'radio' || el.checked) return true;
  const gruppo = el.form?.elements.namedItem(el.name);
  return !(gruppo instanceof RadioNodeList && gruppo.value !== '');
}

/**
 * The keyboard to the first field of a form, as soon as it is there, and marks it for the focus trap around it; unless the
 * form chose one itself. As `ref` of the form.
 */
export function fuocoAlPrimo(form: HTMLFormElement | null): void {
  if (!form) return;
  const scelto = form.querySelector<HTMLElement>('[data-autofocus]');
  const primo = scelto ?? Array.from(form.elements).find(isCampoUsabile);
  primo?.setAttribute('data-autofocus', '');
  primo?.focus({ preventScroll: true });
}

/** Where the keyboard was; for an entry of a menu, which goes away with it, what opened the menu. */
function doveEra(): HTMLElement | null {
  const attivo = document.activeElement;
  if (!(attivo instanceof HTMLElement) || attivo === document.body) return null;
  const menu = attivo.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menu ? document.getElementById(menu) : attivo;
}

/**
 * Closed, a panel gives the keyboard back to where it was when it opened; where that is gone (the line just settled), to the
 * page. Mantine does so only for panels that stay mounted while closed.
 */
export function useRitornoFuoco(): void {
  const [prima] = useState(doveEra);
  useEffect(
    () => () => {
      // a moment later: the panel is gone, and whoever took the keyboard meanwhile keeps it
      setTimeout(() => {
        const attivo = document.activeElement;
        if (attivo !== null && attivo !== document.body && attivo.isConnected) return;
        const dove = prima?.isConnected ? prima : document.getElementById('contenuto');
        dove?.focus({ preventScroll: true });
      });
    },
    [prima],
  );
}
