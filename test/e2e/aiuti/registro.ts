import { join } from 'node:path';
import type { Giorno } from '../../../domain/giorno.ts';
import { closeStore } from '../../../electron/services/archivio.ts';
import { createStore } from '../../../electron/services/sessione-nuova.ts';
import { saveModulo, saveStruttura } from '../../../electron/services/struttura.ts';
import { contestoOf } from '../../../scripts/demo/comunita.ts';
import { PASSWORD } from './gesti.ts';

/** A register of one struttura and nobody in it: every figure that follows is of who the test admits. */
export async function registroVuoto(cartella: string, oggi: Giorno): Promise<{ dati: string; password: string }> {
  const dati = join(cartella, 'dati');
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  const archivio = await createStore({
    ...{ dati, ruolo: 'comunita', utente: 'ROSSI Maria', password: PASSWORD, struttura, clock: Date.now },
  });
  const ctx = contestoOf(archivio, oggi);
  saveStruttura(ctx, { ...struttura, tipo: 'CT', utenza: 'M' });
  saveModulo(ctx, {
    ...{ struttura: 'CASA00', codice: 'CASA00-TR', nome: 'Terapeutico riabilitativo', tipologia: 'TR' },
    ...{ conta: 'adulti', validoDal: '2020-01-01', accreditati: 10, disponibili: 10 },
  });
  closeStore(archivio);
  return { dati, password: PASSWORD };
}
