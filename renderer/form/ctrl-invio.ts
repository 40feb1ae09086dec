import { useEffect } from 'react';

/** An open list of choices: what is pressed is for it first. */
const LISTA_APERTA = '[role="combobox"][aria-expanded="true"]';

function isCtrlInvio(e: KeyboardEvent): boolean {
  return e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.defaultPrevented && !e.repeat;
}

/** Presses the button that saves the form around a field. */
function salvaForm(e: KeyboardEvent): void {
  const form = e.target instanceof Element ? e.target.closest('form') : null;
  const bottone = [...(form?.elements ?? [])].find((uno) => uno instanceof HTMLButtonElement && uno.type === 'submit');
  if (!(bottone instanceof HTMLButtonElement)) return;
  e.preventDefault();
  e.stopPropagation();
  bottone.click();
}

/**
 * Ctrl+Enter saves the form one is in, from any of its fields, as pressing its button does: a button that is at work is not
 * pressed twice. A closed list would open instead: it is asked before it; an open one chooses first.
 */
export function useCtrlInvio(): void {
  useEffect(() => {
    const prima = (e: KeyboardEvent) => {
      if (isCtrlInvio(e) && !(e.target instanceof Element && e.target.matches(LISTA_APERTA))) salvaForm(e);
    };
    const poi = (e: KeyboardEvent) => {
      if (isCtrlInvio(e)) salvaForm(e);
    };
    window.addEventListener('keydown', prima, true);
    window.addEventListener('keydown', poi);
    return () => {
      window.removeEventListener('keydown', prima, true);
      window.removeEventListener('keydown', poi);
    };
  }, []);
}
