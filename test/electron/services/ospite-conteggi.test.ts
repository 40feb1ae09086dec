import { expect, test } from 'vitest';
import { addDiario, listDiario } from '../../../electron/services/diario.ts';
import { countSezioni } from '../../../electron/services/ospite-conteggi.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { listVisiteOspite, registerVisita, removeVisita } from '../../../electron/services/visita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

const VISITA = { struttura: 'CASA00', data: '2025-04-02', tipo: 'mmg', stato: 'fatto' } as const;
const RIGA = { struttura: 'CASA00', tipo: 'diario', data: '2025-04-02', ora: '09:05', importante: false } as const;
const TUTTO = { struttura: null, tipo: null, importanti: false, testo: '', dal: null, al: null, prima: null } as const;

test('each section counts the rows it shows, of this person; what is taken away or added to another line is not one', () => {
  const ctx = comunitaDiProva();
  const chi = ospiteDiProva(ctx);
  const { ospiteId } = chi;
  const vuoti = {
    salute: 0,
    incontri: 0,
    attivita: 0,
    diario: 0,
    progetto: 0,
    relazioni: 0,
    giuridica: 0,
    documenti: 0,
  };
  expect(countSezioni(ctx, { ospiteId })).toEqual(vuoti);
  const altro = ospiteDiProva(ctx, { cognome: 'Altri' });
  registerVisita(ctx, { ...VISITA, ospiteId: altro.ospiteId });
  const { id } = registerVisita(ctx, { ...VISITA, ospiteId });
  registerVisita(ctx, { ...VISITA, ospiteId, data: '2025-04-01' });
  removeVisita(ctx, { id });
  const riga = addDiario(ctx, { ...RIGA, testo: 'prima', ospiteId, aggiungeA: null });
  addDiario(ctx, { ...RIGA, testo: 'aggiunta', ospiteId, aggiungeA: riga.id });
  addDiario(ctx, { ...RIGA, testo: 'di tutti', ospiteId: null, aggiungeA: null });
  scriviRiservato(ctx, chi, { misure: [{ misura: 'obbligo_di_firma', dal: '2025-01-01' }] });
  expect(countSezioni(ctx, { ospiteId })).toEqual({ ...vuoti, salute: 1, diario: 1, giuridica: 1 });
  expect(listVisiteOspite(ctx, { ospiteId }).visite).toHaveLength(1);
  expect(listDiario(ctx, { ...TUTTO, ospiteId, limite: 100 }).righe).toHaveLength(1);
});

test('a section the role has not is not counted; one that is darkened counts nothing', () => {
  const ctx = comunitaDiProva();
  const chi = ospiteDiProva(ctx);
  const { ospiteId } = chi;
  addDiario(ctx, { ...RIGA, testo: 'prima', ospiteId, aggiungeA: null });
  scriviRiservato(ctx, chi, { misure: [{ misura: 'obbligo_di_firma', dal: '2025-01-01' }] });
  const accoglienza = countSezioni(come(ctx, 'accoglienza'), { ospiteId });
  expect(accoglienza).toMatchObject({ diario: null, progetto: null, relazioni: null, salute: 0 });
  registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
  expect(countSezioni(come(ctx, 'educatore'), { ospiteId })).toMatchObject({ giuridica: 0, diario: 1 });
  expect(() => countSezioni(ctx, { ospiteId: 'nessuno' })).toThrow('ospite');
});
