import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import type { GrigliaMese, RigaMese } from '../../../renderer/presenze/conti.ts';

/** A stay of March 2025, present from before, with nothing recorded. Invented people. */
export function rigaMese(cognome: string, altro: Partial<RigaMese> = {}): RigaMese {
  return {
    ingressoId: cognome.toLowerCase(),
    ospiteId: `o-${cognome.toLowerCase()}`,
    cognome,
    nome: 'Anna',
    sesso: 'F',
    dataNascita: '1985-03-01',
    utenza: 'DUS',
    entePagante: null,
    dataIngresso: '2025-01-01',
    dataDimissione: null,
    esito: null,
    moduli: [{ dal: '2025-01-01', modulo: 'CASA00-TR', tipologia: 'TR' }],
    codici: '.'.repeat(31),
    manca: [],
    ...altro,
  };
}

/** March 2025 of Casa Aurora, seen on Friday 21. */
export function grigliaMese(righe: RigaMese[], altro: Partial<GrigliaMese> = {}): GrigliaMese {
  const posti = Array.from({ length: 31 }, () => ({ accreditati: 4, disponibili: 4 }));
  return {
    struttura: { id: 's', codice: 'CASA00', nome: 'Casa Aurora' },
    mese: '2025-03',
    oggi: '2025-03-21',
    stato: 'aperto',
    revisione: 0,
    solaLettura: false,
    codici: [...CODICI_PREDEFINITI],
    righe,
    posti,
    postiPerModulo: { 'CASA00-TR': posti },
    ...altro,
  };
}
