import { describe, expect, test } from 'vitest';
import { listModuli } from '../../../db/reads/struttura.ts';
import type { NuovaRiga } from '../../../db/scrittura.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { checkMese } from '../../../electron/services/mese.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { listQualita, listTardivi } from '../../../electron/services/qualita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, type OspiteDiProva, ospiteDiProva } from '../../aiuti/ospite.ts';

const MARZO = { struttura: 'CASA00', mese: '2025-03' };

function scrivi(ctx: Contesto, body: Parameters<Contesto['store']['write']>[1]): void {
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, body);
}

function presenze(ctx: Contesto, { ingressoId }: OspiteDiProva, codici: string): void {
  scrivi(ctx, (tx) => tx.insert('presenze', { ingressoId, mese: '2025-03', codici }));
}

/** rule → what is said, of one month */
function compiti(ctx: Contesto, di = MARZO): Record<string, string> {
  return Object.fromEntries(listQualita(ctx, di).compiti.map((uno) => [uno.regola, uno.cosa]));
}

const SCHEDA: Partial<NuovaRiga<'ingressi'>> = {
  statoCivile: 'separato',
  figliMinori: 'no',
  istruzione: 'qualifica',
  occupazione: 'disoccupato',
  provenienza: 'carcere',
  carcerazioni: 'mai',
  dipendenza: 'mono',
};

describe('what is to be put right in a month', () => {
  test('a month in order has no task', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    presenze(ctx, ospite, 'P'.repeat(31));
    scrivi(ctx, (tx) => tx.update('ingressi', ospite.ingressoId, SCHEDA));
    expect(compiti(ctx)).toEqual({});
  });

  test('each anomaly is one task with its guest, its field and why; days together are one', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    const dimenticato = ospiteDiProva(ctx, { cognome: 'Zanetti' });
    presenze(ctx, ospite, `${'P'.repeat(18)}..${'U'.repeat(11)}`);
    const strutturaId = ctx.store.find('ingressi', ospite.ingressoId)?.strutturaId ?? '';
    scrivi(ctx, (tx) => {
      for (const { ingressoId } of [ospite, dimenticato]) tx.update('ingressi', ingressoId, SCHEDA);
      tx.update('ospiti', ospite.ospiteId, { identitaDaConfermare: true, codiceFiscale: 'RSSMRA85T10A562S' });
      tx.insert('assenze', {
        ...{ ingressoId: ospite.ingressoId, codice: 'U', uscita: '2025-03-21' },
        rientroPrevisto: '2025-03-23',
      });
      const visita = { ospiteId: ospite.ospiteId, strutturaId, tipo: 'mmg' };
      tx.insert('visite', { ...visita, data: '2025-03-10', stato: 'previsto' });
      tx.insert('visite', { ...visita, data: '2025-03-11', stato: 'fatto' });
      tx.insert('visite', { ...visita, data: '2025-03-12', stato: 'annullato' });
    });
    const { compiti: tutti } = listQualita(ctx, MARZO);
    const suoi = tutti.filter((uno) => uno.ospiteId === ospite.ospiteId);
    expect(suoi.map((uno) => [uno.regola, uno.campo, uno.n])).toEqual([
      ['giorni_senza_codice', 'presenze', 2],
      ['assenza_senza_rientro', 'assenze', 1],
      ['appuntamenti_in_sospeso', 'visite', 1],
      ['identita_da_confermare', 'identita', 1],
      ['codice_fiscale', 'identita', 1],
    ]);
    expect(suoi[0]).toMatchObject({ cognome: 'Ferrari', giorno: '2025-03-19', cosa: 'giorni senza codice: 2' });
    expect(suoi[2]).toMatchObject({ cosa: 'Medico di base (MMG) del 10/03/2025: fatto o annullato?' });
    for (const uno of tutti) expect(uno.perche, uno.regola).not.toBe('');
    expect(
      tutti.find((uno) => uno.ospiteId === dimenticato.ospiteId && uno.regola === 'permanenza_dimenticata'),
    ).toMatchObject({ campo: 'dimissione' });
  });

  test('the same lines are in the checklist of the month, and none stops its closing', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    presenze(ctx, ospite, 'P'.repeat(31));
    scrivi(ctx, (tx) => {
      tx.update('ospiti', ospite.ospiteId, { dataNascita: '2010-01-01' });
      tx.update('ingressi', ospite.ingressoId, { utenza: 'MINORE', provenienza: 'carcere' });
    });
    const voce = checkMese(ctx, MARZO).voci.find((una) => una.codice === 'minore_senza_titolo');
    expect(voce).toMatchObject({ gravita: 'avviso', righe: [{ campo: 'minore' }] });
    expect(compiti(ctx)).toEqual({
      minore_senza_titolo: 'minore, manca titolo dell’accoglienza e tutore o responsabilità genitoriale',
    });
    scrivi(ctx, (tx) =>
      tx.update('ingressi', ospite.ingressoId, { titoloAccoglienza: 'consensuale', tutore: 'Comune' }),
    );
    expect(compiti(ctx)).toEqual({});
  });

  test('days to come are not missing; a dimissione without destination is said once it is written', () => {
    const ctx = comunitaDiProva('2025-03-10');
    const ospite = ospiteDiProva(ctx);
    presenze(ctx, ospite, `${'P'.repeat(10)}${'.'.repeat(21)}`);
    scrivi(ctx, (tx) => tx.update('ingressi', ospite.ingressoId, SCHEDA));
    expect(compiti(ctx)).toEqual({});
    scrivi(ctx, (tx) =>
      tx.update('ingressi', ospite.ingressoId, {
        dataDimissione: '2025-03-11',
        esito: 'concluso',
        dataRelazione: '2025-03-11',
      }),
    );
    expect(compiti(ctx)).toEqual({ dimissione_senza_destinazione: 'dimissione del 11/03/2025 senza destinazione' });
  });

  test('a guest in a closed modulo, however they came there; a report sent before its meeting: with their jump and why', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    presenze(ctx, ospite, 'P'.repeat(31));
    const strutturaId = ctx.store.find('ingressi', ospite.ingressoId)?.strutturaId ?? '';
    const [modulo] = listModuli(ctx.store).filter(({ codice }) => codice === 'CASA00-TR');
    scrivi(ctx, (tx) => {
      tx.update('ingressi', ospite.ingressoId, SCHEDA);
      tx.update('moduli', modulo?.id ?? '', { al: '2025-03-20' });
      const incontro = { strutturaId, data: '2025-03-12', servizio: 'serd', modalita: 'presenza', stato: 'fatto' };
      const id = tx.insert('incontri', { ...incontro, relazioneData: '2025-03-10' });
      tx.setPartecipanti('incontri', id, [ospite.ospiteId]);
      tx.insert('incontri', { ...incontro, data: '2025-03-14', relazioneData: '2025-04-20' });
      tx.insert('incontri', { ...incontro, relazioneData: '2025-03-12' });
      tx.insert('incontri', { ...incontro, stato: 'annullato', relazioneData: '2025-03-01' });
    });
    const { compiti: tutti } = listQualita(ctx, MARZO);
    const detti = tutti.map(({ regola, ospiteId, campo, giorno, cosa }) => [regola, ospiteId, campo, giorno, cosa]);
    const a = ospite.ospiteId;
    expect(detti).toEqual([
      ['modulo_chiuso', a, 'modulo', '2025-03-21', 'in TR, chiuso dal 21/03/2025'],
      ['relazione_da_ricontrollare', a, 'incontri', '2025-03-12', expect.stringContaining('lun 10 mar viene prima')],
      [
        'relazione_da_ricontrollare',
        null,
        'incontri',
        '2025-03-14',
        expect.stringContaining('dom 20 apr è nel futuro'),
      ],
    ]);
    for (const uno of tutti) expect(uno.perche, uno.regola).not.toBe('');
    // the struttura that closes, closes its moduli
    scrivi(ctx, (tx) => {
      tx.update('moduli', modulo?.id ?? '', { al: null });
      tx.update('strutture', strutturaId, { al: '2025-03-25' });
    });
    expect(compiti(ctx)).toHaveProperty('modulo_chiuso', 'in TR, chiuso dal 26/03/2025');
  });

  test('what a role does not read is never said to lack', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    presenze(ctx, ospite, 'P'.repeat(31));
    scrivi(ctx, (tx) => tx.update('ingressi', ospite.ingressoId, { ...SCHEDA, hiv: null, hcv: null }));
    expect(compiti(come(ctx, 'educatore'))).toEqual({});
  });

  test('how late facts are entered: by hand only, more than three days after', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    const strutturaId = ctx.store.find('ingressi', ospite.ingressoId)?.strutturaId ?? '';
    const visita = { ospiteId: ospite.ospiteId, strutturaId, tipo: 'mmg' };
    // the store's clock is at 3 April 2025
    const tutte = (azione: string, giorni: readonly string[]) =>
      ctx.store.write({ azione, accountId: null, utente: 'prova' }, (tx) => {
        for (const data of giorni) tx.insert('visite', { ...visita, data });
      });
    tutte('visite.save', ['2025-03-05', '2025-03-30', '2025-03-31']);
    expect(listTardivi(ctx, MARZO)).toMatchObject({ totale: 3, tardi: 2, dopoGiorni: 3 });
    // the clock stands still: what was written in the instant of an import is the import's, of nobody's hand
    tutte('fogli.import', ['2025-03-06']);
    expect(listTardivi(ctx, MARZO).totale).toBe(0);
  });

  test('late facts by kind and day: the letters of the grid by the day of their first writing, the diary too', () => {
    const ctx = comunitaDiProva();
    const uno = ospiteDiProva(ctx);
    const due = ospiteDiProva(ctx, { cognome: 'Zanetti' });
    presenze(ctx, uno, `PP${'.'.repeat(29)}`);
    const scrivono = (giorno: string, codice: string | null, chi = [uno, due]) =>
      registerPresenze(ctx, {
        ...{ ...MARZO, gesto: 'cella' },
        cambi: chi.map(({ ingressoId }) => ({ ingressoId, giorno, codice })),
      });
    // the store's clock is at 3 April 2025: the 28th is six days before, the 31st three
    scrivono('2025-03-28', 'P');
    scrivono('2025-03-31', 'P');
    // a letter changed is not written again, one taken away was not written
    scrivono('2025-03-28', 'S', [uno]);
    scrivono('2025-03-27', 'P', [uno]);
    scrivono('2025-03-27', null, [uno]);
    const strutturaId = ctx.store.find('ingressi', uno.ingressoId)?.strutturaId ?? '';
    const pagina = { strutturaId, tipo: 'diario', ora: '21:00', testo: 'Serata tranquilla.' };
    scrivi(ctx, (tx) => tx.insert('diario', { ...pagina, data: '2025-03-20', autoreId: 'a1', autore: 'R' }));
    expect(listTardivi(ctx, MARZO)).toEqual({
      ...{ totale: 5, tardi: 3, dopoGiorni: 3 },
      righe: [
        { genere: 'diario', giorno: '2025-03-20', scrittoIl: '2025-04-03', giorni: 14, n: 1 },
        { genere: 'presenza', giorno: '2025-03-28', scrittoIl: '2025-04-03', giorni: 6, n: 2 },
      ],
    });
    expect(listTardivi(ctx, { ...MARZO, struttura: 'CASA01' }).totale).toBe(0);
  });
});
