/** Offers bytes to the person as a file with this name, through the browser's own download. */
export function saveBytes(nome: string, bytes: Uint8Array, tipo = 'application/octet-stream'): void {
  const indirizzo = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: tipo }));
  const link = document.createElement('a');
  link.href = indirizzo;
  link.download = nome;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(indirizzo), 10_000);
}
