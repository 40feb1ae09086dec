import { PASSWORD_DEMO } from '../demo/comunita.ts';
import { ANNO } from './dati.ts';
import { Ospite } from './host.ts';
import { formatMs, formatNumero, type Riga } from './tavola.ts';

const MIB = 1024 * 1024;

/** The host's process with ten years open, after a month was read, and after the year's report. */
export async function misuraMemoria(dati: string): Promise<Riga[]> {
  const ospite = await Ospite.start(dati);
  try {
    const vuoto = await ospite.memoria();
    const inizio = performance.now();
    await ospite.call('sessione.open', { password: PASSWORD_DEMO });
    const apertura = performance.now() - inizio;
    const mese = await ospite.call('presenze.getMese', { struttura: 'CASA00', mese: '2025-12' });
    if (mese.righe.length === 0) throw new Error('the month read is empty');
    const letto = await ospite.memoria();
    await ospite.call('report.bilancio', ANNO);
    const dopo = await ospite.memoria();
    const riga = (misura: string, m: { rss: number; heapUsed: number }): Riga => ({
      misura,
      approdo: `RSS ${formatNumero(m.rss / MIB, 0)} MiB, heap ${formatNumero(m.heapUsed / MIB, 0)} MiB`,
      confronto: `prima di aprire: RSS ${formatNumero(vuoto.rss / MIB, 0)}, heap ${formatNumero(vuoto.heapUsed / MIB, 0)}`,
      rapporto: null,
      limite: null,
    });
    return [
      riga('memoria del processo principale, dieci anni aperti, letto un mese', letto),
      riga('e dopo il report bilancio dell’anno', dopo),
      {
        misura: 'apertura dei dieci anni: password (Argon2id) e controllo di ogni pagina',
        approdo: formatMs(apertura),
        confronto: '—',
        rapporto: null,
        limite: null,
      },
    ];
  } finally {
    await ospite.stop();
  }
}
