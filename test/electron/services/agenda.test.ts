import { describe, expect, test } from 'vitest';
import { readIstantanea } from '../../../db/reads/istantanea.ts';
import { loadDatiBilancio } from '../../../db/reads/report.ts';
import { addGiorni } from '../../../domain/giorno.ts';
import type { Input, NomeEndpoint, Output } from '../../../electron/contract/index.ts';
import { contract } from '../../../electron/contract/index.ts';
import { handlers } from '../../../electron/ipc/handlers.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

/** A call as it crosses the border: input parsed, output parsed. */
function chiedi<N extends NomeEndpoint>(ctx: Contesto, nome: N, input: Input<N>): Output<N> {
  const endpoint = contract[nome];
  const handler: unknown = handlers[nome];
  const risposta = (handler as (su: Contesto, input: unknown) => unknown)(ctx, endpoint.input.parse(input));
  return endpoint.output.parse(risposta) as Output<N>;
}

const ANNO = { struttura: 'CASA00', dal: '2025-01-01', al: '2025-12-31' } as const;
const id = (ctx: Contesto) =>
  ctx.store.sqlite.prepare("SELECT id FROM strutture WHERE codice = 'CASA00'").pluck().get();

describe('visite', () => {
  test('booked, then done with the next one booked, in one gesture; only what is done is counted', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const { id: visitaId, avvisi } = chiedi(ctx, 'visite.register', {
      ...{ struttura: 'CASA00', ospiteId, data: '2025-04-03', tipo: 'mmg', stato: 'previsto', ora: '09:30' },
      luogo: ' Ambulatorio di prova ',
    });
    expect(avvisi).toEqual([]);
    const bilancio = () => loadDatiBilancio(ctx.store, { dal: '2025-04-01', al: '2025-04-30' }).visite;
    expect(bilancio()).toEqual([]);
    expect(readIstantanea(ctx.store, String(id(ctx)), '2025-04').visite).toEqual([]);
    chiedi(ctx, 'visite.done', {
      ...{ id: visitaId, esito: 'tutto bene', accompagnamento: true },
      ...{ prossima: '2025-05-05', oraProssima: '10:00', prenota: true },
    });
    expect(bilancio()).toMatchObject([{ tipo: 'mmg', n: 1 }]);
    expect(readIstantanea(ctx.store, String(id(ctx)), '2025-04').visite).toMatchObject([{ id: visitaId }]);
    const { righe } = chiedi(ctx, 'agenda.list', ANNO);
    expect(righe.map(({ data, ora, stato, luogo }) => [data, ora, stato, luogo])).toEqual([
      ['2025-04-03', '09:30', 'fatto', 'Ambulatorio di prova'],
      ['2025-05-05', '10:00', 'previsto', 'Ambulatorio di prova'],
    ]);
    expect(chiedi(ctx, 'visite.listOspite', { ospiteId }).visite.map(({ esito }) => esito)).toEqual([
      null,
      'tutto bene',
    ]);
  });

  test('repeated every month, moved, taken away', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const visita = { struttura: 'CASA00', ospiteId, data: '2025-04-01', tipo: 'prelievo', stato: 'fatto' } as const;
    const { id: prima } = chiedi(ctx, 'visite.register', { ...visita, mezzo: 'auto', esito: 'fatto a digiuno' });
    chiedi(ctx, 'visite.repeat', { id: prima, date: ['2025-05-01', '2025-06-01', '2025-05-01'] });
    const righe = () => chiedi(ctx, 'visite.listOspite', { ospiteId }).visite;
    expect(righe().map(({ data, stato, mezzo, esito }) => [data, stato, mezzo, esito])).toEqual([
      ['2025-06-01', 'previsto', 'auto', null],
      ['2025-05-01', 'previsto', 'auto', null],
      ['2025-04-01', 'fatto', 'auto', 'fatto a digiuno'],
    ]);
    const giugno = righe()[0]?.id ?? '';
    expect(
      chiedi(ctx, 'visite.save', { id: giugno, prima: { data: '2025-06-01' }, dopo: { data: '2025-06-10' } }).contese,
    ).toEqual([]);
    chiedi(ctx, 'visite.remove', { id: righe()[1]?.id ?? '' });
    expect(righe().map(({ data }) => data)).toEqual(['2025-06-10', '2025-04-01']);
  });

  test('what is refused: a day to come as done, a closed month, a kind that is not in the list', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const visita = { struttura: 'CASA00', ospiteId, tipo: 'mmg', stato: 'fatto' } as const;
    expect(() => chiedi(ctx, 'visite.register', { ...visita, data: '2025-04-04' })).toThrow('deve ancora venire');
    expect(() => chiedi(ctx, 'visite.register', { ...visita, data: '2025-04-01', tipo: 'astrologica' })).toThrow(
      'non è nell’elenco',
    );
    const { id: marzo } = chiedi(ctx, 'visite.register', { ...visita, data: '2025-03-10' });
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true });
    const chiuso = 'marzo 2025 è chiuso';
    expect(() => chiedi(ctx, 'visite.register', { ...visita, data: '2025-03-11' })).toThrow(chiuso);
    expect(() => chiedi(ctx, 'visite.save', { id: marzo, prima: {}, dopo: { esito: 'x' } })).toThrow(chiuso);
    expect(() => chiedi(ctx, 'visite.remove', { id: marzo })).toThrow(chiuso);
    expect(() => chiedi({ ...ctx, ruolo: 'centrale' }, 'visite.remove', { id: marzo })).toThrow('si legge soltanto');
  });

  test('a guest who was not there that day is said, not refused', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx, { dataIngresso: '2025-03-01' });
    const visita = { struttura: 'CASA00', ospiteId, data: '2025-02-10', tipo: 'mmg', stato: 'fatto' } as const;
    expect(chiedi(ctx, 'visite.register', visita).avvisi).toEqual([
      'FERRARI Bruno non risulta nella struttura il 10/02/2025: controllare la data.',
    ]);
  });
});

describe('incontri', () => {
  const incontro = { struttura: 'CASA00', data: '2025-04-02', servizio: 'famiglia', modalita: 'presenza' } as const;

  test('one or many guests; two people who change different fields are merged, the same list of guests asks', () => {
    const ctx = comunitaDiProva();
    const a = ospiteDiProva(ctx).ospiteId;
    const b = ospiteDiProva(ctx, { cognome: 'Albini' }).ospiteId;
    const { id: incontroId } = chiedi(ctx, 'incontri.register', {
      ...incontro,
      ...{ servizio: 'serd', stato: 'fatto', ospiti: [a, b, a], oggetto: 'verifica' },
    });
    const letto = () => chiedi(ctx, 'incontri.get', { id: incontroId });
    expect(letto().ospiti.map(({ cognome }) => cognome)).toEqual(['Albini', 'Ferrari']);
    chiedi(ctx, 'incontri.save', { id: incontroId, prima: { ospiti: [b, a] }, dopo: { ospiti: [a] } });
    chiedi(ctx, 'incontri.save', { id: incontroId, prima: { esito: null }, dopo: { esito: 'bene' } });
    expect(letto()).toMatchObject({ ospiti: [{ id: a }], esito: 'bene', oggetto: 'verifica' });
    const conteso = chiedi(ctx, 'incontri.save', {
      ...{ id: incontroId, prima: { ospiti: [a, b] }, dopo: { ospiti: [b] } },
    });
    expect(conteso).toMatchObject({ voce: null, contese: [{ campo: 'ospiti', mio: [b], loro: [a] }] });
    expect(letto().ospiti).toHaveLength(1);
    expect(chiedi(ctx, 'incontri.listOspite', { ospiteId: b }).incontri).toEqual([]);
  });

  test('protected meetings have their register; a person whom the guest may not meet is said', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('contatti', { ospiteId, legame: 'padre', nome: 'Ferrari Dàrio', incontri: 'vietato' });
    });
    const { avvisi } = chiedi(ctx, 'incontri.register', {
      ...{ ...incontro, stato: 'fatto', ospiti: [ospiteId], tipoFamiglia: 'incontro_protetto', protetto: true },
      ...{ partecipanti: 'ferrari dario e la zia', relazioneEntro: '2025-04-02' },
    });
    expect(avvisi).toEqual([
      'Ferrari Dàrio (padre): gli incontri sono vietati. Controllare prima di confermare.',
      'Di un incontro protetto servono chi ha osservato e che cosa si è visto: completare appena possibile.',
    ]);
    chiedi(ctx, 'incontri.register', { ...incontro, servizio: 'serd', stato: 'fatto', ospiti: [ospiteId] });
    expect(chiedi(ctx, 'incontri.listProtetti', ANNO)).toHaveLength(1);
    expect(chiedi(ctx, 'agenda.search', { ...ANNO, solo: 'ritardo' }).righe).toMatchObject([{ protetto: true }]);
    expect(chiedi(ctx, 'incontri.listContatti', { ospiti: [ospiteId] })).toMatchObject([{ legame: 'padre' }]);
  });
});

describe('attivita and weekly groups', () => {
  const gruppo = {
    ...{ struttura: 'CASA00', titolo: 'Gruppo del mercoledì', area: 'gruppo', giornoSettimana: 3, ora: '10:00' },
    ...{ ore: 1.5, operatori: 2, volontari: null, dal: '2025-01-01', al: null },
  };

  test('the next meetings are proposed, and never written by themselves; one written stands for its week', () => {
    const ctx = comunitaDiProva(); // Thursday 2025-04-03
    const { ospiteId } = ospiteDiProva(ctx);
    const { id: gruppoId } = chiedi(ctx, 'gruppi.register', gruppo);
    const proposte = () =>
      chiedi(ctx, 'agenda.list', { struttura: 'CASA00', dal: '2025-03-01', al: '2025-04-20' }).righe.filter(
        ({ scritta }) => !scritta,
      );
    const diMarzo = ['2025-03-05', '2025-03-12', '2025-03-19', '2025-03-26'];
    expect(proposte().map(({ data }) => data)).toEqual([...diMarzo, '2025-04-02', '2025-04-09', '2025-04-16']);
    // those gone by are to be completed until their month is closed
    const ritardi = () => chiedi(ctx, 'agenda.search', { ...ANNO, dal: '2025-03-01', solo: 'ritardo' });
    expect(ritardi().righe.map(({ data, scritta }) => [data, scritta])).toEqual(
      [...diMarzo, '2025-04-02'].toReversed().map((data) => [data, false]),
    );
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true });
    expect(ritardi().totale).toBe(1);
    expect(proposte().map(({ data }) => data)).toEqual(['2025-04-02', '2025-04-09', '2025-04-16']);
    expect(ctx.store.sqlite.prepare('SELECT count(*) FROM attivita').pluck().get()).toBe(0);
    chiedi(ctx, 'attivita.register', {
      ...{ struttura: 'CASA00', gruppoId, data: '2025-04-03', area: 'gruppo', titolo: gruppo.titolo, stato: 'fatto' },
      ospiti: [ospiteId],
    });
    expect(proposte().map(({ data }) => data)).toEqual(['2025-04-09', '2025-04-16']);
    expect(chiedi(ctx, 'attivita.listUltimi', { struttura: 'CASA00', prima: '2025-04-09', gruppoId })).toMatchObject({
      data: '2025-04-03',
      ospiti: [{ id: ospiteId }],
    });
    // called off: the week is spoken for, and nothing is counted
    chiedi(ctx, 'attivita.register', {
      ...{ struttura: 'CASA00', gruppoId, data: '2025-04-16', area: 'gruppo', stato: 'annullato', ospiti: [] },
    });
    expect(proposte().map(({ data }) => data)).toEqual(['2025-04-09']);
    expect(loadDatiBilancio(ctx.store, { dal: '2025-04-01', al: '2025-04-30' }).attivita).toMatchObject([{ n: 1 }]);
    chiedi(ctx, 'gruppi.save', { id: gruppoId, prima: { al: null }, dopo: { al: '2025-04-10' } });
    expect(proposte().map(({ data }) => data)).toEqual(['2025-04-09']);
    chiedi(ctx, 'gruppi.remove', { id: gruppoId });
    expect(proposte()).toEqual([]);
    expect(chiedi(ctx, 'attivita.listOspite', { ospiteId }).attivita).toHaveLength(1);
  });
});

describe('udienze', () => {
  test('are in the agenda of the struttura where the guest is, for who reads the judicial section', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('udienze', { ospiteId, data: '2025-04-08', ora: '11:00', autorita: 'Tribunale di prova' });
      tx.insert('udienze', { ospiteId, data: '2024-12-01' }); // before the ingresso
    });
    const di = (chi: Contesto, struttura = 'CASA00') =>
      chiedi(chi, 'agenda.list', { struttura, dal: '2024-01-01', al: '2025-12-31' }).righe;
    const titolo = 'Udienza, Tribunale di prova';
    expect(di(ctx)).toMatchObject([{ genere: 'udienza', ora: '11:00', titolo, stato: 'previsto' }]);
    expect(di(ctx, 'CASA01')).toEqual([]);
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    expect(di(come(ctx, 'educatore'))).toEqual([]);
    expect(di(ctx)).toHaveLength(1);
  });
});

describe('the agenda over years', () => {
  test('words, figures and rows agree; what is called off is found, and not counted', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const visita = { struttura: 'CASA00', ospiteId, tipo: 'odontoiatrica', data: '2025-03-03' } as const;
    chiedi(ctx, 'visite.register', { ...visita, stato: 'fatto', accompagnamento: true, luogo: 'Poliambulatorio' });
    chiedi(ctx, 'visite.register', { ...visita, stato: 'annullato', accompagnamento: true });
    chiedi(ctx, 'visite.register', { ...visita, stato: 'fatto', tipo: 'mmg', accompagnamento: false });
    const cerca = (altro: Partial<Input<'agenda.search'>>) => chiedi(ctx, 'agenda.search', { ...ANNO, ...altro });
    expect(cerca({ testo: 'ferrari dent' }).totale).toBe(0);
    expect(cerca({ testo: 'bruno odonto' })).toMatchObject({ totale: 2, fatti: { visite: 1, accompagnamenti: 1 } });
    expect(cerca({ testo: 'poliamb' }).totale).toBe(1);
    const { righe, totale, fatti } = cerca({ solo: 'accompagnati' });
    expect([righe.length, totale, fatti.accompagnamenti]).toEqual([1, 1, 1]);
    expect(cerca({ genere: 'incontro' }).totale).toBe(0);
  });

  test('ten years of a full house open within the time of a page', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx, { dataIngresso: '2015-04-03' });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const strutturaId = String(id(ctx));
      for (let n = 0; n < 10_000; n++) {
        const data = addGiorni('2015-04-03', n % 3660);
        tx.insert('visite', { strutturaId, ospiteId, data, tipo: 'mmg', luogo: `Posto ${n % 50}` });
      }
    });
    chiedi(ctx, 'agenda.list', ANNO);
    const inizio = performance.now();
    expect(chiedi(ctx, 'agenda.list', { ...ANNO, dal: '2025-03-31', al: '2025-04-06' }).righe.length).toBeGreaterThan(
      2,
    );
    chiedi(ctx, 'agenda.listUsati', { struttura: 'CASA00' });
    const durataMs = performance.now() - inizio;
    console.info(`week and suggestions over 10,000 visits: ${durataMs.toFixed(1)} ms`);
    expect(durataMs).toBeLessThan(1000);
    expect(chiedi(ctx, 'agenda.search', { ...ANNO, dal: '2015-01-01', testo: 'ferrari posto 49' }).totale).toBe(200);
  });
});
