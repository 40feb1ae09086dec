import type { Bilancio, Controllo, Voce } from '../../../renderer/mese/mese-stato.ts';

export function bilancio(mese: string, altro: Partial<Bilancio> = {}): Bilancio {
  return {
    mese,
    presentiInizio: 20,
    ingressi: 2,
    trattati: 22,
    dimessi: 2,
    presentiFine: 20,
    giorniDiPermanenza: 610,
    giornatePresenza: 601,
    giornatePagate: 601,
    giornateOccupate: 610,
    giorniMancanti: 0,
    mediaGiornaliera: 19.4,
    saturazioneAccreditati: 78.9,
    saturazioneDisponibili: 78.9,
    postiAccreditati: 25,
    perCodice: { P: 590, S: 11, U: 9 },
    ...altro,
  };
}

export function voce(codice: string, gravita: Voce['gravita'], righe: Voce['righe'] = []): Voce {
  return {
    codice,
    gravita,
    titolo: codice.replaceAll('_', ' '),
    dettaglio: righe.map((r) => r.testo).join('; '),
    righe,
  };
}

export const MANCANTI = voce('giorni_senza_codice', 'blocca', [
  { ingressoId: 'i1', ospiteId: 'o1', giorno: '2025-03-20', testo: 'MAZZOLENI Enrico: gio 20 mar senza codice' },
  { ingressoId: 'i2', ospiteId: 'o2', giorno: '2025-03-21', testo: 'ORLANDI Marco: ven 21 mar senza codice' },
]);
export const IN_ORDINE = voce('senza_modulo', 'ok');

/** March 2025 of Casa Aurora, not closed yet, with nothing missing. */
export function controllo(altro: Partial<Controllo> = {}): Controllo {
  return {
    stato: 'aperto',
    revisione: 0,
    mancanti: 0,
    motivo: null,
    closedAtMs: null,
    voci: [IN_ORDINE],
    bilancio: bilancio('2025-03'),
    precedente: bilancio('2025-02', { giornatePresenza: 531, presentiFine: 20 }),
    storia: [],
    ...altro,
  };
}
