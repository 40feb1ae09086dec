import { useEffect } from 'react';

/**
 * Ctrl+Enter saves the form one is in, from any of its fields, as pressing its button does: a button that is at work is not
 * pressed twice.
 */
export function useCtrlInvio(): void {
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || e.defaultPrevented || e.repeat) return;
      const form = e.target instanceof Element ? e.target.closest('form') : null;
      const bottone = [...(form?.elements ?? [])].find(
        (uno) => uno instanceof HTMLButtonElement && uno.type === 'submit',
      );
      if (!(bottone instanceof HTMLButtonElement)) return;
      e.preventDefault();
      bottone.click();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
