/** A name typed all in small or all in capital letters, as it is written: `de luca` → `De Luca`, `D'ANGELO` → `D'Angelo`. */
export function nomeProprio(testo: string): string {
  const pulito = testo.trim().replace(/\s+/g, ' ');
  if (pulito !== pulito.toLowerCase() && pulito !== pulito.toUpperCase()) return pulito;
  return pulito
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, prima: string, lettera: string) => prima + lettera.toUpperCase());
}
