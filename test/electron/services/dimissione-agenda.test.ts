import { expect, test } from 'vitest';
import { listAgenda } from '../../../electron/services/agenda.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { previewDimissione } from '../../../electron/services/dimissione-anteprima.ts';
import { saveUdienza } from '../../../electron/services/giuridica.ts';
import { registerIncontro } from '../../../electron/services/incontro.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { registerVisita } from '../../../electron/services/visita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const OGGI = '2025-03-10';

function visita(ctx: Contesto, ospiteId: string, data: string, stato: 'previsto' | 'fatto' = 'previsto') {
  return registerVisita(ctx, {
    ...{ struttura: 'CASA00', ospiteId, data, tipo: 'mmg', stato, ora: '09:00', luogo: null, mezzo: null },
    ...{ accompagnamento: null, accompagnatore: null, esito: null, prossima: null },
  });
}

function incontro(ctx: Contesto, ospiti: string[], data: string) {
  return registerIncontro(ctx, {
    ...{ struttura: 'CASA00', data, ora: null, servizio: 'serd', tipoFamiglia: null, modalita: 'presenza' },
    ...{ stato: 'previsto', ospiti, protetto: false, accompagnamento: null, oggetto: null, partecipanti: null },
    ...{ operatori: null, esito: null, relazioneEntro: null, relazioneData: null },
  });
}

function dimissione(ingressoId: string, altro: Partial<Dimissione> = {}): Dimissione {
  const vuoti = { destinazione: null, versoStruttura: null, versoModulo: null };
  return { ...vuoti, ingressoId, dataDimissione: OGGI, esito: 'concluso', ...altro };
}

/** Ferrari leaves; a visit on the day, one after it, a meeting alone and one with Bianchi after it. */
function scena() {
  const ctx = comunitaDiProva(OGGI);
  const { ingressoId, ospiteId } = ospiteDiProva(ctx);
  const altro = ospiteDiProva(ctx, { cognome: 'Bianchi' });
  visita(ctx, ospiteId, OGGI);
  visita(ctx, ospiteId, '2025-03-20');
  visita(ctx, altro.ospiteId, '2025-03-20');
  incontro(ctx, [ospiteId], '2025-03-21');
  incontro(ctx, [ospiteId, altro.ospiteId], '2025-03-22');
  const stati = () =>
    listAgenda(ctx, { struttura: 'CASA00', dal: OGGI, al: '2025-03-31' }).righe.map(
      ({ data, stato, ospiti }) => `${data} ${ospiti.map(({ cognome }) => cognome).join('+')} ${stato}`,
    );
  return { ctx, ingressoId, ospiteId, stati };
}

test('what is booked afterwards is counted before saving, and called off where asked: what others share stays', () => {
  const { ctx, ingressoId, stati } = scena();
  const prima = stati();
  expect(previewDimissione(ctx, { ingressoId, dataDimissione: OGGI, esito: null }).agenda).toEqual({
    ...{ prenotati: ['2025-03-20', '2025-03-21'], udienze: [] },
  });
  const { avvisi, voce } = registerDimissione(ctx, dimissione(ingressoId, { annullaAppuntamenti: true }));
  expect(avvisi).toContain('In agenda, dopo il 10/03/2025: annullati 2 appuntamenti.');
  expect(voce).not.toBeNull();
  const cambiati = stati().filter((uno) => !prima.includes(uno));
  expect(cambiati.toSorted()).toEqual(['2025-03-20 Ferrari annullato', '2025-03-21 Ferrari annullato']);
  undoModifica(ctx, { voce: voce ?? 0 });
  expect(stati()).toEqual(prima);
});

test('not asked, nothing is called off and it is said', () => {
  const { ctx, ingressoId, stati } = scena();
  const prima = stati();
  const { avvisi } = registerDimissione(ctx, dimissione(ingressoId));
  expect(avvisi).toContain('In agenda, dopo il 10/03/2025: restano 2 appuntamenti, da annullare o da tenere.');
  expect(stati()).toEqual(prima);
});

test('a hearing is not the struttura’s to call off: it is said, to who may know of it', () => {
  const { ctx, ingressoId, ospiteId } = scena();
  saveUdienza(ctx, {
    ...{ ospiteId, data: '2025-04-02', ora: null, autorita: null, luogo: null, accompagnatore: null, esito: null },
    misuraId: null,
  });
  const anteprima = { ingressoId, dataDimissione: OGGI, esito: null };
  expect(previewDimissione(ctx, anteprima).agenda.udienze).toEqual(['2025-04-02']);
  registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'richiesta' });
  expect(previewDimissione(come(ctx, 'educatore'), anteprima).agenda.udienze).toEqual([]);
  const { avvisi } = registerDimissione(ctx, dimissione(ingressoId, { annullaAppuntamenti: true }));
  expect(avvisi).toContainEqual(expect.stringContaining('Udienze dopo il 10/03/2025: 02/04/2025'));
  expect(ctx.store.select('udienze', 't.deleted_at_ms IS NULL', {})).toHaveLength(1);
});

test('booking for who has left is said', () => {
  const { ctx, ingressoId, ospiteId } = scena();
  expect(visita(ctx, ospiteId, '2025-03-25').avvisi).toEqual([]);
  registerDimissione(ctx, dimissione(ingressoId));
  expect(visita(ctx, ospiteId, '2025-03-25').avvisi).toEqual([
    'FERRARI Bruno non risulta nella struttura il 25/03/2025: controllare la data.',
  ]);
});
