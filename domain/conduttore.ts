/** The names of a text: commas, semicolons or new lines between them. */
export function nomiDi(testo: string): string[] {
  return testo
    .split(/[,;\n]/)
    .map((nome) => nome.trim())
    .filter((nome) => nome !== '');
}

interface Conduttori {
  readonly operatori?: number | null | undefined;
  readonly volontari?: number | null | undefined;
  readonly nomiOperatori?: string | null | undefined;
  readonly nomiVolontari?: string | null | undefined;
}

/** Who leads an activity: where names are written the number is theirs, else the one that was typed stays. */
export function contaConduttori({
  nomiOperatori,
  nomiVolontari,
}: Conduttori): Pick<Conduttori, 'operatori' | 'volontari'> {
  const operatori = nomiDi(nomiOperatori ?? '').length;
  const volontari = nomiDi(nomiVolontari ?? '').length;
  return { ...(operatori > 0 ? { operatori } : {}), ...(volontari > 0 ? { volontari } : {}) };
}
