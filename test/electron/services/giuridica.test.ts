import { describe, expect, test } from 'vitest';
import { listPermanenzePersona } from '../../../db/reads/ingresso.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { getDichiarazione } from '../../../electron/services/dichiarazione.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import {
  getGiuridica,
  removeMisura,
  removeUdienza,
  saveMisura,
  saveUdienza,
  saveViolazione,
  snapshotMisure,
} from '../../../electron/services/giuridica.ts';
import { getPermanenza } from '../../../electron/services/ingresso.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const MISURA = {
  ...{ misura: 'detenzione_art94ter', dal: '2025-01-20', al: null, autorita: 'Tribunale di sorveglianza di prova' },
  ...{ finePena: '2027-05-01', provvedimento: 'ord. 12/2025', prescrizioni: 'rientro entro le 21' },
};
const UDIENZA = {
  ...{ misuraId: null, data: '2025-05-06', ora: '09:30', autorita: 'Tribunale di prova', luogo: 'aula 3' },
  ...{ accompagnatore: null, esito: null },
};

function casa() {
  const ctx = comunitaDiProva('2025-04-03');
  return { ctx, ...ospiteDiProva(ctx, { dataIngresso: '2025-01-13' }) };
}

describe('the judicial position', () => {
  test('a measure, a hearing, a violation are kept and read back; a wrong list value is refused', () => {
    const { ctx, ospiteId } = casa();
    const { id, avvisi } = saveMisura(ctx, { ospiteId, ...MISURA });
    expect(avvisi).toEqual([]);
    expect(saveMisura(ctx, { ospiteId, ...MISURA, autorita: null }).avvisi.join()).toContain('autorità');
    saveUdienza(ctx, { ospiteId, ...UDIENZA, misuraId: id });
    const violazione = {
      misuraId: id,
      data: '2025-04-01',
      fatto: 'rientro alle 23',
      comunicataA: null,
      comunicataIl: null,
    };
    expect(saveViolazione(ctx, { ospiteId, ...violazione }).avvisi.join()).toContain('non è ancora stata comunicata');
    expect(() => saveMisura(ctx, { ospiteId, ...MISURA, misura: 'inventata' })).toThrow('non è nell’elenco');
    expect(() => saveMisura(ctx, { ospiteId, ...MISURA, al: '2025-01-01' })).toThrow('prima di cominciare');
    expect(() => saveViolazione(ctx, { ospiteId, ...violazione, data: '2025-04-04' })).toThrow('futuro');
    const { misure, udienze, violazioni } = getGiuridica(ctx, { ospiteId });
    // six months from the first day of the measure (art. 94-ter)
    expect(misure.find((m) => m.id === id)).toMatchObject({
      ...MISURA,
      relazioneEntro: '2025-07-20',
    });
    expect(udienze).toMatchObject([{ ...UDIENZA, misuraId: id }]);
    expect(violazioni).toMatchObject([violazione]);
  });

  test('taken away, one key brings it back: measure, hearing, violation', () => {
    const { ctx, ospiteId } = casa();
    const misura = saveMisura(ctx, { ospiteId, ...MISURA });
    const udienza = saveUdienza(ctx, { ospiteId, ...UDIENZA, misuraId: null });
    const prima = getGiuridica(ctx, { ospiteId });
    for (const tolta of [removeMisura(ctx, { id: misura.id }), removeUdienza(ctx, { id: udienza.id })]) {
      expect(getGiuridica(ctx, { ospiteId })).not.toEqual(prima);
      undoModifica(ctx, { voce: tolta.voce ?? 0 });
    }
    expect(getGiuridica(ctx, { ospiteId })).toEqual(prima);
  });

  test('two corrections of different fields are merged; of the same field both are told', () => {
    const { ctx, ospiteId } = casa();
    const { id } = saveMisura(ctx, { ospiteId, ...MISURA });
    const altro = come(ctx, 'educatore');
    saveMisura(altro, { id, prima: { finePena: '2027-05-01' }, dopo: { finePena: '2027-06-01' } });
    saveMisura(ctx, { id, prima: { al: null }, dopo: { al: '2026-01-20' } });
    expect(getGiuridica(ctx, { ospiteId }).misure).toMatchObject([{ finePena: '2027-06-01', al: '2026-01-20' }]);
    const esito = saveMisura(ctx, { id, prima: { finePena: '2027-05-01' }, dopo: { finePena: '2028-01-01' } });
    expect(esito).toMatchObject({
      voce: null,
      contese: [{ campo: 'finePena', loro: '2027-06-01', mio: '2028-01-01' }],
    });
    removeMisura(ctx, { id });
    expect(getGiuridica(ctx, { ospiteId }).misure).toEqual([]);
  });

  test('darkened, it is neither read nor written by who does not see it', () => {
    const { ctx, ospiteId, ingressoId } = casa();
    const { id } = saveMisura(ctx, { ospiteId, ...MISURA });
    const udienza = saveUdienza(ctx, { ospiteId, ...UDIENZA });
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    const educatore = come(ctx, 'educatore');
    expect(getGiuridica(educatore, { ospiteId })).toEqual({ ospiteId, misure: [], udienze: [], violazioni: [] });
    expect(snapshotMisure(educatore, { struttura: 'CASA00', giorno: '2025-03-01' }).righe).toEqual([]);
    expect(() => saveMisura(educatore, { ospiteId, ...MISURA })).toThrow('un altro ruolo');
    expect(() => saveMisura(educatore, { id, prima: {}, dopo: { al: '2025-03-01' } })).toThrow('non c’è più');
    expect(() => removeMisura(educatore, { id })).toThrow('non c’è più');
    const periodo = { ingressoId, dal: '2025-01-01', al: '2025-04-01', udienzaId: udienza.id };
    expect(getDichiarazione(educatore, periodo).udienza).toBeNull();
    expect(getDichiarazione(ctx, periodo).udienza).toMatchObject({ data: '2025-05-06', luogo: 'aula 3' });
    expect(getGiuridica(ctx, { ospiteId }).misure).toHaveLength(1);
  });

  test('the measures on a day: of who was there that day, in force that day, both ends included', () => {
    const { ctx, ospiteId } = casa();
    saveMisura(ctx, { ospiteId, ...MISURA, al: '2025-02-10' });
    saveMisura(ctx, { ospiteId, ...MISURA, misura: 'obbligo_di_firma', dal: '2025-02-10' });
    const altro = ospiteDiProva(ctx, { cognome: 'Altri', dataIngresso: '2025-03-01' });
    saveMisura(ctx, { ospiteId: altro.ospiteId, ...MISURA, dal: '2024-01-01' });
    const il = (giorno: string) =>
      snapshotMisure(ctx, { struttura: 'CASA00', giorno }).righe.map(({ cognome, misura }) => `${cognome} ${misura}`);
    expect(il('2025-01-19')).toEqual([]);
    expect(il('2025-01-20')).toEqual(['Ferrari detenzione_art94ter']);
    expect(il('2025-02-10')).toEqual(['Ferrari detenzione_art94ter', 'Ferrari obbligo_di_firma']);
    expect(il('2025-02-11')).toEqual(['Ferrari obbligo_di_firma']);
    expect(il('2025-03-01')).toEqual(['Altri detenzione_art94ter', 'Ferrari obbligo_di_firma']);
    expect(snapshotMisure(ctx, { struttura: 'CASA01', giorno: '2025-03-01' }).righe).toEqual([]);
  });

  test('a declaration counts the days of the register, cut to the stay and to today', () => {
    const { ctx, ingressoId } = casa();
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      // 19 days of stay in January: 17 present, one away, one not recorded; February: 10 present, 18 in prison
      tx.insert('presenze', { ingressoId, mese: '2025-01', codici: `${'.'.repeat(12)}${'P'.repeat(17)}U.` });
      tx.insert('presenze', { ingressoId, mese: '2025-02', codici: `${'P'.repeat(10)}${'C'.repeat(18)}...` });
    });
    const d = getDichiarazione(ctx, { ingressoId, dal: '2024-12-01', al: '2025-02-28', udienzaId: null });
    expect(d).toMatchObject({
      ...{ dal: '2025-01-13', al: '2025-02-28', giorniPermanenza: 19 + 28, giorniPresenza: 27, senzaCodice: 1 },
      altri: [
        { significato: 'Uscita / rientro in famiglia (giornata intera)', giorni: 1 },
        { significato: 'Carcere', giorni: 18 },
      ],
    });
    expect(getDichiarazione(ctx, { ingressoId, dal: '2025-03-01', al: '2026-01-01', udienzaId: null }).al).toBe(
      '2025-04-03',
    );
    expect(() => getDichiarazione(ctx, { ingressoId, dal: '2024-01-01', al: '2024-12-31', udienzaId: null })).toThrow(
      'non era nella struttura',
    );
  });

  test('over a transfer it is one: the whole time, and each house with its days', () => {
    const { ctx, ingressoId } = casa();
    const dimissione = { ingressoId, dataDimissione: '2025-03-10', esito: 'trasferimento_interno' as const };
    registerDimissione(ctx, { ...dimissione, destinazione: null, versoStruttura: 'CASA01', versoModulo: 'CASA01-TR' });
    const periodo = { dal: '2025-03-01', al: '2025-12-31', udienzaId: null };
    const d = getDichiarazione(ctx, { ingressoId, ...periodo });
    expect(d).toMatchObject({
      ...{ dataIngresso: '2025-01-13', dataDimissione: null, dal: '2025-03-01', al: '2025-04-03' },
      ...{ giorniPermanenza: 31 + 3, giorniPresenza: 0, senzaCodice: 34 },
      struttura: { nome: 'Struttura CASA01' },
      tappe: [
        { struttura: 'Struttura CASA00', dal: '2025-01-13', al: '2025-03-10', giorniPermanenza: 9 },
        { struttura: 'Struttura CASA01', dal: '2025-03-10', al: null, giorniPermanenza: 25 },
      ],
    });
    // from whichever of the two it is asked
    const arrivo = listPermanenzePersona(ctx.store, getPermanenza(ctx.store, ingressoId).personaId).at(-1)?.id ?? '';
    expect(getDichiarazione(ctx, { ingressoId: arrivo, ...periodo })).toEqual(d);
  });
});
