/** Puts text in the clipboard from a button, with no permission asked: through a field that exists for one instant. */
export function copiaTesto(testo: string): void {
  const attivo = document.activeElement;
  const campo = document.createElement('textarea');
  campo.value = testo;
  campo.style.position = 'fixed';
  campo.style.opacity = '0';
  campo.setAttribute('aria-hidden', 'true');
  document.body.append(campo);
  campo.select();
  document.execCommand('copy');
  campo.remove();
  if (attivo instanceof HTMLElement) attivo.focus();
}
